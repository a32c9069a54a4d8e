"""How long a picture takes, and what of it goes where: run as a script, with sizes to try.

Prints seconds of processor time for reading the file, writing the DOT, Graphviz, and the SVG.
"""

import random
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import process_time

from argmap.drawing import renderer, sketch
from argmap.loading import load

SIZES = (100, 500, 2000, 5000, 10000)
DEEPEST = 20  # steps from the thesis
WORDS = (
    "cartels trade border treaty evidence shows that most people who live near the river would "
    "rather have schools than walls because cooperation lowers violence and costs less each year"
)


def written(size: int, seed: int = 1) -> str:
    """Return a map of so many claims as YAML: a tree with fans, chains and attacks."""
    chance = random.Random(seed)
    children: dict[int, list[int]] = {}
    depths = [0]
    for number in range(1, size):
        parent = chance.randrange(max(0, number - 40), number)
        while depths[parent] > DEEPEST:
            parent = chance.randrange(number)
        depths.append(depths[parent] + 1)
        children.setdefault(parent, []).append(number)
    parts = ["argmap: 1", "title: A large map", "thesis:"]
    waiting = [(0, 1, "")]
    while waiting:
        number, depth, dash = waiting.pop()
        pad = "  " * depth
        if dash == "head":
            parts.append(pad + ("support:" if number == 0 else "attack:"))
            continue
        text = " ".join(chance.choices(WORDS.split(), k=chance.randrange(8, 24)))
        parts.append(f"{pad[:-2] if dash else pad}{dash}text: Claim {number}, {text}.")
        kinds: tuple[list[int], list[int]] = ([], [])
        for child in children.get(number, ()):
            kinds[chance.random() < 0.3].append(child)
        for kind, ones in reversed(list(enumerate(kinds))):
            waiting += [(one, depth + 2, "- ") for one in reversed(ones)]
            if ones:
                waiting.append((kind, depth, "head"))
    return "\n".join(parts) + "\n"


def measure(size: int) -> None:
    """Print how long the picture of a map of a size takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(written(size), encoding="utf-8")
        spent = [process_time()]
        made = sketch(load(path))
        spent.append(process_time())
        dot = made.dot
        spent.append(process_time())
        assert made.placed.boxes
        spent.append(process_time())
        svg = renderer("svg").render(made)
        spent.append(process_time())
    shares = [after - before for before, after in pairwise(spent)]
    row = "  ".join(f"{share:6.2f} s {share / sum(shares):4.0%}" for share in shares)
    print(f"{size:6}  {row}  {sum(shares):6.2f} s  {len(dot) >> 10:6} {len(svg) >> 10:6} KiB")


def main(words: list[str]) -> None:
    """Measure the sizes that are given, or those of the table."""
    sketch(load(Path(__file__).parents[1] / "maps/smallest.yaml")).placed  # noqa: B018
    print(
        "claims   reading        DOT            Graphviz       SVG            whole    DOT and SVG"
    )
    for size in [int(word) for word in words] or SIZES:
        measure(size)


if __name__ == "__main__":
    main(sys.argv[1:])
