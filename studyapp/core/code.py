"""Program code with its words coloured by kind."""

import re
from html import escape

HIGHLIGHT_CLASSES = ("k", "s", "c", "n", "f", "o")
"""Classes of the spans: keyword, string, comment, number, function or class name, operator."""

_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.-]{1,30}")


def highlight(code: str, language: str) -> str:
    """The code as HTML, in spans where Pygments knows the language; else only escaped."""
    if _LANGUAGE.fullmatch(language) is None:
        return escape(code)
    # Loading Pygments takes longer than drawing a card, and few cards have code.
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Token, is_token_subtype
    from pygments.util import ClassNotFound

    kinds = (
        (Token.Keyword, "k"),
        (Token.Literal.String, "s"),
        (Token.Comment, "c"),
        (Token.Literal.Number, "n"),
        (Token.Name.Function, "f"),
        (Token.Name.Class, "f"),
        (Token.Operator, "o"),
    )
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code)
    pieces: list[str] = []
    for kind, words in lexer.get_tokens(code):
        name = next((name for parent, name in kinds if is_token_subtype(kind, parent)), None)
        pieces.append(f'<span class="{name}">{escape(words)}</span>' if name else escape(words))
    return "".join(pieces)
