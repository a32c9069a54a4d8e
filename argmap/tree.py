"""A map as it stands in a file: a tree of claims with their reasons below them.

These models are the format: the JSON Schema is generated from them, and the docstrings below
their fields are what an editor shows.
"""

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Strict, Tag

from argmap.model import (
    Basis,
    Citation,
    Criterion,
    Impact,
    Kind,
    Labels,
    Share,
    Source,
    Tactic,
    Value,
    Words,
    whole,
)

ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
REF = r"^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)*$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
SCHEME = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Id = Annotated[str, Field(pattern=ID, examples=["us-disruption", "C1"])]
Ref = Annotated[str, Field(pattern=REF, examples=["us-disruption", "truth/us-disruption"])]
Language = Annotated[str, Field(pattern=LANGUAGE, examples=["en", "es"])]
Lax = Strict(False)  # a list of YAML is a tuple of ours
Texts = Annotated[dict[Language, Words], Field(min_length=1)]


def form(value: object) -> str:
    """Say which form of a citation, text or reason a value has.

    >>> form("A."), form({"ref": "a"}), form({"premises": []}), form({"text": "A."}), form(7)
    ('plain', 'ref', 'linked', 'written', 'plain')
    """
    if isinstance(value, dict):
        return "linked" if "premises" in value else "ref" if "ref" in value else "written"
    return "plain"


Text = Annotated[
    Annotated[Words, Tag("plain")] | Annotated[Texts, Tag("written")],
    Discriminator(lambda value: "written" if isinstance(value, dict) else "plain"),
]
Cite = Annotated[
    Annotated[Words, Tag("plain")] | Annotated[Citation, Tag("written")],
    Discriminator(lambda value: "written" if isinstance(value, dict) else "plain"),
]


class Reasons(Value):
    """What bears on a claim."""

    support: "_ReasonList | None" = None
    """Reasons for it."""
    attack: "_ReasonList | None" = None
    """Reasons against it."""


class Inference(Value):
    """What belongs to the step from the premises to the conclusion."""

    scheme: Annotated[str, Field(pattern=SCHEME)] | None = None
    """The argumentation scheme (Walton, Reed & Macagno 2008), by slug."""
    warrant: "Warrant | None" = None
    """Why the premises bear on the conclusion: a reason, or several; open to support and attack."""
    strength: Share | None = None
    """How much the premises bear on the conclusion, 0 to 1."""
    criterion: Words | None = None
    """Below an option: the criterion on which it bears."""
    undercut: "_ReasonList | None" = None
    """Reasons against the step, not against its premises."""
    tactic: Tactic | None = None
    """On an attack: how it answers."""
    answers: dict[str, Ref] | None = None
    """Which critical questions of the scheme are answered, and by which claim."""


class Statement(Reasons):
    """One statement."""

    text: Text
    """One full declarative sentence; or one for each language, as `{en: …, es: …}`."""
    label: Text | None = None
    """A few words, for small boxes and tables."""
    kind: Kind | None = None
    """What sort of claim it is."""
    stakeholder: Words | None = None
    """Whose pro or con it is: a key of `stakeholders`."""
    by: str | None = None
    """Who says so."""
    cite: Annotated[tuple[Cite, ...], Lax] | None = None
    """The sources that it is taken from."""
    basis: Basis | None = None
    """Why it may stand without a source."""
    confidence: Share | None = None
    """How far you accept it before any argument, 0 to 1: the base score."""
    impact: Impact | None = None
    """How much is at stake."""
    qualifier: str | None = None
    """How sure the claim is: probably, in most cases…"""
    open: bool | None = None
    """Work in progress: nothing is missing yet."""
    conceded: bool | None = None
    """Granted to the other side."""
    tags: Annotated[tuple[Words, ...], Lax] | None = None
    """Free tags."""
    note: str | None = None
    """A private note; it is not printed on hand-outs."""
    speech: str | None = None
    """The speech in which it is used."""
    assignee: str | None = None
    """Who prepares it."""


class WrittenClaim(Statement):
    """One statement, written in place."""

    id: Id | None = None
    """A short name of letters, digits, `-` and `_`; needed to be referred to or tested."""


class ClaimReason(WrittenClaim, Inference):
    """A reason whose one premise is written in place."""


