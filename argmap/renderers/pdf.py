"""The picture as PDF: vectors, searchable words, links, tags and alternative text, by typst.

One page as large as the picture, or with `page` sheets of a format, to be glued to a poster.
The files keep to PDF/UA-1, the rules for documents that everybody can read.
"""

from argmap.drawing import Renderer, Sketch, renderer
from argmap.errors import DrawingFailed, ToolMissing
from argmap.picture.lettering import ensure, lettered, letters
from argmap.picture.retracing import retrace
from argmap.picture.typography import document


def render(sketch: Sketch) -> bytes:
    """Return the picture as PDF.

    Raises `UnknownName` for a page that there is not, `Unsupported` for letters that no font has,
    and `ToolMissing` without the extra `print`.
    """
    try:
        import typst  # noqa: PLC0415  an optional package
    except ImportError:
        raise ToolMissing("typst", "pip install 'argmap[print]'") from None
    svg = str(renderer("svg").render(sketch))
    traced = retrace(svg)
    with letters(sketch.press.font) as folder:
        ensure(traced.texts, folder)
        for name, content in document(lettered(svg, folder), traced, sketch.press.page).items():
            (folder / name).write_text(content, encoding="utf-8")
        try:
            made = typst.compile(
                folder / "picture.typ",
                root=folder,
                format="pdf",
                font_paths=[folder],
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            raise DrawingFailed(f"typst: {error}") from error
    return bytes(made) + f"\n% argmap sha256:{sketch.stamp}\n".encode()


RENDERER = Renderer("pdf", ".pdf", render, stamped=True, takes=frozenset(("page", "font")))
