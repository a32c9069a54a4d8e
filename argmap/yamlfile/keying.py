"""Keys that the format does not have where they stand, and keys that it asks for."""

from dataclasses import replace

from argmap.positions import Path, Span
from argmap.problems import Edit
from argmap.text import nearest, slug
from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.flaws import Flaw, Phrase, shown
from argmap.yamlfile.mending import Mend
from argmap.yamlfile.quoting import quoted
from argmap.yamlfile.tracing import KEYS, holders
from argmap.yamlfile.yamltext import number

_SYNONYMS = {  # what people write, in English and Spanish, for a key of the format
    "pro": "support", "pros": "support", "because": "support", "reasons": "support",
    "reason": "support", "supports": "support", "supported-by": "support", "for": "support",
    "con": "attack", "cons": "attack", "but": "attack", "objections": "attack",
    "objection": "attack", "attacks": "attack", "against": "attack", "rebuttal": "attack",
    "counter": "attack", "refutation": "attack",
    "claim": "text", "statement": "text", "sentence": "text", "content": "text",
    "conclusion": "thesis", "resolution": "thesis", "motion": "thesis", "main": "thesis",
    "name": "label", "short": "label", "type": "kind", "source": "cite", "sources": "cite",
    "citation": "cite", "citations": "cite", "evidence": "cite", "references": "cite",
    "assumption": "warrant", "assumptions": "warrant", "co-premises": "premises",
    "premise": "premises", "weight": "strength", "certainty": "confidence", "lang": "language",
    "version": "argmap", "link": "url", "website": "url", "year": "date", "published": "date",
    "retrieved": "accessed", "comment": "note", "notes": "note", "author": "by", "speaker": "by",
    "apoyo": "support", "apoyos": "support", "a-favor": "support", "razones": "support",
    "porque": "support", "ataque": "attack", "ataques": "attack", "en-contra": "attack",
    "objeciones": "attack", "pero": "attack", "texto": "text", "afirmacion": "text",
    "titulo": "title", "título": "title", "tesis": "thesis", "opciones": "options",
    "pregunta": "question", "resumen": "summary", "fuentes": "sources", "idioma": "language",
    "premisas": "premises", "garantia": "warrant", "garantía": "warrant", "etiqueta": "label",
    "nota": "note", "cita": "cite", "citas": "cite", "fuente": "source", "autor": "author",
    "fecha": "date", "accepted": "in", "rejected": "out", "defeated": "out", "undec": "undecided",
}  # fmt: skip
_FIRST = ("text", "ref", "premises", "support", "attack", "id", "label", "kind", "cite", "scheme")
_LISTED = 10  # so many of the keys that could stand somewhere are named, those in most use first
_PLAIN = frozenset({"WrittenClaim", "ClaimReason", "Statement", "Citation"})  # or a text alone
_OTHER = {"ClaimReason": ("premises", "ref"), "WrittenClaim": ("ref",)}  # what makes another form
_PLACES = {  # by the model that has a key: where the key belongs
    "MapFile": "top",
    "Citation": "citation",
    "Source": "source",
    "Impact": "impact",
    "WrittenCriterion": "criterion",
    "Expect": "expect",
    "Labels": "labels",
}


def unknown_key(case: Case) -> Finding:
    """Explain a key that the format does not have there."""
    looks = (_two_forms, _cut_sentence, _glued, _misspelt, _misplaced)
    return next((found for look in looks if (found := look(case))), None) or _unheard(case)


def _two_forms(case: Case) -> Finding | None:
    """Explain a mapping that is of two forms at once."""
    model, key = case.trace.model.__name__, str(case.path[-1])
    if model in ("RefClaim", "RefReason") and key == "text":
        code, other = "AM048", "ref"
    elif model == "LinkedReason" and key in ("text", "ref"):
        code, other = "AM049", "premises"
    else:
        return None
    related = case.draft.layout.span((*case.path[:-1], other), key=True)
    variant = "ref" if key == "ref" else ""
    flaw = replace(case.flaw(code, variant, at_key=True), related=related)
    return Finding(flaw, (Mend("drop", case.path),))


def _cut_sentence(case: Case) -> Finding | None:
    """Explain a text that a colon has cut in two, where a text can stand."""
    holder = case.holder
    if (
        case.trace.model.__name__ not in _PLAIN
        or len(case.path) < 2
        or len(holder) > 2
        or any(key in KEYS or ":" in key for key in holder)
        or any(isinstance(value, dict | list) for value in holder.values())
        or (_meant(case) is not None and " " not in str(case.path[-1]))
    ):
        return None
    return sentence(case)


def _glued(case: Case) -> Finding | None:
    """Explain a key between brackets with no space behind its colon."""
    key, above = str(case.path[-1]), case.path[:-1]
    name, _, rest = key.partition(":")
    if not rest or name not in case.allowed or name in case.holder or case.value_at is not None:
        return None
    mends = (Mend("rename", case.path, name), Mend("set", (*above, name), number(rest)))
    better = f"{name}: {rest}"
    flaw = case.flaw("AM019", "", better, {"better": shown(better)}, at_key=True)
    return Finding(flaw, mends, ((*above, name),))


def _misspelt(case: Case) -> Finding | None:
    """Explain a key that is much like one that there is."""
    near = _meant(case)
    if near is None:
        return None
    known, above = near in case.holder, case.path[:-1]
    slots = {**_slots(case), "near": near}
    flaw = case.flaw("AM046", "near", None if known else near, slots, at_key=True)
    mend = Mend("join" if known else "rename", case.path, near)
    instead = () if near in case.allowed else ((*above, "text"),)
    return Finding(flaw, (mend,), ((*above, near), *instead))


