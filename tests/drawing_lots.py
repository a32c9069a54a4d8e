"""Documents and maps at random: by the grammar that pydantic made of the models, and by hand."""

import copy
from dataclasses import replace
from functools import cache
from typing import get_args

from hypothesis import strategies as st

from argmap.model import (
    ArgMap,
    Argument,
    Basis,
    Citation,
    Claim,
    Criterion,
    Expectation,
    Impact,
    Kind,
    Labels,
    Source,
    Tactic,
)
from argmap.text import slug
from argmap.tree import MapFile

IDS = ["a", "b", "c1", "us-disruption", "C_2"]
REFS = [*IDS, "truth/a", "truth/other/b"]
WORDS = ["A.", "It rains.", "Él pagó.", "no", "2025-11-22", "校服", ": #", "-", "x" * 90, "a\nb"]
BY_PATTERN = {
    "^[A-Za-z0-9][A-Za-z0-9_-]*$": IDS,
    "^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*$": REFS,
    "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": ["en", "es", "pt-BR"],
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$": ["expert-opinion", "sign"],
}
ANYTHING = [
    None, True, False, 0, 1, 2, -1, 0.5, 1.0, 2.5, 3.0, 10**30, "", "a", "a\n", "a b", "é", "x-a",
    "en", "EN", ">= 0.6", "fact", [], ["a"], [None], [[]], {}, {"x-a": None}, {"text": "A."},
    {"ref": "a"}, {"premises": ["A."]}, {"text": "A.", "ref": "a"}, {"en": "A."}, {"source": "a"},
    {"ref": "a", "premises": ["A."]}, {"premises": []}, {"text": {}}, {"in": ["a"]}, ["A.", "B."],
    {"id": "a", "text": "A."}, {"source": "a", "page": None}, {"a": "b"}, {"a\n": "b"}, {"": "b"},
]  # fmt: skip
FLAT = 5  # as deep as reasons may stand in reasons


@cache
def keys():
    """Every key that any model has."""
    found = {"x-own", "x", "suport", "accepted", "semi_stable", "$ref"}

    def walk(part):
        if isinstance(part, dict):
            if part.get("type") == "model-fields":
                found.update(
                    one.get("validation_alias", key) for key, one in part["fields"].items()
                )
            for one in part.values():
                walk(one)
        elif isinstance(part, list):
            for one in part:
                walk(one)

    walk(_core())
    return sorted(found)


@cache
def _core():
    return MapFile.__pydantic_core_schema__


@cache
def _definitions():
    return {one["ref"]: one for one in _core().get("definitions", [])}


@st.composite
def documents(draw):
    """Return a document that the models should accept."""
    return _value(draw, _core(), 0)


def _value(draw, part, depth):
    match part["type"]:
        case "definitions":
            return _value(draw, part["schema"], depth)
        case "definition-ref":
            return _value(draw, _definitions()[part["schema_ref"]], depth)
        case "model" | "default" | "function-before" | "nullable":
            return _value(draw, part["schema"], depth)
        case "model-fields":
            return _mapping(draw, part["fields"], depth + 1)
        case "tuple":
            items = part["items_schema"]
            assert len(items) == 1 and part["variadic_item_index"] == 0
            least = part.get("min_length", 0)
            several = draw(st.integers(least, max(least, 2 if depth < FLAT else 0)))
            return [_value(draw, items[0], depth) for _ in range(several)]
        case "dict":
            least = part.get("min_length", 0)
            several = draw(st.integers(least, max(least, 2 if depth < FLAT else 0)))
            pairs = [
                (
                    _value(draw, part["keys_schema"], depth),
                    _value(draw, part["values_schema"], depth),
                )
                for _ in range(several)
            ]
            return dict(pairs)
        case "union":
            choices = [one[0] if isinstance(one, tuple) else one for one in part["choices"]]
            return _value(draw, draw(st.sampled_from(choices)), depth)
        case "tagged-union":
            choices = list(part["choices"].values())
            return _value(
                draw, choices[0] if depth > FLAT else draw(st.sampled_from(choices)), depth
            )
    return draw(_scalar(part))


def _scalar(part):
    match part["type"]:
        case "str":
            return st.sampled_from(BY_PATTERN[part["pattern"]] if "pattern" in part else WORDS)
        case "int":
            return st.integers(part.get("ge", -9), part.get("le", 9999))
        case "float":
            numbers = st.floats(part.get("ge", -9), part.get("le", 9), allow_nan=False)
            return numbers | st.sampled_from([0, 1])
        case "bool":
            return st.booleans()
        case "literal":
            return st.sampled_from(part["expected"])
    raise AssertionError(part["type"])


