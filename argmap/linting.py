"""What a rule is, what it may look at, and what it says.

A rule is one file of `argmap/rules/`: its docstring is its documentation and its test, its check
looks at a `Scan` and yields what it has `Found`, in terms of paths of keys. `argmap.checking`
turns that into problems with a place in the text and words in the user's language.
"""

import re
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from argmap.building import Built
from argmap.graph import Graph
from argmap.language.wording import Own
from argmap.loading import Document
from argmap.model import ArgMap, Argument, Claim
from argmap.plugins import members
from argmap.positions import Path, Span
from argmap.problems import Edit, Severity
from argmap.repair.editing import Change
from argmap.review.silencing import Silencing
from argmap.settings import Value

PROFILES = ("novice", "classroom", "tournament", "publish")
LANGUAGES = ("en", "es")

Wording = Mapping[str, str]  # language to a sentence with {slots}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Also:
    """A second place that belongs to a finding; `note` is one of the rule's notes."""

    path: Path
    note: str
    values: Mapping[str, object] = field(default_factory=dict)
    key: bool = False


@dataclass(frozen=True, slots=True)
class Mend:
    """A way to mend what was found; unsafe where it may change what the map says.

    `title` is one of the rule's notes; without one, the change itself is named.
    """

    changes: tuple[Change | Edit, ...]
    safe: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One finding: the path of what is wrong, and what fills the slots of the rule's message.

    `key` points at the last key of the path and not at its value; `span` at a place that no path
    leads to. `near` is the name that was probably meant: it is suggested, and put in by a fix.
    """

    path: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    key: bool = False
    variant: str = ""
    near: str | None = None
    also: tuple[Also, ...] = ()
    mend: Mend | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording of a rule's message, where one sentence does not fit all findings."""

    message: Wording
    help: Wording | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """Something that users may set: `[tool.argmap.thresholds]` in the configuration.

    `wrong` tells what is wrong with a value, where not every value of its type will do.
    """

    default: Value
    about: Wording
    profiles: Mapping[str, Value] = field(default_factory=dict)
    wrong: Callable[[Value], str] | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a rule that can only guess was wrong: `false` of the `of` findings on `on`."""

    false: int
    of: int
    on: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. `message`, `help` and `about` are given in every one of `LANGUAGES`.

    `about` is the first two parts of the docstring (what, why) in the languages beside English.
    `severities` are those that differ by profile. A rule that is `whole` speaks of what is not
    there, and is not run on a file of which a part could not be read. One that is `last` runs
    when all others have, and sees what they found of `Scan.silenced`. What one that is `certain`
    says can be read off the file; any other has been `measured`. What one that is `quiet`
    finds is no fault: beside the profiles that name it, it is run where things are mended.
    """

    code: str
    slug: str
    severity: Severity
    check: Callable[["Scan"], Iterator[Found]]
    message: Wording
    help: Wording
    about: Wording
    variants: Mapping[str, Variant] = field(default_factory=dict)
    notes: Mapping[str, Wording] = field(default_factory=dict)
    profiles: tuple[str, ...] = PROFILES
    severities: Mapping[str, Severity] = field(default_factory=dict)
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    measured: Measured | None = None
    certain: bool = False
    since: str = "0.1"
    whole: bool = False
    last: bool = False
    quiet: bool = False

    @property
    def name(self) -> str:
        """The code, which is unique."""
        return self.code

    @property
    def doc(self) -> str:
        """The docstring of the rule's file: one sentence, why, and examples."""
        return textwrap.dedent(sys.modules[self.check.__module__].__doc__ or "").strip()

    def prose(self, language: str = "en") -> tuple[str, str]:
        """Return what the rule says in one sentence, and why."""
        text = self.about.get(language) or _EXAMPLE.split(self.doc)[0]
        what, _, why = text.strip().partition("\n\n")
        return " ".join(what.split()), textwrap.dedent(why).strip()

    def examples(self, label: str) -> list["Example"]:
        """Return the examples of the docstring under a label, `Bad` or `Good`."""
        return [
            Example(
                textwrap.dedent(match["text"]).strip("\n") + "\n",
                frozenset(_CODE.findall(match["also"] or "")),
            )
            for match in _EXAMPLE.finditer(self.doc + "\n")
            if match["label"] == label
        ]

    def said(self, variant: str) -> Variant:
        """Return the words of a variant, or of the rule itself."""
        return self.variants[variant] if variant else Variant(self.message, self.help)


