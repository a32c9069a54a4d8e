"""Comparisons of options written down: all forms say the same, and no text can do harm."""

import csv
import io
import json
import math
import re
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path

import pytest
from test_deciding import lot

from argmap.charting import charts
from argmap.deciding.comparing import Question, compare
from argmap.deciding.ranging import Bounds, Spread
from argmap.deciding.recounting import Recount
from argmap.errors import UnknownName
from argmap.loading import document, load
from argmap.model import Criterion
from argmap.phrasing import phrases, spoken
from argmap.reasoning.ranking import OTHER, Tally, ranks
from argmap.tabulating import Table, View, members, table
from argmap.translating import translated

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")

ROOT = Path(__file__).parent.parent
FIVE = ROOT / "arguments" / "five-options.yaml"
EVIL = '=HYPERLINK("http://x")<script>alert(1)</script>|[x](javascript:a)&"\u202e\x1b[31m'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def contests():
    """Comparisons of a real map, of one whose texts are ill-meant, and of small random ones."""
    found = [compare(load(FIVE)), compare(document(evil()).map)]
    assert "HYPERLINK" in found[1].map.title
    return found + [compare(lot(seed, circles=seed % 3 == 0)) for seed in range(12)]


def evil():
    """Return a map each of whose texts would do harm if it were not escaped."""
    text = json.dumps(EVIL)
    return f"""
argmap: 1
title: {text}
question: {text}
stakeholders: {{us: {text}}}
criteria: [{{id: cost, text: {text}, weight: 2}}, {{id: "-1+1", text: "@SUM(1)"}}]
options:
  - id: one
    text: {text}
    support: [{{id: "-2", text: {text}, criterion: cost, stakeholder: us}}]
  - {{id: two, text: "+2", label: {text}, attack: [{{text: "=1+1", criterion: "-1+1"}}]}}
""".encode()


def written(contest, name, language="en"):
    view = View(Recount(contest, phrases("options", language)), language)
    return table(name).write(view)


def rows_of(contest):
    return list(csv.DictReader(io.StringIO(written(contest, "csv"), newline="")))


def test_csv_and_json_and_the_spreadsheet_agree(contests):
    compared = 0
    for contest in contests:
        data, rows = json.loads(written(contest, "json")), rows_of(contest)
        sheet = openpyxl.load_workbook(
            io.BytesIO(written(contest, "xlsx")), data_only=True
        ).worksheets[0]
        heads = [cell.value for cell in sheet[5]]
        assert [float(cell.value) for cell in sheet[6][1 : len(contest.tally.columns) + 1]] == [
            one["weight"] for one in data["criteria"]
        ]
        assert len(rows) == len(data["options"]) == sheet.max_row - 6
        for number, (option, row) in enumerate(zip(data["options"], rows, strict=True)):
            cells = [cell.value for cell in sheet[7 + number]]
            assert unguarded(row["option"]) == option["id"]
            assert near(row["score"], option["score"]) and near(row["first"], option["first"])
            assert near(row["low"], option["range"]["low"])
            assert near(row["high"], option["range"]["high"])
            assert near(row["rank"], option["rank"]) and near(row["best"], option["ranks"]["best"])
            assert row["range-exact"] == str(option["range"]["exact"]).lower()
            for place, one in enumerate(data["criteria"], 1):
                name = one["id"] or "(other)"
                said = next(v for k, v in row.items() if unguarded(k).startswith(f"{name} (weight"))
                assert near(said, option["cells"][one["id"]]["value"])
                assert near(said, cells[place])
                compared += 1
            at = len(data["criteria"]) + 1
            assert near(row["score"], cells[at]) and near(row["rank"], cells[at + 3])
            if option["range"]["exact"]:
                assert near(row["low"], cells[at + 1]) and near(row["high"], cells[at + 2])
            elif option["score"] is not None:
                assert cells[at + 1] <= option["range"]["low"] + 1e-5
                assert cells[at + 2] >= option["range"]["high"] - 1e-5
        assert heads[0] == "Option"
    assert compared > 50


def near(one, other):
    """Tell whether two forms of a number are the same, to six decimals."""
    if one in ("", None) or other in ("", None, "?"):
        return one in ("", None) and other in ("", None, "?")
    return math.isclose(float(one), float(other), abs_tol=1.1e-6)


