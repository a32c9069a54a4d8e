"""How long verdicts take, beside another solver and beside themselves without numpy.

python tests/benchmarks/evaluating.py [--large] [--solver "[NAME=]COMMAND"]... [--limit SECONDS]

Made-up frameworks of three kinds, as in the literature: grown (Barabási and Albert), random (Erdős
and Rényi), ring-like (Watts and Strogatz). A solver is any program that takes `-p TASK -f FILE
[-a ARGUMENT]` as in the competitions, such as "mu-toksia -fo i23" or "python -m pygarg -fo apx";
it gets apx where its command ends in apx, else i23. The last column is its time over ours. Times
are those of the processor, so that they mean something on a machine that others work on, too.
"""

import argparse
import os
import random
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from argmap.evaluating import Semantics, evaluate
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import member
from argmap.reasoning.accounting import explain
from argmap.reasoning.frameworks import Framework, grounded
from argmap.reasoning.grading import Bonds, Weights, grade
from argmap.reasoning.labelling import UNDECIDED
from argmap.reasoning.sloping import gradients

Attacks = set[tuple[int, int]]
TASKS = ("SE-GR", "SE-PR", "SE-ST", "DC-CO", "DS-PR")


def grown(size: int, dice: random.Random) -> Attacks:
    """Each argument joins two earlier ones, rather those that have many; three in ten mutually."""
    found: Attacks = set()
    ends = [0]
    for new in range(1, size):
        for other in {dice.choice(ends) for _ in range(2)}:
            found |= joined(new, other, dice)
            ends += [new, other]
    return found


def random_(size: int, dice: random.Random) -> Attacks:
    """Three attacks an argument, anywhere."""
    return {(dice.randrange(size), dice.randrange(size)) for _ in range(3 * size)}


def ring(size: int, dice: random.Random) -> Attacks:
    """Each argument joins the next two, or in three of ten cases any; three in ten mutually."""
    found: Attacks = set()
    for one in range(size):
        for step in (1, 2):
            other = (one + step) % size if dice.random() < 0.7 else dice.randrange(size)
            found |= joined(one, other, dice)
    return found


def joined(one: int, other: int, dice: random.Random) -> Attacks:
    """Return an attack either way, or both."""
    pair = (one, other) if dice.random() < 0.5 else (other, one)
    return {pair, pair[::-1]} if dice.random() < 0.3 else {pair}


def best(run: Callable[[], object], times: int = 3) -> float:
    """Return the shortest time of several, in seconds."""
    took = []
    for _ in range(times):
        begun = process_time()
        run()
        took.append(process_time() - begun)
    return min(took)


def tree(size: int) -> Weights:
    """Return a random tree of attacks and supports."""
    dice = random.Random(size)
    attacks, supports = Bonds(), Bonds()
    for one in range(1, size):
        (attacks if dice.random() < 0.5 else supports).add(one, dice.randrange(one))
    return Weights([dice.random() for _ in range(size)], attacks, supports)


def map_of(size: int) -> ArgMap:
    """Return a map that is a random tree."""
    dice = random.Random(size)
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"Claim {n}.") for n in range(size)}
    arguments = {}
    for n in range(1, size):
        polarity = "attack" if dice.random() < 0.5 else "support"
        target = f"c{dice.randrange(n)}"
        one = Argument(id=f"a{n}", premises=(f"c{n}",), conclusion=target, polarity=polarity)
        arguments[one.id] = one
    return ArgMap(claims=claims, arguments=arguments, thesis="c0")


def strengths(size: int) -> None:
    """Print what strengths cost on a tree, with and without numpy, and what a whole map costs."""
    weights = tree(size + 1)
    for name in ("df-quad", "quadratic-energy"):
        formula = member("semantics", Semantics, name).formula
        assert formula
        slow = best(lambda: grade(weights, formula, numpy=False))  # noqa: B023
        fast = best(lambda: grade(weights, formula))  # noqa: B023
        print(f"{name:17} tree of {size} edges: {slow:.2f} s, with numpy {fast:.3f} s")
        known = grade(weights, formula).strengths
        walked = best(lambda: gradients(weights, formula, 0, strengths=known, numpy=False))  # noqa: B023
        swept = best(lambda: gradients(weights, formula, 0, strengths=known))  # noqa: B023
        print(f"{name:17} all gradients into one: {walked:.2f} s, with numpy {swept:.3f} s")
    argmap = map_of(size + 1)
    print(f"{'evaluate()':17} map of {size} arguments: {best(lambda: evaluate(argmap), 1):.2f} s")


