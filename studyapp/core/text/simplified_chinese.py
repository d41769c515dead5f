"""Converting Traditional Chinese to the Simplified Chinese of mainland China. The only module that imports
OpenCC."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from opencc import OpenCC

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_UNCONVERTED = re.compile(
    r"(?<![`\\])`{1,8}(?!`)[^`\n]{1,300}`{1,8}"
    r"|\]\([^()\n]{0,300}(?:\([^()\n]{0,300}\)[^()\n]{0,300})?\)"
    r"|https?://[^\s\u3000-\u303f\uff00-\uffef]{1,500}"
)
"""Inline code, link and image targets, and URLs. They are not converted. Every repetition is bounded, so that hostile
text can't make matching slow."""

_QUOTES = str.maketrans("「」『』", "“”‘’")

_CORRECTIONS = {
    "创建在": "建立在", "查找": "查询", "枚举": "列举", "透过": "通过", "水准": "水平",
    "类别继承": "类继承", "史丹佛": "斯坦福", "柏克莱": "伯克利", "星际大战": "星球大战", "飞弹": "导弹", "人类回馈": "人类反馈",
    "纯文字": "纯文本", "阶层结构": "层级结构", "保存知识": "存储知识", "凭藉": "凭借", "共通点": "共同点",
}  # fmt: skip
"""Corrections of OpenCC's errors and of Taiwan terms that it leaves, found in the bundled decks."""

_CORRECTIONS_IN_CONTEXT = (
    (re.compile("(?<![示规师典模防风])范例"), "示例"),  # not in 规范例外
    (re.compile("([无非自半弱全强])监督式"), r"\1监督"),
    (re.compile("(?<![无非自半弱全强有])监督式"), "有监督"),
    (re.compile("藉(?=[由此以着口助机故])"), "借"),  # not in 狼藉
)
"""Corrections that depend on the characters around."""


@lru_cache(maxsize=4096)
def to_simplified_chinese(text: str) -> str:
    """Convert Markdown to Simplified Chinese with mainland terms. Code and links are left unchanged."""
    return "".join(_convert_lines(text))


def _convert_lines(text: str) -> Iterator[str]:
    fence = ""
    for line in text.splitlines(keepends=True):
        fence_match = _FENCE.match(line)
        if fence:
            fence = "" if fence_match and fence_match[1].startswith(fence) else fence
            yield line
        elif fence_match:
            fence = fence_match[1]
            yield line
        else:
            yield from _convert_line(line)


def _convert_line(line: str) -> Iterator[str]:
    start = 0
    for unconverted in _UNCONVERTED.finditer(line):
        yield _convert_text(line[start : unconverted.start()])
        yield unconverted[0]
        start = unconverted.end()
    yield _convert_text(line[start:])


def _convert_text(text: str) -> str:
    text = _opencc_converter()(text)
    for wrong, corrected in _CORRECTIONS.items():
        text = text.replace(wrong, corrected)
    for pattern, corrected in _CORRECTIONS_IN_CONTEXT:
        text = pattern.sub(corrected, text)
    return text.translate(_QUOTES)


@cache
def _opencc_converter() -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC("tw2sp").convert
    return convert


def simplified_character_table() -> dict[int, str]:
    """Return the Simplified form of each Traditional character that has one, for `str.translate`. Unlike
    `to_simplified_chinese`, it ignores the context."""
    ranges = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x2FA20))
    characters = [chr(code) for first, end in ranges for code in range(first, end)]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {
        ord(traditional): simple
        for traditional, simple in zip(characters, simplified, strict=True)
        if simple != traditional
    }