def unguarded(text):
    return text.removeprefix("'")


def test_formulas_of_the_spreadsheet_give_what_argmap_gives(contests):
    for contest in contests:
        content = written(contest, "xlsx")
        formulas = openpyxl.load_workbook(io.BytesIO(content))
        values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        book, count = Book(formulas), 0
        for sheet in formulas.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        stored = values[sheet.title][cell.coordinate].value
                        assert same(book.value(sheet.title, cell.coordinate), stored or "", stored)
                        count += 1
        assert count >= 4 * len(contest.standings)


def test_the_spreadsheet_follows_its_weights(contests):
    for contest in contests[:8]:
        tally = contest.tally
        formulas = openpyxl.load_workbook(io.BytesIO(written(contest, "xlsx")))
        sheet, spread = formulas.worksheets[0], 0.35
        weights = [0.5 + 3 * n % 4 for n in range(len(tally.columns))]
        for place, weight in enumerate(weights, 1):
            sheet.cell(6, place + 1).value = weight
        sheet["B4"].value = spread
        book, at = Book(formulas), len(weights) + 2
        changed = Tally(tally.map, tally.semantics)
        changed.__dict__["weights"] = tuple(weights)
        scores = changed.scores(changed.cells(changed.bases), weights)
        bounds = Bounds(changed, Spread(spread, contest.question.spread.confidences))
        for row, one in enumerate(contest.standings, 7):
            option = tally.options.index(one.option)
            found = [book.value(sheet.title, sheet.cell(row, at + n).coordinate) for n in range(4)]
            assert found[0] == pytest.approx(scores[option], abs=1e-5)
            assert found[3] == ranks(scores)[option]
            if bounds.known:
                assert found[1:3] == pytest.approx(list(bounds.score(option)), abs=1e-5)


def same(found, blank, stored):
    if isinstance(stored, int | float):
        return math.isclose(found, stored, abs_tol=1e-9)
    return found in ("", None) if stored in ("", None) else found == blank


