"""The speeches of a map, as rules look at them: which there are, how long, and who says what."""

from collections.abc import Mapping

from argmap.linting import Scan, Threshold
from argmap.model import Claim
from argmap.positions import Path
from argmap.review.timing import Debate, debate, debates, lengths, likely
from argmap.settings import Value
from argmap.text import nearest


def unknown_format(value: Value) -> str:
    """Say what is wrong with the name of a debate format; nothing, where there is such a format.

    >>> unknown_format("policies")
    "no debate format 'policies'; did you mean 'policy'?"
    """
    if not value or value in debates():
        return ""
    near = nearest(str(value), debates())
    hint = f"did you mean {near!r}?" if near else f"there are {', '.join(debates())}"
    return f"no debate format {value!r}; {hint}"


def unreadable_lengths(value: Value) -> str:
    """Say what is wrong with the lengths of speeches, or nothing.

    >>> unreadable_lengths(("AC=five",))
    "could not convert string to float: 'five'; write a speech and its minutes as 'AC=5'"
    """
    try:
        lengths(value)
    except ValueError as error:
        return f"{error}; write a speech and its minutes as 'AC=5'"
    return ""


FORMAT = Threshold(
    "",
    {
        "en": "the debate format, such as pf or academico; else whichever has the map's speeches",
        "es": "el formato de debate, como pf o academico; si no, el que tenga esos discursos",
    },
    wrong=unknown_format,
)
MINUTES = Threshold(
    (),
    {
        "en": "speeches that are longer or shorter than the format says, as 'AC=5'",
        "es": "discursos más largos o cortos de lo que dice el formato, como 'AC=5'",
    },
    wrong=unreadable_lengths,
)

Claims = tuple[tuple[Claim, Path], ...]


def spoken(scan: Scan) -> Mapping[str, Claims]:
    """Return the claims that are for a speech, by the speech as it is called in the file."""
    found: dict[str, list[tuple[Claim, Path]]] = {}
    for claim, path in scan.claims:
        if claim.speech:
            found.setdefault(claim.speech, []).append((claim, path))
    return {name: tuple(claims) for name, claims in found.items()}


def held(scan: Scan) -> tuple[Debate, ...]:
    """Return the format that is set, or else those that have all speeches of the map."""
    chosen, own = str(scan.thresholds["debate-format"]), lengths(scan.thresholds["speech-minutes"])
    if chosen:
        return (debate(chosen).timed(own),)
    rest = [name for name in scan.once(spoken) if name not in own]
    if not rest:
        return (Debate("", {}, ()).timed(own),) if own else ()
    return tuple(one.timed(own) for one in likely(rest))
