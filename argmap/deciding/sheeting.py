"""A comparison of options as a sheet: the table, what it shows, and how it is to be read."""

from argmap.charting import chart
from argmap.classroom.pages import (
    Block,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Run,
    Runs,
    Sheet,
    Table,
    runs,
)
from argmap.deciding.comparing import Standing
from argmap.deciding.denoting import NOTHING
from argmap.deciding.recounting import Recount
from argmap.text import one_line

CHARTS = ("bars", "tornado")


def sheet(recount: Recount, language: str, *, pictures: bool = False) -> Sheet:
    """Return a comparison as a sheet."""
    contest, say = recount.contest, recount.say
    blocks: list[Block] = []
    if contest.map.question:
        blocks.append(Paragraph(runs(contest.map.question), "lead"))
    blocks.append(_table(recount))
    if pictures:
        blocks.append(_picture(recount, CHARTS[0]))
    for section in recount.sections():
        blocks.append(Heading(2, runs(section.heading)))
        blocks.append(_listed(section.sentences))
        if pictures and section.heading == say("flips") and contest.levers:
            blocks.append(_picture(recount, CHARTS[1]))
    blocks.extend(_lenses(recount))
    blocks.extend(_reasons(recount))
    notes = recount.notes()
    blocks += [Heading(2, runs(notes.heading)), _listed(notes.sentences)]
    return Sheet(
        kind=say("kind"),
        title=one_line(contest.map.title),
        blocks=tuple(blocks),
        language=language,
        landscape=True,
    )


def _listed(sentences: tuple[str, ...]) -> Listing:
    return Listing(tuple(Item(runs(one)) for one in sentences))


def _picture(recount: Recount, name: str) -> Picture:
    drawn = chart(name)
    data = drawn.draw(recount).encode("utf-8")
    return Picture(data, "image/svg+xml", drawn.about(recount))


def _table(recount: Recount) -> Table:
    say, columns = recount.say, recount.contest.tally.columns
    head = [runs(say(key)) for key in ("option", "score", "rank", "first")]
    for one in columns:
        weight = say("weight-of", weight=f"{one.weight:g}")
        head.append(runs(recount.column(one.id), " ", Run(f"({weight})", "small")))
    rows = tuple(_row(recount, one) for one in recount.contest.standings)
    return Table(tuple(head), rows, say("caption"))


def _row(recount: Recount, one: Standing) -> tuple[Runs, ...]:
    name = recount.named(one.option)
    now = recount.say("as-now") if one.option == recount.contest.as_now else ""
    return (
        runs(Run(name, "strong"), Run(f" ({now})", "small") if now else ""),
        runs(recount.score(one)),
        runs(recount.rank(one)),
        runs(recount.share(one.share)),
        *(
            _cell(recount, one.option, column.id, value)
            for column, value in zip(recount.contest.tally.columns, one.cells, strict=True)
        ),
    )


def _cell(recount: Recount, option: str, column: str, value: float | None) -> Runs:
    reasons = recount.reasons(option, column)
    worth = recount.cell(value).replace(" ", "\u00a0").replace("−−", "−\u2060−")
    if not reasons:
        return runs(Run(f"{worth}\u00a0{NOTHING}", "small"))
    parts: list[Run] = [Run(worth, "strong")]
    for polarity in ("support", "attack"):
        named = [one for one in reasons if one.polarity == polarity]
        for place, one in enumerate(named):
            lead = f" {recount.say(polarity)}: " if place == 0 else ", "
            parts.append(Run(lead, "small"))
            parts.append(Run(recount.called(one), "small", to=f"#r-{one.premises[0]}"))
    return tuple(parts)


def _lenses(recount: Recount) -> list[Block]:
    contest, say = recount.contest, recount.say
    if not contest.lenses:
        return []
    head = [runs(say("option"))]
    for key in contest.lenses:
        head.append(runs(recount.who(key) if key else say("everyone")))
    rows = tuple(
        (
            runs(Run(recount.named(one.option), "strong")),
            *(runs(_place(ranks[one.option])) for ranks in contest.lenses.values()),
        )
        for one in contest.standings
    )
    return [
        Heading(2, runs(say("lenses"))),
        Table(tuple(head), rows, say("rank")),
        Paragraph(runs(say("lens-is")), "note"),
    ]


def _place(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def _reasons(recount: Recount) -> list[Block]:
    """Return the claims that are reasons at options, by id, under a heading."""
    keys = {key for one in recount.all_reasons() for key in one.premises}
    if not keys:
        return []
    items = tuple(
        Item(
            runs(
                Run(one_line(key), "strong"), ": ", one_line(recount.contest.map.claims[key].text)
            ),
            anchor=f"r-{key}",
        )
        for key in sorted(keys)
    )
    return [Heading(2, runs(recount.say("reasons"))), Listing(items)]
