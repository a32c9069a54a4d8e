"""From the nodes of a text to the tree of the format, as much of it as fits."""

from dataclasses import dataclass, field

from pydantic import ValidationError

from argmap.positions import Path
from argmap.tree import MapFile
from argmap.yamlfile.explaining import explained
from argmap.yamlfile.flaws import MOST, Flaw
from argmap.yamlfile.mending import Draft, Mend
from argmap.yamlfile.recovering import Reading
from argmap.yamlfile.remarks import swallowed
from argmap.yamlfile.tidying import tidied
from argmap.yamlfile.yamltext import plain

_ROUNDS = 12
_HOLLOW = frozenset({"AM040", "AM041", "AM043", "AM044", "AM045", "AM050", "AM051", "AM066"})


@dataclass(frozen=True)
class Validated:
    """The tree of a text, and what is wrong with it.

    `lost` are ids that stand in the text, but in parts that are not in the tree; `mended` are the
    places where the tree says something that the text does not.
    """

    tree: MapFile | None
    flaws: tuple[Flaw, ...] = ()
    lost: frozenset[str] = frozenset()
    mended: tuple[Path, ...] = field(default=())


def validated(reading: Reading) -> Validated:
    """Return the tree of a text that has been read."""
    layout = reading.layout
    if layout is None:
        return Validated(None)
    flaws, lost = swallowed(layout, reading.text), reading.lost
    data = reading.data
    if data is None:
        found, gone = tidied(layout, reading.text)
        flaws, lost = flaws + found, lost | gone
        data = plain(layout.root)
    elif flaws:  # a text that was hidden has been put where it belongs
        data = plain(layout.root)
    try:
        return Validated(MapFile.model_validate(data), tuple(flaws), lost)
    except ValidationError as error:
        draft = Draft(data, layout, reading.damaged)
        draft.lost.update(lost)
        return _mended(draft, error, flaws)


def _mended(draft: Draft, error: ValidationError, flaws: list[Flaw]) -> Validated:
    """Mend a draft until it fits, and report what was found on the way."""
    touched: dict[Path, None] = {}
    for number in range(_ROUNDS):
        errors = error.errors(include_url=False)
        found = explained(errors[:MOST], draft)
        places = {one.flaw.span for one in found} if number else set()
        told = places & {one.span for one in flaws}  # one fault a place, once it is mended
        for one in found:
            if one.flaw.span not in told and not _is_known(one.flaw, one.mends, touched, draft):
                flaws.append(one.flaw)
        mends = [mend for one in found for mend in one.mends]
        if number > _ROUNDS // 2 or len(errors) > MOST:
            mends = [Mend("drop", mend.path[:1]) for mend in mends]
        touched |= dict.fromkeys(mend.path for mend in mends if mend.way in ("set", "drop"))
        draft.mend(mends)
        if not isinstance(draft.data, dict):
            break
        try:
            tree = MapFile.model_validate(draft.data)
        except ValidationError as next_error:
            error = next_error
        else:
            return Validated(tree, tuple(flaws), frozenset(draft.lost), tuple(touched))
    return Validated(None, tuple(flaws))


def _is_known(flaw: Flaw, mends: tuple[Mend, ...], touched: dict[Path, None], draft: Draft) -> bool:
    """Tell whether a flaw is only the doing of a mend before it, or of a line passed over."""
    path = mends[0].path
    if any(path[:end] in touched for end in range(1, len(path) + 1)):
        return True
    if flaw.span.line - 1 in draft.damaged:
        return True
    return flaw.code in _HOLLOW and draft.is_damaged(path)
