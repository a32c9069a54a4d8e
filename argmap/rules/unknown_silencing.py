"""A comment silences a rule that does not exist, or a fault that cannot be silenced.

It has no effect. Faults of the file itself, the codes AM0xx, cannot be silenced: what is wrong
there keeps the map from being read as it is meant.

Bad:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - It rained all night. # argmap: ignore[AM9999] there is no such rule

Good:

    argmap: 1
    title: A wet street
    thesis:
      text: The street is wet.
      support:
        - ref: rain # argmap: ignore[dangling-ref] the claim is to come
"""

from collections.abc import Iterator, Mapping

from argmap.linting import Found, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.text import nearest
from argmap.yamlfile.faults import faults


def check(scan: Scan) -> Iterator[Found]:
    """Yield each name that no comment can silence."""
    known = scan.silenced.known
    for comment in scan.silenced.comments:
        for name, span in () if comment.fault else comment.names:
            if known.get(name, name).startswith("AM0") or _is_fault(name, known):
                yield Found(values={"name": name}, span=span, variant="fault")
            elif name not in known:
                near = nearest(name, [one for one in known if not one.startswith("AM")])
                yield Found(values={"name": name}, span=span, near=near)


def _is_fault(name: str, known: Mapping[str, str]) -> bool:
    return name not in known and any(name == one.slug for one in faults().values())


RULE = Rule(
    code="AM092",
    slug="unknown-silencing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "no rule {name!r} to silence",
        "es": "no hay ninguna regla {name!r} que silenciar",
    },
    help={
        "en": "name a rule by its code or slug; `argmap rule` lists all",
        "es": "nombra una regla por su código o nombre; `argmap rule` las enumera",
    },
    variants={
        "fault": Variant(
            {
                "en": "{name} is about the file itself and cannot be silenced",
                "es": "{name} atañe al archivo mismo y no se puede silenciar",
            },
            {"en": "take it out of the comment", "es": "quítalo del comentario"},
        )
    },
    about={
        "es": """Un comentario silencia una regla que no existe, o un fallo que no se puede callar.

        No hace nada. Los fallos del archivo mismo, los códigos AM0xx, no se pueden silenciar: lo
        que está mal ahí impide leer el mapa como se quiso.""",
    },
    last=True,
    certain=True,
)
