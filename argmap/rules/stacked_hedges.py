"""A claim is hedged three times over.

One "probably" tells how sure you are. "It may perhaps seem possible" tells nothing: it can hardly
be wrong, and so it supports nothing either.

Bad:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms might perhaps possibly reduce bullying.
          basis: common-knowledge

Good:

    argmap: 1
    title: School uniforms
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Uniforms probably reduce bullying over clothes.
          basis: common-knowledge
"""

from collections.abc import Iterator

from argmap.language.prose import prose
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity

_MOST = 2


def check(scan: Scan) -> Iterator[Found]:
    """Yield each text with more than two words of doubt."""
    for saying in scan.once(prose).having("doubts"):
        heads = saying.lists.heads("doubts") if saying.lists else frozenset[str]()
        if sum(map(heads.__contains__, saying.words)) <= _MOST:
            continue
        found = [match[0] for match in saying.finds("{doubts}")]
        if len(found) > _MOST:
            yield Found(saying.path, {"words": ", ".join(found)})


RULE = Rule(
    code="AM315",
    slug="stacked-hedges",
    severity=Severity.INFO,
    check=check,
    message={
        "en": "so many hedges leave nothing to argue about: {words}",
        "es": "con tantas reservas no queda nada que discutir: {words}",
    },
    help={
        "en": "keep the one that says best how sure you are",
        "es": "deja la que mejor diga qué tan seguro estás",
    },
    about={
        "es": """Una afirmación lleva tres reservas a la vez.

        Un «probablemente» dice qué tan seguro se está. «Quizá podría parecer posible» no dice nada:
        apenas puede ser falso, y por eso tampoco apoya nada.""",
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 10, "texts written for it"),
)