def _mapping(draw, fields, depth):
    must = [key for key, one in fields.items() if one["schema"]["type"] != "default"]
    may = [key for key in fields if key not in must]
    most = 4 if depth == 1 else 2 if depth < FLAT else 0
    least = min(most, 2 if depth == 1 else 1)
    chosen = draw(st.lists(st.sampled_from(may), unique=True, min_size=least, max_size=most))

    made = {
        fields[key].get("validation_alias", key): _value(draw, fields[key]["schema"], depth)
        for key in (*must, *chosen)
    }
    if draw(st.integers(0, 9)) == 9:
        made["x-own"] = draw(st.sampled_from(ANYTHING))
    return made


def routes(value, route=()):
    """Yield the route of keys to every part of a document."""
    yield route
    parts = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, one in parts:
        yield from routes(one, (*route, key))


@st.composite
def slips(draw, document):
    """Return a document with one or two things changed, left out, renamed or added."""
    for _ in range(draw(st.integers(1, 2))):
        document = _slip(draw, copy.deepcopy(document))
    return document


def _slip(draw, document):
    route = draw(st.sampled_from(list(routes(document))))
    if not route:
        return draw(st.sampled_from(ANYTHING)) if draw(st.integers(0, 9)) == 9 else document
    *above, last = route
    holder = document
    for key in above:
        holder = holder[key]
    match draw(st.sampled_from(["change", "drop", "rename", "add", "list"])):
        case "change":
            holder[last] = draw(st.sampled_from(ANYTHING))
        case "drop":
            del holder[last]
        case "rename" if isinstance(holder, dict):
            holder[draw(st.sampled_from(keys()))] = holder.pop(last)
        case "list":
            holder[last] = [holder[last]]
        case _:
            target = holder[last] if isinstance(holder[last], dict) else holder
            if isinstance(target, dict):
                target[draw(st.sampled_from(keys()))] = draw(st.sampled_from(ANYTHING))
    return document


HOSTILE = [
    "A.", "It rains.", "It rains.", "no", "null", "~", "1.5", "2025-11-22", "12:30", "0x1F", "=",
    "<<", "- a", "a: b", "a #b", "#b", "'", '"', '"a" b', "it's", "\\", "\\n", "a\nb", "a\n", "\na",
    "a\n\nb\n", " a", "a ", "a  b", "\ta", "a\tb", "a\n b", " \n", "\n", "{a}", "[a]", "a, b", "%a",
    "@a", "`a", "&a", "*a", "!a", "|", ">", "?", "? a", ":", "a:", "---", "...", "--- a", "校服",
    "é", "\x07", "\x85", "\u2028", "\ufeffa", "\U0001f600", "\u202eabc", "a\rb", "word " * 40 + ".",
    "Say: " * 30 + "so.", "x" * 200, "lin\ne\n" * 20 + "#", "</script>", "${1:a}", "y", "Off",
    "1_000", "1e3", "+1", ".5", ".inf", "0o7", "190:20:30", "\xa0", "a\xa0", "\u3000国", "!!str a",
]  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40
)
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | TEXTS
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=4,
)  # fmt: skip
OWN = st.just({}) | st.dictionaries(st.sampled_from(["x-a", "x-b: c"]), DATA, max_size=2)
SHARES = st.none() | st.sampled_from([0.0, 1.0, 0.1 + 0.2]) | st.floats(0, 1)
CHOICES = {
    key: list(get_args(kind))
    for key, kind in (("kind", Kind), ("basis", Basis), ("tactic", Tactic))
}


def _rarely(draw, strategy, otherwise):
    return draw(strategy) if draw(st.integers(0, 3)) == 3 else otherwise


def _citation(draw):
    more = {"section": TEXTS, "paragraph": st.integers(1, 9), "page": TEXTS | st.integers(0, 9)}
    more |= {"quote": TEXTS, "read": st.tuples(TEXTS), "note": TEXTS, "x-a": DATA}
    chosen = draw(st.lists(st.sampled_from(sorted(more)), unique=True, max_size=3))
    return Citation(source=draw(TEXTS), **{key: draw(more[key]) for key in chosen})


