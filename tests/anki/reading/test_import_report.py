"""The report of an import from Anki names each note of which cards here show something else, and no other note."""

from pathlib import Path

from anki.collection import Collection as Anki

from studyapp.core.transfer.import_losses import LossKind
from tests.anki.anki_collections import add_note, add_note_type, export_package
from tests.anki.studyapp_instance import StudyAppInstance


def test_formula_that_a_template_makes_of_a_field_is_checked(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    kind = add_note_type(anki, "Formulas", [("[$$]{{One}}[/$$]", "{{FrontSide}} [$]{{text:Two}}[/$]")])
    add_note(anki, kind, r"\unknown{A}", "x^2")
    add_note(anki, kind, "x", r"\unknown{B}")
    add_note(anki, kind, r"\frac{1}{2}", "fine")
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [
        (LossKind.FORMULA, r"\unknown{A}"),
        (LossKind.FORMULA, "x"),
    ]


def test_notes_that_are_shown_as_in_anki_are_not_mentioned(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    for name in ("a.png", "b.svg", "c.webp", "d.mp3"):
        anki.media.write_data(name, b"content")
    japanese = add_note_type(
        anki,
        "Japanese",
        [
            ("<div lang=ja>{{furigana:One}}</div>{{hint:Three}}", "{{FrontSide}}<hr id=answer>{{Two}}"),
            ("{{Two}}<br>{{type:One}}", "{{kanji:One}} {{tts ja_JP voices=Any:One}} {{Tags}} {{Deck}}"),
        ],
    )
    add_note(anki, japanese, " 漢字[かんじ]", "<ruby>a<rt>b</rt></ruby>[sound:d.mp3]", "hint", tags=("x::y",))
    add_note(
        anki,
        "Basic",
        '<pre><code>for i in x:\n    i</code></pre><img src="b.svg" width=20>',
        "<table><tr><td>1</table>",
    )
    add_note(
        anki,
        "Basic",
        r"\(x^2\) \[\ce{H2O}\] [$]y[/$]",
        "<div dir=rtl>بيت</div><details><summary>s</summary>t</details>",
    )
    add_note(
        anki, "Cloze", "{{c1::a {{c2::b}}}} <u>c</u> [anki:tts lang=en_US]d[/anki:tts]", "<img src=c.webp>"
    )
    mask = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2:oi=1}}"
    add_note(anki, "Image Occlusion", mask, '<img src="a.png">', "Header", "", "")
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.added_count == 5
    assert report.losses == ()


def test_notes_without_words_are_recognizable(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    note_type = add_note_type(anki, "Numbered", [("{{One}}{{Two}}", "<script>x</script>{{Three}}")])
    add_note(anki, note_type, "17", "<b>2</b>", "the &amp; heart")
    add_note(anki, note_type, '<img src="heart.png">', "", '<img src="https://example.org">')
    add_note(anki, note_type, "心", "heart", "")
    add_note(anki, note_type, "18", "", "")
    anki.media.write_data("heart.png", b"picture")
    report = instance.import_file(export_package(anki, tmp_path))
    (scripts,) = {loss.name for loss in report.losses if loss.kind is LossKind.TEMPLATE_SCRIPT}
    assert scripts == "Numbered"
    assert [loss.note_excerpt for loss in report.losses if loss.kind is LossKind.TEMPLATE_SCRIPT] == [
        "17 · the & heart",
        "heart.png",
        "心",
        "18",
    ]
