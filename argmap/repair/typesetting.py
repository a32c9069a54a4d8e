"""A sketch set as text: two spaces a step, lines that end in time, comments in their places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from argmap.repair.sketching import Entry, Part, Remark, Sketch
from argmap.text import columns
from argmap.yamlfile.scalars import NARROW, WIDTH, lines, one_line
from argmap.yamlfile.yamltext import number

APART = 2  # spaces before a comment behind something
DEEPEST = 2  # brackets within brackets
_LITERALS = {"": "", "~": "null"} | {
    form: word for word in ("null", "true", "false") for form in (word, word.title(), word.upper())
}
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


@dataclass(slots=True)
class Row:
    """One line: what it says, how far in, and a comment behind it; a comment may be all of it."""

    indent: int = 0
    text: str = ""
    beside: Remark | None = None
    gap: int = 1

    @property
    def is_content(self) -> bool:
        """Whether it holds anything but a comment."""
        return bool(self.text) and not self.text.startswith("#")

    @property
    def end(self) -> int:
        """The column behind what it says."""
        return self.indent + columns(self.text)


def typeset(found: Sketch, sections: frozenset[str] = frozenset()) -> str:
    r"""Return a sketch as text; a blank line goes before keys of the root that are `sections`.

    >>> from argmap.repair.sketching import sketch
    >>> typeset(sketch('a:   "b"   # c\nd:\n- {e: f}'), frozenset("d"))
    'a: b  # c\n\nd:\n  - {e: f}\n'
    """
    rows = [*_remarks(found.head, 0)]
    rows += _collection(found.root, 0, sections=sections, first=not rows)
    while rows and not rows[0].text:
        del rows[0]
    _align(rows)
    said = [" " * row.indent + row.text + _behind(row) if row.text else "" for row in rows]
    before = [*found.directives, "---"] if found.directives else []
    return "\n".join([*before, *said, ""])


def _remarks(remarks: Iterable[Remark], indent: int) -> list[Row]:
    """Return the rows of comments that have lines of their own."""
    rows = []
    for one in remarks:
        rows += [Row()] if one.blank else []
        rows.append(Row(indent, one.text))
    return rows


def _collection(
    part: Part, indent: int, *, sections: frozenset[str] = frozenset(), first: bool = True
) -> list[Row]:
    """Return the rows of a list or mapping that is spread over lines."""
    rows: list[Row] = []
    for entry in part.entries:
        lead = [*_remarks(entry.above, indent), *([Row()] if entry.blank else [])]
        if first and not rows:
            lead = lead[next((at for at, row in enumerate(lead) if row.text), len(lead)) :]
        elif entry.key and entry.key.value in sections and (not lead or lead[0].text):
            lead = [Row(), *lead]
        rows += [*lead, *(_pair if entry.key else _item)(entry, indent)]
    return rows + _remarks(part.foot, indent)


def _pair(entry: Entry, indent: int) -> list[Row]:
    """Return the rows of a key and its value."""
    return _placed(entry, f"{_key(entry)}:", indent)


def _item(entry: Entry, indent: int) -> list[Row]:
    """Return the rows of an item of a list."""
    part = entry.value
    if part.anchor or not _is_spread(entry, indent + 2):
        return _placed(entry, "-", indent)
    rows = _collection(part, indent + 2)
    at = next(number for number, row in enumerate(rows) if row.is_content)
    hoisted = [replace(row, indent=indent) for row in rows[:at]]
    rows[at] = replace(rows[at], indent=indent, text=f"- {rows[at].text}")
    return [*_remarks(entry.beside, indent), *hoisted, *rows[at:]]


def _placed(entry: Entry, lead: str, indent: int) -> list[Row]:
    """Return the rows of a value that follows what stands before it on the line."""
    part = entry.value
    beside = entry.beside[-1] if entry.beside else None
    rows = _remarks(entry.beside[:-1], indent)
    used = indent + columns(lead) + 1
    if _is_spread(entry, used):
        first = _anchored(part, "")
        below = _collection(part, indent + 2)
    else:
        first, *more = _value(entry, used, indent + 2)
        below = [Row(indent + 2 if line else 0, line) for line in more]
    return [*rows, Row(indent, f"{lead} {first}".rstrip(), beside), *below]


def _is_spread(entry: Entry, used: int) -> bool:
    """Tell whether a value is a list or mapping that has to be spread over lines."""
    part = entry.value
    if not part.is_collection or not part.entries:
        return False
    if not part.flow or not _is_flat(part) or _depth(part) > DEEPEST:
        return True
    is_kept = _is_pinned(entry) and part.on_one_line
    return not is_kept and used + columns(_flow(part)) > WIDTH


def _is_flat(part: Part) -> bool:
    """Tell whether a part can stand on one line: no comments in it, no text of several lines."""
    if part.foot or "\n" in part.value:
        return False
    return not any(
        entry.above or entry.beside or not _is_flat(entry.value) for entry in part.entries
    )


def _depth(part: Part) -> int:
    """Return how many lists and mappings stand within each other."""
    inner = max((_depth(entry.value) for entry in part.entries), default=0)
    return inner + part.is_collection


def _is_pinned(entry: Entry) -> bool:
    """Tell whether a comment speaks of the very line that an entry is on."""
    return any(one.is_order or one.is_glued for one in (*entry.above, *entry.beside))


def _value(entry: Entry, used: int, indent: int) -> list[str]:
    """Return a value that is not spread as what follows on the line, and the lines below."""
    part = entry.value
    if part.kind != "scalar" or not _is_text(part):
        return [_flow(part, flow=False)]
    is_block = part.style in ("|", ">")
    if _is_pinned(entry) and (part.on_one_line or (entry.beside and not is_block)):
        return [_flow(part, flow=False)]
    used += len(_anchored(part, "")) + bool(part.anchor)
    first, *more = _folded(part, indent) or lines(part.value, used, indent)
    if not more:
        return [_flow(part, flow=False)]
    return [_anchored(part, first), *(line.removeprefix(" " * indent) for line in more)]


def _is_text(part: Part) -> bool:
    """Tell whether a scalar is a text, and no number, truth value or nothing."""
    return bool(part.style) or (part.value not in _LITERALS and isinstance(number(part.value), str))


def _key(entry: Entry, *, flow: bool = False) -> str:
    return _anchored(entry.key, one_line(entry.key.value, flow=flow)) if entry.key else ""


def _anchored(part: Part, said: str) -> str:
    return f"&{part.anchor} {said}".rstrip() if part.anchor else said


def _flow(part: Part, *, flow: bool = True) -> str:
    """Return a part on one line, as it stands within brackets or outside of them."""
    if part.kind == "alias":
        return f"*{part.value}"
    if part.kind == "list":
        said = "[" + ", ".join(_flow(one.value) for one in part.entries) + "]"
    elif part.kind == "mapping":
        pairs = (f"{_key(one, flow=True)}: {_flow(one.value)}" for one in part.entries)
        said = "{" + ", ".join(pairs) + "}"
    elif not _is_text(part):
        said = _LITERALS.get(part.value, part.value) or ("null" if flow else "")
    elif not part.style and _DATE.fullmatch(part.value):
        said = part.value
    else:
        said = one_line(part.value, flow=flow)
    return _anchored(part, said)


def _folded(part: Part, indent: int) -> list[str]:
    """Return a text of several paragraphs folded, where it was; or nothing where it cannot be."""
    stop = part.value.endswith("\n")
    paragraphs = part.value.removesuffix("\n").split("\n")
    if part.style != ">" or "\n" not in part.value or not (paragraphs[0] and paragraphs[-1]):
        return []
    if not all(one.isprintable() and all(one.split(" ")) for one in paragraphs if one):
        return []
    found = [">" if stop else ">-"]
    for at, one in enumerate(paragraphs):
        found += [""] if at else []
        found += _wrapped(one, max(NARROW, WIDTH - indent)) if one else []
    return found


def _wrapped(text: str, room: int) -> list[str]:
    """Return a text on lines that are no wider than there is room, but for words that are."""
    words = text.split(" ")
    found, wide = [words[0]], columns(words[0])
    for word in words[1:]:
        more = columns(word) + 1
        if wide + more > room:
            found.append(word)
            wide = more - 1
        else:
            found[-1] += f" {word}"
            wide += more
    return found


def _align(rows: list[Row]) -> None:
    """Keep comments in one column that were in one; others go right behind what they belong to."""
    told = [row for row in rows if row.beside and not row.beside.is_glued]
    for column, several in groupby(told, key=lambda row: row.beside.column if row.beside else 0):
        group = list(several)
        least = max(row.end for row in group) + APART
        for row in group:
            row.gap = (max(column, least) if len(group) > 1 else least) - row.end


def _behind(row: Row) -> str:
    return " " * row.gap + row.beside.text if row.beside else ""
