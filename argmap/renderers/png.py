"""The picture as PNG, for slides and messages: drawn by resvg, with letters that come along.

The light look, at the picture's own size, or at a width in pixels or a resolution in dots an inch
(96 is the picture's own size). Like every picture, the same bytes on every machine.
"""

import struct
from zlib import crc32

from argmap.drawing import Renderer, Sketch, renderer
from argmap.errors import DrawingFailed, ToolMissing, Unsupported
from argmap.picture.lettering import FAMILY, ensure, lettered, letters
from argmap.picture.retracing import Traced, retrace

OWN = 96  # dots an inch at the picture's own size
MOST = 400_000_000  # pixels; more needs gigabytes of memory
_HEAD = 33  # bytes of a PNG's signature and first chunk


def render(sketch: Sketch) -> bytes:
    """Return the picture as PNG.

    Raises `Unsupported` for sizes beyond what programs open and for letters that no font has, and
    `ToolMissing` without the extra `print`.
    """
    try:
        from resvg_py import svg_to_bytes  # noqa: PLC0415  an optional package
    except ImportError as error:
        raise ToolMissing("resvg", "pip install 'argmap[print]'") from error
    svg = str(renderer("svg").render(sketch))
    traced = retrace(svg)
    zoom = _zoom(sketch, traced)
    with letters(sketch.press.font) as folder:
        ensure(traced.texts, folder)
        try:
            content = svg_to_bytes(
                svg_string=lettered(svg, folder),
                zoom=zoom,
                skip_system_fonts=True,
                font_files=[str(one) for one in sorted(folder.iterdir())],
                font_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        except ValueError as error:
            raise DrawingFailed(f"resvg: {error}") from error
    return _stamped(bytes(content), sketch.stamp, zoom)


def _zoom(sketch: Sketch, size: Traced) -> float:
    """Return how many pixels one of the picture's own becomes."""
    press = sketch.press
    own = size.width * size.scale, size.height * size.scale
    zoom = press.width / own[0] if press.width else (press.dpi or OWN) / OWN
    wide, high = round(own[0] * zoom), round(own[1] * zoom)
    if wide * high > MOST:
        raise Unsupported(f"{wide} × {high} pixels are too many; ask for less, or for SVG or PDF")
    return zoom


def _stamped(png: bytes, stamp: str, zoom: float) -> bytes:
    """Return a PNG that says what it was made from, and how large it is on paper."""
    dots = round(zoom * OWN / 0.0254)
    size = _chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))
    return (
        png[:_HEAD]
        + _chunk(b"tEXt", f"Source\0argmap sha256:{stamp}".encode())
        + size
        + png[_HEAD:]
    )


def _chunk(sort: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content)) + sort + content + struct.pack(">I", crc32(sort + content))
    )


RENDERER = Renderer("png", ".png", render, stamped=True, takes=frozenset(("width", "dpi", "font")))
