"""The Graphviz that is installed on the machine."""

import subprocess
from shutil import which

from argmap.drawing import Engine, Notify
from argmap.errors import DrawingFailed, ToolMissing
from argmap.picture.svgreading import Placed, placed

SECONDS = 120


def place(dot: str, program: str, notify: Notify) -> Placed:
    """Hand DOT to the program `dot`."""
    found = which("dot")
    if not found:
        raise ToolMissing("Graphviz", "see graphviz.org, or draw with `--engine embedded`")
    try:
        done = subprocess.run(
            [found, f"-K{program}", "-Tsvg"],
            input=dot.encode("utf-8"),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DrawingFailed(f"Graphviz took more than {SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DrawingFailed(f"Graphviz failed: {said[-1] if said else done.returncode}")
    return placed(done.stdout.decode("utf-8"))


ENGINE = Engine("dot", place)
