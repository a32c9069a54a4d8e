"""A directive of Sphinx: a map is drawn when the document is built.

With `extensions = ["argmap.documents.sphinx"]` in `conf.py`, a document says

    .. argmap:: maps/uniforms.yaml
       :depth: 2

or has the map itself as its content. A page of HTML shows the picture; every other builder, and
who cannot see it, has the outline, which says the same.
"""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.addnodes import only
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.logging import getLogger

from argmap.classroom.pages import Block, Heading, Item, Listing, Paragraph, plain
from argmap.documents.inserting import OPTIONS, figure, inserted
from argmap.version import __version__

_COUNT = "argmap-maps"
_log = getLogger(__name__)


class ArgmapDirective(SphinxDirective):
    """`.. argmap::` with a file or a map."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Return the picture for pages of HTML, and the outline for all else."""
        root = FilePath(self.env.srcdir)
        path = self._path(root)
        text = "" if self.arguments else "\n".join(self.content) + "\n"
        number = int(self.env.temp_data.get(_COUNT) or 0) + 1
        self.env.temp_data[_COUNT] = number
        found = inserted(text, path, root, self.options, number)
        for file in found.files:
            self.env.note_dependency(file)
        for fault in found.faults:
            _log.warning(fault, location=self.get_location(), type="argmap")
        drawn = only(expr="html")
        drawn += nodes.raw("", figure(found), format="html")
        told = only(expr="not html")
        if found.outline:
            told += list(_outline(found.outline.blocks))
        told += [nodes.paragraph("", fault) for fault in found.faults]
        return [drawn, told]

    def _path(self, root: FilePath) -> str:
        """Return the file that is named, from the root of the documents."""
        if not self.arguments:
            return f"{self.env.docname}.argmap"
        name = self.arguments[0].strip()
        if name.startswith("/"):
            return name
        here = FilePath(self.env.doc2path(self.env.docname)).parent
        return str(here.relative_to(root) / name)


def _outline(blocks: tuple[Block, ...]) -> Iterator[nodes.Node]:
    """Yield an outline as lists and paragraphs."""
    for block in blocks:
        match block:
            case Heading():
                yield nodes.paragraph("", "", nodes.strong("", plain(block.content)))
            case Paragraph():
                yield nodes.paragraph("", plain(block.content))
            case Listing():
                yield nodes.bullet_list("", *(_item(one) for one in block.items))


def _item(item: Item) -> nodes.list_item:
    words = f"{item.number} {plain(item.content)}".strip()
    return nodes.list_item("", nodes.paragraph("", words), *_outline(item.blocks))


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directive: what Sphinx calls."""
    app.add_directive("argmap", ArgmapDirective)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
