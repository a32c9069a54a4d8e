"""The public names: few, sorted, all there, and none of them imported before it is used."""

import subprocess
import sys

from test_house import FAMILIES

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


def test_nothing_is_needed_but_what_every_installation_has():
    """All members of all families are there without any of the extras."""
    code = (
        "import sys; from importlib import import_module; from argmap.plugins import names;"
        "sys.modules.update(dict.fromkeys(sys.argv[2:]));"
        "[import_module(f'argmap.{family}.{name}')"
        " for family in sys.argv[1].split(',') for name in names(family)]"
    )
    extras = "docutils docx fontTools markdown networkx numpy pymupdf_fonts pysat resvg_py sphinx"
    extras += " starlette typst uvicorn watchfiles xlsxwriter"
    words = [sys.executable, "-c", code, ",".join(FAMILIES), *extras.split()]
    subprocess.run(words, check=True)


def test_a_map_shows_itself_in_a_notebook(maps):
    shown = argmap.load(maps["smallest"])._repr_svg_()
    assert "<svg" in shown[:200] and "Our school should require uniforms" in shown
