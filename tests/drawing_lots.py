"""Documents at random, by the grammar that pydantic made of the models, and slips in them."""

import copy
from functools import cache

from hypothesis import strategies as st

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
