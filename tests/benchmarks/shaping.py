"""Large maps of odd shapes: what costs more than its size in one of them, costs too much.

Texts are nine words picked at random, so that hardly two are alike.
"""

import random
from collections.abc import Callable

WORDS = (
    "towns", "schools", "parents", "nurses", "farmers", "pupils", "shops", "judges", "families",
    "drivers", "members", "owners", "clerks", "players", "guests", "sailors", "widows", "lunches",
    "trains", "water", "lessons", "market", "pools", "bridge", "clinic", "sports", "insurance",
    "library", "homework", "lamps", "music", "garden", "ferry", "lanes", "recycling", "winter",
    "reform", "trial", "fee", "plan", "week", "office", "change", "election", "month", "subsidy",
)  # fmt: skip
ROOT = "argmap: 1\ntitle: Large\nthesis:\n  id: t\n  text: The town should adopt the plan.\n"


def sentence(chance: random.Random) -> str:
    """Return nine words, as a sentence."""
    return f"{' '.join(chance.choice(WORDS) for _ in range(9)).capitalize()}."


def refs(numbers: list[int]) -> str:
    """Return references to claims by their numbers, as a list."""
    return f"[{', '.join(f'{{ref: c{one}}}' for one in numbers)}]"


def wide(size: int) -> str:
    """Return a map in which every claim bears on the thesis."""
    chance = random.Random(1)
    rows = (f"    - {{id: c{n}, text: {sentence(chance)}}}\n" for n in range(size))
    return f"{ROOT}  support:\n{''.join(rows)}"


def chained(size: int) -> str:
    """Return a map in which every claim is a reason, by reference, for the one before it."""
    return f"{ROOT}  support: {refs([0])}\n{_linked(size, size - 1)}"


def loose(size: int) -> str:
    """Return such a chain that hangs nowhere."""
    return ROOT + _linked(size, size - 1)


def ring(size: int) -> str:
    """Return a chain that bites its own tail."""
    return f"{ROOT}  support: {refs([0])}\n{_linked(size, size)}"


def _linked(size: int, links: int) -> str:
    chance = random.Random(2)
    rows = (
        f"  c{n}: {{text: {sentence(chance)}"
        f"{f', support: {refs([(n + 1) % size])}' if n < links else ''}}}\n"
        for n in range(size)
    )
    return f"claims:\n{''.join(rows)}"


def dense(size: int) -> str:
    """Return a map in which claims refer to three to nine of those that follow."""
    chance = random.Random(3)
    rows = [ROOT, f"  support: {refs([0, 1, 2])}\n  attack: {refs([3, 4])}\nclaims:\n"]
    for number in range(size):
        rows.append(f"  c{number}:\n    text: {sentence(chance)}\n")
        following = range(number + 1, min(size, number + 400))
        if len(following) > 9:
            some = chance.sample(following, chance.randrange(3, 10))
            rows.append(f"    support: {refs(some[1:])}\n    attack: {refs(some[:1])}\n")
    return "".join(rows)


def tangled(size: int) -> str:
    """Return a map in which claims refer to any others, in circles without number."""
    chance = random.Random(4)
    rows = [ROOT, f"  support: {refs([0, 1, 2])}\n  attack: {refs([3, 4])}\nclaims:\n"]
    for number in range(size):
        some = chance.sample(range(size), chance.randrange(3, 10))
        rows.append(f"  c{number}:\n    text: {sentence(chance)}\n")
        rows.append(f"    support: {refs(some[2:])}\n    attack: {refs(some[:2])}\n")
    return "".join(rows)


def sourced(size: int) -> str:
    """Return a map with as many sources as claims."""
    chance = random.Random(5)
    rows = (
        f"  s{n}: {{type: report, title: The report {n}, author: Office {n}, "
        f"date: 20{chance.randrange(10, 26)}-03-01, url: https://example{n % 50}.org/{n}}}\n"
        for n in range(size)
    )
    claims = (f"    - {{text: {sentence(chance)}, cite: [s{n}]}}\n" for n in range(size))
    return f"{ROOT}  support:\n{''.join(claims)}sources:\n{''.join(rows)}"


def optional(size: int) -> str:
    """Return a map of so many options, with a reason for each on each of twenty criteria."""
    chance = random.Random(6)
    rows = ["argmap: 1\ntitle: Large\nquestion: Which plan should the town adopt?\ncriteria:\n"]
    rows += [f"  - {{id: k{n}, text: {sentence(chance)[:-1]}}}\n" for n in range(20)]
    rows.append("options:\n")
    for number in range(size):
        rows.append(f"  - id: o{number}\n    text: The town should adopt plan {number}.\n")
        rows.append("    support:\n")
        rows += [f"      - {{text: {sentence(chance)}, criterion: k{n}}}\n" for n in range(20)]
    return "".join(rows)


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "claims, dense with references": (dense, 2000),
    "claims, tangled in circles": (tangled, 2000),
    "claims side by side": (wide, 5000),
    "claims in a chain": (chained, 5000),
    "claims in a chain, unused": (loose, 5000),
    "claims in a ring": (ring, 5000),
    "sources": (sourced, 2000),
    "options on twenty criteria": (optional, 500),
}
