"""`argmap rule`: what a code means, why, and what to do about it."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from argmap.audit.project import project
from argmap.cli import Command
from argmap.linting import LANGUAGES
from argmap.reporting import style
from argmap.review.choosing import demand
from argmap.review.codes import codes
from argmap.review.glossing import data, explained, listed


class Form(StrEnum):
    """How the answer is written."""

    TEXT = "text"
    JSON = "json"


def run(
    names: Annotated[
        list[str] | None,
        typer.Argument(help="A code or slug; several codes, or AM1, are listed.", metavar="CODE"),
    ] = None,
    output_format: Annotated[
        Form, typer.Option(help="Text, or a list of objects for programs.")
    ] = Form.TEXT,
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="The language of the explanation: en, es.")
    ] = "",
) -> None:
    """Explain a rule: what it finds, why that matters, a wrong and a right example.

    Without CODE all codes are listed, by family.
    """
    lang = lang or project().lang
    demand("language", lang, LANGUAGES)
    found = codes(names or (), lang)
    shape = style(sys.stdout, lang)
    if output_format is Form.JSON:
        sys.stdout.write(data(found))
    elif names and len(found) == 1:
        sys.stdout.write(explained(found[0], shape))
    else:
        sys.stdout.write(listed(found, shape))


COMMAND = Command("rule", run)
