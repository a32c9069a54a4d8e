"""Sources in words: the short cite beside a claim, the place in the source, the full reference.

The full reference holds what the National Speech & Debate Association asks of written evidence, as
far as it is known: author, qualifications, date, title, where it stood, address, day of access,
pages. Sources that several maps include under different ids are one when they say the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model import Citation, Source
from argmap.phrasing import Phrases

_YEAR = re.compile(r"\d{4}")
_BODIES = (
    "academia academy agency asociación association bank banco board bureau center centre centro "
    "comisión comité commission committee congress consejo council court department editors "
    "foundation fundación gobierno government group grupo institute instituto ministerio ministry "
    "news oficina office organización organization press redacción secretaría service servicio "
    "sociedad society staff team union universidad university of de del the and for para y e la "
    "los las el"
)
_CORPORATE = re.compile(rf"(?i)\b({_BODIES.replace(' ', '|')})\b|&|,.*,|\d")
_MAX_NAME = 4  # words; what is longer is the name of a body, not of a person


@dataclass(frozen=True, slots=True)
class Reference:
    """One work: its short cite, who stands behind it, and its full reference."""

    short: str
    qualifications: str
    full: str
    url: str = ""


class References:
    """The works that a map cites, each with a short cite that is its own."""

    def __init__(self, sources: Mapping[str, Source], say: Phrases) -> None:
        self.say = say
        by_text: dict[str, list[str]] = {}
        for key, source in sources.items():
            by_text.setdefault(full(source, say), []).append(key)
        names: dict[str, list[str]] = {}
        for text, keys in by_text.items():
            names.setdefault(short(sources[keys[0]], keys[0], say), []).append(text)
        self.works: dict[str, Reference] = {}
        for name, texts in names.items():
            for place, text in enumerate(texts):
                letter = chr(ord("a") + place) if 1 < len(texts) <= 26 else ""
                source = sources[by_text[text][0]]
                address = source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
                work = Reference(name + letter, source.qualifications or "", text, address)
                self.works |= dict.fromkeys(by_text[text], work)

    def short(self, cite: Citation) -> str:
        """Return `Ruiz 2024`; of a source that is not listed, its key."""
        work = self.works.get(cite.source)
        return work.short if work else cite.source

    def place(self, cite: Citation, *, section: bool = True) -> str:
        """Return where in its source a citation points: `“Costs”, para. 8, item 5`."""
        return ", ".join(
            self.say(_page(value) if key == "page" else key, value=value)
            for key in ("section", "page", "paragraph", "item")
            if (value := getattr(cite, key)) is not None and (section or key != "section")
        )


def short(source: Source, key: str, say: Phrases) -> str:
    """Return the last names of the authors, or else who or what stands for them, and the year."""
    authors = (source.author,) if isinstance(source.author, str) else source.author or ()
    names = [last_name(one) for one in authors]
    if len(names) > 2:
        who = say("and-others", first=names[0])
    elif names:
        who = say("and", first=names[0], second=names[1]) if len(names) == 2 else names[0]
    elif source.title:
        who = say("quote", text=_short_title(source.title))
    else:
        who = source.publisher or source.container or key
    return f"{who} {_year(source, say)}"


def _short_title(title: str) -> str:
    """Return a title up to its colon, or its first words.

    >>> _short_title("The Long Drought: A Report")
    'The Long Drought'
    >>> _short_title("Water and the Rights of Those Who Farm")
    'Water and the Rights of…'
    """
    words = title.partition(":")[0].split()
    return " ".join(words) if len(words) < 7 else " ".join(words[:5]) + "…"


def _year(source: Source, say: Phrases) -> str:
    year = _YEAR.search(str(source.date or ""))
    return year[0] if year else str(source.date or say("no-date"))


def _page(value: str | int) -> str:
    return "pages" if re.search(r"\d\D+\d", str(value)) else "page"


def last_name(author: str) -> str:
    """Return what an author is called by for short; of a body, its whole name.

    >>> last_name("Ana Ruiz"), last_name("Ruiz, Ana"), last_name("Sleep Working Group")
    ('Ruiz', 'Ruiz', 'Sleep Working Group')
    """
    if re.fullmatch(r"[^,]+, [^,]+", author):
        return author.partition(",")[0]
    words = author.split()
    if _CORPORATE.search(author) or len(words) > _MAX_NAME:
        return author
    return words[-1] if words else author


def full(source: Source, say: Phrases) -> str:
    """Return the full reference of a source, in the order of the eight elements of a cite."""
    authors = source.author if isinstance(source.author, str) else ", ".join(source.author or ())
    if source.qualifications:
        authors = f"{authors} ({source.qualifications})" if authors else source.qualifications
    parts = (
        authors,
        say("quote", text=source.title) if source.title else "",
        source.container,
        source.publisher,
        str(source.date or say("no-date")),
        say(_page(source.pages), value=source.pages) if source.pages else "",
        source.url or (f"https://doi.org/{source.doi}" if source.doi else ""),
        say("accessed", date=source.accessed) if source.accessed else "",
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
