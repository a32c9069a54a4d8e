"""A tornado: what moves the lead of the first option over the second, the most on top."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.charting import Chart
from argmap.deciding.denoting import Denoted
from argmap.deciding.flipping import Lever
from argmap.picture.measuring import wrap
from argmap.picture.plotting import BODY, LEAD, MARGIN, MARK, SMALL, Anchor, Plot, Type

NAMES, BARS, SIDE = 300.0, 480.0, 74.0
HIGH, MOST = 26.0, 12
LESS, MORE = 0, 9  # the kinds of bar: plain, and with another fill and a pattern
LEADING = 1.28
FIGURE, AMOUNT = Type(12.0), Type(11.0, tone="quiet")
_NOTHING = 1e-9


def draw(told: Denoted) -> str:
    """Return the chart as SVG."""
    say, contest = told.say, told.contest
    plot = Plot(2 * MARGIN + NAMES + BARS + 2 * SIDE, say.language)
    title = say("picture-tornado")
    y = plot.heading(contest.map.title or title, MARGIN - 6)
    room = plot.wide - 2 * MARGIN
    y = plot.words(_lead(told), (MARGIN, y + 2), room, LEAD)
    levers = contest.levers[:MOST]
    if levers and contest.lead is not None:
        y = _bars(plot, told, levers, round(y + 66))
        y = _legend(plot, told, round(y + 22))
    return plot.svg(round(y + MARGIN - 4), f"{contest.map.title}: {title}", about(told))


def about(told: Denoted) -> str:
    """Return all that the chart shows, in words."""
    return " ".join((_lead(told), *_about(told)))


def _lead(told: Denoted) -> str:
    if not told.contest.levers:
        return told.say("tornado-none")
    return told.say("tornado-about", **_rivals(told))


def _about(told: Denoted) -> Iterator[str]:
    for one in told.contest.levers[:MOST]:
        low, high = signed(one.low), signed(one.high)
        yield told.say("tornado-one", what=_name(told, one), low=low, high=high)


def _rivals(told: Denoted) -> dict[str, str]:
    first, second = (told.option(one.option) for one in told.contest.standings[:2])
    return {"first": first, "second": second}


def _name(told: Denoted, one: Lever) -> str:
    if one.weight:
        return told.say("lever-weight", what=told.say("quote", text=told.column(one.what)))
    return told.say("lever-confidence", what=told.option(one.what))


def signed(value: float) -> str:
    """Return a lead with its sign.

    >>> signed(0.0312), signed(-0.2), signed(-0.0001)
    ('+0.031', '−0.200', '0.000')
    """
    if abs(value) < 0.0005:
        return "0.000"
    return f"{'+' if value > 0 else '−'}{abs(value):.3f}"


class _Scale:
    """From leads to places on the page."""

    def __init__(self, leads: list[float]) -> None:
        self.low, self.high = min(0.0, *leads), max(0.0, *leads)
        self.left = MARGIN + NAMES + SIDE

    def at(self, lead: float) -> float:
        """Return where a lead is."""
        return self.left + BARS * (lead - self.low) / max(self.high - self.low, _NOTHING)


def _bars(plot: Plot, told: Denoted, levers: tuple[Lever, ...], top: float) -> float:
    now = told.contest.lead or 0.0
    scale = _Scale([now, *(end for one in levers for end in (one.low, one.high))])
    y = top
    lines = [wrap(_name(told, one), NAMES - 16, BODY.size) for one in levers]
    heights = [max(HIGH + 16, len(one) * BODY.size * LEADING + 12) for one in lines]
    bottom = top + sum(heights)
    for one, words, high in zip(levers, lines, heights, strict=True):
        base = y + (high - len(words) * BODY.size * LEADING) / 2 + BODY.size - 6
        for line in words:
            plot.line(line, (MARGIN, base), BODY)
            base += BODY.size * LEADING
        _bar(plot, told, one, (scale, now), y + (high - HIGH) / 2 - 6)
        y += high
    plot.stroke((scale.at(0), top - 8, scale.at(0), bottom), wide=2.5, dashes="7 4")
    plot.stroke((scale.at(now), top - 8, scale.at(now), bottom), wide=1.5)
    _heads(plot, told, scale, top - 8)
    return bottom


def _heads(plot: Plot, told: Denoted, scale: _Scale, y: float) -> None:
    """Add what the zero line and the line of the lead stand for."""
    now, zero = scale.at(told.contest.lead or 0.0), scale.at(0.0)
    edge = plot.wide - MARGIN
    lead = told.say("lead-now", lead=signed(told.contest.lead or 0.0))
    plot.line(lead, (now, y - 6), MARK)
    first, second = _rivals(told).values()
    ahead = "→ " + told.say("first-leads", first=first)
    behind = told.say("second-leads", second=second) + " ←"
    room = edge - zero - 8
    y -= 6 + SMALL.size * LEADING
    plot.line(wrap(ahead, room, SMALL.size)[0], (zero + 6, y), SMALL)
    told_behind = wrap(behind, zero - MARGIN, SMALL.size)[-1]
    plot.line(told_behind, (zero - 6, y), replace(SMALL, anchor="end"))


def _bar(plot: Plot, told: Denoted, one: Lever, place: tuple[_Scale, float], y: float) -> None:
    """Add the two parts of a bar: where less is, and where more is, of what moves the lead."""
    scale, now = place
    ends = sorted(
        zip((one.low, one.high), one.between, (LESS, MORE), strict=True), key=lambda end: end[0]
    )
    for lead, value, kind in ends:
        if abs(lead - now) > _NOTHING:
            left, right = sorted((scale.at(now), scale.at(lead)))
            told_at = told.say("at", value=f"{value:.4g}")
            plot.bar(kind, (left, y, right, y + HIGH), f"{told_at}: {signed(lead)}")
    (least, value, _), (most, other, _) = ends
    sides: tuple[tuple[float, float, Anchor, int], ...] = (
        (least, value, "end", -6),
        (most, other, "start", 6),
    )
    for lead, amount, anchor, shift in sides:
        turned = lead < -_NOTHING
        label = signed(lead) + (" ⇄" if turned else "")
        x = scale.at(lead) + shift
        plot.line(label, (x, y + 11), replace(FIGURE, bold=turned, anchor=anchor))
        at = told.say("at", value=f"{amount:.4g}")
        plot.line(at, (x, y + 24), replace(AMOUNT, anchor=anchor))


def _legend(plot: Plot, told: Denoted, y: float) -> float:
    for kind, key in ((LESS, "less"), (MORE, "more")):
        plot.bar(kind, (MARGIN, y, MARGIN + 32, y + 20), told.say(key))
        y = plot.words(told.say(key), (MARGIN + 44, y + 1), plot.wide - 2 * MARGIN - 44, BODY) + 8
    if any(min(one.low, one.high) < -_NOTHING for one in told.contest.levers[:MOST]):
        plot.line("⇄", (MARGIN + 16, y + 13), MARK)
        y = plot.words(told.say("turned"), (MARGIN + 44, y), plot.wide - 2 * MARGIN - 44, BODY)
    return y


CHART = Chart("tornado", draw, about)
