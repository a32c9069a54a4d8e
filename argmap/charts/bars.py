"""Stacked bars: the score of each option, made of what each criterion adds, with its range."""

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from argmap.charting import Chart
from argmap.deciding.comparing import Standing
from argmap.deciding.denoting import NOTHING, Denoted
from argmap.picture.measuring import width, wrap
from argmap.picture.plotting import BODY, LEAD, MARGIN, MARK, NAME, SMALL, Plot, Type, letter

NAMES, BARS, TOTAL = 230.0, 560.0, 130.0
HIGH, ROW = 34.0, 74.0
LEADING = 1.28
FIGURE = Type(15.0, bold=True)


def draw(told: Denoted) -> str:
    """Return the chart as SVG."""
    say, contest = told.say, told.contest
    plot = Plot(2 * MARGIN + NAMES + BARS + TOTAL, say.language)
    title = say("picture-bars")
    y = plot.heading(contest.map.title or title, MARGIN - 6)
    lead = " · ".join(one for one in (title, contest.map.question) if one)
    y = plot.words(lead, (MARGIN, y + 2), plot.wide - 2 * MARGIN, LEAD)
    top = y = round(y + 40)
    _axis(plot, top, top + sum(_high(told, one) for one in contest.standings))
    for one in contest.standings:
        _row(plot, told, one, y)
        y += _high(told, one)
    y = _legend(plot, told, y + 22)
    return plot.svg(round(y + MARGIN - 8), f"{contest.map.title}: {title}", about(told))


def about(told: Denoted) -> str:
    """Return all that the chart shows, in words."""
    return " ".join((told.say("bars-about"), *_about(told)))


def _about(told: Denoted) -> Iterator[str]:
    for one in told.contest.standings:
        if one.score is None:
            yield told.say("bars-none", option=told.option(one.option))
            continue
        named = zip(told.contest.tally.columns, parts(told, one), strict=True)
        yield told.say(
            "bars-one",
            option=told.option(one.option),
            score=f"{one.score:.2f}",
            range=told.range(one),
            rank=one.rank,
            parts=", ".join(f"{told.head(column.id)} {part:.2f}" for column, part in named),
        )


def parts(told: Denoted, one: Standing) -> list[float]:
    """Return what each criterion adds to a score; together they are the score."""
    weights = told.contest.tally.weights
    total = fsum(weights) or 1.0
    return [
        weight * (value or 0.0) / total for weight, value in zip(weights, one.cells, strict=True)
    ]


def _name(told: Denoted, one: Standing) -> list[str]:
    now = f" ({told.say('as-now')})" if one.option == told.contest.as_now else ""
    name = ("" if one.rank is None else f"{one.rank}. ") + told.named(one.option) + now
    lines = wrap(name, NAMES - 18, NAME.size, bold=True)
    return [*lines[:3], "…"] if len(lines) > 4 else lines


def _high(told: Denoted, one: Standing) -> float:
    return max(ROW, len(_name(told, one)) * BODY.size * LEADING + 24)


def _axis(plot: Plot, top: float, bottom: float) -> None:
    for n in range(5):
        x = MARGIN + NAMES + BARS * n / 4
        plot.stroke((x, top - 6, x, bottom - 8))
        plot.line(f"{n / 4:g}", (x, top - 11), replace(SMALL, anchor="middle"))


def _row(plot: Plot, told: Denoted, one: Standing, y: float) -> None:
    base = y + BODY.size + 6
    for words in _name(told, one):
        plot.line(words, (MARGIN, base), NAME)
        base += BODY.size * LEADING
    x = left = MARGIN + NAMES
    if one.score is None or one.low is None or one.high is None:
        plot.line(told.say("unsettled"), (x + 8, y + 25), SMALL)
        return
    for n, (column, part) in enumerate(
        zip(told.contest.tally.columns, parts(told, one), strict=True)
    ):
        if part <= 0:
            continue
        right = x + part * BARS
        plot.bar(n, (x, y, right, y + HIGH), f"{told.column(column.id)}: {part:.2f}")
        mark = letter(n) if told.reasons(one.option, column.id) else f"{letter(n)} {NOTHING}"
        if right - x > width(mark, MARK.size, bold=True) + 4:
            plot.line(mark, ((x + right) / 2, y + HIGH / 2 + 4.5), MARK)
        x = right
    plot.span(left + one.low * BARS, left + one.high * BARS, y + HIGH + 11)
    edge = MARGIN + NAMES + BARS + 14
    plot.line(f"{one.score:.2f}", (edge, y + 16), FIGURE)
    reach = told.score(one).partition("(")[2].removesuffix(")")
    plot.line(reach, (edge, y + 34), SMALL)
    wins = f"{told.say('first')} {told.share(one.share)}"
    plot.line(wins, (edge, y + 50), SMALL)


def _legend(plot: Plot, told: Denoted, y: float) -> float:
    room = plot.wide - 2 * MARGIN - 44
    for n, column in enumerate(told.contest.tally.columns):
        plot.bar(n, (MARGIN, y, MARGIN + 32, y + 20), told.column(column.id))
        plot.line(letter(n), (MARGIN + 16, y + 14.5), MARK)
        weight = told.say("weight-of", weight=f"{column.weight:g}")
        name = f"{told.column(column.id)} ({weight})"
        y = plot.words(name, (MARGIN + 44, y + 1), room, BODY) + 8
    plot.span(MARGIN, MARGIN + 32, y + 9)
    y = plot.words(told.say("whisker"), (MARGIN + 44, y), room, BODY) + 8
    if not told.is_full():
        plot.line(NOTHING, (MARGIN + 16, y + 13), MARK)
        y = plot.words(told.say("nothing-is"), (MARGIN + 44, y), room, BODY)
    return y


CHART = Chart("bars", draw, about)