@st.composite
def maps(draw):
    """Return a map that no one could have drawn: with cycles, and with texts of every kind."""
    claims = draw(_claims())
    arguments = draw(_arguments(list(claims)))
    keys = list(claims)
    argmap = ArgMap(
        title=draw(TEXTS),
        claims=claims,
        arguments=arguments,
        thesis=draw(st.sampled_from(["", *keys])),
        options=tuple(draw(st.lists(st.sampled_from(keys), max_size=3))),
        language=draw(st.sampled_from(["en", "es"])),
        summary=_rarely(draw, TEXTS, ""),
        question=_rarely(draw, TEXTS, ""),
        stakeholders=_rarely(draw, st.dictionaries(st.sampled_from(IDS), TEXTS), {}),
        criteria=tuple(
            Criterion(id=key, text=draw(TEXTS), weight=draw(st.floats(0, 9)))
            for key in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=2))
        ),
        sources=_rarely(
            draw,
            st.dictionaries(
                st.sampled_from(IDS),
                st.just(Source(title="T", author=("A", "B")))
                | st.just(Source())
                | st.just(Source(date=2025, note="a: b")),
            ),
            {},
        ),
        definitions=_rarely(draw, st.dictionaries(TEXTS, TEXTS, max_size=2), {}),
        expect=_rarely(
            draw,
            st.just(
                Expectation(
                    {"semi-stable": Labels(**{"in": (keys[0],)})}, {keys[0]: ">= 0.6"}, tuple(keys)
                )
            )
            | st.just(Expectation()),
            None,
        ),
        extra=draw(OWN),
    )
    return replace(argmap, translations=draw(_translations(argmap)))


@st.composite
def _claims(draw):
    claims = {}
    for number in range(draw(st.integers(1, 7))):
        text = draw(TEXTS)
        key = draw(st.sampled_from([slug(text), f"c{number}"]))
        if key in claims:
            continue
        claims[key] = Claim(
            id=key,
            text=text,
            label=_rarely(draw, TEXTS, ""),
            kind=_rarely(draw, st.sampled_from(CHOICES["kind"]), None),
            stakeholder=_rarely(draw, TEXTS, ""),
            by=_rarely(draw, TEXTS, ""),
            cite=tuple(_citation(draw) for _ in range(_rarely(draw, st.integers(1, 2), 0))),
            basis=_rarely(draw, st.sampled_from(CHOICES["basis"]), None),
            confidence=_rarely(draw, SHARES, None),
            impact=_rarely(
                draw, st.sampled_from([Impact(), Impact(magnitude=4, timeframe="a, b")]), None
            ),
            open=_rarely(draw, st.booleans(), False),
            tags=tuple(_rarely(draw, st.lists(TEXTS, max_size=2), [])),
            note=_rarely(draw, TEXTS, ""),
            extra=_rarely(draw, OWN, {}),
        )
    return claims


@st.composite
def _arguments(draw, keys):
    arguments, numbers = {}, {}
    for number in range(draw(st.integers(0, 9))):
        premises = tuple(
            draw(
                st.lists(
                    st.sampled_from(keys), min_size=1, max_size=draw(st.sampled_from([1, 1, 3]))
                )
            )
        )
        conclusion = draw(st.sampled_from([*keys, *arguments]))
        polarity = draw(st.sampled_from(["support", "attack"]))
        base = f"{'+'.join(premises)}.{polarity}s.{conclusion}"
        numbers[base] = numbers.get(base, 0) + 1
        name = base if numbers[base] == 1 else f"{base}.{numbers[base]}"
        if draw(st.integers(0, 5)) == 5:
            numbers[base] -= 1
            name = f"argument-{number}"
        if name in arguments:
            continue
        arguments[name] = Argument(
            id=name,
            premises=premises,
            conclusion=conclusion,
            polarity=polarity,
            scheme=_rarely(draw, st.just("expert-opinion"), ""),
            strength=_rarely(draw, SHARES, None),
            criterion=_rarely(draw, st.sampled_from(IDS), ""),
            tactic=_rarely(draw, st.sampled_from(CHOICES["tactic"]), None),
            answers=_rarely(draw, st.dictionaries(TEXTS, st.sampled_from(keys), max_size=2), {}),
            note=_rarely(draw, TEXTS, ""),
            tags=tuple(_rarely(draw, st.lists(TEXTS, max_size=2), [])),
            extra=_rarely(draw, OWN, {}),
        )
    return arguments


@st.composite
def _translations(draw, argmap):
    spots = {("map", "", "title"): argmap.title}
    for key, claim in argmap.claims.items():
        spots["claim", key, "text"] = claim.text
        if claim.label:
            spots["claim", key, "label"] = claim.label
    spots |= {("criterion", one.id, "text"): one.text for one in argmap.criteria}
    spots |= {("definition", key, "text"): text for key, text in argmap.definitions.items()}
    spots |= {("stakeholder", key, "text"): text for key, text in argmap.stakeholders.items()}
    found = {}
    for spot in draw(st.lists(st.sampled_from(list(spots)), unique=True, max_size=3)):
        found.setdefault(argmap.language, {})[spot] = spots[spot]
        for language in draw(st.lists(st.sampled_from(["fr", "pt-BR"]), unique=True)):
            found.setdefault(language, {})[spot] = draw(TEXTS)
    return found
