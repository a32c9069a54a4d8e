"""The tree on a terminal: what is expected stands in `handouts/*.show.*.txt`; laws for all maps.

`bells.show.width=60,ids=true.txt` is `bells.yaml` with that look; `pytest --update` writes it anew.
"""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from argmap.classroom.requesting import request
from argmap.classroom.showing import NARROWEST, Look, show
from argmap.loading import load
from argmap.model import ArgMap, Argument, Claim
from argmap.text import columns, one_line, printable

HERE = Path(__file__).parent
EXPECTED = sorted((HERE / "handouts").glob("*.show*.txt"))
MAPS = [
    *sorted((HERE / "handouts").glob("*.yaml")),
    *sorted((HERE / "maps").glob("*.yaml")),
    *sorted((HERE.parent / "arguments").glob("*.yaml")),
]
assert EXPECTED and MAPS


def shown(argmap, language="", **look):
    return list(show(request(argmap, language), Look(**look)))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.name)
def test_what_is_expected(path, snapshot):
    stem, _, *options = path.name.removesuffix(".txt").split(".")
    look = dict(one.split("=") for one in options[0].split(",")) if options else {}
    typed = {key: yaml.safe_load(value) for key, value in look.items()}
    argmap = load(path.with_name(f"{stem}.yaml"))
    snapshot(path, "".join(f"{line}\n" for line in shown(argmap, typed.pop("lang", ""), **typed)))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
@pytest.mark.parametrize("width", [30, 47, 100, 1000])
def test_every_claim_is_shown_within_the_width(path, width):
    argmap = load(path)
    lines = shown(argmap, width=width)
    assert all(columns(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)
    assert all(printable(line) == line for line in lines)
    if width == 1000:
        said = "\n".join(lines)
        assert all(
            " ".join(one_line(claim.text).split()) in said for claim in argmap.claims.values()
        )


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_ascii_is_ascii_and_colour_is_only_colour(path):
    argmap = load(path)
    plain = shown(argmap, width=80)
    assert all(line.isascii() for line in shown(argmap, width=80, ascii=True))
    coloured = shown(argmap, width=80, colour=True)
    assert any("\x1b[" in line for line in coloured)
    for code in ("0", "1", "2", "36", "31"):
        coloured = [line.replace(f"\x1b[{code}m", "") for line in coloured]
    assert [line.rstrip() for line in coloured] == plain


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_ids_are_shown_where_they_are_asked_for_or_needed(path):
    argmap = load(path)
    everywhere = "\n".join(shown(argmap, width=1000, ids=True))
    assert all(f"#{key}" in everywhere for key in argmap.claims)
    needed = "\n".join(shown(argmap, width=1000))
    for key in argmap.claims:
        assert needed.count(f"(see {key})") == 0 or needed.count(f"#{key}") == 1


def test_a_cut_tree_says_how_much_is_left_out():
    argmap = load(HERE / "handouts" / "bells.yaml")
    lines = shown(argmap, depth=1, width=1000)
    left_out = sum(int(line.split("(… ")[1].split()[0]) for line in lines if "(… " in line)
    assert left_out > 0 and left_out + len(lines) == len(shown(argmap, width=1000))


def test_depth_is_no_matter_for_the_stack_nor_for_the_width():
    size = 3000
    claims = {f"c{n}": Claim(id=f"c{n}", text=f"Claim {n} holds.") for n in range(size)}
    arguments = {
        f"a{n}": Argument(id=f"a{n}", premises=(f"c{n}",), conclusion=f"c{n - 1}")
        for n in range(1, size)
    }
    argmap = ArgMap(title="Deep", claims=claims, arguments=arguments, thesis="c0")
    lines = shown(argmap, width=80)
    assert len(lines) == size + 2
    assert lines[-1].startswith(f"({size - 1}) ") and lines[-1].endswith("Claim 2999 holds.")
    assert max(map(columns, lines)) <= 80


words = st.text(st.sampled_from("ab 国境ｅ\u0301🙂\u200d\x1b\u202e\n"), max_size=80)


@given(words, words, st.integers(0, 60))
def test_any_text_fits_any_width(title, text, width):
    claims = {"a": Claim(id="a", text=text), "b": Claim(id="b", text=text, label=title)}
    argument = Argument(id="x", premises=("b",), conclusion="a", polarity="attack")
    argmap = ArgMap(title=title, claims=claims, arguments={"x": argument}, thesis="a")
    lines = shown(argmap, width=width, ids=True)
    assert all(columns(line) <= max(width, NARROWEST) for line in lines)
    assert all(printable(line) == line for line in lines)
    squeezed = "".join("".join(lines).split())
    assert "".join(one_line(text).split()) in squeezed.replace("−", "").replace("└─", "")
