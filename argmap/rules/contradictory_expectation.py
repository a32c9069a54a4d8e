"""One claim is expected to have two verdicts under the same semantics.

No map can pass such a test.

Bad (also AM150):

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      grounded: {in: [wet], out: [wet]}

Good:

    argmap: 1
    title: A wet street
    thesis: {id: wet, text: The street is wet.}
    expect:
      grounded: {in: [wet]}
"""

from collections.abc import Iterator

from argmap.linting import Also, Found, Rule, Scan
from argmap.model import Labels
from argmap.positions import Path
from argmap.problems import Severity


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim at its second verdict."""
    if scan.map.expect is None:
        return
    for semantics, labels in scan.map.expect.labels.items():
        seen: dict[str, Path] = {}
        for place, name in _placed(labels):
            path = ("expect", semantics, *place)
            first = seen.setdefault(name, path)
            if first[2] != path[2]:
                also = (Also(first, "first", {"label": first[2]}),)
                yield Found(path, {"claim": name, "label": place[0]}, also=also)


def _placed(labels: Labels) -> Iterator[tuple[Path, str]]:
    for label, names in (
        ("in", labels.accepted),
        ("out", labels.rejected),
        ("undecided", labels.undecided),
    ):
        yield from (((label, number), name) for number, name in enumerate(names))


RULE = Rule(
    code="AM142",
    slug="contradictory-expectation",
    severity=Severity.ERROR,
    check=check,
    message={
        "en": "the claim {claim!r} is expected to be {label!r} and something else as well",
        "es": "se espera que la afirmación {claim!r} sea {label!r} y también otra cosa",
    },
    help={"en": "leave it under one verdict only", "es": "déjala en un solo veredicto"},
    notes={"first": {"en": "expected to be {label!r} here", "es": "aquí se espera {label!r}"}},
    about={
        "es": """Se espera de una afirmación que tenga dos veredictos con la misma semántica.

        Ningún mapa puede superar esa prueba.""",
    },
    certain=True,
)
