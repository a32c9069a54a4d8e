"""A spreadsheet whose weights are live: change one, and scores, ranges and ranks follow.

The cells are numbers that the map gives; everything that follows from weights is a formula, with
its value stored beside it for programs that do not calculate. Texts are stored as texts, so that
none is taken for a formula. The same comparison gives the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from math import fsum
from typing import Any

from argmap.deciding.comparing import Standing
from argmap.deciding.denoting import NOTHING
from argmap.deciding.exporting import DIGITS, rounded
from argmap.deciding.recounting import Recount
from argmap.errors import ToolMissing
from argmap.reasoning.ranking import LEVEL, ranks, weighted
from argmap.tabulating import Table, View
from argmap.text import one_line, printable

HEADS, WEIGHTS, FIRST = 4, 5, 6  # rows of the sheet of options, counted from 0
LONGEST = 32_000  # characters that a cell of a spreadsheet holds


def write(view: View) -> bytes:
    """Return a comparison as a spreadsheet."""
    try:
        xlsxwriter = import_module("xlsxwriter")
    except ImportError as error:
        raise ToolMissing("XlsxWriter", "pip install 'argmap[office]'") from error
    stream = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as book:
        title = printable(view.recount.contest.map.title)[:250]
        book.set_properties({"title": title, "created": datetime(2000, 1, 1)})
        book.set_calc_mode("auto")
        _Sheets(book, view.recount).fill()
    return stream.getvalue()


class _Sheets:
    """The sheets of a spreadsheet that is being written."""

    def __init__(self, book: Any, recount: Recount) -> None:
        self.recount, self.contest, self.say = recount, recount.contest, recount.say
        self.columns = self.contest.tally.columns
        self.count, self.standings = len(self.columns), self.contest.standings
        names = ("sheet-options", "sheet-reasons", "sheet-findings", "sheet-range")
        self.options, self.reasons, self.findings, self.range = (
            book.add_worksheet(self.say(name)) for name in names
        )
        looks = {
            "title": {"bold": True, "font_size": 16},
            "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1},
            "name": {"bold": True, "text_wrap": True, "valign": "top"},
            "text": {"text_wrap": True, "valign": "top"},
            "number": {"num_format": "0.00", "valign": "top"},
            "empty": {"num_format": f'0.00" {NOTHING}"', "valign": "top", "italic": True},
            "score": {"num_format": "0.00", "bold": True, "valign": "top"},
            "rank": {"num_format": "0", "bold": True, "valign": "top"},
            "percent": {"num_format": "0%", "valign": "top"},
            "input": {"bg_color": "#FFF2A8", "border": 1, "bold": True},
            "share": {"bg_color": "#FFF2A8", "border": 1, "bold": True, "num_format": "0%"},
        }
        self.looks = {key: book.add_format(look) for key, look in looks.items()}
        self.weights = _block("$", WEIGHTS, 1, self.count)
        self.spread = f"${_letters(1)}${HEADS}"

    def fill(self) -> None:
        """Write all sheets."""
        self._heads()
        for place, one in enumerate(self.standings):
            self._option(FIRST + place, one)
        self._ranges()
        self._reasons()
        self._findings()

    def _put(self, sheet: Any, place: tuple[int, int], text: str, look: str = "text") -> None:
        sheet.write_string(*place, printable(text)[:LONGEST], self.looks[look])

    def _heads(self) -> None:
        """Write what stands above the options: title, question, criteria and their weights."""
        sheet, say = self.options, self.say
        self._put(sheet, (0, 0), one_line(self.contest.map.title), "title")
        sheet.write_string(1, 0, printable(one_line(self.contest.map.question))[:LONGEST])
        sheet.write_string(2, 0, say("change-weights"))
        self._put(sheet, (HEADS - 1, 0), say("may-change"), "name")
        sheet.write_number(HEADS - 1, 1, self.contest.question.spread.weights, self.looks["share"])
        heads = [say("option"), *(self.recount.column(one.id) for one in self.columns)]
        ends = ("not-below", "not-above") if self.contest.bounded else ("low-seen", "high-seen")
        heads += [say(key) for key in ("score", *ends, "rank", "first-now")]
        for place, head in enumerate(heads):
            self._put(sheet, (HEADS, place), head, "head")
        self._put(sheet, (WEIGHTS, 0), say("weight"), "name")
        for place, one in enumerate(self.columns, 1):
            sheet.write_number(WEIGHTS, place, float(one.weight), self.looks["input"])
        rule = {"validate": "decimal", "criteria": ">=", "value": 0}
        sheet.data_validation(WEIGHTS, 1, WEIGHTS, self.count, rule)
        share = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
        sheet.data_validation(HEADS - 1, 1, HEADS - 1, 1, share)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, self.count, 16)
        sheet.freeze_panes(FIRST, 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADS, WEIGHTS)

    def _option(self, row: int, one: Standing) -> None:
        """Write an option: its cells, and the formulas for all that follows from the weights."""
        sheet, looks = self.options, self.looks
        now = one.option == self.contest.as_now
        name = self.recount.named(one.option) + (f" ({self.say('as-now')})" if now else "")
        self._put(sheet, (row, 0), name, "name")
        for place, (column, value) in enumerate(zip(self.columns, one.cells, strict=True), 1):
            if value is None:
                self._put(sheet, (row, place), self.say("unsettled"))
            else:
                filled = self.recount.reasons(one.option, column.id)
                sheet.write_number(
                    row, place, rounded(value), looks["number" if filled else "empty"]
                )
        cells = _block("", row, 1, self.count)
        weights, score = self.weights, self.count + 1
        unknown = f'IF(SUMPRODUCT({weights}*ISTEXT({cells}))>0,"?",'
        mean = f"SUMPRODUCT({weights},{cells})/SUM({weights})"
        formula = f'=IF(SUM({weights})=0,"",{unknown}{mean}))'
        value = self._score(one)
        blank = "" if not any(self.contest.tally.weights) else "?"
        sheet.write_formula(row, score, formula, looks["score"], blank if value is None else value)
        self._bounds(row, one)
        every = f"{_letters(score)}${FIRST + 1}:{_letters(score)}${FIRST + len(self.standings)}"
        here = f"{_letters(score)}{row + 1}"
        better = f"SUMPRODUCT(ISNUMBER({every})*({every}>{here}+{LEVEL:.9f}))"
        rank = self._ranks()[row - FIRST]
        formula = f'=IF(ISNUMBER({here}),1+{better},"")'
        sheet.write_formula(row, score + 3, formula, looks["rank"], "" if rank is None else rank)
        if one.share is not None:
            sheet.write_number(row, score + 4, rounded(one.share), looks["percent"])

    def _score(self, one: Standing) -> float | None:
        """Return the score as the spreadsheet computes it: of cells with so many decimals."""
        return weighted([rounded(value) for value in one.cells], self.contest.tally.weights)

    def _ranks(self) -> list[int | None]:
        return ranks([self._score(one) for one in self.standings])

    def _bounds(self, row: int, one: Standing) -> None:
        """Write within what a score stays: the most extreme of the means on the sheet of ranges."""
        for side, name in enumerate(("MIN", "MAX")):
            place = self._row(row - FIRST, side)
            sheet = f"'{self.say('sheet-range')}'!"
            means = sheet + _block("", place, 1 + self.count, self.count)
            score = f"{_letters(self.count + 1)}{row + 1}"
            extreme = f'IF(COUNT({means})=0,"",{name}({means}))'
            formula = f'=IF(ISNUMBER({score}),{extreme},"")'
            found = [mean for mean in self._means(one, side) if mean is not None]
            known = found and one.score is not None
            shown = (max if side else min)(found) if known else ""
            at = self.count + 2 + side
            self.options.write_formula(row, at, formula, self.looks["number"], shown)

    def _row(self, place: int, side: int) -> int:
        return 1 + side * (len(self.standings) + 2) + place + 1

    def _sides(self, one: Standing, side: int) -> list[float]:
        """Return the least, or the most, that each cell of an option can be; 0 where unknown."""
        rows = self.contest.highs if side else self.contest.lows
        return [
            0.0 if cell is None else round(value, DIGITS)
            for value, cell in zip(rows[one.option], one.cells, strict=True)
        ]

    def _means(self, one: Standing, side: int) -> list[float | None]:
        """Return, for each cell, the mean where those on its side weigh most, all others least."""
        row, spread = self._sides(one, side), self.contest.question.spread.weights
        found: list[float | None] = []
        for limit in row:
            weights = [
                weight * (1 + spread * (1 if (value >= limit if side else value <= limit) else -1))
                for weight, value in zip(self.contest.tally.weights, row, strict=True)
            ]
            total = fsum(weights)
            found.append(weighted(row, weights) if total else None)
        return found

    def _ranges(self) -> None:
        """Write the sheet that the ranges are computed on."""
        sheet = self.range
        for side, key in enumerate(("least", "most")):
            self._put(sheet, (self._row(-1, side), 0), self.say(key), "head")
            for place, column in enumerate(self.columns, 1):
                head = self.recount.head(column.id)
                self._put(sheet, (self._row(-1, side), place), head, "head")
            for place, one in enumerate(self.standings):
                self._range(self._row(place, side), one, side)
        sheet.set_column(0, 0, 30)

    def _range(self, row: int, one: Standing, side: int) -> None:
        """Write the extreme cells of an option, and a mean for each."""
        sheet, look = self.range, self.looks["number"]
        self._put(sheet, (row, 0), self.recount.named(one.option), "name")
        for n, (value, cell) in enumerate(zip(self._sides(one, side), one.cells, strict=True)):
            if cell is not None:
                sheet.write_number(row, 1 + n, value, look)
        for n, mean in enumerate(self._means(one, side)):
            formula, shown = self._mean(row, n, side), "" if mean is None else mean
            sheet.write_formula(row, 1 + self.count + n, formula, look, shown)

    def _mean(self, row: int, at: int, side: int) -> str:
        options = f"'{self.say('sheet-options')}'!"
        cells, limit = _block("$", row, 1, self.count), f"${_letters(1 + at)}{row + 1}"
        sign = ">=" if side else "<="
        share = f"(1+{options}{self.spread}*(2*({cells}{sign}{limit})-1))"
        load = f"{options}{self.weights}*{share}"
        return f'=IFERROR(IF(COUNT({cells})=0,"",SUMPRODUCT({load}*{cells})/SUMPRODUCT({load})),"")'

    def _reasons(self) -> None:
        """Write a row for each reason."""
        sheet, say = self.reasons, self.say
        keys = ("option", "criterion", "polarity", "reason", "text", "strength", "founded")
        for place, key in enumerate(keys):
            self._put(sheet, (0, place), say(key), "head")
        row = 1
        claims = self.contest.map.claims
        for one in self.standings:
            for column in self.columns:
                for reason in self.recount.reasons(one.option, column.id):
                    worth = rounded(self.recount.worth(reason))
                    texts = (
                        one.option,
                        self.recount.head(column.id),
                        say(reason.polarity),
                        reason.id,
                        " + ".join(one_line(claims[key].text) for key in reason.premises),
                    )
                    for place, text in enumerate(texts):
                        self._put(sheet, (row, place), text)
                    if worth is not None:
                        sheet.write_number(row, 5, worth, self.looks["number"])
                    founded = reason.id in self.contest.founded
                    self._put(sheet, (row, 6), say("yes" if founded else "no"))
                    row += 1
        for place, wide in enumerate((22, 14, 12, 34, 70, 10, 12)):
            sheet.set_column(place, place, wide)
        sheet.freeze_panes(1, 0)

    def _findings(self) -> None:
        """Write what the comparison shows, in sentences."""
        row = 0
        for section in (*self.recount.sections(), self.recount.notes()):
            self._put(self.findings, (row, 0), section.heading, "head")
            for place, sentence in enumerate(section.sentences, row + 1):
                self._put(self.findings, (place, 0), sentence)
            row += len(section.sentences) + 2
        self.findings.set_column(0, 0, 110)


def _letters(column: int) -> str:
    """Return the letters of a column, counted from 0.

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    rest, last = divmod(column, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _block(fixed: str, row: int, left: int, count: int) -> str:
    """Return the address of some cells of a row, both counted from 0.

    >>> _block("$", 4, 1, 3), _block("", 4, 1, 1)
    ('$B$5:$D$5', 'B5:B5')
    """
    ends: Sequence[int] = (left, left + count - 1)
    return ":".join(f"{fixed}{_letters(end)}{fixed}{row + 1}" for end in ends)


TABLE = Table("xlsx", (".xlsx",), write)