def explained(size: int) -> None:
    """Print what it takes to explain the thesis of a map."""
    argmap = map_of(size)
    print(f"{'explain()':17} map of {size} claims: {best(lambda: explain(argmap, 'c0'), 1):.2f} s")


def path(size: int) -> None:
    """Print what a path of attacks costs, on which recursion would end."""
    framework = Framework([[], *([one] for one in range(size - 1))])
    took = best(lambda: grounded(framework), 1)
    print(f"{'grounded':17} path of {size} arguments: {took:.2f} s")


def named(solver: str) -> tuple[str, str]:
    """Return what a solver is called, and its command."""
    name, equals, command = solver.partition("=")
    if equals and name.isidentifier():
        return name, command
    return solver.split(maxsplit=1)[0].rpartition("/")[2], solver


def solvers(folder: Path, size: int, commands: list[str], limit: float) -> None:
    """Print what each task takes, as a whole process, by argmap and by other solvers."""
    ours = f"{shlex.quote(sys.executable)} -m argmap"
    for kind, make in (("grown", grown), ("random", random_), ("ring", ring)):
        attacks = sorted(make(size, random.Random(42)))
        file = folder / f"{kind}-{size}.i23"
        lines = [f"p af {size}", *(f"{a + 1} {b + 1}" for a, b in attacks)]
        file.write_text("\n".join(lines) + "\n")
        facts = [f"arg({n + 1})." for n in range(size)]
        facts += [f"att({a + 1},{b + 1})." for a, b in attacks]
        file.with_suffix(".apx").write_text("\n".join(facts) + "\n")
        victims: list[list[int]] = [[] for _ in range(size)]
        for a, b in attacks:
            victims[b].append(a)
        labels = grounded(Framework(victims))
        open_ones = [n for n, label in enumerate(labels) if label == UNDECIDED] or [0]
        print(f"{kind}: {size} arguments, {len(attacks)} attacks, {len(open_ones)} undecided")
        asked = str(open_ones[len(open_ones) // 2] + 1)
        for task in TASKS:
            about = f" -a {asked}" if task[0] == "D" else ""
            mine = run(f"{ours} evaluate {file} --task {task}{about} --time-limit {limit}", limit)
            row = f"  {task}  argmap {shown(mine)}"
            for name, command in map(named, commands):
                own = file.with_suffix(".apx") if command.endswith("apx") else file
                took = run(f"{command} -p {task} -f {own}{about}", limit)
                ratio = f"{took / mine:.1f}x" if took and mine else ""
                row += f"  {name} {shown(took)} {ratio}"
            print(row, flush=True)


def run(command: str, limit: float) -> float | None:
    """Return how long a command takes, or None where it fails or takes too long."""
    begun = spent()
    try:
        done = subprocess.run(
            shlex.split(command), capture_output=True, timeout=limit + 5, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode else spent() - begun


def spent() -> float:
    """Return what processes that were started have taken so far."""
    return os.times().children_user + os.times().children_system


def shown(seconds: float | None) -> str:
    """Return a time, or that there is none."""
    return "   –   " if seconds is None else f"{seconds:6.2f} s"


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="frameworks of up to 100,000")
    parser.add_argument("--solver", action="append", default=[], help="a command to compare with")
    parser.add_argument("--limit", type=float, default=60)
    asked = parser.parse_args()
    strengths(100_000)
    explained(300)
    path(300_001)
    with tempfile.TemporaryDirectory() as folder:
        for size in (100, 1_000, 10_000, 100_000) if asked.large else (100, 1_000):
            solvers(Path(folder), size, asked.solver, asked.limit)


if __name__ == "__main__":
    main()
