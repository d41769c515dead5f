"""Hypothesis strategies for the fields of Anki notes, as editors, add-ons and other programs write them.

`html_fields` are the fields of ordinary notes, `cloze_fields` those of cloze notes. `FIELDS_BY_KIND` has examples of each kind for tests
that name what they check. The strategies produce what Anki stores unchanged: NFC, without control characters and field separators.
"""

import unicodedata

from hypothesis import strategies as st

FIELDS_BY_KIND: dict[str, tuple[str, ...]] = {
    "indentation with no-break spaces": (
        "while True:<br>&nbsp; &nbsp; step()<br>&nbsp; &nbsp; &nbsp; &nbsp; halt()",
        "<div>if ready</div><div>&nbsp;&nbsp;go</div>",
        "\u00a0\u00a0first line too",
        "<b>salt&nbsp;</b>and pepper",
        "10&nbsp;km&nbsp;",
    ),
    "invisible characters": (
        "ភាសា\u200bខ្មែរ",
        "น้ำ\u200bแข็ง<br>a\u2060b",
        "می\u200cخواهم",
        "👩\u200d🔬 \u200eabc\u200f",
        "co\u00adoperate &shy; x",
        "\ufeffmark",
    ),
    "wide and narrow spaces": ("名\u3000前", "1\u202f000", "7\u2007up", "a&ensp;b&emsp;c&thinsp;d", "\u3000段落"),
    "preformatted text": (
        "<pre>one\n\n\n    four</pre>",
        "<pre><code>for x in y:\n\tprint(x)\n</code></pre>",
        "<pre>\n\n top</pre>below",
        '<div style="white-space: pre-wrap">a\n  b</div>',
        "see <pre>a<br>  b</pre> here",
    ),
    "empty lines": (
        "a<br><br>b",
        "a<br><br><br>b",
        "<div>a</div><div><br></div><div>b</div>",
        "<div>a</div><div><br></div><div><br></div><div>b</div>",
        "<br>below",
        "above<br>",
        "<p>a</p><p></p><p>b</p>",
    ),
    "lists": (
        "<ul><li>tea</li><li>milk</li></ul>",
        "<ol><li>boil</li><li>pour</li></ol>",
        '<ol type="a"><li>x</li></ol>',
        '<ol start="4"><li>x</li><li>y</li></ol>',
        '<ol><li value="9">x</li></ol>',
        "<ol reversed><li>x</li><li>y</li></ol>",
        "<ul><li>outer<ol><li>inner</li></ol></li></ul>",
        "<ul><li></li><li>second</li></ul>",
        "<dl><dt>word</dt><dd>meaning</dd></dl>",
    ),
    "direction and language": (
        '<p dir="rtl">שלום</p>',
        '<div dir="auto">عربي abc</div>',
        '<bdo dir="rtl">abc</bdo>',
        '<bdi>א</bdi>',
        '<span lang="ja">直</span>',
        "\u202babc\u202c",
    ),
    "hidden parts": (
        "seen<span hidden>not seen</span>",
        '<div style="display:none">x</div>y',
        "<details><summary>more</summary>secret</details>",
        '<span class="hidden">x</span>y',
        "a<!-- note to self -->b",
    ),
    "attributes": (
        '<abbr title="World Health Organization">WHO</abbr>',
        '<span title="tip">x</span>',
        '<div id="top">x</div>',
        '<p align="center">x</p>',
        '<td>loose cell</td>',
        '<span data-x="1">y</span>',
    ),
    "inline elements": (
        "H<sub>2</sub>O, x<sup>2</sup>",
        "<u>under</u> <mark>marked</mark> <small>small</small> <kbd>Ctrl</kbd>",
        "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字",
        "<q>quoted</q>",
        "<s> struck </s>out",
        "long<wbr>word",
        "<b><i>both</i></b> and <i>a<b>b</b>c</i>",
        "<x-note>unknown</x-note>",
    ),
    "tables": (
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><thead><tr><th>k</th><th>v</th></tr></thead><tbody><tr><td>1</td><td></td></tr></tbody></table>",
        '<table border="1"><tr><td colspan="2">wide</td></tr></table>',
        "<table><caption>c</caption><tr><th>x</th></tr></table>",
    ),
    "styles": (
        '<span style="color: rgb(255, 0, 0);">red</span>',
        '<font color="#00f">blue</font>',
        '<div style="text-align: center"><b>mid</b></div>',
        '<span style="">plain</span>',
        "<style>b{color:red}</style><b>x</b>",
        "<center>c</center>",
    ),
    "links and entities": (
        '<a href="https://example.org/a_b?c=1&amp;d=2">link</a>',
        "&lt;b&gt; &amp; &quot;q&quot; &#65; &copy;",
        "a * b * c, _x_, `y`, #1, 1. two, - three, [z](w), | t |",
        "5 < 6 > 4 & so",
    ),
}  # fmt: skip
"""Fields of each kind."""

