"""The order of keys: that of the format, for each kind of mapping that a map is made of."""

from collections.abc import Mapping

from argmap.model import Citation, Impact, Labels, Source
from argmap.repair.sketching import Entry, Part
from argmap.tree import Expect, MapFile, WrittenCriterion
from argmap.yamlfile.tracing import keys_of

STEP = ("scheme", "strength", "criterion", "tactic", "answers")
BEARING = ("support", "attack", "warrant", "undercut")
CLAIM = (
    "id", "label", "text", "kind", "stakeholder", "by", "cite", "basis", "confidence", "impact",
    "qualifier", "open", "conceded", "tags", "note", "speech", "assignee", *STEP, *BEARING,
)  # fmt: skip
REASON = ("id", "ref", "premises", *STEP, "note", "tags", *BEARING)
_EXPECT = keys_of(Expect)

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "map": keys_of(MapFile),
    "claim": CLAIM,
    "reason": REASON,
    "source": keys_of(Source),
    "citation": keys_of(Citation),
    "impact": keys_of(Impact),
    "criterion": keys_of(WrittenCriterion),
    "expect": _EXPECT[2:] + _EXPECT[:2],
    "labels": keys_of(Labels),
}
_CLAIMS = dict.fromkeys(("premises", *BEARING), "claim")
_INNER: Mapping[str, Mapping[str, str]] = {  # what stands under which key of what
    "map": {
        "criteria": "criterion",
        "sources": "sources",
        "thesis": "claim",
        "options": "claim",
        "claims": "claims",
        "expect": "expect",
    },
    "claim": {"cite": "citation", "impact": "impact", **_CLAIMS},
    "reason": _CLAIMS,
    "expect": dict.fromkeys(_EXPECT[2:], "labels"),
}
_NAMED = {"sources": "source", "claims": "claim"}  # mappings from names to such


def arrange(root: Part) -> None:
    """Put the keys of a map in order, and those of all that is in it; own keys go last."""
    _arrange(root, "map")


def _arrange(part: Part, role: str) -> None:
    if part.kind == "list":
        for entry in part.entries:
            before = list(entry.value.entries)
            _arrange(entry.value, role)
            if before and before[0] is not entry.value.entries[0] and not entry.value.flow:
                _follow(entry, before[0])
        return
    keys = {entry.key.value for entry in part.entries if entry.key}
    if role == "claim" and keys & {"ref", "premises"}:
        role = "reason"
    order = {key: number for number, key in enumerate(_ORDERS.get(role, ()))}
    if order and part.entries:
        first = part.entries[0]
        part.entries.sort(key=lambda one: order.get(one.key.value if one.key else "", len(order)))
        first.blank, part.entries[0].blank = False, first.blank
    inner = _INNER.get(role, {})
    for entry in part.entries:
        key = entry.key.value if entry.key else ""
        if below := _NAMED.get(role) or inner.get(key):
            _arrange(entry.value, below)


def _follow(item: Entry, first: Entry) -> None:
    """Give what is told of the line of an item to the key that was on that line."""
    first.above = [*(one for one in item.above if one.is_order), *first.above]
    item.above = [one for one in item.above if not one.is_order]
