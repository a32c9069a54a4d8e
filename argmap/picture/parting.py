"""The options by which commands are told what part of a map is wanted."""

from typing import Annotated

from typer import Option

from argmap.errors import Unsupported
from argmap.picture.scoping import Scope

Focus = Annotated[str, Option("--focus", metavar="ID", help="Only this claim and what is below.")]
Depth = Annotated[
    int, Option("--depth", min=0, metavar="N", help="So many levels; what is deeper is counted.")
]
Side = Annotated[
    str, Option("--side", metavar="SIDE", help="What speaks pro, or con, and what it answers.")
]
Stakeholder = Annotated[
    str, Option("--stakeholder", metavar="KEY", help="What speaks of one's gain or loss.")
]
Criterion = Annotated[
    str, Option("--criterion", metavar="KEY", help="What bears on the options by a criterion.")
]
Tag = Annotated[str, Option("--tag", metavar="TAG", help="What is tagged so, and what is below.")]
Collapse = Annotated[
    str,
    Option("--collapse", metavar="IDS", help="Fold what is below these (a,b), or at depth:2."),
]
_LEVEL = "depth:"


def scoped(  # noqa: PLR0913, PLR0917  each is an option
    focus: str, depth: int, side: str, stakeholder: str, criterion: str, tag: str, collapse: str
) -> Scope:
    """Return the scope that options ask for.

    >>> scoped("", 0, "", "", "", "", "a, b,depth:2")
    Scope(focus='', depth=2, side='', stakeholder='', criterion='', tag='', collapse=('a', 'b'))
    """
    folded = [part.strip() for part in collapse.split(",") if part.strip()]
    for part in [one for one in folded if one.startswith(_LEVEL)]:
        level = part.removeprefix(_LEVEL)
        if not level.isdecimal() or not int(level):
            raise Unsupported(f"--collapse {part}: a number of levels from 1 on is wanted")
        depth = min(depth or int(level), int(level))
        folded.remove(part)
    wanted = tuple(dict.fromkeys(folded))
    return Scope(focus, depth, side, stakeholder, criterion, tag, wanted)
