"""How much the rules cost beside the reading: the ratio, and the dearest rules.

python tests/benchmarks/rules.py [MAP]
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from argmap.checking import examine
from argmap.linting import Scan
from argmap.loading import read
from argmap.review.choosing import Settings, plan

MAP = Path(__file__).parents[2] / "arguments" / "interdependence.yaml"


def best(run: Callable[[], object], times: int = 30) -> float:
    """Return the shortest time of several, in milliseconds."""
    took = []
    for _ in range(times):
        begun = perf_counter()
        run()
        took.append(perf_counter() - begun)
    return min(took) * 1000


def main() -> None:
    """Print what reading costs, what all rules cost, and what each does."""
    path = sys.argv[1] if len(sys.argv) > 1 else str(MAP)
    todo, document = plan(Settings()), read(path)
    reading = best(lambda: read(path))
    ruling = best(lambda: examine(document, todo))
    claims = len(document.map.claims) if document.map else 0
    print(f"{claims} claims, {len(todo.rules)} rules")
    print(f"reading {reading:.2f} ms, rules {ruling:.2f} ms: ratio {ruling / reading:.2f}")
    if document.built is None:
        return
    costs = []
    for rule in todo.rules:
        scan = Scan(document, document.built, todo.thresholds, words=todo.words)
        list(rule.check(scan))  # what rules share is made now
        costs.append((best(lambda: list(rule.check(scan)), 10), rule.code, rule.slug))  # noqa: B023
    for cost, code, slug in sorted(costs, reverse=True)[:12]:
        print(f"{cost:7.3f} ms  {code} {slug}")


if __name__ == "__main__":
    main()
