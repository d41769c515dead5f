"""A Hypothesis strategy for hostile Markdown."""

from hypothesis import strategies as st

FRAGMENTS = (
    "<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- ", "-->", "<![CDATA[", "<?php", "![", "](", ")", "[", "]", "](a.png)",
    "(file:///etc/passwd)", "(/etc/passwd.png)", "(../a.png)", "(//h/a.png)", "(javascript:x)", "(JaVaScRiPt:x)", "(data:text/html,x)",
    "(a.svg)", "(http://h/a.png \"t\")", '"', "'", "`", "``", "```", "~~~html\n", "*", "**", "_", "~~", "> ", "- ", "1. ", "99. ", "# ",
    "|", "|-|:-:|\n", "\n", "\n\n", "    ", "\\", "&lt;", "&#x3c;", "&", "<", ">", "{{c1::", "{{c2::", "::", "}}", "::hint}}", "a", "b c",
    "$x$", "\\(x\\)", "[sound:a.mp3]", "\u202e", "\u2066", "\ue000", "\ue001", "\ue002", "\ue0ff", "\x00", "\x0b", "\u0301" * 9, "字", "%2e%2e/",
    "<http://a>", "[r]: x.png 'a'\n", "](C:/a.png)", "](x.png){", "onclick=", "style=", "\ud7ff", "\U000f0000",
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=6)), max_size=25).map("".join)
