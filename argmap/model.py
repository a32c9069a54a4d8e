"""The argument map itself: claims, and the arguments that link them.

A map is a graph. An *argument* leads from one or more premises (claims) to a conclusion and
either supports or attacks it. The conclusion is a claim or another argument: an argument that
attacks an argument is an undercut, one that supports it is a warrant. This is the I/RA/CA
structure of the Argument Interchange Format (Chesñevar et al. 2006) and the core of Carneades
(Gordon, Prakken & Walton 2007). Nothing here knows of files, YAML, pictures or verdicts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from importlib import import_module
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    Strict,
)
from pydantic_core import CoreSchema

Polarity = Literal["support", "attack"]
Kind = Literal[
    "fact", "value", "policy", "definition", "prediction",
    "evidence", "impact", "plan", "question",
]  # fmt: skip
Basis = Literal["common-knowledge", "value", "definition", "example", "expert", "data", "law"]
Tactic = Literal["rebut", "mitigate", "turn", "nonunique", "outweigh"]


def whole(value: Any) -> Any:
    """Return a number without a fraction as an integer, as JSON Schema counts `3.0` among them.

    >>> whole(3.0), whole(3.5), whole("3"), whole(True)
    (3, 3.5, '3', True)
    """
    return int(value) if isinstance(value, float) and value.is_integer() else value


OwnKey = Annotated[str, Field(pattern="^x-")]
Share = Annotated[float, Field(ge=0, le=1)]
Whole = Annotated[int, BeforeValidator(whole)]
Count = Annotated[int, Field(ge=1), BeforeValidator(whole)]
Words = Annotated[str, Field(min_length=1)]
YearOrDate = Words | Annotated[int, Field(ge=1, le=9999), BeforeValidator(whole)]


class Value(BaseModel):
    """Base of what is written in a file: immutable, strict, and `x-` keys are the user's own.

    A field that may be absent is None then, but None cannot be given: `page:` without a value is
    a slip, and what the JSON Schema says must hold here too.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        strict=True,
        allow_inf_nan=False,
        defer_build=True,
    )
    __pydantic_extra__: dict[OwnKey, Any] = Field(init=False)  # for type checkers: no argument

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Drop None from what optional fields accept."""
        schema = handler(source)
        inner: Any = handler.resolve_ref_schema(schema)
        while inner["type"] != "model-fields":
            inner = inner["schema"]
        for one in inner["fields"].values():
            default = one["schema"]
            if default["type"] == "default" and default["schema"]["type"] == "nullable":
                default["schema"] = default["schema"]["schema"]
        return schema


class Citation(Value):
    """Where in which source a claim is found."""

    source: Words
    """A key of `sources`."""
    section: str | None = None
    """The heading under which it stands."""
    paragraph: Count | None = None
    """Counted in non-empty lines, the title being 1."""
    item: Count | None = None
    """The place in a list, from 1."""
    page: str | Whole | None = None
    """A page or a range of pages."""
    quote: Words | None = None
    """The source's own words, to the letter."""
    read: Annotated[tuple[Words, ...], Strict(False)] | None = None
    """The parts of the quote that are read aloud, each a verbatim stretch of it."""
    note: str | None = None
    """A private remark."""


class Source(Value):
    """A work that claims are taken from."""

    type: str | None = None
    """What it is, by the name that CSL gives it: article-newspaper, book, report, webpage…"""
    title: Words | None = None
    """The work's own title."""
    author: Words | Annotated[tuple[Words, ...], Strict(False)] | None = None
    """Who wrote it: one name, or a list."""
    qualifications: str | None = None
    """Why the author's word counts."""
    publisher: str | None = None
    """Who brought it out: a paper, an institute, a ministry."""
    container: str | None = None
    """The journal, book or site in which it stands."""
    date: YearOrDate | None = None
    """When it came out: 2025, 2025-11 or 2025-11-22."""
    url: str | None = None
    """Where it is on the web."""
    doi: str | None = None
    """Its digital object identifier."""
    accessed: YearOrDate | None = None
    """When it was last looked at."""
    pages: str | Whole | None = None
    """First and last page."""
    language: str | None = None
    """The language it is written in."""
    note: str | None = None
    """A private remark."""


class Impact(Value):
    """How much is at stake, for weighing."""

    magnitude: float | str | None = None
    """How large the effect is: 1 to 5, or in words."""
    probability: float | str | None = None
    """How likely it is: 0 to 1, or in words."""
    timeframe: float | str | None = None
    """How soon it comes."""
    reversibility: str | None = None
    """Whether it can be undone."""