WORDS = (
    "apple", "two words", "Wörter", "漢字", "かな", "한글", "ไทย", "עברית", "عربى", "x < y", "a & b", "*star*", "_under_", "`tick`", "# hash",
    "1. one", "- dash", "[link](x)", "a|b", "~~tilde~~", "c:\\dir", "😀", "é", "100%", "$5", "> quote", "===",
)  # fmt: skip
SPACES = (
    " ", "  ", "\n", "\t", "\u00a0", "&nbsp;", "&nbsp; &nbsp; ", "\u200b", "\u3000", "\u2007", "\u202f", "\u200d", "\u200c", "\ufeff", "\u200e",
    "\u200f", "\u00ad", "&ensp;", "\u2028", " &nbsp;",
)  # fmt: skip
_INLINE_TAGS = (
    "b", "i", "em", "strong", "u", "s", "sub", "sup", "code", "mark", "small", "span", "kbd", "del", "q", "abbr", "font", "x-tag",
)  # fmt: skip
_ATTRIBUTES = (
    ' style="color: red"', ' class="hint"', ' id="n1"', ' dir="rtl"', ' lang="ja"', " hidden", ' title="tip"', ' style="display: none"',
    ' style="white-space: pre"', ' style=""', ' data-k="v"', ' align="center"',
)  # fmt: skip
_BLOCK_TAGS = ("div", "p", "blockquote", "h2", "section", "center")
_WITHOUT_CONTENT = ("<!--c-->", "<!-- a -->", "<wbr>", "<hr>", "<hr/>")

_words = st.sampled_from(WORDS).map(lambda word: word.replace("<", "&lt;"))
_plain_texts = st.lists(_words | st.sampled_from(SPACES), min_size=1, max_size=5).map("".join)
_attributes = st.just("") | st.just("") | st.sampled_from(_ATTRIBUTES)


def _inline_element(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attribute, inner: f"<{tag}{attribute}>{inner}</{tag}>",
        st.sampled_from(_INLINE_TAGS),
        _attributes,
        content,
    )


def _ruby(base: str, reading: str) -> str:
    return f"<ruby>{base}<rt>{reading}</rt></ruby>"


_simple_inline = st.one_of(
    _plain_texts,
    _plain_texts,
    st.sampled_from(("b", "i", "s", "code")).flatmap(
        lambda tag: _plain_texts.map(lambda text: f"<{tag}>{text}</{tag}>")
    ),
    _inline_element(_plain_texts),
    st.builds(_ruby, st.sampled_from(("漢", "食")), st.sampled_from(("かん", "た"))),
    st.builds('<a href="https://example.org/{}">{}</a>'.format, st.integers(0, 9), _plain_texts),
)
_inline = st.lists(st.recursive(_simple_inline, _inline_element, max_leaves=3), min_size=1, max_size=3).map(
    "".join
)


def _list_element(item: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        lambda opening, items, value: (
            f"<{opening}>" + "".join(f"<li{value}>{item}</li>" for item in items) + f"</{opening[:2]}>"
        ),
        st.sampled_from(
            ("ul", "ul", "ol", "ol", 'ol start="3"', 'ol type="a"', "ol reversed", 'ul style="margin: 0"')
        ),
        st.lists(item, min_size=1, max_size=3),
        st.sampled_from(("", "", "", ' value="5"')),
    )


