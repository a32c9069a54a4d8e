"""Texts that begin with, or have in them, a sign that means something else to YAML."""

import re

from argmap.text import nearest
from argmap.yamlfile.flaws import shown
from argmap.yamlfile.quoting import is_quote_kept, quoted
from argmap.yamlfile.surveying import Change, Line, Repair, Scene

SIGNS = {
    "*": "star", "&": "ampersand", "!": "exclamation", "{": "brace", "[": "bracket", ">": "greater",
    "|": "bar", "@": "at", "%": "percent", "-": "dash", "?": "question", "`": "backtick",
    ",": "comma", "]": "bracket", "}": "brace", ":": "colon",
}  # fmt: skip
_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_ESCAPE = re.compile(
    r"""\\(?:[0abt\tnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}
    |U[0-9a-fA-F]{8}|$)|(?P<bad>\\(?:u[dD][0-9a-fA-F]{3})?)""",
    re.X,
)
_LEAD = re.compile(r" *(?:-[ \t]+)*[ \t]*")
_NAME = re.compile(r"[*&][^\s,\[\]{}]*")
_COLON = re.compile(r":(?=[ \t]|$)")


def sign(scene: Scene, number: int, column: int) -> Repair | None:
    """Look at a text that begins, at a column, with a sign that means something to YAML."""
    found = scene.lines[number][column : column + 1]
    start, end = scene.stretch(number, column)
    if found not in SIGNS or start != column or end <= start:
        return None
    line = scene.at(number)
    text = line.text[start:end]
    changes: tuple[Change, ...] = ((number, start, end, quoted(text)),)
    if start == line.at:
        changes = scene.requoted(line)
    slots = {"sign": found, "better": shown(quoted(text))}
    return Repair("AM017", number, start, end, slots, SIGNS[found], changes)


def sign_here(scene: Scene) -> Repair | None:
    """Look at the sign where the parser stopped."""
    return sign(scene, scene.number, scene.column)


def sign_before(scene: Scene) -> Repair | None:
    """Look at the sign where that began which the parser was reading."""
    return sign(scene, *scene.trouble.opener) if scene.trouble.opener else None


def alias(scene: Scene) -> Repair | None:
    """Look at an alias that names no anchor: it may be a text that begins with a star."""
    text, found = scene.line.text, sign_here(scene)
    name = _NAME.match(text, scene.column)
    if not name or (found and " " in text[found.start : found.end]):
        return found
    known = re.findall(r"(?:^|[\s\[{,:])&([^\s,\[\]{}]+)", "\n".join(scene.lines))
    near = nearest(name[0][1:], known)
    return Repair(
        "AM021",
        scene.number,
        scene.column,
        name.end(),
        {"name": shown(name[0]), "near": f"*{near}"},
        "near" if near else "",
        ((scene.number, scene.column, name.end(), quoted(name[0])),),
        exact=False,
        offered=False,
    )


def anchor(scene: Scene) -> Repair | None:
    """Look at an anchor whose name is taken."""
    name = _NAME.match(scene.line.text, scene.column)
    if not name or not scene.trouble.opener:
        return None
    return Repair(
        "AM022",
        scene.number,
        scene.column,
        name.end(),
        {"name": shown(name[0])},
        changes=((scene.number, scene.column, name.end(), " " * len(name[0])),),
        offered=False,
        related=scene.trouble.opener,
    )


def escape(scene: Scene) -> Repair | None:
    """Look at a backslash in double quotes that nothing known follows."""
    first, start = scene.trouble.opener or (scene.number, 0)
    for number in range(first, scene.number + 1):
        text = scene.lines[number]
        bad = [match for match in _ESCAPE.finditer(text, start) if match["bad"]]
        start = 0
        if bad:
            end = bad[0].end() + (len(bad[0][0]) == 1)
            changes = tuple((number, one.start(), one.start() + 1, "\\\\") for one in bad)
            slots = {"escape": text[bad[0].start() : end]}
            return Repair("AM020", number, bad[0].start(), end, slots, changes=changes)
    return None


def tab(scene: Scene) -> Repair | None:
    """Look at a tab in front of what the line says."""
    number, column = scene.number, scene.column
    if scene.line.text[column : column + 1] != "\t":
        return None
    unit = _unit(scene)
    changes: list[Change] = []
    for one, text in enumerate(scene.lines):
        lead = _LEAD.match(text)
        if lead and "\t" in lead[0]:
            spaces = re.sub(r"(?<=-)[ \t]*\t[ \t]*", " ", lead[0]).replace("\t", " " * unit)
            changes.append((one, 0, lead.end(), spaces))
    if all(one[0] != number for one in changes):
        changes = [(number, column, column + 1, " ")]
    slots = {"count": str(len(changes))}
    variant = "many" if len(changes) > 1 else ""
    return Repair("AM011", number, column, column + 1, slots, variant, tuple(changes))


def _unit(scene: Scene) -> int:
    """Return how many spaces a tab stands for: so many that the line fits its neighbours."""
    tabs = len(scene.line.text) - len(scene.line.text.lstrip("\t"))
    first, last = max(0, scene.number - 3), scene.number + 4
    near = [scene.at(number) for number in range(first, min(last, len(scene.lines)))]
    spaced = [one for one in near if one.text[:1] == " " and one.text.strip()]
    item = scene.line.text.lstrip().startswith("-")
    for columns in (
        {one.indent for one in spaced if one.is_item == item},
        {one.indent for one in spaced},
    ):
        unit = next((unit for unit in (2, 4, 8, 3) if tabs * unit in columns), 0)
        if unit:
            return unit
    return min((one.indent for one in spaced), default=2)


def misquoted(scene: Scene, line: Line) -> Repair | None:
    """Look at a value that goes on behind its closing quotation mark."""
    value = line.content
    match = _QUOTED[value[0]].match(value) if value[:1] in _QUOTED else None
    rest = value[match.end() :] if match else ""
    if not match or not rest.strip() or (rest[0] == " " and rest.lstrip().startswith("#")):
        return None
    better = quoted(value[1:-1] if is_quote_kept(value) else value)
    start = line.at + match.end() + len(rest) - len(rest.lstrip())
    slots = {"rest": shown(rest.strip(), 30), "better": shown(better)}
    changes = ((line.number, line.at, line.end, better),)
    return Repair("AM013", line.number, start, line.end, slots, changes=changes)


def colon(scene: Scene, line: Line) -> Repair | None:
    """Look at a text that has a colon and a space in it."""
    start = line.at
    if line.is_item and line.key and line.key not in scene.keys:
        start = line.body
    elif not line.key or line.value[:1] in ("'", '"', "[", "{"):
        return None
    found = _COLON.search(line.text[: line.end], start)
    if not found:
        return None
    better = shown(quoted(line.text[start : line.end]))
    changes = quoting(scene, line, start)
    return Repair(
        "AM012", line.number, found.start(), found.end(), {"better": better}, changes=changes
    )


def quoting(scene: Scene, line: Line, start: int) -> tuple[Change, ...]:
    """Return the changes that put quotes around all from a column, and what goes on below."""
    if start == line.at:
        return scene.requoted(line)
    return ((line.number, start, line.end, quoted(line.text[start : line.end])),)
