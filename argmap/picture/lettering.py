"""The letters of pictures that do not leave them to a viewer: FiraGO, out of an installed package.

FiraGO (SIL Open Font License) has Latin, Greek, Cyrillic, Georgian, Arabic, Hebrew, Devanagari and
Thai. No font of the machine is ever looked at, so that pictures are the same everywhere; who needs
another script names a font file, which comes after FiraGO.
"""

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path as FilePath
from tempfile import TemporaryDirectory

from argmap.errors import ToolMissing, Unreadable, Unsupported
from argmap.picture.inking import FONT
from argmap.picture.retracing import retrace

FAMILY = "FiraGO"
_NAMES = ("figo", "figbo")  # regular and bold, by the package's names
_WEIGHTS = {"figo": "400", "figbo": "700"}
_SIGNS = (b"\0\1\0\0", b"OTTO", b"ttcf", b"true")


@contextmanager
def letters(font: str = "") -> Iterator[FilePath]:
    """Give, while the block runs, a folder that holds the fonts of a picture.

    Raises `ToolMissing` where the package with the fonts is not installed, `Unreadable` where the
    font cannot be read, and `Unsupported` where it is none.
    """
    try:
        from pymupdf_fonts import myfont  # noqa: PLC0415  an optional package
    except ImportError as error:
        raise ToolMissing("pymupdf-fonts", "pip install 'argmap[print]'") from error
    with TemporaryDirectory(prefix="argmap-") as name:
        folder = FilePath(name)
        for one in _NAMES:
            (folder / f"{one}.ttf").write_bytes(myfont(one))
        if font:
            (folder / f"own{FilePath(font).suffix}").write_bytes(_own(font))
        yield folder


def lettered(svg: str, folder: FilePath) -> str:
    """Return an SVG whose texts ask for the fonts of a folder."""
    families = [FAMILY, *(_family(one) for one in sorted(folder.glob("own*")))]
    return svg.replace(FONT, ", ".join(f"'{one}'" for one in families), 1)


def ensure(texts: str, folder: FilePath) -> None:
    """Raise `Unsupported` where texts have characters that no font of a folder has."""
    known: set[int] = set()
    for path in sorted(folder.iterdir()):
        known.update(_characters(path))
    lost = sorted({one for one in texts if ord(one) not in known and one.isprintable()})
    if lost:
        shown = "".join(lost[:20])
        raise Unsupported(f"no letters for {shown}: name a font that has them with --font FILE")


def embedded(svg: str, name: str) -> str:
    """Return an SVG that brings the letters along that it needs, of FiraGO or of a font file.

    `name` is `firago` or a file's. Raises as `letters` and `ensure` do.
    """
    own = "" if name.casefold() == FAMILY.casefold() else name
    texts = retrace(svg).texts
    with letters(own) as folder:
        chosen = sorted(folder.glob("own*" if own else "fig*"))
        if own:
            _only(chosen[0], folder)
        ensure(texts, folder)
        faces = "".join(_face(one, texts) for one in chosen)
    with_family = svg.replace(FONT, f"argmap, {FONT}", 1)
    return with_family.replace("<style>\n", f"<style>\n{faces}", 1)


def _only(chosen: FilePath, folder: FilePath) -> None:
    for path in folder.iterdir():
        if path != chosen:
            path.unlink()


def _face(path: FilePath, texts: str) -> str:
    """Return a font as a rule of CSS: its letters that occur, as WOFF within the text."""
    from fontTools import subset  # noqa: PLC0415  an optional package

    options = subset.Options(flavor="woff", font_number=0)
    font = subset.load_font(str(path), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=texts)
    cutter.subset(font)
    written = BytesIO()
    subset.save_font(font, written, options)
    weight = _WEIGHTS.get(path.stem, "100 900")  # one's own font is for all
    source = f"url(data:font/woff;base64,{b64encode(written.getvalue()).decode()})"
    face = f"font-family:argmap;font-weight:{weight};src:{source} format('woff')"
    return f"@font-face{{{face}}}\n"


def _own(font: str) -> bytes:
    try:
        content = FilePath(font).read_bytes()
    except OSError as error:
        raise Unreadable(f"{font} cannot be read: {error.strerror}") from error
    if content[:4] not in _SIGNS:
        raise Unsupported(f"{font} is no TrueType or OpenType font")
    return content


def _family(path: FilePath) -> str:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  an optional package

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return str(font["name"].getBestFamilyName() or "own").replace("'", "")


def _characters(path: FilePath) -> set[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  an optional package

    with TTFont(path, fontNumber=0, lazy=True) as font:
        return set(font.getBestCmap() or ())