def _misplaced(case: Case) -> Finding | None:
    """Explain a key that belongs elsewhere."""
    key, above = str(case.path[-1]), case.path[:-1]
    if key not in KEYS:
        return None
    instead = key == "premises"  # of a text
    flaw = case.flaw("AM047", _place(case), None, _slots(case), at_key=True)
    drop = Mend("drop", above if instead and "text" not in case.holder else case.path)
    return Finding(flaw, (drop,), ((*above, "text"),) if instead else ())


def _unheard(case: Case) -> Finding:
    """Explain a key that nothing is known of."""
    allowed = [one for one in (*_FIRST, *case.allowed) if one in case.allowed]
    free = [one for one in dict.fromkeys(allowed) if one not in case.holder]
    listed = ", ".join(free[:_LISTED]) + (", …" if len(free) > _LISTED else "")
    slots = {**_slots(case), "allowed": listed}
    flaw = case.flaw("AM046", "", None, slots, at_key=True)
    return Finding(flaw, (Mend("drop", case.path),))


def _slots(case: Case) -> dict[str, str | Phrase]:
    """Return the slots that say what has such keys, and what the key is called."""
    return {"key": shown(str(case.path[-1]), 40), "what": Phrase(case.trace.model.__name__)}


def _meant(case: Case) -> str | None:
    """Return the key that was probably meant."""
    key, allowed = str(case.path[-1]), [*case.allowed, *_OTHER.get(_form(case), ())]
    plain = key.lower().replace("_", "-").replace(" ", "-").strip("-*“”\"'")
    synonym = _SYNONYMS.get(plain)
    if plain in allowed:
        return plain
    if synonym in allowed and (key not in KEYS or synonym in ("cite", "by")):
        return synonym
    return nearest(plain, allowed) if key not in KEYS and len(plain) < 40 else None


def _form(case: Case) -> str:
    """Return the form of a mapping that has no text, and so may be meant to be of another form."""
    return "" if "text" in case.holder else case.trace.model.__name__


def sentence(case: Case) -> Finding:
    """Explain a text with a colon in it that has become a key and a value."""
    above, layout = case.path[:-1], case.draft.layout
    parts = [f"{key}: {case.draft.source((*above, key))}".strip() for key in case.holder]
    first, whole = layout.span((*above, next(iter(case.holder))), key=True), layout.span(above)
    text = " ".join(parts)
    edits: tuple[Edit, ...] = ()
    line = layout.lines[layout.spot(above).value.start_mark.line]
    if whole.line == whole.end_line and line.rstrip().endswith(parts[-1]) and len(parts) == 1:
        end = max(whole.end_column, first.end_column + 1)
        edits = (Edit(Span(whole.line, whole.column, whole.line, end), quoted(text)),)
    span = Span(first.end_line, first.end_column, first.end_line, first.end_column + 1)
    flaw = Flaw("AM012", span, {"better": shown(quoted(text))}, edits=edits)
    return Finding(flaw, (Mend("set", above, text),), (above,))


def _place(case: Case) -> str:
    """Return the variant that says where a key belongs."""
    key, model = str(case.path[-1]), case.trace.model.__name__
    having = holders(key)
    for variant, fits in (
        ("listed", model == "Statement" and key == "id"),
        ("premises", key == "premises"),
        ("ref", model in ("RefClaim", "RefReason") and "WrittenClaim" in having),
        ("linked", model == "LinkedReason" and "WrittenClaim" in having),
        ("inference", "RefReason" in having),
    ):
        if fits:
            return variant
    return next((_PLACES[one] for one in having if one in _PLACES), "claim")


def missing_key(case: Case) -> Finding:
    """Explain a key that must be there and is not."""
    key, above = str(case.path[-1]), case.path[:-1]
    if not above and key == "argmap":
        start = case.draft.layout.head(case.draft.layout.root)
        place = Span(start.line, start.column, start.line, start.column)
        flaw = Flaw("AM041", start, edits=(Edit(place, "argmap: 1\n"),))
        return Finding(flaw, (Mend("set", case.path, 1),))
    if not above:
        flaw = Flaw("AM043", case.draft.layout.head(case.draft.layout.root))
        return Finding(flaw, (Mend("set", case.path, "…"),))
    flaw = Flaw("AM045", _place_of(case, above), {"where": case.where, "key": key}, key)
    if key == "text" and above[0] != "criteria":
        flaw = Flaw("AM044", flaw.span, {"where": case.where}, "" if case.holder else "empty")
        return Finding(flaw, (_named_otherwise(case, above),))
    text = case.holder.get("text") if isinstance(case.holder, dict) else None
    if key == "id" and isinstance(text, str):
        return Finding(flaw, (Mend("set", case.path, slug(text)),))
    return Finding(flaw, (Mend("drop", above),))


def _place_of(case: Case, path: Path) -> Span:
    """Return the key of a mapping, or the first key of an item."""
    layout = case.draft.layout
    if isinstance(path[-1], str):
        return layout.span(path, key=True)
    return layout.head(layout.spot(path).value)


def _named_otherwise(case: Case, path: Path) -> Mend:
    """Return the mend of a claim without a text: its label or id is all there is to show."""
    holder = case.holder
    label, name = holder.get("label"), path[-1] if path[0] == "claims" else holder.get("id")
    if isinstance(label, str) and label:
        return Mend("set", case.path, label)
    if isinstance(name, str) and name:
        return Mend("set", case.path, name)
    return Mend("set", case.path, "…") if holder else Mend("drop", path)
