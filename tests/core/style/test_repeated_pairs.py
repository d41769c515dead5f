"""The same two texts are asked by at most three notes."""

from studyapp.core.notes.note import Claim, NoteContent, Reversed
from studyapp.core.style.style_finding import StyleRule
from tests.core.style.style_samples import basic, choice, cloze, deck, findings, text

PAIR: list[NoteContent] = [
    cloze("{{c1::Instruction tuning}} unlocks, {{c2::code training}} injects."),
    Reversed(text("training on code"), text("instruction tuning")),
    basic("What goes with instruction tuning?", "Code training."),
    choice("What is cheaper than code training?", "instruction tuning", "pre-training"),
]


def test_fourth_note_of_a_pair_is_reported_in_any_wording() -> None:
    assert findings(StyleRule.REPEATED_PAIR, deck(*PAIR[:3])) == []
    first, second = deck(*PAIR[:2], deck_id="one"), deck(*PAIR[2:], deck_id="two")
    assert findings(StyleRule.REPEATED_PAIR, first, second) == [
        (
            "two/n2",
            {
                "language": "en",
                "first": "Instruction tuning",
                "second": "code training",
                "count": "4",
                "others": "one/n1, one/n2, two/n1",
            },
        )
    ]


def test_notes_after_the_third_in_the_order_of_the_decks_are_reported() -> None:
    in_other_order = deck(PAIR[2], PAIR[3], *PAIR[:2])
    assert [(key, values["others"]) for key, values in findings(StyleRule.REPEATED_PAIR, in_other_order)] == [
        ("deck/n4", "deck/n1, deck/n2, deck/n3")
    ]


def test_pairs_that_no_note_hides_together_do_not_count() -> None:
    asked = basic("What goes with instruction tuning?", "Code training.")
    assert findings(StyleRule.REPEATED_PAIR, deck(asked, asked, asked, asked)) == []
    claim = Claim(text("Instruction tuning and code training belong together."))
    assert findings(StyleRule.REPEATED_PAIR, deck(*PAIR[:3], claim)) == []
    other = basic("What goes with tuning?", "Code training.")
    assert findings(StyleRule.REPEATED_PAIR, deck(*PAIR[:3], other)) == []


def test_chinese_pairs() -> None:
    gaps = [
        cloze(f"{{{{c1::指令微調}}}}與{{{{c2::程式碼訓練}}}}之{number}", "zh-Hant") for number in range(3)
    ]
    asked = basic("指令微調之外還需要什麼？", "程式碼訓練", "zh-Hant")
    notes = deck(*gaps, asked, language="zh-Hant")
    assert [key for key, _ in findings(StyleRule.REPEATED_PAIR, notes)] == ["deck/n4"]
    assert findings(StyleRule.REPEATED_PAIR, deck(*gaps, language="zh-Hant")) == []


def test_a_text_that_is_hidden_with_many_others_makes_no_pairs() -> None:
    others = [cloze(f"{{{{c1::code training}}}} and {{{{c2::x{number}}}}}") for number in range(60)]
    asked = [basic("What goes with instruction tuning?", "Code training.")]
    assert findings(StyleRule.REPEATED_PAIR, deck(*PAIR[:2], *asked, *asked))
    assert findings(StyleRule.REPEATED_PAIR, deck(*others, *PAIR[:2], *asked, *asked)) == []
