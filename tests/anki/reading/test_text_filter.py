"""The filter `text` of templates, compared with the real Anki."""

from collections.abc import Iterator

import pytest
from anki.collection import Collection as Anki

from tests.anki.card_comparison import assert_same_text, make_card_pairs


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    collection = Anki(str(tmp_path_factory.mktemp("anki") / "collection.anki2"))
    yield collection
    collection.close()


@pytest.mark.parametrize(
    "html",
    [
        "a &lt;b&gt; c",
        "a &amp;lt;b&amp;gt; c",
        "<i>&lt;stdio.h&gt;</i> &eacute; &#233; &#xe9;",
        "&lt;stdio.h&gt; R&D",
        "&lt;stdio.h&gt; a & b",
        "&lt;stdio.h&gt; &amp c",
    ],
)
@pytest.mark.parametrize("field", ["{{text:One}}", "{{text:kana:One}}"])
def test_text_is_decoded_as_in_anki(anki: Anki, html: str, field: str) -> None:
    for pair in make_card_pairs(anki, [(f"x {field}", f"y {field}")], (html,)):
        assert_same_text(pair)
