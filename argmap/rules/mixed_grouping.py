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

from argmap.likening import alike, pairs
from argmap.linting import Also, Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.prose import Saying, prose

_LEAST = 2  # stems that two reasons share and the conclusion has not
_SHARED = 0.5  # of what the shorter one says beside the conclusion
_SAME = 0.6  # from here on they say the same, of which another rule speaks


def check(scan: Scan) -> Iterator[Found]:
    """Yield each two single reasons for one claim that hold hands."""
    texts = scan.once(prose)
    for conclusion, reasons in scan.graph.bearing.items():
        parent = texts.of(conclusion)
        if parent is None or len(reasons) < 2:
            continue
        for polarity in ("support", "attack"):
            single = [
                saying
                for one in reasons
                if one.polarity == polarity and len(one.premises) == 1 and not one.scheme
                if (saying := texts.of(one.premises[0]))
            ]
            yield from _found(parent, single)


def _found(parent: Saying, siblings: list[Saying]) -> Iterator[Found]:
    """Yield each two siblings that share what their conclusion does not have."""
    own = [one.stems - parent.stems for one in siblings]
    for first, second in pairs(own):
        shared = own[first] & own[second]
        least = min(len(own[first]), len(own[second]))
        if len(shared) < max(_LEAST, _SHARED * least):
            continue
        one, other = siblings[first], siblings[second]
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
        "es": "ponga lo que solo cuenta junto en una misma razón con `premises`",
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
    measured=Measured(1, 12, "six maps, microtexts, AIF, texts written for it"),
)
