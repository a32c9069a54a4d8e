"""The JSON Schema: the file is current, it says what the models say, and editors can use it."""

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import jsonschema_rs
import pytest
import yaml
from drawing_lots import documents, slips
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from argmap import schema
from argmap.tree import MapFile

HERE = Path(__file__).parent
FILE = HERE.parent / "schemas" / "argmap.schema.json"
WHOLE = schema.schema()
VALIDATORS = {
    "jsonschema 2020-12": jsonschema.Draft202012Validator(WHOLE).is_valid,
    "jsonschema draft 7": jsonschema.Draft7Validator(WHOLE).is_valid,
    "jsonschema-rs": jsonschema_rs.validator_for(WHOLE).is_valid,
    "jsonschema-rs draft 7": jsonschema_rs.Draft7Validator(
        {key: value for key, value in WHOLE.items() if key != "$schema"}
    ).is_valid,
}
NOTES = tomllib.loads((HERE.parent / "argmap" / "assets" / "schema.toml").read_text("utf-8"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)")


class Core(yaml.SafeLoader):
    """Dates are text here, as in YAML 1.2."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [one for one in those if not one[0].endswith("timestamp")]
        for first, those in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def value_of(text):
    return yaml.load(text, Core)


def accepted(value):
    try:
        MapFile.model_validate(value)
    except ValidationError:
        return False
    return True


def verdicts(value):
    return {"models": accepted(value)} | {name: one(value) for name, one in VALIDATORS.items()}


def corpus(folder, least):
    found = sorted((HERE / "schema" / folder).glob("*.yaml"))
    assert len(found) >= least
    return [pytest.param(path.read_text("utf-8"), id=path.stem) for path in found]


def parts(value=WHOLE, *, names=False):
    """Yield every schema in the schema, and not the names of properties."""
    if isinstance(value, dict):
        if not names:
            yield value
        for key, one in value.items():
            if names or key not in ("defaultSnippets", "examples", "const", "enum"):
                yield from parts(
                    one, names=not names and key in ("properties", "patternProperties", "$defs")
                )
    elif isinstance(value, list):
        for one in value:
            yield from parts(one)


def test_the_file_is_current():
    assert FILE.read_bytes() == schema.text().encode(), (
        "run: argmap schema -o schemas/argmap.schema.json"
    )


def test_the_file_is_written_the_same_in_every_process():
    assert json.loads(schema.text()) == WHOLE
    assert b"\r" not in FILE.read_bytes() and FILE.read_bytes().endswith(b"}\n")


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(WHOLE)
    jsonschema.Draft7Validator.check_schema(WHOLE)
    jsonschema_rs.meta.validate(WHOLE)
    assert WHOLE["$id"] == schema.SCHEMA_ID and WHOLE["$schema"] == schema.DIALECT


@pytest.mark.parametrize("text", corpus("good", 25))
def test_good_files_are_good_to_all(text):
    assert set(verdicts(value_of(text)).values()) == {True}, verdicts(value_of(text))


@pytest.mark.parametrize("text", corpus("bad", 60))
def test_bad_files_are_bad_to_all(text):
    assert set(verdicts(value_of(text)).values()) == {False}, verdicts(value_of(text))


@settings(max_examples=300)
@given(documents(), st.data())
def test_schema_and_models_agree_on_documents_at_random(document, data):
    assert set(verdicts(document).values()) == {True}, verdicts(document)
    slipped = data.draw(slips(document))
    assert len(set(verdicts(slipped).values())) == 1, verdicts(slipped)


def test_only_known_keywords_stand_in_it():
    standard = {
        "$schema", "$id", "$ref", "$defs", "description", "type", "const", "enum", "default",
        "examples", "required", "properties", "patternProperties", "propertyNames",
        "additionalProperties", "minProperties", "items", "minItems", "oneOf", "anyOf", "minimum",
        "maximum", "minLength", "pattern",
    }  # fmt: skip
    editors = {"markdownDescription", "enumDescriptions", "defaultSnippets", "patternErrorMessage"}
    found = {key for part in parts() for key in part}
    assert found <= standard | editors
    assert editors <= found


def test_nothing_in_it_disturbs_an_editor():
    for part in parts():
        assert "title" not in part  # it would head everything that is hovered
        assert part.get("default", 1) is not None
        assert "null" not in part.get("type", "")
        if "pattern" in part:
            assert part["patternErrorMessage"]
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert list(part["patternProperties"]) == ["^x-"]


def test_every_key_and_every_word_of_a_list_is_explained():
    seen = 0
    for part in parts():
        for key, one in part.get("properties", {}).items():
            seen += 1
            assert one.get("description"), key
            if "enum" in one:
                assert len(one["enum"]) == len(one["enumDescriptions"])
    assert seen > 100
    enums = {
        key: one["enum"]
        for part in parts()
        for key, one in part.get("properties", {}).items()
        if "enum" in one
    }
    assert {key: list(words) for key, words in NOTES["meanings"].items()} == enums


def fitting(value, part):
    """Say whether a value fits one part of the schema."""
    return jsonschema.Draft202012Validator(part | {"$defs": WHOLE["$defs"]}).is_valid(value)


@pytest.mark.parametrize("name", NOTES["examples"])
def test_every_example_fits_where_it_is_shown(name):
    key = name.rpartition(".")[2]
    example = NOTES["examples"][name].strip()
    shown = [
        part["properties"][key]
        for part in parts()
        if f"```yaml\n{example}\n```"
        in part.get("properties", {}).get(key, {}).get("markdownDescription", "")
    ]
    assert shown, "it is shown nowhere"
    value = value_of(example)
    assert list(value) == [key]
    assert all(fitting(value[key], part) for part in shown)


def filled(body):
    """Return a snippet's body as it stands when it is inserted and nothing is changed."""
    if isinstance(body, dict):
        return {filled(key): filled(one) for key, one in body.items()}
    if isinstance(body, list):
        return [filled(one) for one in body]
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body)
    return value_of(text[1:]) if text.startswith("^") else text


def test_every_snippet_fits_where_it_is_offered():
    offered = [part for part in parts() if "defaultSnippets" in part]
    assert len(offered) == len(NOTES["snippets"]) >= 5
    for part in offered:
        for one in part["defaultSnippets"]:
            value = filled(one["body"])
            assert "$" not in json.dumps(value)
            assert fitting([value] if part["type"] == "array" else value, part), one["label"]


def test_every_map_names_the_schema_in_its_first_line():
    found = sorted((HERE.parent / "arguments").glob("*.yaml"))
    assert found
    for path in found:
        line = path.read_text("utf-8").partition("\n")[0]
        told = MODELINE.fullmatch(line)
        assert told, f"{path.name}: {line}"
        assert (path.parent / told[1]).resolve() == FILE.resolve()
