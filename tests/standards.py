"""What published standards ask of a report, in our own words: the models that tests hold ours to.

SARIF has a schema that can be installed; for the others there are only their descriptions.
"""

import re
from urllib.parse import urlsplit

import jsonschema
from jsonschema.exceptions import best_match
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

SARIF = SarifLog.model_json_schema(by_alias=True)


def _closed(required, **properties):
    """Return the schema of an object with these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


_TEXT = {"type": "string", "minLength": 1}
_COUNT = {"type": "integer", "minimum": 1}

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, whose keys are those
# of an issue in https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md
_POSITION = _closed("line column", line=_COUNT, column=_COUNT)
_LOCATION = _closed(
    "path positions",
    path={"type": "string", "pattern": r"^(?!\./|/|[A-Za-z]:\\)"},
    positions=_closed("begin end", begin=_POSITION, end=_POSITION),
)
GITLAB = {
    "type": "array",
    "items": _closed(
        "type check_name description categories severity fingerprint location",
        type={"const": "issue"},
        check_name=_TEXT,
        description=_TEXT,
        content=_closed("body", body=_TEXT),
        categories={
            "type": "array",
            "minItems": 1,
            "items": {
                "enum": [
                    "Bug Risk",
                    "Clarity",
                    "Compatibility",
                    "Complexity",
                    "Duplication",
                    "Performance",
                    "Security",
                    "Style",
                ]
            },
        },
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{32}$"},
        location=_LOCATION,
        other_locations={"type": "array", "minItems": 1, "items": _LOCATION},
    ),
}

# the messages DiagnosticResult, Diagnostic, Location, Range and Suggestion of
# https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, as JSON
_RANGE = _closed(
    "start end",
    start=_closed("line", line=_COUNT, column=_COUNT),
    end=_closed("line", line=_COUNT, column=_COUNT),
)
_SPOT = _closed("path range", path=_TEXT, range=_RANGE)
RDJSON = _closed(
    "source diagnostics",
    source=_closed("name url", name=_TEXT, url=_TEXT),
    diagnostics={
        "type": "array",
        "items": _closed(
            "message location severity code",
            message=_TEXT,
            location=_SPOT,
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=_closed("value url", value=_TEXT, url=_TEXT),
            suggestions={
                "type": "array",
                "minItems": 1,
                "items": _closed("range text", range=_RANGE, text={"type": "string"}),
            },
            related_locations={
                "type": "array",
                "minItems": 1,
                "items": _closed("message location", message={"type": "string"}, location=_SPOT),
            },
        ),
    },
)

# the elements of JUnit's XML that Jenkins (https://github.com/jenkinsci/xunit-plugin, junit-10.xsd)
# and GitLab (https://docs.gitlab.com/ci/testing/unit_test_reports/) both know: which attributes
# there must be, and which elements there may be inside, how often
_TOTALS = "name tests failures errors time"
JUNIT = {
    "testsuites": (_TOTALS, {"testsuite": None}),
    "testsuite": (f"{_TOTALS} skipped", {"testcase": None}),
    "testcase": ("classname name time", {"failure": 1, "error": 1, "system-out": 1}),
    "failure": ("type message", {}),
    "error": ("type message", {}),
    "system-out": ("", {}),
}


def broken(schema, value):
    """Return what a schema finds wrong, the worst of it."""
    worst = best_match(jsonschema.Draft202012Validator(schema).iter_errors(value))
    return [f"{worst.json_path}: {worst.message}"] if worst else []


def broken_sarif(log):
    """Return what the schema of SARIF 2.1.0 finds wrong, and what its text asks beyond that."""
    return [*broken(SARIF, log), *_nulls(log, "$"), *(_beyond(log) if "runs" in log else ())]


def _nulls(value, path):
    """Yield where there is a null, which the schema's types in Python would let pass."""
    if value is None:
        yield f"{path}: null"
    if isinstance(value, dict | list):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _nulls(one, f"{path}.{key}")


def _beyond(log):
    """Yield breaches of the rules that the text states and the schema does not."""
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        if len({one["id"] for one in rules}) != len(rules):
            yield "§3.19.23: two rules have one id"
        for result in run["results"]:
            if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
                yield "§3.27.6: ruleIndex and ruleId name different rules"
            for place in _places(result):
                yield from _place(place, run)


def _places(result):
    for key in ("locations", "relatedLocations"):
        yield from (one["physicalLocation"] for one in result.get(key, ()))
    for fix in result.get("fixes", ()):
        for change in fix["artifactChanges"]:
            for one in change["replacements"]:
                yield {
                    "artifactLocation": change["artifactLocation"],
                    "region": one["deletedRegion"],
                }


def _place(place, run):
    file, region = place["artifactLocation"], place["region"]
    uri = urlsplit(file["uri"])
    if not re.fullmatch(r"(?:[\w.~/!$&'()*+,;=:@-]|%[0-9A-F]{2})+", file["uri"]):
        yield f"§3.10.1: {file['uri']!r} is no URI"
    if bool(uri.scheme) == ("uriBaseId" in file):
        yield "§3.4.4: a uriBaseId belongs to a relative reference, and to no other"
    if file.get("uriBaseId", "%SRCROOT%") not in run["originalUriBaseIds"]:
        yield "§3.4.4: an unknown uriBaseId"
    start = region["startLine"], region.get("startColumn", 1)
    if start > (region["endLine"], region.get("endColumn", start[1])):
        yield "§3.30.7: the end lies before the start"


def broken_junit(element):
    """Return what is wrong with an element of JUnit's XML, and with those inside it."""
    attributes, inside = JUNIT.get(element.tag, ("", {}))
    found = [] if element.tag in JUNIT else [f"there is no <{element.tag}>"]
    if set(element.keys()) != set(attributes.split()):
        found.append(f"<{element.tag}> has the attributes {sorted(element.keys())}")
    for tag in {child.tag for child in element}:
        count = len(element.findall(tag))
        if tag not in inside or count > (inside[tag] or count):
            found.append(f"<{element.tag}> has {count} <{tag}>")
    for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        if key in element.keys() and int(element.get(key)) != len(list(element.iter(tag))):  # noqa: SIM118
            found.append(f"<{element.tag}> counts {element.get(key)} {key}")
    return found + [one for child in element for one in broken_junit(child)]