class Criterion(Value):
    """One thing on which options are compared."""

    id: Words
    text: Words
    weight: Annotated[float, Field(ge=0)] = 1
    """How much it counts beside the others."""


class Labels(Value):
    """Claims whose verdict is expected, by verdict."""

    accepted: Annotated[tuple[Words, ...], Strict(False), Field(alias="in")] = ()
    """Claims that stand."""
    rejected: Annotated[tuple[Words, ...], Strict(False), Field(alias="out")] = ()
    """Claims that fall."""
    undecided: Annotated[tuple[Words, ...], Strict(False)] = ()
    """Claims that neither stand nor fall."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """Verdict tests: labels by semantics, strengths as `>= 0.6`, options from best to worst."""

    labels: Mapping[str, Labels] = field(default_factory=dict)
    strength: Mapping[str, str | float] = field(default_factory=dict)
    ranking: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One statement that can be supported or attacked."""

    id: str
    text: str
    label: str = ""
    kind: Kind | None = None
    stakeholder: str = ""
    by: str = ""
    cite: tuple[Citation, ...] = ()
    basis: Basis | None = None
    confidence: float | None = None
    impact: Impact | None = None
    qualifier: str = ""
    open: bool = False
    conceded: bool = False
    tags: tuple[str, ...] = ()
    note: str = ""
    speech: str = ""
    assignee: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The label where there is one, else the text."""
        return self.label or self.text


@dataclass(frozen=True, kw_only=True)
class Argument:
    """A step from premises, which count only together, to a conclusion.

    `conclusion` is the id of a claim or of an argument; ids of both are unique over the map.
    """

    id: str
    premises: tuple[str, ...]
    conclusion: str
    polarity: Polarity = "support"
    scheme: str = ""
    strength: float | None = None
    criterion: str = ""
    tactic: Tactic | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    tags: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


Spot = tuple[str, str, str]  # what is translated: ("claim", its id, "text"), ("map", "", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgMap:
    """A whole map: the unit that is loaded, checked, drawn, weighed and prepared.

    `claims` and `arguments` are in the order of the document. `translations` holds, by
    language, what is said in several languages, the map's own among them. Ids of claims and
    arguments of included maps begin with the include's name and a slash.
    """

    title: str = ""
    claims: Mapping[str, Claim] = field(default_factory=dict)
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    thesis: str = ""
    options: tuple[str, ...] = ()
    language: str = "en"
    summary: str = ""
    question: str = ""
    stakeholders: Mapping[str, str] = field(default_factory=dict)
    criteria: tuple[Criterion, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    definitions: Mapping[str, str] = field(default_factory=dict)
    include: Mapping[str, str] = field(default_factory=dict)
    expect: Expectation | None = None
    translations: Mapping[str, Mapping[Spot, str]] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def roots(self) -> tuple[str, ...]:
        """The ids of the thesis and the options, in that order."""
        return ((self.thesis,) if self.thesis else ()) + self.options

    def into(self, conclusion: str) -> Iterator[Argument]:
        """Yield the arguments that bear on a claim or an argument, in document order."""
        return (one for one in self.arguments.values() if one.conclusion == conclusion)

    def _repr_svg_(self) -> str:
        """Return the map's picture: how a notebook shows it."""
        drawing = import_module("argmap.drawing")  # the one step up the layers, on demand alone
        return str(drawing.draw(self, "svg"))

    def to_networkx(self) -> Any:
        """Return a `networkx.DiGraph` whose nodes are the claims and the arguments.

        Edges lead from premises to arguments and from these to conclusions. Nodes have the `type`
        claim or argument, and carry what is a text, number or truth value; the rest is in the map,
        under the same ids.
        """
        try:
            import networkx  # noqa: PLC0415 - an optional package
        except ImportError as error:
            message = "networkx is not installed: pip install 'argmap[networkx]'"
            raise ImportError(message) from error
        graph = networkx.DiGraph(title=self.title)
        for claim in self.claims.values():
            graph.add_node(claim.id, type="claim", **_simple(claim))
        for one in self.arguments.values():
            graph.add_node(one.id, type="argument", **_simple(one))
            graph.add_edges_from(((key, one.id) for key in one.premises), role="premise")
            graph.add_edge(one.id, one.conclusion, role="conclusion", polarity=one.polarity)
        return graph


def _simple(thing: Claim | Argument) -> dict[str, str | float | bool]:
    """Return what a claim or argument says in single words, numbers and truth values."""
    said = {one.name: getattr(thing, one.name) for one in fields(thing)}
    return {
        name: value
        for name, value in said.items()
        if isinstance(value, str | int | float)
        and value != ""
        and value is not False
        and name not in ("id", "conclusion")
    }
