"""`argmap options`: the options of a map by criteria, how firm their order is, what it hangs on."""

import sys
from enum import StrEnum
from typing import Annotated

from typer import Argument, Option

from argmap.audit.opening import opened
from argmap.charting import chart
from argmap.classroom.requesting import request
from argmap.cli import Command
from argmap.deciding.comparing import Question, compare
from argmap.deciding.ranging import Spread
from argmap.deciding.recounting import Recount
from argmap.deciding.sampling import SCENARIOS
from argmap.errors import Unsupported
from argmap.phrasing import phrases
from argmap.plugins import names
from argmap.reporting import style
from argmap.saving import save
from argmap.tabulating import View, table

Sort = StrEnum("Sort", {name: name for name in names("charts")})  # type: ignore[misc]

LARGE = 100  # claims: more of them take over a second

File = Annotated[str, Argument(metavar="FILE", help="A map, or - for standard input.")]
Output = Annotated[
    str, Option("-o", "--output", metavar="FILE", help="Where to write it; its suffix decides how.")
]
Form = Annotated[
    str,
    Option("--format", metavar="NAME", help="terminal, markdown, csv, html, xlsx, json."),
]
Chosen = Annotated[
    Sort | None, Option("--picture", help="Draw a chart as SVG instead of the table.")
]
Who = Annotated[
    str, Option(metavar="KEY", help="Count only the reasons that concern a stakeholder.")
]
Name = Annotated[str, Option("--semantics", "-s", metavar="NAME", help="How strengths are found.")]
Room = Annotated[
    str,
    Option(
        metavar="SHARE[,AMOUNT]",
        help="By what share weights, and by how much confidences, may be off.",
    ),
]
Seed = Annotated[int, Option(metavar="NUMBER", help="Of the scenarios that are drawn by lot.")]
Lang = Annotated[str, Option(metavar="LANG", help="The language: en, es.")]
Quiet = Annotated[bool, Option("-q", "--quiet", help="Do not say what was written.")]


def run(  # noqa: PLR0913, PLR0917  each is an option
    file: File,
    output: Output = "",
    form: Form = "",
    picture: Chosen = None,
    stakeholder: Who = "",
    semantics: Name = "",
    spread: Room = "0.2,0.1",
    seed: Seed = 1,
    lang: Lang = "",
    quiet: Quiet = False,
) -> None:
    """Compare the options of a map by criteria.

    Says what each is worth on each criterion, their scores and ranks and how firm these are, what
    one gains and gives up with each, and which claims and weights decide.
    """
    wanted = request(opened(file), lang)
    question = Question(semantics, stakeholder, spreads(spread), seed)
    screen = style(sys.stdout, wanted.language)
    say = phrases("options", wanted.language)
    target = "" if output == "-" else output
    if sys.stderr.isatty() and not quiet and len(wanted.map.claims) > LARGE:
        print(f"{SCENARIOS} scenarios…", file=sys.stderr)
    recount = Recount(compare(wanted.map, question), say)
    content: str | bytes
    if picture is not None:
        if form or (target and not target.lower().endswith(".svg")):
            raise Unsupported("a picture is drawn as SVG: -o FILE.svg, and no --format")
        content = chart(picture.value).draw(recount)
    else:
        on_screen = not target
        width, colour = (screen.width, screen.colour) if on_screen else (0, False)
        view = View(recount, wanted.spoken, width, colour)
        content = table(form, target).write(view)
    _put(content, target, quiet=quiet)


def _put(content: str | bytes, target: str, *, quiet: bool) -> None:
    if target:
        save(target, content)
        if not quiet:
            print(f"wrote {target}", file=sys.stderr)
        return
    sys.stdout.buffer.write(content.encode("utf-8") if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def spreads(text: str) -> Spread:
    """Return how much may change: one number for both, or one for weights and one for confidences.

    >>> spreads("0.3"), spreads("0.2, 0.05")
    (Spread(weights=0.3, confidences=0.3), Spread(weights=0.2, confidences=0.05))
    """
    try:
        found = [float(one) for one in text.split(",")]
    except ValueError:
        found = []
    if not 1 <= len(found) <= 2 or not all(0 <= one <= 1 for one in found):
        raise Unsupported(
            f"--spread is one or two numbers from 0 to 1, such as 0.2,0.1, and not {text!r}"
        )
    return Spread(found[0], found[-1])


COMMAND = Command("options", run)
