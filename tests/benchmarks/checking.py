"""How fast files are checked, beside check-jsonschema and beside libyaml's bare parse.

    python tests/benchmarks/checking.py [COUNT]

Prints processor times of one run and the ratios between them: `argmap check` by one process and
without its memory, with every default rule and with those on structure alone; check-jsonschema
with argmap's schema; libyaml, which only parses. Then files that have not changed, and a large one.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generating import make, written
from yaml._yaml import CParser

ROOT = Path(__file__).parent.parent.parent
SCHEMA = ROOT / "schemas" / "argmap.schema.json"
ARGMAP = [sys.executable, "-m", "argmap", "check", "--quiet", "--exit-zero"]
JSONSCHEMA = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA)]


def spent(words: list[str], folder: Path) -> tuple[float, float]:
    """Return the seconds of processor time and of the clock that a command takes."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, cwd=folder, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - begun


def parsed(files: list[Path]) -> float:
    """Return the seconds that libyaml takes for the same files."""
    texts = [path.read_text(encoding="utf-8") for path in files]
    begun = time.process_time()
    for text in texts:
        CParser(text).raw_parse()
    return time.process_time() - begun


def main(count: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, count)
        files = sorted(folder.rglob("*.yaml"))
        floor = min(parsed(files) for _ in range(3))
        start = min(spent([*ARGMAP, "--no-cache", str(files[0])], folder)[0] for _ in range(3))
        alone = [*ARGMAP, "--no-cache", "--jobs", "1", "."]
        rows = {
            "libyaml alone": floor,
            "structure rules": spent([*alone, "--select", "AM1"], folder)[0] - start,
            "default rules": spent(alone, folder)[0] - start,
            "check-jsonschema": spent([*JSONSCHEMA, *map(str, files)], folder)[0],
        }
        print(f"{count} maps of 60 claims; the start of argmap, {start:.2f} s, is taken off")
        for what, seconds in rows.items():
            rate = count / seconds
            print(
                f"{what:>17} {seconds:7.2f} s {rate:8.0f} files/s {seconds / floor:6.1f} × libyaml"
            )
        peer = rows["check-jsonschema"] / rows["default rules"]
        print(f"argmap check is {peer:.0f} times as fast as check-jsonschema")
        spent([*ARGMAP, "."], folder)
        used, clock = spent([*ARGMAP, "."], folder)
        print(f"again, unchanged: {used:.2f} s of processor, {clock:.2f} s by the clock")
        large = folder / "large.yaml"
        large.write_text(written(2000, 7), encoding="utf-8")
        used, _ = spent([*ARGMAP, "--no-cache", "--profile", "publish", str(large)], folder)
        print(f"one map of 2,000 claims, every rule: {used - start:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
