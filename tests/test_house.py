"""The house rules that no off-the-shelf linter checks: layers, sizes, docstrings, no copies."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "argmap"
LAYERS = [  # a module may import only from layers above its own line
    {
        "reading",
        "bounding",
        "dating",
        "figures",
        "positions",
        "text",
        "verbatim",
        "version",
        "settings",
        "dividing",
        "measuring",
        "retracing",
        "diagram",
        "branching",
        "pages",
        "phrasing",
        "caesfile",
        "commenting",
        "cycles",
        "sweeping",
        "descending",
        "following",
        "reckoning",
    },
    {"problems", "model", "scalars", "scheming", "timing", "sketching", "stacking", "routing"}
    | {"spelling", "wordstyling"},
    {"wordwriting"},
    {
        "amending",
        "errors",
        "fanning",
        "gridding",
        "tree",
        "losing",
        "inscribing",
        "sounding",
        "verdict",
        "citing",
    }
    | {"translating", "crediting", "outcome", "packing"},
    {
        "graph",
        "certifying",
        "grounding",
        "wording",
        "labelling",
        "proving",
        "balancing",
        "grading",
        "plugins",
        "transplanting",
        "saving",
        "schema",
        "identifying",
        "iccma",
        "theming",
        "svgreading",
    },
    {"belonging", "homing", "scoping"},
    {"cropping", "parting", "splitting"},
    {"abstracting", "sayings", "jsontext", "stemming", "clausing", "frameworks"}
    | {"captioning", "clipping", "describing", "fitting", "colouring", "tiling"},
    {"probing", "sloping"},
    {"contributing", "tipping"},
    {"mood", "planting", "searching", "solving", "framing", "dotwriting", "inking", "typography"},
    {"pleading"},
    {"embedding", "extending", "hanging", "legending", "lettering", "outlining"} | {"plotting"},
    {"defending", "sharing"},
    {"turning", "unfolding"},
    {"flaws", "quoting", "scanning"},
    {"gathering", "placing", "tracing", "yamltext"},
    {"arranging", "decoding", "faults", "including", "mending", "surveying", "typesetting"},
    {"cases", "patching", "remarks", "signing", "tidying"},
    {"closing", "indenting", "keying"},
    {"diagnosing", "valuing"},
    {"listing", "naming", "numbering"},
    {"explaining", "recovering"},
    {"validating"},
    {"parsing"},
    {"building", "editing", "silencing", "telling", "sides", "printing", "requesting"},
    {"answering", "weighing", "blanking", "showing", "starting"},
    {"detailing", "referring", "loading", "evaluating", "diagramming", "writing"},
    {"matching", "grouping", "viewing"},
    {"contrasted", "surrounding"},
    {"flagging"},
    {"differing"},
    {"replaying"},
    {"blaming"},
    {"asking", "disagreeing", "excerpting", "linting", "converting", "drawing", "opening"}
    | {"apportioning", "hearing", "vouching"}
    | {"supplying", "ranking"}
    | {"formatting"},
    {"accounting"},
    {
        "recording",
        "terming",
        "tabling",
        "reciting",
        "paralleling",
        "cells",
        "prose",
        "sourcing",
        "choosing",
        "stating",
    }
    | {"dominating", "lensing", "ranging"},
    {"cards", "checking", "contending", "expecting", "likening", "scheduling"}
    | {"doubting", "flipping", "sampling"},
    {"mentioning"},
    {"scaling"},
    {"contrasting"},
    {"narrating"},
    {"preparing", "paging", "pinning", "repairing", "reporting", "codes", "comparing"},
    {"project", "discovering", "glossing", "denoting"},
    {"inspecting", "remembering", "charting", "recounting"},
    {"lapsing", "sheeting", "exporting"},
    {"baselining", "tabulating"},
    {"auditing", "clarifying", "judging", "watching"},
    {"fixing", "guarding", "previewing", "rendering", "retaining"},
    {"drafting"},
    {"collecting", "inserting", "serving", "templating"},
    {"markdown", "sphinx"},
    {"leafing"},
    {"binding"},
    {"reformatting"},
    {"__init__", "cli"},
    {"__main__"},
]
FAMILIES = {  # the module beside each folder of members, which states their contract
    "rules": "checking",
    "reports": "reporting",
    "formats": "converting",
    "semantics": "evaluating",
    "renderers": "drawing",
    "engines": "drawing",
    "layouts": "drawing",
    "views": "viewing",
    "handouts": "preparing",
    "papers": "printing",
    "tables": "tabulating",
    "charts": "charting",
    "commands": "cli",
}
ROOMS = ("audit", "classroom", "deciding", "exchange", "language", "live", "picture", "reasoning")
ROOMS += (
    "repair",
    "review",
    "documents",
    "versions",
    "website",
    "yamlfile",
)  # packages by subject; a module's layer goes by its own name
LEVEL = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}
LAZY = {"__main__", "__init__"}  # may import inside a function, for the sake of a short start
MAX_LINES, MAX_FUNCTION = 300, 50


def modules():
    found = sorted(ROOT.rglob("*.py"))
    assert found
    return found


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import"
            if node.module and node.module.split(".")[0] == "argmap":
                rest = node.module.split(".")[1:]
                yield from ([rest] if rest else [[alias.name] for alias in node.names])
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == "argmap":
                    yield alias.name.split(".")[1:]


def unit(parts):
    """The part of a module's name that families and layers go by."""
    return parts[1] if parts[0] in ROOMS and len(parts) > 1 else parts[0]


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_point_down_the_layers(path):
    here = path.relative_to(ROOT).with_suffix("").parts
    for target in imports(path):
        assert target and target[0] not in FAMILIES, f"{here} imports a member: {target}"
        assert target[-1] not in ROOMS, f"{here} imports a whole room: {target}"
        if here[0] in FAMILIES:
            if here[0] != "commands":
                assert LEVEL[unit(target)] <= LEVEL[FAMILIES[here[0]]], f"{here} imports {target}"
        else:
            assert LEVEL[unit(target)] < LEVEL[unit(here)], f"{here} may not import {target}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_every_module_has_a_layer_a_docstring_and_a_size(path):
    here = path.relative_to(ROOT).with_suffix("").parts
    assert unit(here) in FAMILIES or unit(here) in LEVEL, f"{here[0]} has no layer"
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "no module docstring"
    assert len(text.splitlines()) <= MAX_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < MAX_FUNCTION, f"{node.name} is too long"
