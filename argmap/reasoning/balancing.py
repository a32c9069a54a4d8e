"""How Carneades weighs an argument, as it is written in a file.

`linked` (1 where all premises are in), `convergent` (where any is), `cumulative` (the share that
is), `factorized` (1 for all premises that an argument on the issue has, less for fewer), or a
mapping: `constant: 0.5`; `criteria:` with `hard`, the numbers of premises that knock out, and
`soft`, by predicate a `factor` and the `values` that its objects are worth; `preference:`, a list
of a `property` each, with an `order` (ascending, descending, or the values from best to worst).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from argmap.errors import Unsupported

WEIGHINGS = ("linked", "convergent", "cumulative", "factorized")


def weighing(given: object) -> str | Mapping[str, Any]:
    """Return a way of weighing as it is written in a file, or raise `Unsupported`.

    >>> weighing(None), weighing({"constant": 0.5})
    ('linked', {'constant': 0.5})
    """
    if given is None:
        return "linked"
    if isinstance(given, str) and given in WEIGHINGS:
        return given
    if isinstance(given, Mapping) and len(given) == 1:
        (kind, rule), *_ = given.items()
        if _SOUND.get(kind, lambda rule: False)(rule):
            return given
    known = ", ".join((*WEIGHINGS, *_SOUND))
    raise Unsupported(f"arguments cannot be weighed by {given!r} (there are: {known})")


def _is_number(rule: Any) -> bool:
    return isinstance(rule, int | float) and not isinstance(rule, bool)


def _are_criteria(rule: Any) -> bool:
    if not isinstance(rule, Mapping):
        return False
    hard, soft = rule.get("hard") or (), rule.get("soft") or {}
    return (
        isinstance(hard, Sequence)
        and all(isinstance(one, int) for one in hard)
        and isinstance(soft, Mapping)
        and all(
            isinstance(one, Mapping)
            and _is_number(one.get("factor"))
            and one["factor"] > 0
            and isinstance(one.get("values"), Mapping)
            and all(map(_is_number, one["values"].values()))
            for one in soft.values()
        )
    )


def _are_preferences(rule: Any) -> bool:
    return isinstance(rule, Sequence) and all(
        isinstance(one, Mapping) and isinstance(one.get("property"), str) for one in rule
    )


_SOUND: Mapping[str, Callable[[Any], bool]] = {
    "constant": _is_number,
    "criteria": _are_criteria,
    "preference": _are_preferences,
}
