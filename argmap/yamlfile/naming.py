"""Words that are none of those there are, and names that are not written as names are."""

import re
import unicodedata
from typing import Any, get_args

from argmap.text import nearest, slug
from argmap.tree import ID, LANGUAGE, REF
from argmap.yamlfile.cases import Case, Finding
from argmap.yamlfile.flaws import shown
from argmap.yamlfile.keying import sentence
from argmap.yamlfile.mending import Mend
from argmap.yamlfile.tracing import KEYS
from argmap.yamlfile.valuing import nothing, without

_YES = frozenset(["yes", "y", "on", "t", "si", "sí", "s", "x", "1", "done"])
_NO = frozenset(["no", "n", "off", "f", "0"])
_LANGUAGES = {
    "english": "en", "inglés": "en", "ingles": "en", "eng": "en", "spanish": "es", "español": "es",
    "espanol": "es", "castellano": "es", "spa": "es", "esp": "es", "french": "fr", "german": "de",
    "deutsch": "de", "français": "fr", "portuguese": "pt", "português": "pt", "italian": "it",
}  # fmt: skip


def expects_bool(case: Case) -> Finding:
    """Explain what is neither true nor false."""
    if case.value is None:
        return nothing(case)
    said = str(case.value).strip().lower()
    meant = "true" if said in _YES else "false" if said in _NO else nearest(said, ("true", "false"))
    if meant is None:
        flaw = case.flaw("AM060", slots={"value": case.shown})
        return Finding(flaw, (Mend("drop", case.path),))
    flaw = case.flaw("AM060", "near", meant, {"value": case.shown, "near": meant})
    return Finding(flaw, (Mend("set", case.path, meant == "true"),))


def expects_word(case: Case) -> Finding:
    """Explain a word that is none of those there are."""
    if case.value is None:
        return nothing(case)
    field = case.trace.model.model_fields.get(case.key)
    known = _words(field.annotation) if field else ()
    said = str(case.value).strip().lower().replace("_", "-").replace(" ", "-")
    near = said if said in known else nearest(said, known) if len(said) < 40 else None
    slots = {"value": case.shown, "known": ", ".join(known)}
    if near is None:
        return Finding(case.flaw("AM061", slots=slots), (Mend("drop", case.path),))
    flaw = case.flaw("AM061", "near", near, {**slots, "near": near})
    return Finding(flaw, (Mend("set", case.path, near),))


def _words(kind: Any) -> tuple[str, ...]:
    """Return the words of a literal type, whatever is around it."""
    inner = get_args(kind)
    if inner and all(isinstance(one, str) for one in inner):
        return inner
    return next((words for one in inner if (words := _words(one))), ())


def bad_pattern(case: Case) -> Finding:
    """Explain a name that is not written as names are."""
    pattern, said = case.error["ctx"]["pattern"], str(case.value)
    if pattern == LANGUAGE:
        return _language(case, said)
    code = {ID: "AM062", REF: "AM063"}.get(pattern, "AM065")
    better = _name(said, code)
    slots = {"value": shown(said, 40), "near": better}
    if code == "AM063" and not case.draft.has_id(better):
        better = slug(said) if case.draft.has_id(slug(said)) else ""
        slots["near"] = better
    if not better:
        mend = Mend("drop", case.path) if case.trace.key else without(case, case.path)
        return Finding(case.flaw(code, slots=slots, at_key=case.trace.key), (mend,))
    safe = code == "AM065"
    flaw = case.flaw(code, "near", better, slots, at_key=case.trace.key, safe=safe)
    return Finding(flaw, (_renamed(case, better),))


def _renamed(case: Case, name: str) -> Mend:
    """Return the mend that puts a name in the place of one that is no name."""
    return Mend("rename" if case.trace.key else "set", case.path, name)


def _name(said: str, code: str) -> str:
    """Return a name like the one that was written, of the signs that a name may have."""
    plain = unicodedata.normalize("NFKD", said[:60]).encode("ascii", "ignore").decode()
    if code == "AM065":
        plain = plain.lower().replace("_", "-")
    sign = r"[^A-Za-z0-9_/-]+" if code == "AM063" else r"[^A-Za-z0-9_-]+"
    name = re.sub(sign, "-", plain)
    name = re.sub(r"/[-_/]*", "/", name).strip("-_/")
    return "" if code == "AM065" and not name[:1].isalpha() else name


def _language(case: Case, said: str) -> Finding:
    """Explain what is no code of a language; a sentence there has been cut by a colon."""
    if case.trace.key and said in KEYS:
        flaw = case.flaw("AM053", "mapping", None, {"key": case.above}, at_key=True)
        return Finding(flaw, (without(case, case.path[:-1]),), (case.path[:-1],))
    if case.trace.key and " " in said:
        return sentence(case)
    meant = _LANGUAGES.get(said.lower(), said.lower() if re.match(LANGUAGE, said.lower()) else "")
    slots = {"value": shown(said, 40), "near": meant}
    if not meant or (case.trace.key and meant in case.holder):
        flaw = case.flaw("AM064", slots=slots, at_key=case.trace.key)
        return Finding(flaw, (Mend("drop", case.path),))
    flaw = case.flaw("AM064", "near", meant, slots, at_key=case.trace.key)
    return Finding(flaw, (_renamed(case, meant),))
