"""The terminal: a table as wide as the screen, or a list where that is narrow, and the findings."""

import io
import textwrap
from collections.abc import Iterator

from argmap.deciding.comparing import Standing
from argmap.deciding.denoting import NOTHING
from argmap.deciding.recounting import Recount
from argmap.tabulating import Table, View
from argmap.text import columns, one_line

WIDTH = 100  # where it is not known
NAME, CELL, HEAD, GAP = 13, 7, 12, 2  # columns that a name, a cell, a heading and a gap take
FIXED = NAME + 11 + 7 + 5  # with score, rank and wins


def write(view: View) -> str:
    """Return a comparison as text."""
    recount, width = view.recount, view.width or WIDTH
    argmap = recount.contest.map
    lines = [*_wrapped(one_line(argmap.title), width)]
    if argmap.question:
        lines += _wrapped(one_line(argmap.question), width)
    lines.append("")
    if width >= _needed(recount):
        lines += _table(recount, width, colour=view.colour)
        lines += ["", *_criteria(recount, width), "", *_reasons(recount, width)]
    else:
        lines += _listed(recount, width)
    for section in recount.sections():
        lines += ["", *_headed(section.heading, colour=view.colour)]
        for sentence in section.sentences:
            lines += _wrapped(sentence, width, "- ")
    lines += _lenses(recount, width, colour=view.colour)
    notes = recount.notes()
    lines += ["", *_headed(notes.heading, colour=view.colour)]
    for sentence in notes.sentences:
        lines += _wrapped(sentence, width, "- ")
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _needed(recount: Recount) -> int:
    """Return how wide a screen must be for the table."""
    heads = [columns(recount.head(one.id)) for one in recount.contest.tally.columns]
    return FIXED + sum(max(CELL, min(one, HEAD)) for one in heads) + GAP * (len(heads) + 3)


def _headed(heading: str, *, colour: bool) -> list[str]:
    return [f"\x1b[1m{heading}\x1b[0m" if colour else heading]


def _wrapped(text: str, width: int, lead: str = "") -> list[str]:
    """Return a text in lines; a width is counted in characters, as screens mostly have them."""
    return textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
    ) or [lead.rstrip()]


def _table(recount: Recount, width: int, *, colour: bool) -> list[str]:
    """Return the options by criteria: worth of cells, scores and ranks with their range."""
    say, tally = recount.say, recount.contest.tally
    heads = [say("option"), say("score"), say("rank"), say("first")]
    heads += [recount.head(one.id) for one in tally.columns]
    rows = []
    for one in recount.contest.standings:
        row = [_name(recount, one), _two(recount.score(one)), _two(recount.rank(one))]
        row.append(recount.share(one.share))
        for column, value in zip(tally.columns, one.cells, strict=True):
            mark = "" if recount.reasons(one.option, column.id) else f"\n{NOTHING}"
            row.append(recount.cell(value) + mark)
        rows.append(row)
    return _drawn(heads, rows, width, colour=colour)


def _two(text: str) -> str:
    """Return a number and its range in two lines."""
    return text.replace(" (", "\n").removesuffix(")")


def _name(recount: Recount, one: Standing) -> str:
    now = one.option == recount.contest.as_now
    return recount.named(one.option) + (f" ({recount.say('as-now')})" if now else "")


def _drawn(heads: list[str], rows: list[list[str]], width: int, *, colour: bool) -> list[str]:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  a slow import that few commands need
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as Grid  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    stream = io.StringIO()
    grid = Grid(
        box=SIMPLE_HEAD, padding=(0, GAP - 1, 0, 0), show_edge=False, header_style="bold",
        leading=int(any("\n" in cell for row in rows for cell in row)),
    )  # fmt: skip
    for head in heads:
        grid.add_column(Text(head), overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    console = Console(
        file=stream, width=width, force_terminal=colour, no_color=not colour, highlight=False,
        legacy_windows=False, color_system="standard" if colour else None,
    )  # fmt: skip
    console.print(grid)
    return stream.getvalue().rstrip("\n").split("\n")


def _criteria(recount: Recount, width: int) -> Iterator[str]:
    """Yield what the criteria are, and what they weigh."""
    yield recount.say("criteria")
    for one in recount.contest.tally.columns:
        weight = recount.say("weight-of", weight=f"{one.weight:g}")
        yield from _wrapped(
            f"{recount.head(one.id)}: {recount.column(one.id)} ({weight})", width, "  "
        )


def _reasons(recount: Recount, width: int) -> Iterator[str]:
    """Yield the reasons in each cell: for or against, their ids, and how much they count."""
    yield recount.say("reasons")
    for one in recount.contest.standings:
        yield from _wrapped(_name(recount, one), width, "  ")
        yield from _cells(recount, one, width, "    ")


def _cells(recount: Recount, one: Standing, width: int, indent: str) -> Iterator[str]:
    tally = recount.contest.tally
    room = max(columns(recount.head(column.id)) for column in tally.columns)
    for column, value in zip(tally.columns, one.cells, strict=True):
        head = recount.head(column.id)
        reasons = recount.reasons(one.option, column.id)
        told = ", ".join(
            f"{'+' if reason.polarity == 'support' else '−'} {recount.called(reason)}"
            f" {_number(recount.worth(reason))}"
            for reason in reasons
        )
        mark = told or f"{NOTHING} {recount.say('none')}"
        gap = " " * (room - columns(head) + 2)
        lead = f"{indent}{head}{gap}{recount.cell(value):<8}"
        yield from _wrapped(mark, width, lead) if width > 60 else _short(lead, mark, width, indent)


def _short(lead: str, told: str, width: int, indent: str) -> Iterator[str]:
    yield lead
    yield from _wrapped(told, width, f"{indent}  ")


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:.2f}"


def _listed(recount: Recount, width: int) -> Iterator[str]:
    """Yield the options one below the other."""
    for one in recount.contest.standings:
        yield from _wrapped(_name(recount, one), width)
        for key, told in (
            ("score", recount.score(one)),
            ("rank", recount.rank(one)),
            ("first", recount.share(one.share)),
        ):
            yield f"  {recount.say(key)}: {told}"
        yield from _cells(recount, one, width, "  ")
        yield ""
    yield from _criteria(recount, width)


def _lenses(recount: Recount, width: int, *, colour: bool) -> Iterator[str]:
    """Yield the ranks as each stakeholder sees them."""
    contest, say = recount.contest, recount.say
    if not contest.lenses:
        return
    yield ""
    yield from _headed(say("lenses"), colour=colour)
    heads = [say("option"), *(one_line(key) or say("everyone") for key in contest.lenses)]
    rows = [
        [
            recount.named(one.option),
            *(str(ranks[one.option] or "–") for ranks in contest.lenses.values()),
        ]
        for one in contest.standings
    ]
    yield from _drawn(heads, rows, width, colour=colour)
    names = (f"{one_line(key)} {recount.who(key)}" for key in contest.map.stakeholders)
    yield from _wrapped(" · ".join([say("lens-is"), *names]), width)


TABLE = Table("terminal", (".txt",), write)
