from dataclasses import replace

from hypothesis import given

from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.note import AnswerOption, Basic, Cloze, CustomContent, Evidence, MultipleChoice, Note
from studyapp.core.notes.note_merge import merge_notes
from studyapp.core.text.localized_text import LocalizedText
from tests.store.samples import any_notes

neutral = LocalizedText.language_neutral
BASE = Note("d", "n", Basic(neutral("front"), neutral("back")), ("a", "b"), "1", explanation=neutral("why"))
BILINGUAL = LocalizedText((("en", "one"), ("zh-Hant", "一")))
HTML_TYPE = CustomNoteType(1, "T", ("One", "Two"), (CardTemplate("c", "{{One}}", "{{Two}}"),), False, "", "t")


def with_front(text: LocalizedText) -> Note:
    return replace(BASE, content=Basic(text, neutral("back")))


def test_different_fields_are_merged() -> None:
    mine = replace(BASE, content=Basic(neutral("mine"), neutral("back")), section="2")
    theirs = replace(BASE, content=Basic(neutral("front"), neutral("theirs")), evidence=Evidence.HYPOTHESIS)
    merge = merge_notes(BASE, mine, theirs)
    assert merge.note == replace(
        BASE, content=Basic(neutral("mine"), neutral("theirs")), section="2", evidence=Evidence.HYPOTHESIS
    )
    assert (merge.changed, merge.conflicts) == (("back", "evidence"), ())


def test_same_field_is_a_conflict_and_keeps_ones_own_text() -> None:
    mine, theirs = with_front(neutral("mine")), with_front(neutral("theirs"))
    assert merge_notes(BASE, mine, theirs) == (mine, (), ("front",))
    explained = replace(BASE, explanation=None), replace(BASE, explanation=neutral("other"))
    assert merge_notes(BASE, *explained).conflicts == ("why",)


def test_same_change_is_no_conflict() -> None:
    both = with_front(neutral("new"))
    assert merge_notes(BASE, both, both) == (both, (), ())


def test_languages_of_a_text_are_merged() -> None:
    base = with_front(BILINGUAL)
    mine = with_front(LocalizedText((("en", "ONE"), ("zh-Hant", "一"))))
    theirs = with_front(LocalizedText((("en", "one"), ("zh-Hant", "壹"), ("de", "eins"))))
    merge = merge_notes(base, mine, theirs)
    merged_front = LocalizedText((("en", "ONE"), ("zh-Hant", "壹"), ("de", "eins")))
    assert merge == (with_front(merged_front), ("front.zh-Hant", "front.de"), ())


def test_same_language_is_a_conflict() -> None:
    texts = [LocalizedText((("en", text), ("zh-Hant", "一"))) for text in ("one", "mine", "theirs")]
    merge = merge_notes(*map(with_front, texts))
    assert merge.conflicts == ("front.en",)


def test_removal_of_different_languages_leaves_a_text() -> None:
    base = with_front(BILINGUAL)
    mine, theirs = (with_front(LocalizedText((version,))) for version in BILINGUAL.versions)
    merge = merge_notes(base, mine, theirs)
    assert (merge.note, merge.conflicts) == (mine, ("front",))


def test_tags_are_added_and_removed_by_both() -> None:
    mine, theirs = replace(BASE, tags=("b", "mine")), replace(BASE, tags=("a", "theirs", "b"))
    merge = merge_notes(BASE, mine, theirs)
    assert (merge.note.tags, merge.changed, merge.conflicts) == (("b", "mine", "theirs"), ("tags",), ())


def test_changed_type_concerns_the_whole_content() -> None:
    mine = replace(BASE, content=Cloze(neutral("{{c1::x}}")))
    assert merge_notes(BASE, mine, BASE).note == mine
    assert merge_notes(BASE, BASE, mine) == (mine, ("type",), ())
    assert merge_notes(BASE, mine, with_front(neutral("theirs"))).conflicts == ("type",)


def test_options_and_html_fields() -> None:
    options = tuple(AnswerOption(neutral(text), text == "a") for text in "ab")
    base = replace(BASE, content=MultipleChoice(neutral("q"), options))
    mine = replace(BASE, content=MultipleChoice(neutral("q"), options[:1]))
    theirs = replace(BASE, content=MultipleChoice(neutral("Q"), options))
    assert merge_notes(base, mine, theirs).note.content == MultipleChoice(neutral("Q"), options[:1])
    html = [
        replace(BASE, content=CustomContent(HTML_TYPE, fields))
        for fields in (("1", "2"), ("x", "2"), ("1", "y"))
    ]
    assert merge_notes(*html) == (replace(BASE, content=CustomContent(HTML_TYPE, ("x", "y"))), ("Two",), ())


@given(any_notes, any_notes)
def test_one_sided_changes_are_never_in_conflict(base: Note, edited: Note) -> None:
    assert merge_notes(base, edited, base) == (edited, (), ())
    merge = merge_notes(base, base, edited)
    assert merge.conflicts == ()
    assert set(merge.note.tags) == set(edited.tags)
    assert replace(merge.note, tags=()) == replace(edited, tags=())


@given(any_notes, any_notes, any_notes)
def test_what_only_one_side_changed_is_kept(base: Note, mine: Note, theirs: Note) -> None:
    merge = merge_notes(base, mine, theirs)
    for name in ("section", "evidence", "prerequisites", "explanation"):
        values = [getattr(note, name) for note in (base, mine, theirs, merge.note)]
        if values[2] == values[0]:
            assert values[3] == values[1]
        elif values[1] == values[0]:
            assert values[3] == values[2]
