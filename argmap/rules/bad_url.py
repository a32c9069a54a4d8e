"""An address does not lead a reader to the source, or tells who follows it.

A judge or an opponent will want to look. A short link hides where it leads and dies with its
service, a file on your own machine is nobody else's, and what `utm_source` and the like add to an
address serves only those who count clicks.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      council:
        type: webpage
        title: What Uniforms Cost
        publisher: Consumer Council
        date: 2025
        url: https://example.org/uniforms?page=2&utm_source=newsletter
        accessed: 2025-09-01
      ruiz:
        type: webpage
        title: The Price of a Uniform
        author: Ana Ruiz
        date: 2025
        url: https://bit.ly/3xyz
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: A uniform costs families about 90 dollars a year.
          cite: [council, ruiz]

Good:

    argmap: 1
    title: School uniforms
    sources:
      council:
        type: webpage
        title: What Uniforms Cost
        publisher: Consumer Council
        date: 2025
        url: https://example.org/uniforms?page=2
        accessed: 2025-09-01
    thesis:
      text: Our school should require uniforms.
      support:
        - text: A uniform costs families about 90 dollars a year.
          cite: [council]
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from argmap.linting import Found, Measured, Mend, Rule, Scan, Variant
from argmap.problems import Severity
from argmap.repair.editing import Replace
from argmap.review.sourcing import host, is_at, own

_TRACKING = re.compile(
    r"""(?ix) (?: utm_\w+ | [a-z]*clid | g?braid | wbraid | gad_source | gad_campaignid | srsltid
    | mc_[ce]id | igshid? | _ga | _gl | _hs(?:enc|mi) | __hs\w+ | hsctatracking | mkt_tok | vero_\w+
    | oly_(?:enc|anon)_id | li_fat_id | guccounter | guce_referrer(?:_sig)? | ref_src | ref_url
    | at_(?:medium|campaign\w*|custom\d|link_\w+) | ns_(?:campaign|mchannel|source|linkname|fee)
    | wt\.mc_id | s_kwcid | ito | fb_(?:action_ids|action_types|source|ref) )\Z"""
)
_LOCAL = re.compile(
    r"""(?ix) (?: (?:.*\.)?localhost | .*\.(?:local|internal) | 127\.[\d.]+ | 10\.[\d.]+
    | 0\.0\.0\.0 | 192\.168\.[\d.]+ | 172\.(?:1[6-9]|2\d|3[01])\.[\d.]+ | \[?::1\]? )\Z"""
)
_NAMED = re.compile(r"(?i)[\w-]+(?:\.[\w-]+)*\.[a-z][a-z\d-]+\Z")
_BARE = re.compile(r"(?i)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?\Z")


def check(scan: Scan) -> Iterator[Found]:
    """Yield each address with something wrong that can be seen without following it."""
    for name, source, path in own(scan):
        if source.url is None:
            continue
        place, url = (*path, "url"), source.url
        values: dict[str, object] = {"name": name, "url": url, "host": host(url)}
        if fault := _fault(url):
            mend = None
            if fault == "bare":
                mend = Mend((Replace(place, f"https://{url}"),), safe=False)
            yield Found(place, values, variant=fault, mend=mend)
        elif extra := _tracking(url):
            mend = Mend((Replace(place, _clean(url)),))
            yield Found(place, values | {"extra": ", ".join(extra)}, mend=mend)


def _fault(url: str) -> str:
    """Return what is wrong with an address itself, as a variant of the message."""
    scheme = url.partition(":")[0].lower() if ":" in url else ""
    name = host(url)
    if scheme not in ("http", "https"):
        if _LOCAL.match(name) or scheme == "file":
            return "local"
        return "bare" if _BARE.match(url) else "scheme"
    if _LOCAL.match(name):
        return "local"
    if any(character.isspace() for character in url) or not _is_host(name):
        return "scheme"
    return "short" if is_at(url, "shorteners") else ""


def _is_host(name: str) -> bool:
    return bool(_NAMED.match(name)) or name.replace(".", "").isdigit() or ":" in name


def _parameters(url: str) -> list[str]:
    try:
        query = urlsplit(url).query
    except ValueError:
        return []
    return query.split("&") if query else []


def _tracking(url: str) -> list[str]:
    """Return the names of the parameters that only count clicks."""
    return [one.partition("=")[0] for one in _parameters(url) if _is_tracking(one)]


def _is_tracking(parameter: str) -> bool:
    return bool(_TRACKING.match(parameter.partition("=")[0].removeprefix("amp;")))


def _clean(url: str) -> str:
    """Return an address without what only counts clicks, the rest to the letter.

    >>> _clean("https://example.org/a?utm_source=x&id=7&fbclid=z#top")
    'https://example.org/a?id=7#top'
    >>> _clean("https://example.org/?gclid=1")
    'https://example.org/'
    """
    kept = "&".join(one for one in _parameters(url) if not _is_tracking(one))
    before, _, rest = url.partition("?")
    _, mark, fragment = rest.partition("#")
    return f"{before}{'?' if kept else ''}{kept}{mark}{fragment}"


RULE = Rule(
    code="AM225",
    slug="bad-url",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "the address of {name!r} carries what only counts clicks: {extra}",
        "es": "la dirección de {name!r} lleva lo que solo cuenta clics: {extra}",
    },
    help={
        "en": "take it out of the address, which leads to the same page without it",
        "es": "quítalo de la dirección, que sin ello lleva a la misma página",
    },
    about={
        "es": """Una dirección no lleva al lector a la fuente, o delata a quien la sigue.

        Un juez o un adversario querrá mirarla. Un enlace corto oculta adónde lleva y muere con su
        servicio, un archivo de tu propia computadora no es de nadie más, y lo que `utm_source` y
        similares agregan a una dirección solo sirve a quienes cuentan clics.""",
    },
    variants={
        "bare": Variant(
            {
                "en": "the address {url!r} of {name!r} lacks its beginning",
                "es": "a la dirección {url!r} de {name!r} le falta el comienzo",
            },
            {
                "en": "write it as the browser gives it, beginning with `https://`",
                "es": "escríbela como la da el navegador, empezando por `https://`",
            },
        ),
        "scheme": Variant(
            {
                "en": "{url!r}, of {name!r}, is no address of a page on the web",
                "es": "{url!r}, de {name!r}, no es la dirección de una página web",
            },
            {
                "en": "copy the address from the browser; where there is none, take `url` out",
                "es": "copia la dirección del navegador; si no la hay, quita `url`",
            },
        ),
        "local": Variant(
            {
                "en": "{url!r}, of {name!r}, leads only to your own machine or network",
                "es": "{url!r}, de {name!r}, solo lleva a tu propia computadora o red",
            },
            {
                "en": "give the address under which everyone can find it",
                "es": "da la dirección en la que cualquiera puede encontrarlo",
            },
        ),
        "short": Variant(
            {
                "en": "the address of {name!r} is a short link of {host}: where does it lead?",
                "es": "la dirección de {name!r} es un enlace corto de {host}: ¿adónde lleva?",
            },
            {
                "en": "open it, and copy the full address from the browser",
                "es": "ábrelo, y copia del navegador la dirección completa",
            },
        ),
    },
    profiles=("classroom", "tournament", "publish"),
    measured=Measured(0, 7, "a class's maps, sources written for it"),
)