_CODE = re.compile(r"AM\d{3}")
_EXAMPLE = re.compile(
    r"^(?P<label>Bad|Good)(?: \(also (?P<also>[AM0-9, ]+)\))?:\n\n(?P<text>(?:(?: {4}.*)?\n)+)",
    re.M,
)
_FILE = re.compile(r"^# ([\w.-]+\.ya?ml):\n", re.M)


@dataclass(frozen=True, slots=True)
class Example:
    """A map that breaks or keeps a rule; `also` are further codes that it raises."""

    text: str
    also: frozenset[str] = frozenset()

    @property
    def files(self) -> dict[str, str]:
        """The example as files: the map, and those that follow a line `# name.yaml:`."""
        first, *rest = _FILE.split(self.text)
        others = {
            name: text.strip("\n") + "\n" for name, text in zip(rest[::2], rest[1::2], strict=True)
        }
        return {"map.yaml": first.strip("\n") + "\n", **others}


@dataclass(frozen=True)
class Silenced:
    """The silencing comments of a file and, in the end, what they did.

    `used` holds each comment and name that silenced something, `known` the code of each code and
    slug there is, `ran` the codes of the rules that were run.
    """

    comments: tuple[Silencing, ...] = ()
    used: frozenset[tuple[Silencing, str]] = frozenset()
    known: Mapping[str, str] = field(default_factory=dict)
    ran: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Scan:
    """What a rule may look at: one file and its graph; `words` are the user's word lists."""

    document: Document
    built: Built
    thresholds: Mapping[str, Value]
    silenced: Silenced = field(default_factory=Silenced)
    words: Own = field(default_factory=dict)
    memory: dict[object, object] = field(default_factory=dict)

    @property
    def map(self) -> ArgMap:
        """The map, with what it includes."""
        return self.built.map

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.text

    @cached_property
    def graph(self) -> Graph:
        """The map's graph, shared by all rules."""
        return Graph(self.built.map)

    @cached_property
    def claims(self) -> tuple[tuple[Claim, Path], ...]:
        """The claims that are written in this very file, and where."""
        places = self.built.places
        return tuple((c, places[c.id]) for c in self.map.claims.values() if c.id in places)

    @cached_property
    def arguments(self) -> tuple[tuple[Argument, Path], ...]:
        """The arguments that are written in this very file, and where."""
        places = self.built.places
        return tuple((a, places[a.id]) for a in self.map.arguments.values() if a.id in places)

    def has_all(self, *keys: str) -> bool:
        """Tell whether what stands below top-level keys could be read in full."""
        return not any(
            one.severity is Severity.ERROR and one.code < "AM040" for one in self.document.problems
        ) and not any(path[:1] in ((), *((key,) for key in keys)) for path in self.document.mended)

    def number(self, name: str) -> float:
        """Return a threshold that is a number."""
        value = self.thresholds[name]
        if not isinstance(value, int | float):
            raise TypeError(f"{name} is no number")
        return value

    def once(self, make: Callable[["Scan"], T]) -> T:
        """Return `make(scan)`, which is called once for all rules that ask for it."""
        if make not in self.memory:
            self.memory[make] = make(self)
        return self.memory[make]  # type: ignore[return-value]


def rules() -> dict[str, Rule]:
    """Return every rule, by code."""
    return members("rules", Rule)
