"""What a picture shows, before anyone has said where: boxes, joints, and the links between them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["question", "thesis", "option", "main", "reason", "warrant", "see", "loose"]
Sign = Literal["", "support", "attack", "undercut", "warrant", "option"]


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
    tooltip: str = ""


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


@dataclass(frozen=True, slots=True)
class Credit:
    """A source as the foot of the picture names it, and a safe address or nothing."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A whole picture's content, in reading order; `legend` explains the signs that occur."""

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
    credits_heading: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
