"""Values that are no text where one is asked for, or that are nothing at all."""

from argmap.positions import Path
from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.flaws import shown
from argmap.yamlfile.mending import Mend
from argmap.yamlfile.quoting import quoted


def unexpected(case: Case) -> Finding:
    """Explain a value of which no more is known than that it cannot stand there."""
    return Finding(case.flaw("AM067", slots={"value": case.shown}), (Mend("drop", case.path),))


def nothing(case: Case) -> Finding:
    """Explain a key, or a dash, that nothing follows."""
    variant = "item" if case.is_item else "list" if case.kind == "tuple_type" else ""
    field = case.trace.model.model_fields.get(case.key)
    if not case.is_item and field and field.is_required():
        variant = "needed"
    mend = Mend("set", case.path, 1) if case.path == ("argmap",) else without(case, case.path)
    return Finding(case.flaw("AM050", variant, at_key=not case.is_item), (mend,))


def without(case: Case, path: Path) -> Mend:
    """Return the mend that leaves a value out, or puts something in the place of a needed text."""
    if len(path) > 1 and path[-1] == "text":
        holder = case.draft.at(path[:-1])
        named = [holder[key] for key in ("label", "id") if isinstance(holder.get(key), str)]
        return Mend("set", path, next(filter(None, named), "…"))
    if path == ("title",):
        return Mend("set", path, "…")
    field = case.trace.model.model_fields.get(str(path[-1]))
    return Mend("drop", path[:-1] if field and field.is_required() and len(path) > 1 else path)


def empty(case: Case) -> Finding:
    """Explain a text without anything in it."""
    if case.trace.key:
        return Finding(case.flaw("AM051", "key", at_key=True), (Mend("drop", case.path),))
    return Finding(case.flaw("AM051", "item" if case.is_item else ""), (without(case, case.path),))


def too_few(case: Case) -> Finding:
    """Explain a list or a mapping without anything in it."""
    path = case.path[:-1] if case.path[-1] == "premises" else case.path
    mend = Mend("drop", path) if path != case.path else without(case, path)
    return Finding(case.flaw("AM066", at_key=isinstance(case.path[-1], str)), (mend,))


def expects_text(case: Case) -> Finding:
    """Explain what is no text where one is asked for."""
    if case.value is None:
        return nothing(case)
    if isinstance(case.value, int | float):
        raw = case.draft.source(case.path) or str(case.value)
        variant = "bool" if isinstance(case.value, bool) else "item" if case.is_item else ""
        slots = {"value": shown(raw), "better": quoted(shown(raw))}
        flaw = case.flaw("AM052", variant, quoted(raw), slots)
        return Finding(flaw, (Mend("set", case.path, raw),))
    only = case.value[0] if isinstance(case.value, list) and len(case.value) == 1 else None
    fits = isinstance(only, str) or (isinstance(only, dict) and case.path == ("thesis",))
    mend = Mend("unwrap", case.path) if fits else without(case, case.path)
    variant = "mapping" if isinstance(case.value, dict) else "list"
    if variant == "list" and case.is_item:
        variant = "nested"
    return Finding(case.flaw("AM053", variant, at_key=not case.is_item), (mend,))
