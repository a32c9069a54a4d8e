"""The JSON Schema of the format, made for editors: what tree.py says, with examples and snippets.

It gives the same verdict as the models on every document. What it cannot say, no schema can:
that ids are unique and that references lead somewhere; `argmap check` says that.
"""

import ast
import inspect
import json
import re
import sys
import tomllib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from argmap.tree import ID, LANGUAGE, REF, SCHEME, MapFile

SCHEMA_ID = "https://argmap.dev/schema/v1/argmap.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
PATTERNS = {
    ID: "an id is made of letters, digits, - and _, and begins with a letter or digit",
    REF: "this is the id of a claim, or include-name/id",
    LANGUAGE: "this is the code of a language, such as en, es or pt-BR",
    SCHEME: "a scheme is written in small letters with hyphens, such as expert-opinion",
}
ORDER = (
    "$schema", "$id", "$ref", "title", "description", "markdownDescription", "type", "const",
    "enum", "enumDescriptions", "default", "examples", "defaultSnippets", "required",
    "properties", "patternProperties", "propertyNames", "additionalProperties", "minProperties",
    "items", "minItems", "oneOf", "anyOf", "minimum", "maximum", "minLength",
    "pattern", "patternErrorMessage", "$defs",
)  # fmt: skip
DEFS = "#/$defs/"
SHARED = {  # what stands in many places is defined once: its name, and one place of it
    "Text": ("Statement", "text"),
    "Reasons": ("Statement", "support"),
    "Citations": ("Statement", "cite"),
}
NAMES = {  # what an editor calls the parts when it offers them
    "ClaimReason": "Reason",
    "RefReason": "ReasonByRef",
    "LinkedReason": "LinkedPremises",
    "WrittenClaim": "Claim",
    "RefClaim": "ClaimByRef",
    "Statement": "ListedClaim",
    "WrittenCriterion": "Criterion",
}
REMARKS = ("description", "markdownDescription", "default", "examples")


def schema() -> JsonSchemaValue:
    """Return the schema as a value that `json` can write.

    >>> schema()["required"]
    ['argmap', 'title']
    """
    made = MapFile.model_json_schema(schema_generator=_Editor)
    models = {**made.pop("$defs"), "MapFile": made}
    shared = {
        name: {
            word: one
            for word, one in models[model]["properties"][key].items()
            if word not in REMARKS
        }
        for name, (model, key) in SHARED.items()
    }
    for model, one in models.items():
        for key, value in one["properties"].items():
            _remark(value, model, key)
    models = {name: _referring(one, shared) for name, one in models.items()}
    for name, one in shared.items():
        models[name] = {word: _referring(value, shared) for word, value in one.items()}
    for place, snippets in _notes()["snippets"].items():
        model, _, key = place.partition(".")
        part = models[model]["properties"][key] if key else models[model]
        part["defaultSnippets"] = snippets
    whole = models.pop("MapFile")
    defined = sorted((NAMES.get(name, name), one) for name, one in models.items())
    head = {"$schema": DIALECT, "$id": SCHEMA_ID}  # no title: it would head whatever is hovered
    ordered: JsonSchemaValue = _ordered(head | whole | {"$defs": dict(defined)})
    return ordered


def text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


class _Editor(GenerateJsonSchema):
    """Says what pydantic's own generator leaves out, and leaves out what disturbs an editor."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """No: an editor would show it above the description."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave out a default that says no more than that the key is absent."""
        made = super().default_schema(schema)
        if made.get("default") in (None, []):
            made.pop("default", None)
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Allow `x-` keys and no others."""
        made = super().model_schema(schema)
        made.pop("title", None)
        for key, said in _said(schema["cls"]).items():
            made["properties"][key].setdefault("description", said)
        made["patternProperties"] = {"^x-": {"description": "A key of your own; argmap keeps it."}}
        made["additionalProperties"] = False
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Hold every key to the pattern, where pydantic speaks only of those that fit it."""
        made = super().dict_schema(schema)
        made.pop("patternProperties", None)
        made.pop("propertyNames", None)
        values = schema.get("values_schema")
        keys = self.generate_inner(schema.get("keys_schema", core_schema.str_schema()))
        made["additionalProperties"] = self.generate_inner(values) if values else True
        limits = {word: one for word, one in keys.items() if word not in ("type", "examples")}
        return made | ({"propertyNames": limits} if limits else {})

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        """Write a number that can be but one as that one."""
        made = super().int_schema(schema)
        if "minimum" in made and made["minimum"] == made.get("maximum"):
            return {"type": "integer", "const": made["minimum"]}
        return made

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """Say in words what a pattern asks for; let `$` mean the very end to every engine."""
        made = super().str_schema(schema)
        pattern = made.get("pattern")
        if pattern in PATTERNS:
            made["patternErrorMessage"] = PATTERNS[pattern]
            made["pattern"] = re.sub(r"\$$", r"$(?!\\n)", pattern)
        return made


def _said(model: type[BaseModel]) -> dict[str, str]:
    """Return what stands below each field of a model in the code, by the key in a file.

    Pydantic can read that too, but would do so each time that argmap starts.
    """
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if issubclass(one, BaseModel) and one is not BaseModel:
            found |= _written(one.__module__).get(one.__name__, {})
    return {
        field.alias or name: found[name]
        for name, field in model.model_fields.items()
        if name in found
    }


@cache
def _written(module: str) -> dict[str, dict[str, str]]:
    """Return the text below each field, by class and name."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {
        one.name: {
            field.target.id: inspect.cleandoc(text.value.value)
            for field, text in pairwise(one.body)
            if isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        }
        for one in tree.body
        if isinstance(one, ast.ClassDef)
    }


@cache
def _notes() -> dict[str, Any]:
    """Return what assets/schema.toml adds."""
    return tomllib.loads(files("argmap").joinpath("assets/schema.toml").read_text("utf-8"))


def _remark(value: JsonSchemaValue, model: str, key: str) -> None:
    """Add to a property its example, and what the words of its list mean."""
    examples = _notes()["examples"]
    example = examples.get(f"{model}.{key}", examples.get(key))
    if example:
        value["markdownDescription"] = f"{value['description']}\n\n```yaml\n{example.strip()}\n```"
    if "enum" in value:
        value["enumDescriptions"] = [_notes()["meanings"][key][word] for word in value["enum"]]


def _referring(value: Any, shared: JsonSchemaValue) -> Any:
    """Return a part of the schema with a reference wherever a shared part stands in it."""
    if isinstance(value, list):
        return [_referring(one, shared) for one in value]
    if not isinstance(value, dict):
        return value
    if "$ref" in value:
        name = value["$ref"].removeprefix(DEFS)
        return value | {"$ref": DEFS + NAMES.get(name, name)}
    bare = {word: one for word, one in value.items() if word not in REMARKS}
    for name, one in shared.items():
        if bare == one:
            remarks = {word: said for word, said in value.items() if word in REMARKS}
            return {"$ref": DEFS + name} | remarks
    return {word: _referring(one, shared) for word, one in value.items()}


def _ordered(value: Any, *, names: bool = False) -> Any:
    """Sort keywords, but leave the `names` of properties in the order of the format."""
    if isinstance(value, list):
        return [_ordered(one) for one in value]
    if not isinstance(value, dict):
        return value
    keys = value if names else sorted(value, key=ORDER.index)
    return {
        key: value[key]
        if key in ("defaultSnippets", "examples")
        else _ordered(value[key], names=key in ("properties", "patternProperties", "$defs"))
        for key in keys
    }
