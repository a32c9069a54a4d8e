"""Put a text in the quotes that YAML needs around it."""


def quoted(text: str) -> str:
    """Return a text in double quotes, or in single ones where it has double ones in it.

    >>> print(quoted("Smith says: no"), quoted('"Animal rights" is a term'))
    "Smith says: no" '"Animal rights" is a term'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def is_quote_kept(text: str) -> bool:
    """Tell whether the quotes at both ends of a text belong to YAML and not to the text.

    They do where the second one opens again: `"Smith said "no" loudly"`, `'The school's rule'`;
    they do not in `"Law" and "order"`.

    >>> is_quote_kept('"Smith said "no" loudly"'), is_quote_kept('"Law" and "order"')
    (True, False)
    """
    mark = text[0]
    depth = 0
    for number, char in enumerate(text):
        if char != mark:
            continue
        opens = number == 0 or text[number - 1].isspace() or text[number - 1] in "([{-—"
        closes = number == len(text) - 1 or not text[number + 1].isalnum()
        if opens and not (closes and number):
            depth += 1
        elif closes:
            depth -= 1
            if depth == 0 and number < len(text) - 1:
                return False
    return len(text) > 1 and text[-1] == mark
