"""Two claims of a map say the same in the same words.

What stands twice is weighed twice, answered once and mended once. Write it in one place, and refer
to it with `ref` wherever else it bears: one claim, two arrows. Claims that differ in a number, a
denial or a word that weighs are left alone.

Bad:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - text: Tariffs harm families.
          support:
            - Tariffs raise the prices of food.
        - text: Tariffs fuel inflation.
          support:
            - The tariffs raise prices of food.

Good:

    argmap: 1
    title: Tariffs
    thesis:
      text: Congress should end the tariffs.
      support:
        - text: Tariffs harm families.
          support:
            - {id: prices, text: Tariffs raise the prices of food.}
        - text: Tariffs fuel inflation.
          support:
            - ref: prices
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from argmap.language.likening import alike, denials, figures_in, gists, pairs
from argmap.language.prose import Saying, prose
from argmap.language.stemming import stem
from argmap.language.wording import Words
from argmap.linting import Also, Found, Measured, Rule, Scan, Threshold
from argmap.problems import Severity

_TRIED = 4  # earlier texts of the same words that a text is held against
_KEYS = 3  # the rarest words of a text: of two that differ in a word or two, one is in both
_NEARLY = 0.9  # of a word, by which two texts may differ


def check(scan: Scan) -> Iterator[Found]:
    """Yield each claim that an earlier one of the file has in nearly the same words."""
    sayings = [one for one in scan.once(prose).sayings if one.own and one.words]
    roots = frozenset(scan.map.roots)
    twins = _twins(sayings, scan.once(gists), scan.number("min-likeness"))
    for late, early in sorted(twins.items()):
        one, other = sayings[late], sayings[early]
        if one.words == other.words or not {one.claim.id, other.claim.id} <= roots:
            values = {"text": other.short, "id": other.claim.id}
            yield Found(one.path, values, also=(Also(other.path, "first"),))


def _twins(
    sayings: Sequence[Saying], gist: Mapping[str, frozenset[str]], least: float
) -> Mapping[int, int]:
    """Return the places of texts that repeat an earlier one, and of that."""
    found: dict[int, int] = {}
    for late, early in _candidates([gist[one.claim.id] for one in sayings], least):
        one, other = sayings[early], sayings[late]
        if late in found or early in found:
            continue
        if one.words == other.words or _is_same(one, other, least):
            found[late] = early
    return found


def _candidates(about: Sequence[frozenset[str]], least: float) -> Iterator[tuple[int, int]]:
    """Yield the places of two texts that may be alike, the later one first.

    Two sets that differ can only be so much alike if they are large.
    """
    first: dict[frozenset[str], list[int]] = {}
    for place, one in enumerate(about):
        for known in (fellows := first.setdefault(one, []))[:_TRIED]:
            yield place, known
        fellows.append(place)
    long = [place for place, one in enumerate(about) if len(one) * (1 - least) >= _NEARLY]
    often = Counter(part for place in long for part in about[place])
    rare = [frozenset(sorted(about[one], key=lambda w: (often[w], w))[:_KEYS]) for one in long]
    for early, late in pairs(rare):
        if alike(about[long[early]], about[long[late]]) >= least:
            yield long[late], long[early]


def _is_same(one: Saying, other: Saying, least: float) -> bool:
    """Tell whether two texts differ in nothing but words that do not weigh."""
    if one.lists is None or alike(one.stems, other.stems) < least:
        return False
    if figures_in(one) != figures_in(other) or denials(one) != denials(other):
        return False
    slight, stop = one.lists.several("slight"), one.lists.several("stop")
    if any(word in stop and word not in slight for word in {*one.words} ^ {*other.words}):
        return False
    mine, yours = _said(one, one.lists), _said(other, one.lists)
    return SequenceMatcher(None, mine, yours, autojunk=False).ratio() >= least


def _said(saying: Saying, lists: Words) -> list[str]:
    """Return the stems of a text's words in their order, without those that do not weigh."""
    slight = lists.several("slight")
    return [stem(word, lists.language) for word in saying.words if word not in slight]


RULE = Rule(
    code="AM109",
    slug="duplicate-claim",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "is this the same claim as {text!r}?",
        "es": "¿es esta la misma afirmación que {text!r}?",
    },
    help={
        "en": "write it once, and put `- ref: {id}` here; or say how the two differ",
        "es": "escríbela una vez, y pon aquí `- ref: {id}`; o di en qué se distinguen",
    },
    about={
        "es": """Dos afirmaciones de un mapa dicen lo mismo con las mismas palabras.

        Lo que está dos veces se pesa dos veces, se responde una vez y se corrige una vez. Escríbelo
        en un solo lugar, y remite a él con `ref` donde también pese: una afirmación, dos flechas.
        Si dos se distinguen en un número, una negación o una palabra de peso, no se dice nada.""",
    },
    notes={"first": {"en": "the claim that it repeats", "es": "la afirmación que repite"}},
    thresholds={
        "min-likeness": Threshold(
            0.9,
            {
                "en": "how much two claims must have in common to be held to be one, 0 to 1",
                "es": "cuánto deben tener en común dos afirmaciones para ser una, de 0 a 1",
            },
        )
    },
    measured=Measured(0, 6, "six maps, microtexts, AIF, texts written for it"),
)
