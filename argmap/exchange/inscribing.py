"""Plain data as YAML, laid out as a person would: in blocks, with brackets where they are short."""

from collections.abc import Iterator, Mapping
from typing import Any

from argmap.text import columns
from argmap.yamlfile.scalars import WIDTH, lines, one_line

BRACKETED = frozenset(
    {"cite", "criteria", "tags", "impact", "ranking", "in", "out", "undecided", "author"}
)  # keys whose short lists and mappings stand on one line
LONGEST_KEY = 1000  # letters; YAML reads a key without a `?` before it only up to 1024


def inscribe(
    data: Mapping[str, Any],
    apart: frozenset[str] = frozenset(),
    airy: frozenset[str] = frozenset(),
) -> str:
    """Return a mapping as YAML.

    A blank line goes before the keys that stand `apart`, and between the parts of `airy` ones.

    >>> print(inscribe({"title": "T", "cite": [{"source": "a", "page": 3}], "x": [[], "a: b"]}))
    title: T
    cite: [{source: a, page: 3}]
    x:
      - []
      - "a: b"
    <BLANKLINE>
    """
    found: list[str] = []
    for key, value in data.items():
        if key in apart and found:
            found.append("")
        found += _entry(key, value, 0, airy=key in airy)
    return "\n".join([*found, ""])


def _entry(key: str, value: Any, indent: int, *, airy: bool = False) -> Iterator[str]:
    """Yield the lines of one key of a mapping that stands at `indent`."""
    pad, name = " " * indent, one_line(key)
    if len(name) > LONGEST_KEY:
        yield f"{pad}? {name}"
        name = ""
    first, *more = _value(value, columns(pad + name) + 2, indent + 2, key, airy=airy)
    yield f"{pad}{name}:{' ' if first else ''}{first}"
    yield from more


def _value(value: Any, used: int, indent: int, key: str, *, airy: bool = False) -> list[str]:
    """Return a value as the rest of its key's line, and the lines below it at `indent`."""
    if isinstance(value, str):
        return lines(value, used, indent)
    if not isinstance(value, dict | list) or not value:
        return [_flow(value)]
    if key in BRACKETED and _is_flat(value) and used + columns(_flow(value)) <= WIDTH:
        return [_flow(value)]
    if isinstance(value, dict):
        return ["", *_spread([list(_entry(*one, indent)) for one in value.items()], airy)]
    return ["", *_spread([_item(one, indent, key) for one in value], airy)]


def _item(value: Any, indent: int, key: str) -> list[str]:
    """Return the lines of one item of a list that stands at `indent`."""
    if isinstance(value, dict) and value and key in BRACKETED and _is_flat(value):
        short = _flow(value)
        if indent + 2 + columns(short) <= WIDTH:
            return [f"{' ' * indent}- {short}"]
    first, *more = _value(value, indent + 2, indent + 2, "")
    if not first:
        first, *more = more
        first = first.lstrip(" ")
    return [f"{' ' * indent}- {first}", *more]


def _spread(parts: list[list[str]], airy: bool) -> list[str]:
    """Join the lines of parts; when asked, with a blank line beside each that has several."""
    found: list[str] = []
    for before, part in zip([[], *parts], parts, strict=False):
        if airy and before and len(before) + len(part) > 2:
            found.append("")
        found += part
    return found


def _is_flat(value: Any) -> bool:
    """Say whether a list or mapping holds no other, but for a mapping that is alone in a list."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        value = value[0]
    inner = value.values() if isinstance(value, dict) else value
    return not any(isinstance(one, dict | list) or "\n" in str(one) for one in inner)


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{one_line(key, flow=True)}: {_flow(one)}" for key, one in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return one_line(value, flow=True)
