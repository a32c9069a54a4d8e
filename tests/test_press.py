"""Pictures on paper and in pixels: all is there, large enough, linked, the same each time."""

import re
import struct
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import Manner, Press, draw
from argmap.errors import UnknownName, Unreadable, Unsupported
from argmap.loading import load
from argmap.model import ArgMap, Claim
from argmap.picture.clipping import Clipper
from argmap.picture.retracing import retrace
from argmap.picture.tiling import FORMATS, LEAST, cuts, poster

ROOT = Path(__file__).parent.parent
STRIKES = ROOT / "arguments/strikes-debate.yaml"
SMALL = ROOT / "tests/maps"
HOSTILE = ROOT / "tests/drawing/hostile.yaml"
pypdf = pytest.importorskip("pypdf")


@pytest.fixture(scope="module")
def strikes():
    return load(STRIKES)


def pressed(argmap, form, **press):
    return draw(argmap, form, manner=Manner(press=Press(**press)))


def size_of(png):
    return struct.unpack(">II", png[16:24])


def words(text):
    """Return words without the breaks and ligatures of a page."""
    return re.sub(r"[\W_]+", "", text.replace("ﬁ", "fi").replace("ﬂ", "fl").replace("ﬀ", "ff"))


@pytest.mark.parametrize(
    ("press", "width"), [({}, 1916), ({"width": 700}, 700), ({"dpi": 48}, 958)]
)
def test_a_png_is_as_wide_as_was_asked(strikes, press, width):
    made = pressed(strikes, "png", **press)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert size_of(made)[0] == pytest.approx(width, abs=1)
    assert b"argmap sha256:" in made[:400]


def test_what_is_pressed_is_as_large_as_its_theme_asks(strikes):
    manner = Manner(theme="projector")
    svg = retrace(draw(strikes, manner=manner))
    size = (svg.width * svg.scale, svg.height * svg.scale)
    assert svg.scale == pytest.approx(1.35, abs=0.001)
    assert size_of(draw(strikes, "png", manner=manner)) == pytest.approx(size, abs=1)
    (page,) = pypdf.PdfReader(BytesIO(draw(strikes, "pdf", manner=manner))).pages
    assert page.mediabox[2:] == pytest.approx([one * 0.75 for one in size], abs=1)


def test_the_letters_of_a_png_come_along(strikes, monkeypatch):
    """What the machine has of fonts makes no difference, and there are letters at all."""
    small = ArgMap(claims={"a": Claim(id="a", text="Words that one can read.")}, thesis="a")
    bare = ArgMap(claims={"a": Claim(id="a", text=".")}, thesis="a")
    monkeypatch.setenv("FONTCONFIG_FILE", "/nowhere")
    assert len(pressed(small, "png")) > len(pressed(bare, "png")) + 1000


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_the_same_map_gives_the_same_bytes(strikes, form):
    assert pressed(strikes, form) == pressed(strikes, form)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_letters_that_no_font_has_are_named_and_not_left_out(form, tmp_path):
    chinese = ArgMap(claims={"a": Claim(id="a", text="国 is a country.")}, thesis="a")
    with pytest.raises(Unsupported, match=r"国.*--font"):
        pressed(chinese, form)
    (tmp_path / "no.ttf").write_text("no font")
    with pytest.raises(Unsupported, match="no TrueType"):
        pressed(chinese, form, font=str(tmp_path / "no.ttf"))
    with pytest.raises(Unreadable):
        pressed(chinese, form, font=str(tmp_path / "missing.ttf"))


def test_what_a_form_does_not_take_is_refused(strikes):
    for form, press in (("svg", {"page": "a4"}), ("png", {"page": "a4"}), ("pdf", {"dpi": 90})):
        with pytest.raises(Unsupported, match="takes no"):
            pressed(strikes, form, **press)
    with pytest.raises(Unsupported, match="pixels are too many"):
        pressed(strikes, "png", width=200_000)
    with pytest.raises(UnknownName, match="a3"):
        pressed(strikes, "pdf", page="A9")


def test_a_pdf_is_one_page_with_all_words_links_and_tags(strikes):
    made = pypdf.PdfReader(BytesIO(pressed(strikes, "pdf")))
    (page,) = made.pages
    found = words(page.extract_text())
    for claim in strikes.claims.values():
        shown = claim.label or claim.text
        assert words(shown) in found, claim.id
    inner = [one for one in page["/Annots"] if one.get_object()["/Subtype"] == "/Link"]
    assert len(inner) == len(retrace(draw(strikes, "svg")).links)
    assert made.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert made.metadata.title == strikes.title


