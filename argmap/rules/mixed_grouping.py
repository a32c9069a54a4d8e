"""Two reasons for the same claim take up each other's words, and yet stand apart.

"A visa takes four months" and "crops rot when workers come four months late" are no reasons by
themselves: only together do they say that the visa harms growers. What counts only together belongs
under `premises`; students mix the two up more than anything else in a map. Where each would stand
if the other fell, all is well.

Bad:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - A farm worker waits four months for the paper.
        - Strawberries rot where a worker waits four months.

Good:

    argmap: 1
    title: Farm visas
    thesis:
      text: Congress should reform the farm visa.
      support:
        - premises:
            - A farm worker waits four months for the paper.
            - Strawberries rot where a worker waits four months.
"""

from collections.abc import Iterator

from argmap.language.likening import alike, gists, pairs
from argmap.language.prose import Saying, prose
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity

_LEAST = 2  # stems that two reasons share and the conclusion has not
_SHARED = 0.5  # of what the shorter one says beside the conclusion
_SAME = 0.6  # from here on they say the same, of which another rule speaks


def check(scan: Scan) -> Iterator[Found]:
    """Yield each two single reasons for one claim that hold hands."""
    texts, gist = scan.once(prose), scan.once(gists)
    graph = scan.graph
    for conclusion in graph.bearing:
        if conclusion not in gist:
            continue
        for reasons in (graph.into(conclusion, "support"), graph.into(conclusion, "attack")):
            if len(reasons) < 2:
                continue
            single = [
                one.premises[0]
                for one in reasons
                if len(one.premises) == 1 and not one.scheme and one.premises[0] in gist
            ]
            own = [gist[key] - gist[conclusion] for key in single]
            for first, second in pairs(own):
                least = _SHARED * min(len(own[first]), len(own[second]))
                if len(own[first] & own[second]) >= max(_LEAST, least):
                    trio = (texts.of(key) for key in (conclusion, single[first], single[second]))
                    yield from _found(*trio)


def _found(parent: Saying | None, one: Saying | None, other: Saying | None) -> Iterator[Found]:
    """Yield a finding where two texts share what their conclusion does not have."""
    if parent is None or one is None or other is None:
        return
    mine, yours = one.stems - parent.stems, other.stems - parent.stems
    if len(mine & yours) < max(_LEAST, _SHARED * min(len(mine), len(yours))):
        return
    if alike(one.stems, other.stems) < _SAME:
        values = {"one": one.short, "other": other.short}
        yield Found(other.path, values, also=(Also(one.path, "other"),))


RULE = Rule(
    code="AM108",
    slug="mixed-grouping",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "does this count without {one!r}, or only together with it?",
        "es": "¿cuenta esto sin {one!r}, o solo junto con ello?",
    },
    help={
        "en": "put what counts only together into one reason with `premises`",
        "es": "pon lo que solo cuenta junto en una misma razón con `premises`",
    },
    about={
        "es": """Dos razones de la misma afirmación retoman las palabras una de otra, pero están
        separadas.

        «La visa tarda cuatro meses» y «la cosecha se pudre si los trabajadores llegan cuatro meses
        tarde» no son razones por sí solas: solo juntas dicen que la visa perjudica al agricultor.
        Lo que solo cuenta junto va en `premises`; nada confunden más los estudiantes en un mapa. Si
        cada una seguiría en pie sin la otra, todo está bien.""",
    },
    notes={"other": {"en": "the other reason", "es": "la otra razón"}},
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(1, 11, "six maps, microtexts, AIF, texts written for it"),
)
