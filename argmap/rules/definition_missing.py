"""Both sides argue with a word of the thesis that the map does not define.

A word that stands in the thesis and in the reasons of both sides is what they argue about. If each
takes it in its own sense, they argue past each other. Say under `definitions` what it means here.
Words of degree, such as "substantially", have a rule of their own, AM323.

Bad:

    argmap: 1
    title: Uniforms
    thesis:
      text: The school should require uniforms.
      support:
        - Uniforms save families money.
      attack:
        - text: Uniforms limit how students express themselves.
          attack: [A uniform leaves room for pins and scarves.]

Good:

    argmap: 1
    title: Uniforms
    definitions:
      uniforms: A shirt and trousers or a skirt in the colors of the school.
    thesis:
      text: The school should require uniforms.
      support:
        - Uniforms save families money.
      attack:
        - text: Uniforms limit how students express themselves.
          attack: [A uniform leaves room for pins and scarves.]
"""

from collections import Counter
from collections.abc import Iterator

from argmap.language.prose import Saying, prose, words
from argmap.language.stemming import stems, unstemmed
from argmap.linting import Found, Measured, Rule, Scan
from argmap.problems import Severity
from argmap.review.contending import calls_for

_PRO, _CON = frozenset({"pro"}), frozenset({"con"})
_ARGUED = frozenset({"policy", "plan", "value"})
_OFTEN = 3  # claims in which a word stands before they are held to argue with it
_FEW = 2


def check(scan: Scan) -> Iterator[Found]:
    """Yield the words of the thesis that both sides use, if no definition is of any of them."""
    thesis = scan.once(prose).of(scan.map.thesis)
    if thesis is None or thesis.lists is None or calls_for(scan) not in _ARGUED:
        return
    claims = scan.map.claims.values()
    defining = [*scan.map.definitions, *(c.text for c in claims if c.kind == "definition")]
    defined = stems([word for text in defining for word in words(text)], thesis.lists)
    if scan.map.options or not defined.isdisjoint(thesis.stems):
        return
    pro, con = _used(scan, _PRO), _used(scan, _CON)
    shared = {one: pro[one] + con[one] for one in thesis.stems if pro[one] and con[one]}
    shared = {one: count for one, count in shared.items() if count >= _OFTEN}
    most = sorted(shared, key=lambda one: (-shared[one], one))[:_FEW]
    found = unstemmed(thesis.words, most, thesis.language)
    if found := [word for word in found if not _is_name(thesis, word)]:
        yield Found(thesis.path, {"words": ", ".join(found), "word": found[0]})


def _used(scan: Scan, side: frozenset[str]) -> Counter[str]:
    """Return how many claims of one side use each stem."""
    sides, texts = scan.graph.sides, scan.once(prose)
    own = (texts.of(claim.id) for claim, _ in scan.claims if sides.get(claim.id) == side)
    thesis = scan.map.thesis
    return Counter(stem for one in own if one and one.claim.id != thesis for stem in one.stems)


def _is_name(saying: Saying, word: str) -> bool:
    """Tell whether a word stands with a capital letter within a text."""
    return any(
        one.strip(".,;:").lower() == word and one[0].isupper() for one in saying.text.split()
    )


RULE = Rule(
    code="AM414",
    slug="definition-missing",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "both sides argue with {words}, which nothing defines: what does it mean here?",
        "es": "ambas partes argumentan con {words}, y nada lo define: ¿qué significa aquí?",
    },
    help={
        "en": "add `{word}: …` under `definitions`, in words that both sides could accept",
        "es": "agrega `{word}: …` a `definitions`, con palabras que ambas partes aceptarían",
    },
    about={
        "es": """Ambas partes argumentan con una palabra de la tesis que el mapa no define.

        Una palabra que está en la tesis y en las razones de ambas partes es aquello sobre lo que
        discuten. Si cada una la toma en su sentido, no se encuentran. Di en `definitions` qué
        significa aquí. Las palabras de grado, como «sustancialmente», tienen su propia regla,
        AM323.""",
    },
    profiles=("tournament", "publish"),
    whole=True,
    measured=Measured(2, 4, "six maps, microtexts, AIF, texts written for it"),
)
