"""What a picture shows, before anyone has said where: boxes, joints, and the links between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["question", "thesis", "option", "main", "reason", "warrant", "see", "loose"]
Sign = Literal["", "support", "attack", "undercut", "warrant", "option"]


@dataclass(frozen=True, slots=True)
class Folded:
    """What is folded away at a box: claims for it and against, in short and as it is read out.

    `again` counts reasons that are drawn elsewhere; `href` is where all of it is drawn, or nothing.
    """

    pro: int
    con: int
    again: int
    text: str
    name: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """What is said of a claim on top: a verdict, or how it differs; a sign by `kind`, and a word.

    `before` is what it said, `strength` a share of 1.
    """

    kind: str
    text: str
    name: str
    strength: float | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One claim on the way from the thesis to what a picture is about; `sign` as that of a box."""

    claim: str
    text: str
    sign: Sign = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One claim on the paper, or (role `see`) a pointer to where it is drawn in full.

    `sign` says how it bears on what stands above it. `name` is what a screen reader says.
    """

    key: str
    role: Role
    text: str
    claim: str = ""
    sign: Sign = ""
    heading: str = ""
    label: str = ""
    badge: str = ""
    states: tuple[str, ...] = ()
    letter: str = ""
    joined: str = ""
    mark: str = ""
    href: str = ""
    name: str = ""
    folded: Folded | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """One inference: where linked premises, warrants and undercuts meet."""

    key: str
    sign: Sign
    linked: bool
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """A line from a conclusion, question or inference (`upper`) to what bears on it (`lower`).

    `sign` gives its look; `part` says that it leads from a joint to one of its premises.
    """

    key: str
    upper: str
    lower: str
    sign: Sign
    name: str
    part: bool = False
    change: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that belong together, in the order of the map; `sign` gives the look of their title.

    A claim may be in several groups.
    """

    title: str
    claims: tuple[str, ...]
    sign: Sign = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the picture with a title: the keys of its boxes and joints."""

    title: str
    sign: Sign
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Credit:
    """A source as the foot of the picture names it, and a safe address or nothing."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A whole picture's content, in reading order; `legend` explains the signs that occur.

    `crumbs` lead from the thesis to the claim on top, `elsewhere` says how much is not in it.
    Of several sheets, `sheet` says which this is, and `overview` is the address of the first.
    By groups, the boxes of each stand in a region of `regions`, the roots above them.
    """

    title: str
    language: str = "en"
    question: str = ""
    summary: str = ""
    description: str = ""
    boxes: tuple[Box, ...] = ()
    joints: tuple[Joint, ...] = ()
    links: tuple[Link, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    credits: tuple[Credit, ...] = ()
    crumbs: tuple[Crumb, ...] = ()
    elsewhere: str = ""
    notes: tuple[str, ...] = ()
    sheet: str = ""
    overview: str = ""
    regions: tuple[Region, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
