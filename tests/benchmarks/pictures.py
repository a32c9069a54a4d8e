"""How soon `argmap render` sees that pictures are up to date: run as a script.

Prints seconds of the wall for drawing the maps of `arguments/`, for seeing that they are current
with the maps read again, and from memory alone; and each as a share of the first.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parent.parent.parent
RUNS = 5


def timed(folder: Path, *words: str, forget: bool = False) -> float:
    """Return how long the command takes, at best; with nothing remembered if it is to forget."""
    times = []
    for _ in range(RUNS):
        if forget:
            shutil.rmtree(folder / ".argmap_cache", ignore_errors=True)
        begun = perf_counter()
        subprocess.run(
            [sys.executable, "-m", "argmap", "render", "maps", "-o", "pictures", *words],
            cwd=folder, check=True, capture_output=True,
        )  # fmt: skip
        times.append(perf_counter() - begun)
    return min(times)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "arguments", folder / "maps")
        for one in (folder / "maps").iterdir():
            os.utime(one, (1_700_000_000, 1_700_000_000))
        drawn, again = timed(folder, "--force"), timed(folder, forget=True)
        known = timed(folder)
        for told, seconds in (("drawn", drawn), ("read again", again), ("remembered", known)):
            print(f"{told:<12}{seconds:6.2f} s  {seconds / drawn:6.1%}")


if __name__ == "__main__":
    main()
