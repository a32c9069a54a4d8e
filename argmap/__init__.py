"""argmap: argument maps in YAML, checked, drawn, weighed, and turned into what a class needs.

>>> import argmap
>>> wet = argmap.Claim(id="wet", text="The street is wet.")
>>> rain = argmap.Claim(id="rain", text="It rains.")
>>> why = argmap.Argument(id="why", premises=("rain",), conclusion="wet")
>>> street = argmap.ArgMap(claims={"wet": wet, "rain": rain}, arguments={"why": why}, thesis="wet")
>>> argmap.evaluate(street).labels["wet"]
'in'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # so that `argmap --version` need not import any of it
    from argmap.checking import check
    from argmap.converting import convert
    from argmap.drawing import draw as render
    from argmap.errors import ArgmapError, DrawingFailed, InvalidMap, UnknownName, Unsupported
    from argmap.evaluating import evaluate
    from argmap.loading import load
    from argmap.model import ArgMap, Argument, Claim
    from argmap.problems import Problem
    from argmap.verdict import Verdict

__all__ = [
    "ArgMap",
    "ArgmapError",
    "Argument",
    "Claim",
    "DrawingFailed",
    "InvalidMap",
    "Problem",
    "UnknownName",
    "Unsupported",
    "Verdict",
    "check",
    "convert",
    "evaluate",
    "load",
    "render",
]

_HOMES = {
    "errors": ("ArgmapError", "DrawingFailed", "InvalidMap", "UnknownName", "Unsupported"),
    "model": ("ArgMap", "Argument", "Claim"),
    "problems": ("Problem",),
    "verdict": ("Verdict",),
    "checking": ("check",),
    "converting": ("convert",),
    "evaluating": ("evaluate",),
    "loading": ("load",),
    "drawing": ("render",),
}
_NAMED = {"render": "draw"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"argmap.{module}"), _NAMED.get(name, name))
    raise AttributeError(f"module 'argmap' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
