"""Quotation marks and brackets that nothing closes, or that close too much."""

import re

from argmap.yamlfile.flaws import shown
from argmap.yamlfile.quoting import quoted
from argmap.yamlfile.signing import misquoted, sign
from argmap.yamlfile.surveying import FAR, Change, Line, Repair, Scene, quoting, uncommented

_QUOTED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"', re.S), "'": re.compile(r"'(?:[^']|'')*'", re.S)}
_CLOSER = {"[": "]", "{": "}"}


def quote(scene: Scene) -> Repair | None:
    """Look at a quotation mark that nothing closes up to the end of the text."""
    return _unclosed_quote(scene, *scene.trouble.opener) if scene.trouble.opener else None


def quote_above(scene: Scene) -> Repair | None:
    """Look for a quotation mark above that only another one, further down, has closed."""
    top = max(0, scene.number - FAR)
    text = "\n".join(scene.lines[top : scene.number + 1])
    stop = text.rfind("\n") + 1 + scene.column
    for number in range(scene.number - 1, top - 1, -1):
        line = scene.at(number)
        pattern = _QUOTED.get(line.value[:1])
        if pattern is None or pattern.match(line.value):
            continue
        begin = sum(len(one) + 1 for one in scene.lines[top:number])
        closed = pattern.match(text, begin + line.at)
        if closed and closed.end() <= stop - scene.column:
            continue  # it is closed where it should be, on some line above
        if not closed or closed.end() > stop:
            return None
        between = (scene.at(one) for one in range(number + 1, scene.number + 1))
        if any(scene.is_structure(one) for one in between):
            return _unclosed_quote(scene, number, line.at)
        return _behind_quote(scene, line)
    return None


def _unclosed_quote(scene: Scene, number: int, column: int) -> Repair:
    mark, line = scene.lines[number][column], scene.at(number)
    last = scene.last(number, line.body if line.at == column else line.indent)
    end = len(scene.lines[last].rstrip())
    text = scene.lines[number][column:end]
    if mark == "'" and last == number:
        slots = {"mark": mark, "better": shown(quoted(text))}
        changes: tuple[Change, ...] = ((number, column, end, quoted(text)),)
        return Repair("AM014", number, column, end, slots, "apostrophe", changes)
    better = f"{text}{mark}" if last == number else f"…{mark}"
    slots, changes = {"mark": mark, "better": shown(better)}, ((last, end, end, mark),)
    return Repair("AM014", last, end, end + 1, slots, "", changes, related=(number, column))


def _behind_quote(scene: Scene, line: Line) -> Repair | None:
    """Return the repair of a quoted text of several lines that goes on behind its mark."""
    last = scene.last(line.number, line.body)
    if last < scene.number or not scene.rest:
        return None
    changes = quoting(scene.lines, line.number, line.at, last)
    end = len(scene.line.text.rstrip())
    slots = {"rest": shown(scene.rest, 30), "better": "…"}
    return Repair("AM013", scene.number, scene.column, end, slots, "lines", changes)


def bracket(scene: Scene) -> Repair | None:
    """Look at what a parser met between brackets."""
    opener = scene.trouble.opener
    if opener is None or opener == (scene.number, scene.column):
        opener = opened(scene)
    if opener is None:
        return None
    line = scene.at(opener[0])
    if line.at == opener[1] and line.key in scene.texts:
        return sign(scene, *opener)
    found = _within(scene) if opener[0] == scene.number else None
    if not found and scene.rest.startswith(","):
        span = scene.number, scene.column, scene.column + 1
        found = Repair("AM016", *span, {"sign": ","}, "comma", ((*span, " "),))
    return found or _unclosed_bracket(scene, opener)


def _within(scene: Scene) -> Repair | None:
    """Look at what stands on the line of the opening bracket, where the parser stopped."""
    if scene.rest.startswith(":"):
        return _colon_within(scene)
    if scene.line.text[: scene.column].rstrip()[-1:] in _QUOTED:
        return _behind_quote_within(scene)
    return None


def opened(scene: Scene) -> tuple[int, int] | None:
    """Return the last bracket above that is open where the parser stopped."""
    closed = 0
    for number in range(scene.number, max(-1, scene.number - FAR), -1):
        text = scene.lines[number]
        text = text[: scene.column] if number == scene.number else text
        for column in range(len(text) - 1, -1, -1):
            if text[column] in "]}":
                closed += 1
            elif text[column] in "[{":
                if not closed:
                    return number, column
                closed -= 1
    return None


def _colon_within(scene: Scene) -> Repair:
    start, end = scene.stretch(scene.number, scene.column - 1)
    better = quoted(scene.line.text[start:end])
    return Repair(
        "AM012",
        scene.number,
        scene.column,
        scene.column + 1,
        {"better": shown(better)},
        changes=((scene.number, start, end, better),),
    )


def _behind_quote_within(scene: Scene) -> Repair | None:
    text = scene.line.text
    before = text[: scene.column].rstrip()
    begins = [
        match.start()
        for match in _QUOTED[before[-1]].finditer(before)
        if match.end() == len(before)
    ]
    if not begins:
        return None
    stop = scene.stretch(scene.number, scene.column)[1]
    part = Line(scene.number, text[:stop], 0, 0, "", text[begins[-1] : stop], begins[-1])
    return misquoted(scene, part)


def _unclosed_bracket(scene: Scene, opener: tuple[int, int]) -> Repair:
    """Return the repair that closes a bracket on the last line that can belong to it."""
    mark = scene.lines[opener[0]][opener[1]]
    number, end = scene.number, scene.column
    if scene.rest[:1] not in ("]", "}") or opener[0] != number:
        number = _last_within(scene, opener[0])
        end = len(uncommented(scene.lines[number]))
    closer = _CLOSER.get(mark, "]")
    slots = {"mark": mark, "closer": closer}
    return Repair(
        "AM015",
        number,
        end,
        end + 1,
        slots,
        changes=((number, end, end, closer),),
        related=opener,
    )


def _last_within(scene: Scene, first: int) -> int:
    """Return the last line that can belong to a bracket: before one that is surely not within."""
    edge, last = scene.at(first).body, first
    for number in range(first + 1, scene.number + 1):
        line = scene.at(number)
        if scene.is_structure(line) and line.indent <= edge:
            break
        if not line.is_blank and (number < scene.number or line.text[: scene.column].strip()):
            last = number
    return last


def stray(scene: Scene) -> Repair | None:
    """Look at a bracket that closes nothing."""
    if scene.rest[:1] not in ("]", "}"):
        return None
    span = scene.number, scene.column, scene.column + 1
    return Repair("AM016", *span, {"sign": scene.rest[0]}, changes=((*span, " "),))
