"""How legible the pictures of large maps are, and what they cost, beside those of other programs.

    python tests/benchmarks/peers.py [SIZE …]

Prints a table as Markdown: for generated trees (and the largest maps of Carneades, if the variable
ARGMAP_CORPORA names the folder above them) the processor time of the whole command, the size of
the picture, how much of it is boxes, and how large its smallest words are when all of it is printed
on one sheet of A3. Argdown is asked if `argdown` is on the PATH, arguebuf if it can be imported and
`dot` is on the PATH; both get the same trees, with the same texts.
"""

import importlib.util
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from rendering import SIZES, written

from argmap.graph import Graph
from argmap.loading import load
from argmap.model import ArgMap

A3 = (297 / 25.4 * 72, 420 / 25.4 * 72)  # points
PATIENCE = 900  # seconds for one picture
LARGEST = 3  # maps of the corpus
SVG = "{http://www.w3.org/2000/svg}"
_POINTS = re.compile(r"-?[\d.]+")


@dataclass
class Row:
    """What is known of one picture."""

    name: str
    seconds: float
    width: float = 0.0
    height: float = 0.0
    ink: float = 0.0
    letters: float = 0.0

    def __str__(self) -> str:
        if not self.width:
            return f"| {self.name} | {self.seconds:.1f} s | gave up | | |"
        if not self.letters:  # made smaller until nothing is left
            return f"| {self.name} | {self.seconds:.1f} s | nothing can be seen | | |"
        return (
            f"| {self.name} | {self.seconds:.1f} s | {self.width:,.0f} × {self.height:,.0f} px"
            f" | {self.ink:.0%} | {self.letters:.1f} pt |"
        )


def spent(words: list[str], folder: Path) -> float:
    """Return the seconds of processor time that a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(words, cwd=folder, check=False, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return float(PATIENCE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def looked_at(name: str, seconds: float, picture: Path) -> Row:
    """Return what a picture is like: an SVG whose boxes are rectangles, polygons or paths."""
    if not picture.is_file() or not picture.stat().st_size:
        return Row(name, seconds)
    root = ElementTree.parse(picture).getroot()
    _, _, width, height = (float(one) for one in root.get("viewBox", "0 0 1 1").split())
    zoom = 1.0
    if moved := root.find(f".//{SVG}g[@transform]"):
        zoom = float((re.search(r"scale\(([\d.]+)", moved.get("transform", "")) or [0, 1])[1])
    boxes = sum(_area(group) for group in root.iter(f"{SVG}g") if _is_box(group))
    sizes = [float(one.get("font-size", "0").removesuffix("px")) for one in root.iter(f"{SVG}text")]
    upright = min(A3[0] / width, A3[1] / height)
    fit = max(upright, min(A3[1] / width, A3[0] / height))
    smallest = min(size for size in sizes if size)
    return Row(
        name, seconds, width, height, boxes * zoom * zoom / (width * height), smallest * zoom * fit
    )


def _is_box(group: ElementTree.Element) -> bool:
    look = group.get("class", "").split()
    return ("box" in look and group.get("id") is not None) or "node" in look


def _area(group: ElementTree.Element) -> float:
    """Return the area of a box: of its frame, or of what its outline spans."""
    frame = group.find(f".//{SVG}rect[@class='b']")
    if frame is not None:
        return float(frame.get("width", "0")) * float(frame.get("height", "0"))
    spans = [0.0]
    for one in (*group.iter(f"{SVG}polygon"), *group.iter(f"{SVG}path")):
        numbers = [float(part) for part in _POINTS.findall(one.get("points") or one.get("d", ""))]
        xs, ys = numbers[::2], numbers[1::2]
        if ys:
            spans.append((max(xs) - min(xs)) * (max(ys) - min(ys)))
    return max(spans)


def argdown(argmap: ArgMap) -> str:
    """Return a map in Argdown, whose statements hang as they do in the map."""
    graph, lines = Graph(argmap), ["===", "title: A large map", "===", ""]
    waiting = [(root, 0, "") for root in reversed(argmap.roots)]
    seen: set[str] = set()
    while waiting:
        key, depth, sign = waiting.pop()
        text = re.sub(r"[^\w ,.'-]", "", argmap.claims[key].text)
        lines.append(f"{'  ' * depth}{sign}[{key}]" + ("" if key in seen else f": {text}"))
        if key not in seen:
            for one in reversed(graph.into(key)):
                mark = "+ " if one.polarity == "support" else "- "
                waiting += [(premise, depth + 1, mark) for premise in reversed(one.premises)]
        seen.add(key)
    return "\n".join(lines) + "\n"


ARGUEBUF = """
import sys, arguebuf as ab
from argmap.loading import load
m = load(sys.argv[1]); g = ab.Graph()
atoms = {k: ab.AtomNode(text=c.text) for k, c in m.claims.items()}
for a in atoms.values(): g.add_node(a)
for one in m.arguments.values():
    step = ab.SchemeNode(ab.Support.DEFAULT if one.polarity == "support" else ab.Attack.DEFAULT)
    g.add_node(step)
    if one.conclusion in atoms: g.add_edge(ab.Edge(step, atoms[one.conclusion]))
    for p in one.premises: g.add_edge(ab.Edge(atoms[p], step))
ab.render.graphviz(ab.dump.graphviz(g), sys.argv[2])
"""


def rows(name: str, source: Path, folder: Path) -> list[Row]:
    """Return what argmap and its peers make of one map."""
    words = [sys.executable, "-m", "argmap", "render", str(source), "-o", "ours.svg", "--quiet"]
    found = [looked_at(f"{name}: argmap", spent(words, folder), folder / "ours.svg")]
    if program := shutil.which("argdown"):
        (folder / "theirs.argdown").write_text(argdown(load(source)), encoding="utf-8")
        words = [program, "map", "theirs.argdown", "out", "--format", "svg"]
        seconds = spent(words, folder)
        made = sorted((folder / "out").glob("*.svg")) if (folder / "out").is_dir() else []
        found.append(looked_at(f"{name}: Argdown", seconds, made[0] if made else folder / "none"))
    if importlib.util.find_spec("arguebuf") and shutil.which("dot"):
        words = [sys.executable, "-c", ARGUEBUF, str(source), "arguebuf.svg"]
        seconds = spent(words, folder)
        found.append(looked_at(f"{name}: arguebuf", seconds, folder / "arguebuf.svg"))
    return found


def main(words: list[str]) -> None:
    """Print the table."""
    print("| map | processor time | picture | boxes | smallest words on A3 |")
    print("|---|--:|--:|--:|--:|")
    for size in [int(word) for word in words] or SIZES:
        with tempfile.TemporaryDirectory() as name:
            source = Path(name) / "large.yaml"
            source.write_text(written(size), encoding="utf-8")
            print(*rows(f"{size:,} claims", source, Path(name)), sep="\n", flush=True)
    corpus = Path(os.environ.get("ARGMAP_CORPORA", "nowhere")) / "carneades"
    for path in sorted(corpus.glob("*.y*ml"), key=lambda one: -one.stat().st_size)[:LARGEST]:
        with tempfile.TemporaryDirectory() as name:
            source = Path(name) / "corpus.yaml"
            words = ["convert", str(path), str(source), "--from", "carneades"]
            spent([sys.executable, "-m", "argmap", *words], Path(name))
            if source.is_file():
                print(*rows(path.stem, source, Path(name)), sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