class RefClaim(Reasons):
    """A claim that is written elsewhere."""

    ref: Ref
    """The id of a claim, or `include-name/id`."""
    note: str | None = None
    """A private note on its use here."""


class RefReason(RefClaim, Inference):
    """A reason whose one premise is written elsewhere."""


Root = Annotated[
    Annotated[Words, Tag("plain")]
    | Annotated[WrittenClaim, Tag("written")]
    | Annotated[RefClaim, Tag("ref")],
    Discriminator(lambda value: form(value).replace("linked", "written")),
]


class LinkedReason(Inference):
    """A reason whose premises count only together."""

    premises: Annotated[tuple[Root, ...], Lax, Field(min_length=1)]
    """Two or more claims, each written in place or referred to."""
    id: Id | None = None
    """A name of the argument itself."""
    tags: Annotated[tuple[Words, ...], Lax] | None = None
    """Free tags."""
    note: str | None = None
    """A private note."""


Reason = Annotated[
    Annotated[Words, Tag("plain")]
    | Annotated[ClaimReason, Tag("written")]
    | Annotated[RefReason, Tag("ref")]
    | Annotated[LinkedReason, Tag("linked")],
    Discriminator(form),
]
_ReasonList = Annotated[tuple[Reason, ...], Lax]
Warrant = Annotated[
    Annotated[Words, Tag("plain")]
    | Annotated[ClaimReason, Tag("written")]
    | Annotated[RefReason, Tag("ref")]
    | Annotated[LinkedReason, Tag("linked")]
    | Annotated[_ReasonList, Tag("several")],
    Discriminator(lambda value: "several" if isinstance(value, list | tuple) else form(value)),
]


class MapFile(Value):
    """An argument map."""

    argmap: Annotated[int, Field(ge=1, le=1), BeforeValidator(whole)]
    """The version of the format."""
    title: Text
    """What the map is about."""
    language: Language | None = None
    """The language of every plain string; `en` when it is not given."""
    summary: Text | None = None
    """One paragraph for the reader of the picture."""
    question: Text | None = None
    """The question that the options answer."""
    stakeholders: dict[Id, Text] | None = None
    """Whose gain or loss a claim speaks of, by id."""
    criteria: Annotated[tuple["WrittenCriterion", ...], Lax] | None = None
    """What options are compared on."""
    sources: dict[Id, Source] | None = None
    """The works that are cited, by id."""
    include: dict[Id, Words] | None = None
    """Other maps, by the name under which their claims are referred to."""
    definitions: dict[Words, Text] | None = None
    """What the words of the map mean."""
    thesis: Root | None = None
    """The one root claim: the resolution or motion."""
    options: Annotated[tuple[Root, ...], Lax] | None = None
    """Rival root claims that answer the question."""
    claims: "dict[Id, Listed] | None" = None
    """Further claims that others refer to, by id."""
    expect: "Expect | None" = None
    """Verdict tests."""


class WrittenCriterion(Criterion):
    """One thing on which options are compared."""

    id: Id
    """The name that reasons use."""
    text: Text  # type: ignore[assignment]
    """What it is, as a phrase."""


class Expect(Value):
    """Verdicts that the map should have."""

    strength: dict[Ref, str | float] | None = None
    """A strength by claim: a number, or a comparison such as `>= 0.6`."""
    ranking: Annotated[tuple[Ref, ...], Lax] | None = None
    """The options, best first."""
    grounded: Labels | None = None
    """Labels under grounded semantics."""
    complete: Labels | None = None
    """Labels under complete semantics."""
    preferred: Labels | None = None
    """Labels under preferred semantics."""
    stable: Labels | None = None
    """Labels under stable semantics."""
    semi_stable: Annotated[Labels | None, Field(alias="semi-stable")] = None
    """Labels under semi-stable semantics."""
    stage: Labels | None = None
    """Labels under stage semantics."""
    ideal: Labels | None = None
    """Labels under ideal semantics."""
    eager: Labels | None = None
    """Labels under eager semantics."""
    carneades: Labels | None = None
    """Labels under Carneades' semantics."""


Listed = Annotated[
    Annotated[Words, Tag("plain")] | Annotated[Statement, Tag("written")],
    Discriminator(lambda value: "written" if isinstance(value, dict) else "plain"),
]
