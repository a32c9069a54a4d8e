"""How fast files are checked, beside check-jsonschema and beside libyaml's bare parse.

    python tests/benchmarks/checking.py [COUNT] [UNCHANGED]

Prints what COUNT (1,000) generated maps take of the processor, in ratios of one run, and by the
clock with as many processes as there is work for, beside check-jsonschema both for the job that
this does and with what argmap adds to it; what UNCHANGED (10,000) take that were checked
before, a map of 2,000 claims, one dense with references, larger ones of odd shapes, and one small
map. check-jsonschema is there twice, for it reads YAML with the C extension of ruamel.yaml where
that is installed. Where something else keeps the machine busy, times by the clock mean little.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from generating import make, written
from shaping import SHAPES
from yaml._yaml import CParser

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "schemas" / "argmap.schema.json"
ARGMAP = [sys.executable, "-m", "argmap", "check", "--quiet", "--exit-zero"]
ALONE = [*ARGMAP, "--no-cache", "--jobs", "1"]
SAME_JOB = ["--select", "AM0"]  # the faults of a file as such
PURE = (  # as where the extension is not installed
    "import sys; sys.modules['_ruamel_yaml'] = None\n"
    "import check_jsonschema; sys.exit(check_jsonschema.main())"
)
JSONSCHEMA = {
    "with its C parser": [sys.executable, "-m", "check_jsonschema"],
    "without": [sys.executable, "-c", PURE],
}


def spent(words: list[str], folder: Path) -> tuple[float, float]:
    """Return the seconds of processor time and of the clock that a command takes."""
    kept = {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(folder.parent / "compiled")}
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, cwd=folder, env=environment, check=False, capture_output=True)
    clock = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock


def parsed(files: list[Path]) -> float:
    """Return the seconds that libyaml takes for the same files."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    begun = time.process_time()
    for text in texts:
        CParser(text).raw_parse()
    return time.process_time() - begun


def beside_libyaml(folder: Path, files: list[Path], start: float) -> None:
    """Print what loading, the structure rules and the default rules take."""
    floor = min(parsed(files) for _ in range(5))
    print(f"{'libyaml alone':>28} {floor:7.2f} s")
    kinds = {"loading, and one rule": ["AM131"], "with structure rules": ["AM1"], "default": []}
    for what, codes in kinds.items():
        chosen = [word for code in codes for word in ("--select", code)]
        took = min(spent([*ALONE, *chosen, "."], folder)[0] for _ in range(2)) - start
        print(f"{what:>28} {took:7.2f} s {took / floor:6.1f} × libyaml")


def beside_jsonschema(folder: Path, files: list[Path], start: float) -> None:
    """Print how many files are checked in a second of the processor, and of the clock.

    check-jsonschema tells what is wrong with the form of a file. `SAME_JOB` asks argmap for that
    alone: syntax, keys and types; without it, some hundred rules look at what the map says, too.
    """
    rates = {}
    for what, chosen in (("the same job", SAME_JOB), ("default rules", [])):
        used = spent([*ALONE, *chosen, "."], folder)[0] - start
        clock = spent([*ARGMAP, "--no-cache", *chosen, "."], folder)[1]
        rates[f"argmap, {what}"] = len(files) / used
        rates[f"argmap, {what}, by the clock"] = len(files) / clock
    own = len(rates)
    some = [str(one) for one in files[: len(files) // 5 + 2]]
    for what, words in JSONSCHEMA.items():
        one = spent([*words, "--schemafile", str(SCHEMA), some[0]], folder)[0]
        used = spent([*words, "--schemafile", str(SCHEMA), *some], folder)[0]
        rates[f"check-jsonschema {what}"] = (len(some) - 1) / (used - one)
    peers = list(rates)[own:]
    print(f"{'':>37} files a second, beside check-jsonschema {', '.join(JSONSCHEMA)}")
    for what, rate in rates.items():
        beside = "".join(f"{rate / rates[one]:7.1f} ×" for one in peers)
        print(f"{what:>36} {rate:7.0f} {beside}")


def unchanged(folder: Path, count: int) -> None:
    """Print what files take that were checked before."""
    make(folder, count)
    for form in ("concise", "full"):
        words = [*ARGMAP, "--output-format", form, "."]
        spent(words, folder)
        times = [spent(words, folder) for _ in range(3)]
        used, clock = min(times)
        print(f"{count} unchanged files, {form}: {used:.2f} s of processor, {clock:.2f} s by clock")


def large(folder: Path, start: float) -> None:
    """Print what large maps take under every rule, beside those of half their size."""
    kinds = {"claims in a tree": (partial(written, seed=7), 2000)} | SHAPES
    for what, (write, size) in kinds.items():
        times = []
        for count in (size // 2, size):
            (folder / "large.yaml").write_text(write(count), encoding="utf-8")
            times.append(spent([*ALONE, "--select", "all", "large.yaml"], folder)[0] - start)
        ratio = times[1] / times[0]
        print(f"{size:>10,} {what:<30} {times[1]:6.2f} s, {ratio:.1f} × that of half as many")


def main(count: int, old: int) -> None:
    """Print everything."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name, one) for one in ("maps", "unchanged", "large")]
        for one in folders:
            one.mkdir()
        make(folders[0], count)
        files = sorted(folders[0].rglob("*.yaml"))
        small = str(ROOT / "tests" / "maps" / "smallest.yaml")
        spent([*ALONE, small], folders[2])  # what is compiled now need not be later
        start = min(spent([*ALONE, small], folders[2])[0] for _ in range(5))
        print(f"{count} maps of 60 claims; the start of argmap, {start:.2f} s, is taken off")
        beside_libyaml(folders[0], files, start)
        beside_jsonschema(folders[0], files, start)
        unchanged(folders[1], old)
        large(folders[2], start)
        for what, words in (
            ("a small map", [*ALONE, small]),
            ("again, unchanged", [*ARGMAP, small]),
            ("--version", [sys.executable, "-m", "argmap", "--version"]),
        ):
            used, clock = min(spent(words, folders[2]) for _ in range(5))
            print(f"{what:>36}: {used:.3f} s of processor, {clock:.3f} s by the clock")


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    main(*given, *(1000, 10_000)[len(given) :])
