"""Program code with its words coloured by kind."""

from html import escape

HIGHLIGHT_CLASSES = ("k", "s", "c", "n", "f", "o")
"""Classes of the spans: keyword, string, comment, number, function or class name, operator."""

_SAFE_LANGUAGES = {
    "bash", "console", "css", "diff", "go", "haskell", "html", "ini", "java", "javascript", "js", "json", "kotlin",
    "latex", "php", "py", "python", "python3", "r", "ruby", "rust", "sh", "shell", "sql", "swift", "tex", "toml", "ts",
    "typescript", "xml", "yaml",
}  # fmt: skip
"""Decks come from anybody, and most of Pygments' five hundred lexers take quadratic or exponential time on some
text (C and C++ among them: minutes for 500 letters). These were tried on such texts and take less than half a
second for the longest code."""

_MAX_LENGTH = 1_500
"""Letters of code that are coloured; longer code stays plain."""


def highlight_code(code: str, language: str) -> str:
    """The code as HTML, in spans where its language can be coloured; else only escaped."""
    if language not in _SAFE_LANGUAGES or len(code) > _MAX_LENGTH:
        return escape(code)
    # Loading Pygments takes longer than drawing a card, and few cards have code.
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Token, is_token_subtype

    kinds = (
        (Token.Keyword, "k"),
        (Token.Literal.String, "s"),
        (Token.Comment, "c"),
        (Token.Literal.Number, "n"),
        (Token.Name.Function, "f"),
        (Token.Name.Class, "f"),
        (Token.Operator, "o"),
    )
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    pieces: list[str] = []
    for kind, words in lexer.get_tokens(code):
        name = next((name for parent, name in kinds if is_token_subtype(kind, parent)), None)
        pieces.append(f'<span class="{name}">{escape(words)}</span>' if name else escape(words))
    return "".join(pieces)
