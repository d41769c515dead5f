"""Syntax highlighting of program code."""

from html import escape

HIGHLIGHT_CLASSES = ("k", "s", "c", "n", "f", "o")
"""CSS classes of the spans: keyword, string, comment, number, function or class name, operator."""

_SAFE_LANGUAGES = {
    "bash", "console", "css", "diff", "go", "haskell", "html", "ini", "java", "javascript", "js", "json", "kotlin",
    "latex", "php", "py", "python", "python3", "r", "ruby", "rust", "sh", "shell", "sql", "swift", "tex", "toml", "ts",
    "typescript", "xml", "yaml",
}  # fmt: skip
"""Languages with a safe lexer. Decks are untrusted, and most of the five hundred lexers of Pygments take quadratic or
exponential time on some input (C and C++ among them: minutes for 500 characters). These were tested on such input and
take less than half a second for code of the maximum length."""

_MAX_LENGTH = 1_500
"""Characters of code that are highlighted at most. Longer code is shown plain."""


def highlight_code(code: str, language: str) -> str:
    """Return the code as HTML, with highlighting spans if the language is supported, otherwise only escaped."""
    if language not in _SAFE_LANGUAGES or len(code) > _MAX_LENGTH:
        return escape(code)
    # Deferred: importing Pygments takes longer than rendering a card, and few cards contain code.
    from pygments.lexers import get_lexer_by_name
    from pygments.token import Token, is_token_subtype

    classes = (
        (Token.Keyword, "k"),
        (Token.Literal.String, "s"),
        (Token.Comment, "c"),
        (Token.Literal.Number, "n"),
        (Token.Name.Function, "f"),
        (Token.Name.Class, "f"),
        (Token.Operator, "o"),
    )
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    spans: list[str] = []
    for token_type, text in lexer.get_tokens(code):
        css_class = next(
            (css_class for parent, css_class in classes if is_token_subtype(token_type, parent)), None
        )
        spans.append(f'<span class="{css_class}">{escape(text)}</span>' if css_class else escape(text))
    return "".join(spans)
