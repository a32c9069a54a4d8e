"""The style sheet of a picture: the colours of its theme for screens, light and dark.

All of it is for screens, so that print and simple viewers, which do not know variables, show the
plain attributes: the light look. A page may choose by `data-theme="light"` or `"dark"`.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from argmap.picture.theming import Palette, Theme

LABELS = ("badge", "letter")  # what is on any box, whatever its colours


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    return "".join(
        (
            "@media screen{\n",
            *_variables(theme.light, ".argmap"),
            _rules(),
            "}\n@media screen and (prefers-color-scheme:dark){\n",
            *_variables(theme.dark, ".argmap:not([data-theme=light])"),
            "}\n@media screen{\n",
            *_variables(theme.dark, ".argmap[data-theme=dark]"),
            "}\n",
            _FORCED,
        )
    )


def printed_sheet(theme: Theme) -> str:
    """Return the light colours for paper, for a page whose pictures have no plain attributes."""
    return "".join(("@media print{\n", *_variables(theme.light, ".argmap"), _rules(), "}\n"))


def _variables(palette: Palette, picture: str) -> Iterator[str]:
    """Yield the colours of a palette as variables, those of boxes by their sort."""
    paints = palette.paints()
    common = {"paper": palette.paper, "ink": palette.ink, "quiet": palette.quiet}
    common["line"] = palette.line
    for key in LABELS:
        paint = paints[key]
        common |= {f"{key}-fill": paint.fill, f"{key}-line": paint.line}
        common[f"{key}-ink"] = paint.ink or palette.ink
    yield f"{picture}{_block(common)}"
    for key, paint in paints.items():
        if key not in LABELS:
            ink, quiet = paint.ink or palette.ink, paint.ink or palette.quiet
            own = {"fill": paint.fill, "line": paint.line, "ink": ink, "quiet": quiet}
            yield f"{picture} .is-{key}{_block(own)}"


def _block(variables: dict[str, str]) -> str:
    return "{" + ";".join(f"--{key}:{value}" for key, value in variables.items()) + "}\n"


@cache
def _rules() -> str:
    return (files("argmap") / "assets/picture.css").read_text("utf-8")


_FORCED = """@media screen and (forced-colors:active){
.argmap .b,.argmap .c,.argmap .paper{fill:Canvas;stroke:CanvasText}
.argmap text,.argmap .chip text{fill:CanvasText}
.argmap .sign circle{fill:CanvasText;stroke:Canvas}
.argmap .sign path{stroke:Canvas}
.argmap .link .l,.argmap .link .a{stroke:CanvasText}
}
"""
