"""Say what is wrong with data that does not fit the format: which fault, where, and how to mend it.

Pydantic finds the errors; it speaks of types. Here each becomes a flaw at the key or value that is
meant, in terms of claims, with what was probably meant.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from argmap.positions import Path
from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.keying import missing_key, unknown_key
from argmap.yamlfile.listing import expects_list, expects_mapping
from argmap.yamlfile.mending import Draft
from argmap.yamlfile.naming import bad_pattern, expects_bool, expects_word
from argmap.yamlfile.numbering import expects_number, out_of_range
from argmap.yamlfile.tracing import trace
from argmap.yamlfile.valuing import empty, expects_text, too_few, unexpected

_EXPLAIN: dict[str, Callable[[Case], Finding]] = {  # the first that fits says most about a place
    "missing": missing_key,
    "string_too_short": empty,
    "too_short": too_few,
    "string_pattern_mismatch": bad_pattern,
    "literal_error": expects_word,
    "bool_type": expects_bool,
    "less_than_equal": out_of_range,
    "greater_than_equal": out_of_range,
    "string_type": expects_text,
    "tuple_type": expects_list,
    "dict_type": expects_mapping,
    "model_type": expects_mapping,
    "model_attributes_type": expects_mapping,
    "float_type": expects_number,
    "int_type": expects_number,
    "finite_number": expects_number,
}
_RANK = {kind: rank for rank, kind in enumerate(_EXPLAIN)}


def explained(errors: Sequence[Any], draft: Draft) -> list[Finding]:
    """Return what is wrong, one finding for each place; `errors` are pydantic's."""
    cases = _one_each(Case(error, trace(error["loc"]), draft) for error in errors)
    findings = [unknown_key(case) for case in cases if case.is_unknown_key]
    covered = {path for one in findings for path in one.covers}
    for case in cases:
        if not case.is_unknown_key and not _is_covered(case.path, covered):
            findings.append(_EXPLAIN.get(case.kind, unexpected)(case))
    kept: dict[object, Finding] = {}
    for one in findings:  # a mapping that is no mapping at all is found once for each of its keys
        kept.setdefault((one.flaw.code, one.flaw.variant, one.flaw.span, one.covers), one)
    return list(kept.values())


def _one_each(cases: Iterable[Case]) -> list[Case]:
    """Return one case for each place: of those of a union, the one that fits the value best."""
    best: dict[tuple[Path, bool], Case] = {}
    for case in cases:
        place = case.path, case.trace.key
        if place not in best or _rank(case) < _rank(best[place]):
            best[place] = case
    within = {case.path[:-1] for case in best.values() if case.path}
    return [  # of a list where a text or a list may stand, only what is wrong with its items
        case
        for case in best.values()
        if not (case.kind == "string_type" and isinstance(case.value, list) and case.path in within)
    ]


def _rank(case: Case) -> int:
    return _RANK.get(case.kind, len(_RANK))


def _is_covered(path: Path, covered: set[Path]) -> bool:
    return any(path[:end] in covered for end in range(len(path), -1, -1))
