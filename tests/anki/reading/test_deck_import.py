"""What belongs to decks in Anki: their own limits, the order of new cards, and what StudyApp doesn't have."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from anki.collection import Collection as Anki
from anki.decks import DeckDict

from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.option_storage import load_option_overrides, set_option
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store.stored_options import ALL_DECKS
from tests.anki.anki_collections import add_note, add_note_type, export_package, import_into_anki
from tests.anki.reading.test_package_reading import FORMATS
from tests.anki.studyapp_instance import StudyAppInstance, note_contents


def get_deck(anki: Anki, name: str) -> DeckDict:
    anki.decks.id(name)
    deck = anki.decks.by_name(name)
    assert deck is not None
    return deck


@pytest.mark.parametrize(("suffix", "legacy"), FORMATS)
def test_limits_of_a_deck_win_over_those_of_its_preset(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, suffix: str, legacy: bool
) -> None:
    add_note(anki, "Basic", "one", "1", deck="Limited")
    add_note(anki, "Basic", "two", "2", deck="Plain")
    deck = get_deck(anki, "Limited")
    deck |= {"newLimit": 3, "reviewLimit": 11, "desiredRetention": 93}
    anki.decks.save(deck)
    instance.import_file(export_package(anki, tmp_path, suffix, legacy=legacy))
    limits = {"new_a_day": "3", "reviews_a_day": "11", "retention": "93"}
    assert limits.items() <= load_option_overrides(instance.collection, "limited").items()
    assert load_option_overrides(instance.collection, "plain") == {"new_order": "deck"}


@pytest.mark.parametrize("number", [3, 6, 9])
def test_review_order_that_studyapp_lacks_is_reported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, number: int
) -> None:
    (preset,) = anki.decks.all_config()
    preset["reviewOrder"] = number
    anki.decks.update_config(preset)
    add_note(anki, "Basic", "one", "1")
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.name, loss.note_excerpt) for loss in report.losses] == [
        (LossKind.REVIEW_ORDER, "Default", "Default")
    ]
    assert "due_order" not in load_option_overrides(instance.collection, "default")


@pytest.mark.parametrize("legacy", [False, True])
def test_decks_that_are_not_added_are_reported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, legacy: bool
) -> None:
    add_note(anki, "Basic", "one", "1", deck="Parent::Child")
    deck = get_deck(anki, "Parent")
    deck["desc"] = "What this is about"
    anki.decks.save(deck)
    anki.decks.id("Empty::Inside")
    filtered = anki.sched.get_or_create_filtered_deck(deck_id=0)  # type: ignore[arg-type]
    filtered.name, filtered.config.search_terms[0].search = "Exam", "deck:*"
    anki.sched.add_or_update_filtered_deck(filtered)
    report = instance.import_file(export_package(anki, tmp_path, "colpkg", legacy=legacy))
    assert {(loss.kind, loss.name) for loss in report.losses} == {
        (LossKind.DECK_DESCRIPTION, "Parent"),
        (LossKind.EMPTY_DECK, "Empty::Inside"),
        (LossKind.FILTERED_DECK, "Exam"),
    }


def test_new_cards_keep_their_order(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    notes = [add_note(anki, "Basic", f"question {number}", "x") for number in range(5)]
    first_cards = [anki.get_note(note).cards()[0].id for note in notes]  # type: ignore[arg-type]
    anki.sched.set_due_date(first_cards[1:2], "3")
    anki.sched.reposition_new_cards(
        first_cards[4:], starting_from=0, step_size=1, randomize=False, shift_existing=True
    )
    instance.import_file(export_package(anki, tmp_path))
    questions = [content.front.versions[0][1] for content in note_contents(instance, "default")]  # type: ignore[attr-defined]
    assert questions == ["question 4", "question 1", "question 0", "question 2", "question 3"]


def test_cards_in_several_decks_are_reported_with_their_deck(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    note = anki.get_note(add_note(anki, "Basic (and reversed card)", "one", "two", deck="First"))  # type: ignore[arg-type]
    second = anki.decks.id("Second")
    assert second is not None
    anki.set_deck([note.cards()[1].id], second)
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.note_excerpt, loss.name) for loss in report.losses] == [
        (LossKind.CARDS_IN_SEVERAL_DECKS, "one", "First")
    ]


def test_notes_are_named_by_the_sort_field_and_without_scripts(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    note_type = anki.models.by_name("Basic")
    assert note_type is not None
    anki.models.set_sort_index(note_type, 1)
    anki.models.update_dict(note_type)
    add_note(anki, "Basic", "id-17", "The heart<script>go()</script> <svg></svg>")
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [
        (LossKind.FIELD_SCRIPT, "The heart"),
        (LossKind.ELEMENT_ONLY_IN_ANKI, "The heart"),
    ]


def test_options_of_a_preset_return_to_anki(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    (preset,) = anki.decks.all_config()
    preset |= {"autoplay": False, "secondsToShowQuestion": 4.0, "reviewOrder": 7}
    preset["lapse"] |= {"leechFails": 4, "leechAction": 0}
    anki.decks.update_config(preset)
    add_note(anki, "Basic", "one", "1", deck="Mine")
    instance.import_file(export_package(anki, tmp_path))
    set_option(instance.collection, ALL_DECKS, "easy_days", "normal reduced minimum" + " normal" * 4)
    library = refresh_library(instance.collection, [instance.folder], instance.clock()).library
    out = tmp_path / "back.apkg"
    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, out, with_progress=True)
    export_decks(instance.collection, library, request, instance.clock())
    (tmp_path / "other").mkdir()
    other = Anki(str(tmp_path / "other" / "collection.anki2"))
    import_into_anki(out, other)
    deck_id = other.decks.id("Mine")
    assert deck_id is not None
    returned = other.decks.config_dict_for_deck_id(deck_id)
    for key in ("autoplay", "secondsToShowQuestion", "reviewOrder"):
        assert returned[key] == preset[key]
    for key in ("leechFails", "leechAction"):
        assert returned["lapse"][key] == preset["lapse"][key]
    assert returned["easyDaysPercentages"] == [1.0, 0.5, 0.0, 1.0, 1.0, 1.0, 1.0]
    other.close()


def test_empty_cards_are_reported(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    note = anki.get_note(add_note(anki, "Basic (and reversed card)", "one", "two"))  # type: ignore[arg-type]
    note["Back"] = ""
    anki.update_note(note)
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [(LossKind.CARD_ONLY_IN_ANKI, "one")]


def test_fields_that_are_shown_as_text_are_reported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path
) -> None:
    for name, depth in (("deep", 40), ("flat", 5)):
        add_note(anki, "Basic", name, "<div>" * depth + "words" + "</div>" * depth)
    report = instance.import_file(export_package(anki, tmp_path))
    assert [(loss.kind, loss.note_excerpt) for loss in report.losses] == [(LossKind.REDUCED_TO_TEXT, "deep")]


@pytest.mark.parametrize(("platform", "kinds"), [("linux", []), ("win32", [LossKind.SPEECH] * 2)])
def test_speech_is_reported_where_it_is_not_read_aloud(
    anki: Anki,
    instance: StudyAppInstance,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    kinds: list[LossKind],
) -> None:
    name = add_note_type(anki, "spoken", [("{{One}}", "{{tts en_US:Two}}")])
    add_note(anki, name, "one", "two")
    add_note(anki, "Basic", "[anki:tts lang=en_US]words[/anki:tts]", "back")
    add_note(anki, "Basic", "silent", "back")
    package = export_package(anki, tmp_path)
    monkeypatch.setattr("studyapp.anki.reading.note_conversion.sys", SimpleNamespace(platform=platform))
    assert [loss.kind for loss in instance.import_file(package).losses] == kinds