@pytest.mark.parametrize("page", ["a4", "a3", "letter", "tabloid"])
def test_a_poster_has_all_words_on_sheets_of_the_format(strikes, page):
    made = pypdf.PdfReader(BytesIO(pressed(strikes, "pdf", page=page)))
    assert len(made.pages) > 2
    for one in made.pages:
        assert sorted(map(float, one.mediabox[2:])) == pytest.approx(FORMATS[page], abs=0.1)
    found = words("".join(one.extract_text() for one in made.pages[1:]))
    lost = [key for key, one in strikes.claims.items() if words(one.label or one.text) not in found]
    assert len(lost) <= len(strikes.claims) / 20, lost  # those that a cut goes through


def test_no_letters_of_a_60_claim_map_on_a3_are_below_9_points():
    argmap = load(ROOT / "arguments/five-options.yaml")
    assert len(argmap.claims) >= 50
    made = pypdf.PdfReader(BytesIO(pressed(argmap, "pdf", page="a3")))
    sizes = []

    def note(text, outer, inner, font, size):
        if text.strip():
            scale = abs(inner[3] * outer[3] - inner[1] * outer[2]) or 1
            sizes.append(size * scale)

    for page in made.pages[1 if len(made.pages) > 1 else 0 :]:
        page.extract_text(visitor_text=note)
    large = [one for one in sizes if one > 8.5]  # words in the margins have 8 points
    assert large
    assert min(large) >= LEAST - 0.05


def test_a_small_map_fits_one_sheet():
    made = pypdf.PdfReader(BytesIO(pressed(load(SMALL / "linked.yaml"), "pdf", page="a4")))
    assert len(made.pages) == 1


def test_hostile_texts_stay_texts():
    argmap = load(HOSTILE)
    svg = draw(argmap, "svg")
    piece = Clipper(svg).piece((0, 0, 400, 400), 'x"<&')
    assert "<script" not in piece
    for form in ("png", "pdf"):
        try:
            made = pressed(argmap, form)
        except Unsupported as error:
            assert "--font" in str(error)
        else:
            assert made


def test_an_svg_brings_its_letters_along_if_asked(strikes):
    made, plain = pressed(strikes, "svg", embed="firago"), pressed(strikes, "svg")
    assert made == pressed(strikes, "svg", embed="firago")
    faces = re.findall(r"@font-face{font-family:argmap;font-weight:(\d+);src:url\(data:", made)
    assert faces == ["700", "400"]
    assert 10_000 < len(made) - len(plain) < 100_000, "only the letters that occur"
    assert 'font-family="argmap, Arial' in made
    with pytest.raises(Unreadable):
        pressed(strikes, "svg", embed="missing.ttf")


spans = st.lists(
    st.tuples(st.floats(0, 5000), st.floats(1, 300)).map(lambda one: (one[0], one[0] + one[1])),
    max_size=40,
)


@given(spans, st.floats(1, 6000), st.floats(200, 1500))
def test_pieces_are_few_and_none_too_long(found, length, step):
    places = cuts(length, step, found)
    assert (places[0], places[-1]) == (0, length)
    assert all(0 < b - a <= step + 1e-6 for a, b in pairwise(places))
    assert len(places) - 1 == -int(-length // step)


@given(
    st.lists(
        st.tuples(st.floats(0, 3000), st.floats(0, 3000), st.floats(50, 260), st.floats(30, 120)),
        max_size=30,
    ),
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from((1.0, 1.7)),
)
def test_sheets_cover_the_picture_with_letters_that_can_be_read(boxes, page, larger):
    areas = [(x, y, x + w, y + h) for x, y, w, h in boxes]
    size = (max((one[2] for one in areas), default=100) + 30, 3200.0)
    made = poster(size, areas, 11.0, page, larger)
    assert made.scale * 11 >= LEAST * larger - 1e-9
    assert sum((r - x) * (b - y) for x, y, r, b in (one.own for one in made.tiles)) == (
        pytest.approx(size[0] * size[1])
    )
    names = {one.name for one in made.tiles}
    assert len(names) == len(made.tiles)
    assert {side for one in made.tiles for side in (one.right, one.below) if side} <= names
