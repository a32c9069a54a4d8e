"""The house rules that no off-the-shelf linter checks: layers, sizes, docstrings, no copies."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "argmap"
TOP_DOWN = """
bounding branching caesfile commenting cycles dating descending diagram dividing figures
following hypertext measuring pages phrasing positions reading reckoning retracing settings sweeping
text verbatim version

model problems routing scalars scheming sketching spelling stacking timing wordstyling

wordwriting

amending citing crediting errors fanning gridding inscribing losing outcome packing sounding
translating tree verdict

balancing certifying grading graph grounding iccma identifying labelling plugins proving saving
schema svgreading theming transplanting wording

belonging homing scoping

briefing cropping parting splitting

abstracting captioning clausing clipping colouring describing fitting frameworks jsontext
sayings stemming tiling

probing sloping

contributing tipping

dotwriting framing inking mood planting searching solving typography

pleading

embedding extending hanging legending lettering outlining plotting

defending sharing

turning unfolding

flaws quoting scanning

gathering placing tracing yamltext

arranging decoding faults including mending surveying typesetting

cases patching remarks signing tidying

closing indenting keying

diagnosing valuing

listing naming numbering

explaining recovering

validating

parsing

building editing printing requesting sides silencing telling

answering blanking showing starting weighing

detailing diagramming evaluating loading referring writing

grouping matching viewing

contrasted surrounding

flagging

differing

replaying

blaming

apportioning asking converting disagreeing drawing excerpting formatting hearing linting opening
ranking supplying vouching

accounting

cells choosing dominating lensing paralleling prose ranging reciting recording sourcing stating
tabling terming

cards checking contending doubting expecting flipping likening sampling scheduling

mentioning

scaling

contrasting

narrating retelling

codes comparing pinning preparing repairing reporting

denoting discovering glossing project

charting inspecting recounting remembering

exporting lapsing sheeting

baselining tabulating

auditing clarifying judging watching

fixing guarding previewing rendering retaining

drafting

collecting inserting serving templating

markdown sphinx

leafing

binding

reformatting

__init__ cli

__main__
"""  # a module may import only from layers above its own; lines between blank ones are one layer
LAYERS = [layer.split() for layer in TOP_DOWN.split("\n\n")]
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
# packages by subject; a module's layer goes by its own name
ROOMS = {path.parent.name for path in ROOT.glob("*/__init__.py")} - FAMILIES.keys()
LEVEL = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}
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


def test_each_name_has_one_layer_and_one_module():
    listed = sorted(name for layer in LAYERS for name in layer)
    own = [path.stem for path in modules() if path.parent.name not in FAMILIES]
    assert listed == sorted([*(name for name in own if name != "__init__"), "__init__"])
    assert all(layer == sorted(layer) for layer in LAYERS)


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
