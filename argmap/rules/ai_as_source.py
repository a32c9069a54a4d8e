"""A source is what a chatbot wrote.

It has no author who answers for it, it cannot be looked up again, and it may name studies that do
not exist. The leagues let it guide research, but want the work itself to be cited. Where what a
chatbot said is the very matter of the debate, silence the rule on that line.

Bad:

    argmap: 1
    title: School uniforms
    sources:
      chat: {author: ChatGPT, title: On school uniforms, date: 2025}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [chat]

Good:

    argmap: 1
    title: School uniforms
    sources:
      study: {author: Department of Education, title: Uniforms and Attendance, date: 2024}
    thesis:
      text: Our school should require uniforms.
      support:
        - text: Attendance rose in 31 of 40 schools with uniforms.
          cite: [study]
"""

import re
from collections.abc import Iterator

from argmap.linting import Found, Measured, Rule, Scan
from argmap.model import Source
from argmap.problems import Severity
from argmap.review.sourcing import authors, is_at, own

_MODEL = r"""(?: chat \s? gpt | gpt -? [2-9]\w* | gemini | google \s bard | copilot | claude | grok
    | deep \s? seek | perplexity | llama | le \s chat | qwen | meta \s ai | notebook \s? lm )"""
_MAKER = r"(?: openai | google | microsoft | github | bing | anthropic | xai | meta | mistral )"
_NAME = re.compile(
    rf"""(?ix) (?: {_MAKER} (?:'s)? [\s,:/-]+ )?
    (?: {_MODEL} | (?:an? \s|una? \s|la \s)?
        (?: ai | ia | a\.i\. | i\.a\. | chatbot | (?:large \s)? language \s model
          | artificial \s intelligence | inteligencia \s artificial | modelo \s de \s lenguaje )
        (?: \s (?:chatbot|assistant|model|asistente))? )
    (?: [\s-]* (?: v?\d[\w.]* | ai | pro | plus | opus | sonnet | haiku | flash | turbo | mini ))*
    \s* (?: \([^)]*\) | \[[^\]]*\] )* (?: [\s,]+ (?:by\s|de\s)? {_MAKER} )? \.? \Z"""
)
_ANSWER = re.compile(
    rf"""(?ix) \[ [^\]]* (?:language \s model | modelo \s de \s lenguaje | chatbot) [^\]]* \]
    | (?: response | reply | answer | output | conversation | chat | prompt | respuesta | salida
        | conversación ) s? \s (?: \w+ \s )? (?: by | from | of | to | with | de | con | a )
      \s (?: {_MAKER} \s )? (?: chat \s? gpt | gemini | copilot | claude | grok | deepseek
        | perplexity | an? \s (?:ai|chatbot) | una? \s (?:ia|chatbot) ) \b"""
)


def check(scan: Scan) -> Iterator[Found]:
    """Yield each source that is a chatbot's, and each claim that is said to come from one."""
    for name, source, path in own(scan):
        if key := _telling(source):
            yield Found((*path, key), {"name": name})
    for claim, path in scan.claims:
        if claim.by and _NAME.match(claim.by):
            yield Found((*path, "by"), {"name": claim.by})


def _telling(source: Source) -> str:
    """Return the key by which a source shows itself to be a chatbot's, if it does."""
    if any(_NAME.match(one) for one in authors(source)):
        return "author"
    for key in ("publisher", "container"):
        if (value := getattr(source, key)) and _NAME.match(value):
            return key
    if source.title and _ANSWER.search(source.title):
        return "title"
    return "url" if is_at(source.url, "chatbots") else ""


RULE = Rule(
    code="AM212",
    slug="ai-as-source",
    severity=Severity.WARNING,
    check=check,
    message={
        "en": "{name!r} is what a chatbot said; whose work did it draw on?",
        "es": "{name!r} es lo que dijo un chatbot; ¿en la obra de quién se basa?",
    },
    help={
        "en": "find the work that says so, read it there, and cite it instead",
        "es": "busca la obra que lo dice, léelo allí y cítala en su lugar",
    },
    about={
        "es": """Una fuente es lo que escribió un chatbot.

        No tiene un autor que responda por ella, no puede volver a consultarse y puede nombrar
        estudios que no existen. Las ligas admiten que oriente la investigación, pero quieren que se
        cite la obra misma. Si lo que dijo un chatbot es justo lo que se debate, silencia la regla
        en esa línea.""",
    },
    severities={"tournament": Severity.ERROR},
    measured=Measured(0, 7, "a class's maps, sources written for it"),
)
