"""Lines that stand too far left or right, and keys, dashes and colons that are not quite there."""

import re

from argmap.yamlfile.flaws import shown
from argmap.yamlfile.signing import colon, misquoted, quoting, sign
from argmap.yamlfile.surveying import Change, Line, Repair, Scene

_HEADER = re.compile(r"[|>][+-]?[1-9]?[+-]?(?:\s+#.*)?$")
_HASH = re.compile(r"[ \t]#")


def colon_line(scene: Scene) -> Repair | None:
    """Look at a colon where no key can be."""
    line = scene.line
    if scene.column >= line.at or not line.key:
        return colon(scene, line) or glued(scene)
    above = scene.above(scene.number)
    if above is None:
        return None
    edge = above.indent if above.is_item and not above.key else above.body
    if line.indent > edge and above.content:
        return _below_text(scene, above)
    return _keyless(scene, above)


def _below_text(scene: Scene, above: Line) -> Repair | None:
    """Look at a line with a key below a text that is complete."""
    line = scene.line
    if line.key in scene.keys and above.key:
        return _aligned(scene, above.body)
    if line.key in scene.keys and above.is_item:
        slots = {"better": shown(f"text: {above.content}")}
        change = (above.number, above.body, above.body, "text: ")
        return Repair("AM035", above.number, above.at, above.end, slots, "item", (change,))
    owner = _owner(scene, above)
    if owner is None:
        return None
    changes = quoting(scene, owner, owner.at)
    better = "…" if len(changes) > 1 else changes[0][3]
    return Repair(
        "AM012",
        scene.number,
        scene.column,
        scene.column + 1,
        {"better": shown(better)},
        "lines",
        changes,
    )


def _owner(scene: Scene, line: Line | None) -> Line | None:
    """Return the line on which the text begins that goes on here."""
    while line is not None and not line.key and not line.is_item:
        line = scene.above(line.number)
    return line if line and line.value[:1] not in ("'", '"', "[", "{", "|", ">") else None


def _keyless(scene: Scene, above: Line) -> Repair | None:
    """Look at a line that should have had a key with a colon and has not."""
    text = above.text[above.body :]
    glued_key = re.match(r"([A-Za-z-]+):(?=\S)", text)
    word = re.match(r"([A-Za-z-]+)(?: |$)", text)
    if glued_key and glued_key[1] in scene.keys:
        return glued(scene, above)
    if re.match(r"-\S", text):
        return _dash(scene, above)
    if word and word[1] in scene.keys and not above.key:
        end = above.body + len(word[1])
        slots = {"better": shown(f"{word[1]}:{text[len(word[1]) :]}")}
        change = (above.number, end, end, ":")
        return Repair("AM036", above.number, above.body, end, slots, "", (change,))
    return None if above.key or above.is_item else _loose(scene, above)


def _loose(scene: Scene, line: Line) -> Repair:
    """Return the repair of a text that belongs to no key: it is passed over."""
    first = line
    while (above := scene.above(first.number)) and not above.key and not above.is_item:
        first = above
    changes = tuple(
        (number, 0, len(text), " " * len(text))
        for number in range(first.number, line.number + 1)
        if (text := scene.lines[number]).strip()
    )
    span = first.number, first.indent, len(first.text.rstrip())
    return Repair("AM036", *span, {}, "text", changes, exact=False, offered=False)


def glued(scene: Scene, line: Line | None = None) -> Repair | None:
    """Look at a key with no space behind its colon."""
    line = line or scene.line
    match = re.match(r"([A-Za-z-]+):(?=\S)", line.text[line.body :])
    if not match or match[1] not in scene.keys:
        return None
    end = line.body + match.end()
    slots = {"better": shown(f"{match[0]} {line.text[end:]}")}
    return Repair("AM019", line.number, line.body, end, slots, "", ((line.number, end, end, " "),))


def _dash(scene: Scene, line: Line) -> Repair:
    """Return the repair of a dash with no space behind it."""
    start = line.body
    slots = {"better": shown(f"- {line.text[start + 1 :]}")}
    change = (line.number, start + 1, start + 1, " ")
    return Repair("AM019", line.number, start, start + 2, slots, "dash", (change,))


def block(scene: Scene) -> Repair | None:
    """Look at a line that does not belong to the list or the mapping around it."""
    line = scene.line
    found = None
    if scene.column > line.at:
        found = misquoted(scene, line) or _bracketed(scene)
    return found or _hashed(scene) or _uneven(scene)


def _bracketed(scene: Scene) -> Repair | None:
    """Look at a text that begins with a bracketed word."""
    line = scene.line
    if line.value[:1] in ("[", "{") and (line.key in scene.texts or not line.key):
        return sign(scene, line.number, line.at)
    return None


