"""The options do not include leaving things as they are.

Doing nothing is always an option, and the one that every other is measured against: a plan that is
bad may still be better than none. Where the present course stands among the options under another
name, give it the tag `status-quo`.

Bad:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for a wall.
        support: [A wall lasts for decades.]
      - text: Congress should pay for towers.
        support: [Towers cost less than a wall.]

Good:

    argmap: 1
    title: Watching the border
    question: How should the border be watched?
    options:
      - text: Congress should pay for a wall.
        support: [A wall lasts for decades.]
      - text: Congress should keep the current policy.
        support: [Patrols stop most crossings.]
"""

from collections.abc import Iterator

from argmap.language.wording import lists
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.cells import is_as_now


def check(scan: Scan) -> Iterator[Found]:
    """Yield one finding where none of several options is the present course."""
    options = [scan.map.claims[key] for key in scan.map.options]
    words = lists(scan.map.language, scan.words)
    if len(options) > 1 and words and not any(is_as_now(one, words) for one in options):
        yield Found(("options",), key=True)


RULE = Rule(
    code="AM501",
    slug="no-status-quo",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "no option leaves things as they are; what if nothing is done?",
        "es": "ninguna opción deja las cosas como están; ¿y si no se hace nada?",
    },
    help={
        "en": "add the present course, or mark the option that is it: `tags: [status-quo]`",
        "es": "agrega el rumbo actual, o marca la opción que lo sea: `tags: [status-quo]`",
    },
    about={
        "es": """Entre las opciones falta la de dejar las cosas como están.

        No hacer nada siempre es una opción, y aquella con la que se miden todas: un plan malo puede
        ser mejor que ninguno. Si el rumbo actual está entre las opciones con otro nombre, ponle la
        etiqueta `status-quo`.""",
    },
    whole=True,
    measured=Measured(1, 8, "six maps, a class's maps, maps written for it"),
)
