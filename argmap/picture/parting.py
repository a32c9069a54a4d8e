"""The options by which commands are told what part of a map is wanted."""

from typing import Annotated

from typer import Option

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
