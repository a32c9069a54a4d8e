"""Do what `argmap render` is asked for, and say what came of it."""

import shlex
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from typer import Exit

from argmap.audit.auditing import named
from argmap.audit.opening import opened
from argmap.audit.project import Project
from argmap.audit.retaining import Gallery
from argmap.drawing import USUAL, Manner, Press, sketch, verify
from argmap.errors import InvalidMap, Unsupported
from argmap.loading import Cache
from argmap.model import ArgMap
from argmap.picture.scoping import scoped
from argmap.picture.theming import DEFAULT
from argmap.rendering import Outcome, Wish, render, sound
from argmap.text import printable
from argmap.yamlfile.supplying import Source

FINDINGS = ("invalid", "stale", "missing", "former")


def draft(
    here: Project, words: tuple[str, ...], options: Mapping[str, Any], gallery: Gallery
) -> None:
    """Draw what the options of the command ask for; raises `Exit` with its exit code."""
    sources = named(here.given(paths=words), sys.stdin.buffer, "")
    wish = _wish(here, words, options, _before(options["compare"], sources))
    if wish.output == "-" or (words == ("-",) and not wish.output):
        _print(sources, wish, here)
        return
    check, made = options["check"], render(sources, wish, here, _notify, check=options["check"])
    outcomes = list(_told(made, wish, quiet=options["quiet"]))
    counted = Counter(one.state for one in outcomes)
    if not options["quiet"] and not check and counted["current"]:
        print(f"{counted['current']} up to date", file=sys.stderr)
    if counted["failed"] or counted["unread"]:
        raise Exit(2)
    if any(counted[state] for state in FINDINGS):
        raise Exit(1)
    pictures: dict[str, tuple[str, ...]] = {}
    for one in outcomes:
        pictures[one.source] = (*pictures.get(one.source, ()), str(one.path))
    gallery.keep({one.source: (one.includes, pictures[one.source]) for one in outcomes})


def _wish(
    here: Project, words: tuple[str, ...], options: Mapping[str, Any], before: ArgMap | None
) -> Wish:
    """Return what is wished for by options."""
    asked = dict(options)
    scope = scoped(
        asked["collapse"],
        **{
            name: asked[name]
            for name in ("focus", "depth", "side", "stakeholder", "criterion", "tag")
        },
    )
    manner = Manner(
        asked["layout"],
        asked["engine"],
        asked["theme"] or here.theme or DEFAULT,
        Press(
            asked["page"],
            asked["width"],
            asked["dpi"],
            asked["font"],
            asked["embed"],
            notes=asked["notes"],
        ),
        scope,
        direction=asked["direction"],
        view=asked["view"],
        verdicts=asked["semantics"] or (USUAL if asked["verdicts"] else ""),
        before=before,
    )
    form, language = asked["form"], asked["lang"]
    force, split, compare = asked["force"], asked["split"], asked["compare"]
    return Wish(words, asked["output"], form, language, manner, force, split, compare)


def _told(outcomes: Iterable[Outcome], wish: Wish, *, quiet: bool) -> Iterator[Outcome]:
    """Say of each picture what came of it, and pass it on."""
    for one in outcomes:
        _tell(one, wish, quiet=quiet)
        yield one


def _before(compare: str, sources: Sequence[Source]) -> ArgMap | None:
    """Return the map that one other is to be compared with, if any."""
    if compare and len(sources) > 1:
        raise Unsupported(f"{len(sources)} maps are not compared with one; name one")
    return opened(compare) if compare else None


def _print(sources: Sequence[Source], wish: Wish, here: Project) -> None:
    """Write the one picture that was asked for to standard output."""
    if len(sources) > 1:
        raise Unsupported(f"{len(sources)} maps do not go to standard output; name one")
    argmap, problems = sound(sources[0], Cache(), here)
    if argmap is None:
        raise InvalidMap(problems)
    verify(wish.manner, wish.renderer)
    content = wish.renderer.render(sketch(argmap, wish.language, wish.manner, _notify))
    sys.stdout.buffer.write(content.encode() if isinstance(content, str) else content)
    sys.stdout.buffer.flush()


def _tell(one: Outcome, wish: Wish, *, quiet: bool) -> None:
    """Say what came of a picture: findings on standard output, all else on standard error."""
    where = printable(str(one.path))
    if one.state == "former":
        print(f"{where}: is no sheet of {printable(one.source)} any more")
    elif one.state == "missing":
        print(f"{where}: there is no picture of {printable(one.source)}")
    elif one.state == "stale":
        how = f"argmap render {printable(one.source)}" if wish.is_whole else "without --check this"
        print(f"{where}: is out of date; {how} draws it")
    elif one.state == "failed":
        print(f"argmap: {printable(one.source)}: {one.error}", file=sys.stderr)
    elif one.state in ("drawn", "removed") and not quiet:
        print(f"{'drew' if one.state == 'drawn' else 'removed'} {where}", file=sys.stderr)
        if one.claims:
            print(_advice(one, wish), file=sys.stderr)
    for problem in one.problems:
        place = printable(f"{problem.path}:{problem.span.line}:{problem.span.column}")
        print(f"{place}: {problem.code} {problem.message}", file=sys.stderr)


def _advice(one: Outcome, wish: Wish) -> str:
    """Return how a large map is drawn so that it is legible on paper."""
    words = ["argmap", "render", one.source, "--split"]
    words += ["-o", wish.output] if wish.output and not wish.is_file else []
    return (
        f"{one.claims} claims are many for a picture: {printable(shlex.join(words))} makes sheets"
    )


def _notify(message: str) -> None:
    if sys.stderr.isatty():
        print(message, file=sys.stderr)