def _hashed(scene: Scene) -> Repair | None:
    """Look at a text that a `#` has cut on the line above."""
    above = scene.above(scene.number)
    if above is None or scene.is_structure(scene.line):
        return None
    cut = _HASH.search(above.text, above.at)
    owner = _owner(scene, above)
    if not cut or owner is None:
        return None
    start = cut.start() + 1
    end = len(above.text.rstrip())
    changes = quoting(scene, owner, owner.at)
    return Repair("AM033", above.number, start, end, {"better": "…"}, "lines", changes)


def _uneven(scene: Scene) -> Repair | None:
    """Look at a line whose indentation is none of those around it."""
    line, above = scene.line, scene.above(scene.number)
    if above is None or scene.column > line.body:
        return None
    columns = _columns(scene)
    if line.is_item and line.indent in columns:
        return _mixed(scene, "dash")
    if not line.is_item and above.is_item and line.indent == above.indent and line.key:
        return _item_key(scene, above)
    near = min(columns, key=lambda one: (abs(one - line.indent), -one))
    if near != line.indent:
        return _aligned(scene, near)
    return _mixed(scene, "key") if line.key else None


def _columns(scene: Scene) -> list[int]:
    """Return where the lists and mappings begin that are open above a line, the inner first."""
    columns: list[int] = []
    limit = 1 << 30
    line = scene.above(scene.number)
    while line is not None and limit > 0:
        starts = [line.body, line.indent] if line.is_item else [line.indent]
        columns += [one for one in starts if one < limit and (line.key or line.is_item)]
        limit = min([limit, *starts])
        line = scene.above(line.number)
        while line is not None and min(line.indent, line.body) >= limit > 0:
            line = scene.above(line.number)
    return columns or [0]


def _item_key(scene: Scene, above: Line) -> Repair:
    """Return the repair of a key that stands under the dash instead of under the item's text."""
    if above.key:
        return _aligned(scene, above.body)
    slots = {"better": shown(f"text: {above.content}")}
    changes: tuple[Change, ...] = (
        (above.number, above.body, above.body, "text: "),
        (scene.number, 0, 0, " " * (above.body - scene.line.indent)),
    )
    return Repair("AM035", above.number, above.at, above.end, slots, "item", changes)


def _mixed(scene: Scene, variant: str) -> Repair:
    """Return the repair of a list's item among keys, or a key among items: it is passed over."""
    line = scene.line
    return Repair(
        "AM035",
        scene.number,
        line.indent,
        len(line.text.rstrip()),
        {"better": ""},
        variant,
        scene.passed_over(scene.number),
        exact=False,
        offered=False,
    )


def _aligned(scene: Scene, column: int) -> Repair:
    """Return the repair that moves a line, and what is below it, to a column."""
    line = scene.line
    shift = column - line.indent
    changes: list[Change] = []
    for number in range(line.number, len(scene.lines)):
        one = scene.at(number)
        if number > line.number and one.text.strip() and one.indent <= max(line.indent, column):
            break
        if one.text.strip():
            changes.append((number, 0, one.indent, " " * max(0, one.indent + shift)))
    slots = {"found": str(line.indent), "wanted": str(column)}
    span = line.number, 0, max(1, line.indent)
    return Repair("AM018", *span, slots, changes=tuple(changes))


def unindented(scene: Scene) -> Repair | None:
    """Look at a line that is no key: text that should be indented, or a key without its colon."""
    opener = scene.trouble.opener
    line = scene.at(opener[0]) if opener else scene.line
    above = scene.above(line.number)
    if above and above.key and _HEADER.match(above.value) and line.indent <= above.body:
        changes = []
        number = line.number
        while number < len(scene.lines) and not scene.is_structure(scene.at(number)):
            if scene.lines[number].strip():
                changes.append((number, 0, line.indent, " " * (above.body + 2)))
            number += 1
        slots = {"found": str(line.indent), "wanted": str(above.body + 2)}
        span = line.number, 0, max(1, line.indent)
        return Repair("AM018", *span, slots, "folded", tuple(changes))
    return _keyless(scene, line)


def document(scene: Scene) -> Repair | None:
    """Look at what stands where only another document could."""
    above = scene.above(scene.number)
    if above and above.text.startswith("..."):
        rest = enumerate(scene.lines[scene.number :], scene.number)
        changes = tuple((number, 0, len(text), "") for number, text in rest)
        return Repair("AM031", scene.number, 0, 1, changes=changes, exact=False, offered=False)
    lines = (scene.at(number) for number in range(scene.number))
    first = next((one for one in lines if not one.is_blank), None)
    if first and first.indent:
        changes = tuple(
            (number, 0, first.indent, "")
            for number in range(first.number, scene.number)
            if scene.lines[number][: first.indent].strip() == ""
        )
        slots = {"found": str(first.indent), "wanted": "0"}
        return Repair("AM018", first.number, 0, first.indent, slots, changes=changes)
    return None
