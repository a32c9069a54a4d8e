"""The public names: few, sorted, all there, and none of them imported before it is used."""

import subprocess
import sys

import argmap


def test_the_public_names_are_few_sorted_and_there():
    assert len(argmap.__all__) <= 15
    assert argmap.__all__ == sorted(argmap.__all__) == dir(argmap)
    for name in argmap.__all__:
        assert getattr(argmap, name).__doc__


def test_the_bare_import_and_the_version_import_nothing_else():
    heavy = {"pydantic", "yaml", "typer", "rich", "wasmtime", "graphviz", "numpy"}
    code = (
        "import sys; sys.argv[1:] = ['--version']; import argmap.__main__ as m; m.main();"
        f"print(sorted({heavy} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "[]"


def test_a_map_shows_itself_in_a_notebook(maps):
    shown = argmap.load(maps["smallest"])._repr_svg_()
    assert "<svg" in shown[:200] and "Our school should require uniforms" in shown
