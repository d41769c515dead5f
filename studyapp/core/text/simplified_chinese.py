"""Traditional Chinese to Simplified, as it is written in mainland China. The one module that imports OpenCC."""

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
"""Code within a line, where links and pictures lead, addresses: to be left as it is. No part is without a bound, so that a
hostile text costs no more than a long one."""

_QUOTES = str.maketrans("「」『』", "“”‘’")

_CORRECTIONS = {
    "创建在": "建立在", "查找": "查询", "枚举": "列举", "透过": "通过", "水准": "水平", "判准": "标准", "力道": "力度", "藉": "借",
    "类别继承": "类继承", "史丹佛": "斯坦福", "柏克莱": "伯克利", "星际大战": "星球大战", "飞弹": "导弹",
}  # fmt: skip
"""What OpenCC mistakes or leaves as Taiwan says it, seen in the bundled decks."""


@lru_cache(maxsize=4096)
def to_simplified_chinese(text: str) -> str:
    """Markdown in Simplified Chinese, with the mainland's words for what Taiwan calls otherwise; code and links
    stay as they are."""
    return "".join(_convert_lines(text))


def _convert_lines(text: str) -> Iterator[str]:
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        if fence:
            fence = "" if found and found[1].startswith(fence) else fence
            yield line
        elif found:
            fence = found[1]
            yield line
        else:
            yield from _convert_line(line)


def _convert_line(line: str) -> Iterator[str]:
    start = 0
    for other in _UNCONVERTED.finditer(line):
        yield _convert_text(line[start : other.start()])
        yield other[0]
        start = other.end()
    yield _convert_text(line[start:])


def _convert_text(text: str) -> str:
    text = _opencc_converter()(text)
    for mistaken, right in _CORRECTIONS.items():
        text = text.replace(mistaken, right)
    return text.translate(_QUOTES)


@cache
def _opencc_converter() -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC("tw2sp").convert
    return convert
