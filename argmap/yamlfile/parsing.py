"""From the text of one file to the tree in it, without anything that it includes."""

from dataclasses import dataclass

from argmap.positions import NOWHERE, Path
from argmap.tree import MapFile
from argmap.yamlfile.decoding import decoded
from argmap.yamlfile.flaws import Flaw
from argmap.yamlfile.placing import Layout
from argmap.yamlfile.recovering import reading
from argmap.yamlfile.validating import validated
from argmap.yamlfile.yamltext import MAX_BYTES, Halt


@dataclass(frozen=True)
class Parsed:
    """A text as far as it could be read; the fields are those of `Validated`, and where things are.

    Of a text without a flaw, the latter can be had again.
    """

    text: str
    layout: Layout | None = None
    tree: MapFile | None = None
    flaws: tuple[Flaw, ...] = ()
    lost: frozenset[str] = frozenset()
    mended: tuple[Path, ...] = ()


def parsed(text: bytes | str) -> Parsed:
    """Return what a text says, by itself."""
    flaws: tuple[Flaw, ...] = ()
    try:
        if isinstance(text, bytes):
            text, flaws = decoded(text)
        elif len(text) > MAX_BYTES:
            raise Halt(Flaw("AM003", NOWHERE, {"limit": str(MAX_BYTES // 1_000_000)}))
    except Halt as halt:
        return Parsed("", flaws=(halt.flaw,))
    text = text.removeprefix("\ufeff")
    found = reading(text)
    made = validated(found)
    flaws = (*flaws, *found.flaws, *made.flaws)
    return Parsed(text, found.layout, made.tree, flaws, made.lost, made.mended)