class Cells(list):
    """Values that are computed with one by one, as spreadsheets do."""

    def each(self, other, step):
        others = other if isinstance(other, Cells) else [other] * len(self)
        return Cells(step(a or 0, b or 0) for a, b in zip(self, others, strict=True))

    def __mul__(self, other):
        return self.each(other, lambda a, b: 0 if isinstance(a, str) else a * b)

    def __add__(self, other):
        return self.each(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self.each(other, lambda a, b: a - b)

    def __le__(self, other):
        return self.each(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self.each(other, lambda a, b: a >= b)

    def __gt__(self, other):
        return self.each(other, lambda a, b: isinstance(a, str) or a > b)

    __rmul__, __radd__ = __mul__, __add__


class Book:
    """Computes the formulas of a spreadsheet: as much of the language as argmap writes."""

    ADDRESS = re.compile(r"(?:'([^']+)'!)?(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?")

    def __init__(self, book):
        self.book = book
        self.functions = {
            "SUM": lambda cells: sum(one for one in cells if isinstance(one, int | float)),
            "COUNT": lambda cells: sum(isinstance(one, int | float) for one in cells),
            "MIN": lambda cells: min(one for one in cells if isinstance(one, int | float)),
            "MAX": lambda cells: max(one for one in cells if isinstance(one, int | float)),
            "SUMPRODUCT": lambda *rows: sum(math.prod(one) for one in zip(*rows, strict=True)),
            "ISTEXT": lambda cells: Cells(isinstance(one, str) for one in cells),
            "ISNUMBER": self.are_numbers,
        }

    @staticmethod
    def are_numbers(cells):
        if isinstance(cells, Cells):
            return Cells(isinstance(one, int | float) for one in cells)
        return isinstance(cells, int | float)

    def value(self, sheet, address):
        found = self.book[sheet][address.replace("$", "")].value
        if not isinstance(found, str) or not found.startswith("="):
            return found
        source = self.ADDRESS.sub(lambda match: self.python(sheet, match), found[1:])
        source = re.sub(r"(?<![<>=])=(?!=)", "==", source)
        names = dict(self.functions, cell=self.value, cells=self.cells, tried=tried)
        return eval(lazy(source), names)

    def python(self, sheet, match):
        title, start, end = match.groups()
        if end is None:
            return f"cell({title or sheet!r}, {start!r})"
        return f"cells({title or sheet!r}, {f'{start}:{end}'!r})"

    def cells(self, sheet, block):
        rows = self.book[sheet][block.replace("$", "")]
        return Cells(self.value(sheet, one.coordinate) for row in rows for one in row)


def lazy(source):
    """Return a formula in which IF and IFERROR compute only what they need."""
    for name, template in (("IFERROR", "tried(lambda: {0}, {1})"), ("IF", "({1} if {0} else {2})")):
        while match := re.search(rf"\b{name}\(", source):
            parts, end = split(source, match.end())
            source = source[: match.start()] + template.format(*parts) + source[end:]
    return source


def tried(formula, otherwise):
    try:
        return formula()
    except ZeroDivisionError:
        return otherwise


def split(source, start):
    """Return the arguments of a call that begin at a place, and where it ends."""
    parts, depth, last, quoted = [], 0, start, ""
    for place in range(start, len(source)):
        sign = source[place]
        if quoted or sign in "'\"":
            quoted = "" if sign == quoted else quoted or sign
        elif sign == "(":
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        elif sign in ",)" and not depth:
            parts.append(source[last:place])
            last = place + 1
            if sign == ")":
                return parts, last
    raise AssertionError(source)


def test_no_text_is_taken_for_a_formula(contests):
    contest = contests[1]
    for row in csv.reader(io.StringIO(written(contest, "csv"), newline="")):
        for cell in row:
            assert not re.match(r"\s*[=+@\t\r|%]|\s*-(?!\d*\.?\d+$)", cell)
    book = openpyxl.load_workbook(io.BytesIO(written(contest, "xlsx")))
    texts = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.hyperlink is None
                if cell.data_type == "f":
                    assert "HYPERLINK" not in cell.value and "@" not in cell.value
                texts += cell.data_type == "s" and "=HYPERLINK" in cell.value
    assert texts > 4


@pytest.mark.parametrize("name", sorted(members("tables", Table)))
@pytest.mark.parametrize("language", spoken("options"))
def test_ill_meant_texts_do_no_harm_and_bytes_are_the_same_again(contests, name, language):
    found = written(contests[1], name, language)
    assert found == written(compare(document(evil()).map), name, language)
    if isinstance(found, str):
        assert "\u202e" not in found or name == "json"
        assert "\x1b[31m" not in found
        assert not re.search(r"(?<!\\)<script", found) or name in ("json", "csv", "terminal")


def test_the_page_is_strict_and_accessible(contests):
    page = unescape(written(contests[0], "html"))
    assert "default-src 'none'" in page and "<script" not in page
    assert 'http-equiv="Content-Security-Policy"' in page
    assert (
        page.count("<caption>") == 2 and '<th scope="col">' in page and '<th scope="row">' in page
    )
    assert "@media print" in page and page.count("data:image/svg+xml;base64,") == 2
    assert not re.search(r'(?:src|href)="(?!data:|#)', page)


@pytest.mark.parametrize("name", charts())
@pytest.mark.parametrize("language", spoken("options"))
def test_charts_are_sound_and_say_in_words_what_they_show(contests, name, language):
    for contest in contests:
        recount = Recount(contest, phrases("options", language))
        chart = charts()[name]
        drawn = chart.draw(recount)
        assert drawn == chart.draw(recount)
        root = ET.fromstring(drawn)
        assert root.find(f"{SVG}title").text and root.find(f"{SVG}desc").text
        assert root.get("aria-labelledby").split()[0] == root.find(f"{SVG}title").get("id")
        wide, high = (float(one) for one in root.get("viewBox").split()[2:])
        for one in root.iter():
            assert one.tag.removeprefix(SVG) in {
                "svg", "title", "desc", "style", "defs", "pattern", "path", "rect", "g", "text",
            }  # fmt: skip
            if one.tag in (f"{SVG}text", f"{SVG}rect") and one.get("x"):
                left, long = float(one.get("x")), one.get("textLength") or one.get("width")
                assert left >= -1 and left + float(long or 0) <= wide + 1, one.attrib
                assert 0 <= float(one.get("y")) <= high


def test_bars_are_as_long_as_the_scores(contests):
    recount = Recount(contests[0], phrases("options"))
    root = ET.fromstring(charts()["bars"].draw(recount))
    spans = [float(one.get("width")) for one in root.iter(f"{SVG}rect") if one.get("class") == "f0"]
    rows = {}
    for one in root.iter(f"{SVG}rect"):
        if (one.get("class") or "").startswith("f"):
            rows[one.get("y")] = rows.get(one.get("y"), 0) + float(one.get("width"))
    assert len(spans) == len(contests[0].standings) + 1  # with the legend's
    scores = [one.score for one in contests[0].standings]
    assert list(rows.values())[: len(scores)] == pytest.approx([560 * one for one in scores], abs=1)


@pytest.mark.parametrize("name", charts())
def test_the_charts_of_the_documentation_are_current(snapshot, name):
    recount = Recount(compare(load(FIVE)), phrases("options"))
    snapshot(ROOT / "docs" / f"options-{name}.svg", charts()[name].draw(recount))


def test_thirty_options_and_forty_criteria_fit(tmp_path):
    options = "".join(
        f"  - {{id: o{n}, text: Option {n}., support: [{{text: Reason {n}., confidence: 0.{n:02},"
        f" criterion: k{n % 40}}}]}}\n"
        for n in range(30)
    )
    criteria = "".join(f"  - {{id: k{n}, text: Criterion {n}.}}\n" for n in range(40))
    argmap = document(
        f"argmap: 1\ntitle: Many\ncriteria:\n{criteria}options:\n{options}".encode()
    ).map
    contest = compare(argmap, Question(seed=3))
    assert len(contest.standings) == 30
    for name in members("tables", Table):
        assert written(contest, name)
    for name in charts():
        ET.fromstring(charts()[name].draw(Recount(contest, phrases("options"))))
    lines = written(contest, "terminal").splitlines()
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(contests, width):
    for contest in contests[:4]:
        view = View(Recount(contest, phrases("options")), "en", width)
        lines = table("terminal").write(view).splitlines()
        longest = max((word for line in lines for word in line.split()), key=len)
        assert max(map(len, lines)) <= max(width, len(longest) + 12)


def test_the_words_are_the_same_in_both_languages():
    english, spanish = (phrases("options", one).words for one in ("en", "es"))
    assert spanish.keys() == english.keys()
    slots = re.compile(r"\{(\w+)\}")
    for key, phrase in english.items():
        assert set(slots.findall(phrase)) == set(slots.findall(spanish[key])), key
    source = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("deciding", "tables", "charts")
        for path in (ROOT / "argmap" / folder).glob("*.py")
    )
    composed = re.compile(r"(weight|confidence)-(up|down|none)|attack|support")
    unused = [one for one in english if not re.search(rf"""["']{one}["']""", source)]
    assert [one for one in unused if not composed.fullmatch(one)] == []


def test_a_table_is_found_by_name_or_suffix():
    assert table("", "x.CSV").name == "csv"
    with pytest.raises(UnknownName, match="there are: csv, html"):
        table("doc")


def test_the_column_of_other_reasons_is_there_only_if_needed():
    contest = compare(load(FIVE))
    assert OTHER not in [one.id for one in contest.tally.columns]
    without = Tally(lot(2), only=frozenset())
    assert [one.id for one in without.columns] in (
        [one.id for one in without.map.criteria],
        [OTHER],
    )
    assert isinstance(without.columns[0], Criterion)


def test_the_status_quo_is_known_in_each_language_of_a_map():
    argmap = document(
        b"""
argmap: 1
title: {en: The border, es: La frontera}
options:
  - {id: wall, text: {en: Congress should pay for a wall., es: El Congreso pague un muro.}}
  - id: same
    text:
      en: Congress should keep the current policy.
      es: El Congreso debe mantener la postura de hoy.
"""
    ).map
    assert argmap.translations
    assert compare(argmap).as_now == "same"
    assert compare(translated(argmap, "es")).as_now == "same"
    assert compare(load(FIVE)).as_now == ""
