"""Values that are no list, or no mapping, where one is asked for."""

import re
from dataclasses import replace
from typing import Any

from yaml.nodes import MappingNode

from argmap.positions import Span
from argmap.problems import Edit
from argmap.text import slug
from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.flaws import shown
from argmap.yamlfile.mending import Mend
from argmap.yamlfile.quoting import quoted
from argmap.yamlfile.valuing import nothing

_SHORT = re.compile(r"[\w./-]+\Z|\"[\w.+-]*\"\Z")  # what can stand between brackets as it is


def expects_list(case: Case) -> Finding:
    """Explain one thing where a list of them is asked for."""
    value, wrap = case.value, (Mend("wrap", case.path),)
    if value is None:
        return nothing(case)
    if isinstance(value, dict):
        return Finding(replace(case.flaw("AM055", at_key=True), edits=_dashed(case)), wrap)
    text = case.draft.source(case.path)
    if text.startswith("-") and not isinstance(value, int | float):
        return _dashes(case)
    text = text if isinstance(value, str) else quoted(text)
    better, variant = (f"[{text}]", "") if _SHORT.match(text) else (f"- {text}", "dash")
    span = case.span()
    edits = (Edit(span, better),) if not variant and case.is_editable(span) else _item(case)
    flaw = case.flaw("AM054", variant, None, {"better": shown(better)})
    return Finding(replace(flaw, edits=edits), wrap)


def _dashes(case: Case) -> Finding:
    """Explain a list whose dashes have no space behind them, so that it is one long text."""
    layout, span = case.draft.layout, case.span()
    lines = range(span.line, span.end_line + 1)
    starts = [(line, layout.lines[line - 1].find("-") + 1) for line in lines]
    starts[0] = (span.line, span.column)
    items = [layout.lines[line - 1][column:].strip() for line, column in starts]
    whole = all(column and items[n] for n, (line, column) in enumerate(starts)) and not layout.moved
    flaw = case.flaw("AM019", "dash", None, {"better": shown(f"- {items[0]}")})
    if not whole:
        return Finding(flaw, (Mend("wrap", case.path),))
    edits = tuple(Edit(Span(line, column + 1, line, column + 1), " ") for line, column in starts)
    return Finding(replace(flaw, edits=edits), (Mend("set", case.path, items),))


def _item(case: Case) -> tuple[Edit, ...]:
    """Return the edit that puts a text of one line into a list of its own."""
    span, spot = case.span(), case.draft.layout.spot(case.path)
    if not spot.key or not case.is_editable(span):
        return ()
    key = case.span(key=True)
    line = case.draft.layout.lines[spot.key.start_mark.line]
    if key.line != span.line or set(line[: spot.key.start_mark.column]) - set(" -"):
        return ()
    gap = Span(span.line, key.end_column + 1, span.line, span.column)
    return (Edit(gap, "\n" + " " * (key.column + 1) + "- "),)


def _dashed(case: Case) -> tuple[Edit, ...]:
    """Return the edits that make the one item of a list of a mapping."""
    spot, layout = case.draft.layout.spot(case.path), case.draft.layout
    if layout.moved or spot.depth != len(case.path):
        return ()
    span = layout.of(spot.value)
    if isinstance(spot.value, MappingNode) and spot.value.flow_style:
        end = Span(span.end_line, span.end_column, span.end_line, span.end_column)
        return (Edit(Span(span.line, span.column, span.line, span.column), "["), Edit(end, "]"))
    column = span.column
    return tuple(
        Edit(Span(line, column, line, column), "- " if line == span.line else "  ")
        for line in range(span.line, span.end_line + 1)
        if len(layout.lines[line - 1]) >= column
    )


def expects_mapping(case: Case) -> Finding:
    """Explain what is no mapping where one is asked for."""
    if not case.path:
        kind = "empty" if case.value is None else "list" if isinstance(case.value, list) else ""
        return Finding(case.flaw("AM040", kind), (Mend("drop", ()),))
    if case.value is None:
        return nothing(case)
    names = _names(case.value) if case.path in (("claims",), ("sources",)) else None
    if names and case.path == ("sources",) and any(isinstance(one, str) for one in case.value):
        names = None  # a text is no source
    mend = Mend("key", case.path, names) if names else Mend("drop", case.path)
    variant = case.key if case.key in ("claims", "sources", "stakeholders", "include") else ""
    at_key = isinstance(case.path[-1], str)
    return Finding(case.flaw("AM056", variant, at_key=at_key), (mend,))


def _names(items: Any) -> list[str] | None:
    """Return a name for each item of a list: its id, or one made of its text; or None."""
    if not isinstance(items, list):
        return None
    names = []
    for one in items:
        given = one.get("id") or one.get("text") if isinstance(one, dict) else one
        if not isinstance(given, str) or not given:
            return None
        names.append(slug(given) if given != given.strip() or " " in given else given)
    return names if len(set(names)) == len(names) else None
