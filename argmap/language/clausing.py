"""Whether words hold a finite verb, as a sentence does and a heading does not.

There is no grammar here, only the forms of some two thousand verbs and a look at the words before
and after. Where a form may be a noun as well, it is taken for a verb: it is better to let a heading
pass than to tell someone that a good sentence is none.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from argmap.language.wording import Words


def finite(words: Sequence[str], lists: Words) -> int:
    """Return where in some words the first finite verb stands, or -1.

    >>> from argmap.language.wording import lists
    >>> en, es = lists("en"), lists("es")
    >>> [finite(one.split(), en) for one in ("tariffs raise prices", "problems of farmers")]
    [1, -1]
    >>> [finite(one.split(), es) for one in ("los aranceles suben", "la subida de los precios")]
    [2, -1]
    """
    grammar = _grammar(lists)
    if not grammar.sure.isdisjoint(words):
        return next(n for n, word in enumerate(words) if word in grammar.sure)
    around, never = ("", *words, ""), grammar.never
    is_finite = _is_finite_spanish if lists.language == "es" else _is_finite_english
    return next(
        (
            n
            for n, one in enumerate(words)
            if one not in never and is_finite(around, n + 1, grammar)
        ),
        -1,
    )


def has_verb(words: Sequence[str], lists: Words) -> bool:
    """Tell whether there is a finite verb in some words."""
    return not _grammar(lists).sure.isdisjoint(words) or finite(words, lists) >= 0


def surely_finite(words: Sequence[str], lists: Words) -> bool:
    """Tell whether words hold a finite verb that can hardly be a noun or a participle.

    >>> from argmap.language.wording import lists
    >>> surely_finite(["tariffs", "raise", "prices"], lists("en"))
    True
    >>> surely_finite(["rehabilitation", "programs"], lists("en"))
    False
    """
    at, grammar = finite(words, lists), _grammar(lists)
    if at < 0 or words[at] in grammar.sure:
        return at >= 0
    if lists.language == "es":
        return words[at] in grammar.irregular
    return grammar.forms.get(words[at]) in ("third", "base")


class _Grammar:
    """The word lists of a language as they are asked for word by word."""

    def __init__(self, lists: Words) -> None:
        self.sure = lists.several("finite")
        self.before_nouns = lists.several("before-nouns", "prepositions")
        self.determiners = lists.several("before-nouns")
        self.small = lists.several("small")
        self.no_verbs = lists.several("small", "before-nouns", "pronouns")
        self.subjects = lists.several("subjects")
        self.plural = lists.several("plural")
        self.irregular = lists.several("irregular")
        self.clitics = lists.several("clitics")
        self.nouns = lists.several("noun-verbs")
        self.forms = _forms(lists) if lists.language == "en" else {}
        self.never = frozenset(_never(self)) if lists.language == "en" else frozenset()
        self.conjugated = _conjugated(lists) if lists.language == "es" else frozenset()


def _never(grammar: _Grammar) -> Iterator[str]:
    """Yield the English words that are no finite verbs, whatever stands around them."""
    for one in grammar.no_verbs - grammar.forms.keys():
        if not (_PAST.search(one) or one.endswith(_SHORTENED)):
            yield one


@lru_cache(maxsize=8)
def _grammar(lists: Words) -> _Grammar:
    return _Grammar(lists)


def _is_finite_english(words: Sequence[str], at: int, grammar: _Grammar) -> bool:
    before, word = words[at - 1], words[at]
    if at == 1 or before in grammar.before_nouns or "'" in word:
        return word.endswith(_SHORTENED)
    form = grammar.forms.get(word) or ("past" if _PAST.search(word) else "")
    if form == "past":
        return at > 2 or not before.endswith("ly")
    if form == "base":
        return before != "to" and any(_is_plural(one, grammar.plural) for one in words[1:at])
    if form == "noun":  # costs, increases: a noun before "of", and after an adjective
        after = words[at + 1]
        return after != "of" and (after in _TAKEN or not _ADJECTIVE.search(before))
    return form == "third" or _is_unknown_verb(words, at, grammar)


def _is_unknown_verb(words: Sequence[str], at: int, grammar: _Grammar) -> bool:
    """Tell whether a word is a verb for all its neighbours say: cartels enrage officials."""
    before, word, after = words[at - 1 : at + 2]
    if word in grammar.no_verbs:
        return False
    if before in grammar.subjects:
        return True
    if not after or after in grammar.small or word.endswith(("er", "ly", "ing")):
        return False
    third = word.endswith("s") and not word.endswith(("ss", "'s", "us"))
    return third or _is_plural(before, grammar.plural)


def _is_plural(word: str, plural: frozenset[str]) -> bool:
    return word in plural or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")))


def _is_finite_spanish(words: Sequence[str], at: int, grammar: _Grammar) -> bool:
    before, word, after = words[at - 1 : at + 2]
    if before in grammar.clitics and not word.endswith(("r", "s")):
        return word not in grammar.clitics and word not in _OBJECTS
    if before in grammar.before_nouns and not _is_object(words, at - 1, grammar):
        return False
    if word in grammar.irregular or word in grammar.conjugated:
        is_noun = at == 1 and word in grammar.nouns  # lucha, ayuda
        return not is_noun or after in grammar.determiners
    if _SPANISH_ENDING.search(word):
        return True
    plural = before.endswith("s") and word.endswith(("an", "en"))
    return at > 1 and (plural or (word.endswith(("a", "e")) and after in ("a", "al")))


def _is_object(words: Sequence[str], at: int, grammar: _Grammar) -> bool:
    """Tell whether an article is a pronoun instead: nadie los lee, la gente lo quiere."""
    if words[at] not in _OBJECTS:
        return False
    if words[at - 1] in grammar.subjects:
        return True
    behind_noun = at > 1 and words[at - 1] not in grammar.before_nouns
    known = words[at + 1] in grammar.irregular or words[at + 1] in grammar.conjugated
    return behind_noun and known and words[at + 1] not in grammar.nouns


_SHORTENED = ("'ll", "'ve", "'re", "n't", "'d")
_TAKEN = frozenset(
    {"the", "a", "an", "no", "nothing", "little", "less", "more", "money", "time", "them"}
)
_PAST = re.compile(r"\w[^e]ed$")
_ADJECTIVE = re.compile(
    r"(?:[^l]al|ic|ous|ful|less|ary|ical|ing|high|low|large|big|new|tax"
    r"|(?:low|high|larg|bigg|small|great|bett|few|long|short|cheap|strong|weak|saf|fair|hard)er)$"
)
_OBJECTS = frozenset({"la", "los", "las", "lo"})
_SPANISH_ENDING = re.compile(
    r"(?:\w\w[aeiu]ron|\w\w[aei]r(?:á|án|ía|ían)|\w{3}aban?|\w{3}[cdgjlmnprstvz]i?ó)$"
)


def _forms(lists: Words) -> Mapping[str, str]:
    """Return the forms of English verbs: past, third, base, or noun where it may be one as well."""
    nouns = lists.several("noun-verbs")
    verbs = lists["verbs"] + lists["noun-verbs"]
    found = dict.fromkeys(verbs, "base")
    for verb in verbs:
        found.setdefault(_third(verb), "noun" if verb in nouns else "third")
        found.setdefault(_past(verb), "past")
    found.update(dict.fromkeys(lists["past"], "past"))
    found.update(dict.fromkeys(lists["invariant"], "third"))
    return found


def _third(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")


def _past(verb: str) -> str:
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if re.search(r"[^aeiou][aeiou][bdgklmnprt]$", verb):
        return verb + verb[-1] + "ed"  # the other form, as in "visited", is told by its ending
    return verb + ("d" if verb.endswith("e") else "ed")


_ENDINGS = {
    "ar": "a an e en aba aban ó aron ara aran ará arán aría arían amos aremos aríamos",
    "er": "e en a an ía ían ió ieron iera ieran erá erán ería erían emos eremos eríamos",
    "ir": "e en a an ía ían ió ieron iera ieran irá irán iría irían imos iremos iríamos",
}
_STRESSED = {"u": "ú", "i": "í"}
_SOUNDS = {"ar": {"c": "qu", "g": "gu", "z": "c"}, "er": {"c": "zc", "g": "j"}}


def _conjugated(lists: Words) -> frozenset[str]:
    """Return the regular forms of the Spanish verbs."""
    return frozenset(form for verb in lists["verbs"] for form in _regular(verb))


def _regular(verb: str) -> Iterator[str]:
    root, kind = verb[:-2], verb[-2:].replace("í", "i")
    sounds = _SOUNDS["ar" if kind == "ar" else "er"]
    soft = ("e", "en") if kind == "ar" else ("a", "an")
    for ending in _ENDINGS[kind].split():
        yield root + ending
        if kind == "ar" and root[-1] in _STRESSED and ending in ("a", "an", "e", "en"):
            yield root[:-1] + _STRESSED[root[-1]] + ending  # continúa, envía
        if ending in soft and root[-1] in sounds:
            yield root[:-1] + sounds[root[-1]] + ending
