"""Whether a graph from elsewhere is sound: every reference leads somewhere, and none in circles.

What is read from a map file is always sound; what other programs wrote need not be.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.model import ArgMap, Argument


@dataclass(frozen=True, slots=True)
class Crack:
    """One thing that is not sound: where, and what is wrong there.

    `argument` is its id, or empty for the map itself; `part` a field of it, `number` the place in
    that field where it holds several.
    """

    argument: str
    part: str
    number: int | None
    message: str


def cracks(argmap: ArgMap) -> Iterator[Crack]:
    """Yield what is not sound in a map.

    >>> one = Argument(id="x", premises=("a",), conclusion="b")
    >>> [found.message for found in cracks(ArgMap(arguments={"x": one}))]
    ["there is no claim 'a'", "there is no claim or argument 'b'"]
    """
    if argmap.thesis and argmap.thesis not in argmap.claims:
        yield Crack("", "thesis", None, f"there is no claim {argmap.thesis!r}")
    for number, key in enumerate(argmap.options):
        if key not in argmap.claims:
            yield Crack("", "options", number, f"there is no claim {key!r}")
    for one in argmap.arguments.values():
        yield from _in_argument(one, argmap)


def _in_argument(one: Argument, argmap: ArgMap) -> Iterator[Crack]:
    if not one.premises:
        yield Crack(one.id, "premises", None, "an argument needs a premise")
    for number, key in enumerate(one.premises):
        if key not in argmap.claims:
            yield Crack(one.id, "premises", number, f"there is no claim {key!r}")
    if one.conclusion not in argmap.claims and one.conclusion not in argmap.arguments:
        said = f"there is no claim or argument {one.conclusion!r}"
        yield Crack(one.id, "conclusion", None, said)
    elif _is_circular(one, argmap):
        yield Crack(one.id, "conclusion", None, "the argument is about itself, and about no claim")


def _is_circular(one: Argument, argmap: ArgMap) -> bool:
    seen = {one.id}
    while (key := one.conclusion) in argmap.arguments:
        if key in seen:
            return True
        seen.add(key)
        one = argmap.arguments[key]
    return False


def mended(argmap: ArgMap) -> ArgMap:
    """Return a map without the arguments and roots that are not sound, nor what hangs on them."""
    while found := list(cracks(argmap)):
        bad = {one.argument for one in found}
        argmap = replace(
            argmap,
            thesis=argmap.thesis if argmap.thesis in argmap.claims else "",
            options=tuple(key for key in argmap.options if key in argmap.claims),
            arguments={key: one for key, one in argmap.arguments.items() if key not in bad},
        )
    return argmap