def _table(cell: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def build_row(tag: str, cells: list[str]) -> str:
        return "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in cells) + "</tr>"

    def build(rows: list[list[str]], has_head: bool) -> str:
        if not has_head:
            return f"<table>{''.join(build_row('td', row) for row in rows)}</table>"
        body = "".join(build_row("td", row) for row in rows[1:])
        return f"<table><thead>{build_row('th', rows[0])}</thead><tbody>{body}</tbody></table>"

    cells = st.lists(cell | st.just(""), min_size=2, max_size=2)
    return st.builds(build, st.lists(cells, min_size=1, max_size=3), st.booleans())


_pre_lines = st.lists(
    st.sampled_from(("x = 1", "", "    deep", "\ttab", "# not a heading", "```", "&lt;tag&gt;", "trailing ", "\u00a0nbsp", "*a*")),
    min_size=1, max_size=5,
).map("\n".join)  # fmt: skip
_preformatted = st.builds(
    lambda frame, text: frame.format(text),
    st.sampled_from(
        ("<pre>{}</pre>", "<pre><code>{}</code></pre>", "<pre>\n{}</pre>", "<pre><b>{}</b></pre>")
    ),
    _pre_lines,
)


def _block(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.builds(
            lambda tag, attribute, inner: f"<{tag}{attribute}>{inner}</{tag}>",
            st.sampled_from(_BLOCK_TAGS),
            _attributes,
            content,
        ),
        _list_element(content),
    )


_simple_block = st.one_of(
    _inline,
    _inline,
    _list_element(_inline),
    _table(_inline),
    _preformatted,
    st.sampled_from(("<br>", "<br><br>", "<div><br></div>", "<p></p>", "<br/>", "\n")),
    st.sampled_from(_WITHOUT_CONTENT),
    st.builds("<details><summary>{}</summary>{}</details>".format, _words, _inline),
    _inline.map("<div>{}</div>".format),
)
_blocks = st.recursive(_simple_block, _block, max_leaves=3)


def _is_stored_unchanged(html: str) -> bool:
    return unicodedata.is_normalized("NFC", html) and bool(html.strip())


_generated = st.lists(_blocks, min_size=1, max_size=4).map("".join)
_examples = st.sampled_from([field for fields in FIELDS_BY_KIND.values() for field in fields])
_line_fields = st.lists(_plain_texts, min_size=1, max_size=4).map("<br>".join)

html_fields = st.one_of(_line_fields, _generated, _generated, _examples).filter(_is_stored_unchanged)
"""A field of an ordinary note. It may show nothing, for instance if it only has hidden text."""


def _with_deletion(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        "{{{{c{}::{}{}}}}}".format,
        st.sampled_from((1, 1, 2, 3)),
        content,
        st.sampled_from(("", "", "", "::hint", "::a&nbsp;b")),
    )


_deletable_inline = _with_deletion(_simple_inline)
_cloze_pieces = st.one_of(
    _deletable_inline,
    _deletable_inline,
    _with_deletion(_simple_block),
    _simple_block,
    _list_element(_deletable_inline),
    _table(_deletable_inline),
    st.builds("<pre>{}\n  {}</pre>".format, _pre_lines, _with_deletion(st.just("code"))),
    st.builds("<b>{}</b>".format, _deletable_inline),
    st.builds("<div>{}</div>".format, _deletable_inline),
)

cloze_fields = st.builds(
    lambda before, deletion, after: "".join((*before, deletion, *after)),
    st.lists(_cloze_pieces, max_size=2),
    _deletable_inline,
    st.lists(_cloze_pieces, max_size=2),
).filter(_is_stored_unchanged)
"""A field of a cloze note, with at least one deletion."""

MEDIA_REFERENCES = {
    "cat.png": "cat.png", "my cat.png": "my cat.png", "my%20dog.png": "my dog.png", "a&amp;b.png": "a&b.png", "caf\u00e9.png": "caf\u00e9.png",
    "na%C3%AFve.png": "na\u00efve.png", "nin%CC%83o.png": "ni\u00f1o.png", "50%25.png": "50%.png", "a%2Cb.png": "a,b.png", "x%20y, z.png": "x y, z.png",
    "my%20cat%2C%20asleep%20(1).jpg": "my cat, asleep (1).jpg", "%E5%9C%96.gif": "\u5716.gif", "it's.webp": "it's.webp",
}  # fmt: skip
"""How a picture may be written in the HTML of a field, and the name of its file."""
