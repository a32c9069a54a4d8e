"""What can be wrong with a file as such: the codes AM001 to AM099, and what is said about each.

The table is `argmap/assets/faults.yaml`, which gives every sentence in every language. Whoever
reads a file notes a `Flaw`; only `problem` puts it into words. The same table is the documentation
of the codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from argmap.problems import Fix, Problem, Related, Severity
from argmap.yamlfile.flaws import Flaw, Phrase
from argmap.yamlfile.yamltext import nodes, plain

LANGUAGES = ("en", "es")
Wording = Mapping[str, str]  # language to a sentence with {slots}


@dataclass(frozen=True, slots=True)
class Variant:
    """Other words for a fault, where one sentence does not fit all its forms."""

    message: Wording
    help: Wording


@dataclass(frozen=True, slots=True)
class Fault:
    """One code: `message` says what is wrong, `help` what to write instead, `why` the reason.

    `bad` is a file that has the fault (or, after `$`, a command), `good` what it should be; other
    files that an example needs follow a line `# name.yaml:`. `fix` is the title of the edit that
    mends it, `related` says what the second place is; both are empty where there is none.
    """

    code: str
    slug: str
    severity: Severity
    message: Wording
    help: Wording
    why: Wording
    bad: str
    good: str
    variants: Mapping[str, Variant] = field(default_factory=dict)
    fix: Wording = field(default_factory=dict)
    related: Wording = field(default_factory=dict)

    def said(self, variant: str) -> Variant:
        """Return the words of a variant, or of the fault itself."""
        return self.variants.get(variant) or Variant(self.message, self.help)


@cache
def faults() -> Mapping[str, Fault]:
    """Return every fault, by code.

    >>> faults()["AM046"].slug
    'unknown-key'
    """
    return MappingProxyType({code: _fault(code, one) for code, one in _table()["faults"].items()})


def problem(flaw: Flaw, path: str, language: str = "en") -> Problem:
    """Put a flaw into words."""
    fault = faults()[flaw.code]
    wanted = (language, language.partition("-")[0], LANGUAGES[0])
    language = next(one for one in wanted if one in LANGUAGES)
    slots = {key: _said(value, language) for key, value in flaw.slots.items()}
    said = fault.said(flaw.variant)
    fix = None
    if flaw.edits:
        fix = Fix(fault.fix[language].format_map(slots), flaw.edits, flaw.safe)
    related: tuple[Related, ...] = ()
    if flaw.related:
        related = (
            Related(flaw.related, fault.related[language].format_map(slots), flaw.elsewhere),
        )
    return Problem(
        flaw.code,
        fault.severity,
        said.message[language].format_map(slots),
        flaw.span,
        path,
        said.help[language].format_map(slots),
        related,
        fix,
    )


def _said(value: str | Phrase, language: str) -> str:
    if isinstance(value, str):
        return value
    phrase: str = _table()["phrases"][value.key][language]
    return phrase.format_map(value.slots)


def _fault(code: str, said: Mapping[str, Any]) -> Fault:
    def words(key: str) -> Wording:
        return {one: said[one][key] for one in LANGUAGES if key in said[one]}

    variants = {
        name: Variant(
            {
                one: said[one]["variants"][name].get("message", said[one]["message"])
                for one in LANGUAGES
            },
            {one: said[one]["variants"][name].get("help", said[one]["help"]) for one in LANGUAGES},
        )
        for name in said["en"].get("variants", ())
    }
    return Fault(
        code,
        said["slug"],
        Severity(said.get("severity", "error")),
        words("message"),
        words("help"),
        words("why"),
        said["bad"],
        said["good"],
        variants,
        words("fix"),
        words("related"),
    )


@cache
def _table() -> Mapping[str, Any]:
    text = files("argmap").joinpath("assets/faults.yaml").read_text(encoding="utf-8")
    root, _ = nodes(text)
    table: Mapping[str, Any] = plain(root) if root else {}
    return table
