"""Importing packages exported by Anki."""

import json
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.note import Basic, Cloze, CustomContent, Note, Reversed, TypedAnswer
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import LossKind
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.option_storage import load_option_overrides, set_option
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.store import journal_entries, schedules
from studyapp.store import notes as note_table
from tests.anki.anki_collections import add_note, export_package, review_cards_in_anki
from tests.anki.studyapp_instance import StudyAppInstance, create_instance, note_contents

if sys.version_info >= (3, 14):
    pass
else:
    pass


FORMATS = [(suffix, legacy) for suffix in ("apkg", "colpkg") for legacy in (False, True)]


@pytest.mark.parametrize(("suffix", "legacy"), FORMATS)
def test_all_package_formats_are_read(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, suffix: str, legacy: bool
) -> None:
    anki.media.write_data("a b.png", b"picture")
    add_note(anki, "Basic", "<b>front</b>", '<img src="a b.png">', deck="One::Two", tags=("x", "y::z"))
    add_note(anki, "Basic (and reversed card)", "here", "there", deck="One::Two")
    add_note(anki, "Basic (optional reversed card)", "a", "b", "", deck="One::Two")
    add_note(anki, "Basic (optional reversed card)", "c", "d", "yes", deck="One::Two")
    add_note(anki, "Basic (type in the answer)", "type", "this", deck="One::Two")
    add_note(anki, "Cloze", "{{c1::A}} and<br>{{c2::B::hint}}", "more", deck="One::Two")
    report = instance.import_file(export_package(anki, tmp_path, suffix, legacy=legacy))
    assert (report.added_count, report.losses) == (6, ())
    plain = LocalizedText.language_neutral
    optional = note_contents(instance, "one-two")[3]
    assert isinstance(optional, CustomContent)
    assert optional.fields == ("c", "d", "yes")
    assert [card.ordinal for card in cards_of(Note("d", "n", optional))] == [1, 2]
    assert note_contents(instance, "one-two") == [
        Basic(plain("**front**"), plain("![](one-two-media/a%20b.png)")),
        Reversed(plain("here"), plain("there")),
        Basic(plain("a"), plain("b")),
        optional,
        TypedAnswer(plain("type"), plain("this")),
        Cloze(plain("{{c1::A}} and\n{{c2::B::hint}}")),
    ]
    assert (instance.folder / "one-two-media" / "a b.png").read_bytes() == b"picture"
    text = (instance.folder / "one-two.yaml").read_text()
    assert "title: One::Two\n" in text
    assert "tags: [x, 'y::z']" in text
    again = instance.import_file(export_package(anki, tmp_path, suffix, legacy=legacy))
    assert (again.added_count, again.existing_count, again.entry_count) == (0, 6, 0)


def test_card_states_match_anki(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    anki.set_config("fsrs", True)
    numbers = [add_note(anki, "Basic", f"front {number}", "back") for number in range(12)]
    review_cards_in_anki(anki, 1, 25)
    cards = {number: anki.get_note(number).cards()[0] for number in numbers}  # type: ignore[arg-type]
    reviewed = [card for card in cards.values() if card.reps]
    anki.sched.suspend_cards([reviewed[0].id])
    anki.sched.bury_cards([reviewed[1].id], manual=True)
    anki.set_user_flag_for_cards(6, [reviewed[2].id])
    anki.sched.set_due_date([reviewed[3].id], "9")
    anki.sched.schedule_cards_as_new([reviewed[4].id])
    filtered = anki.sched.get_or_create_filtered_deck(deck_id=0)  # type: ignore[arg-type]
    filtered.config.search_terms[0].search = '"front:front 11"'
    filtered.config.search_terms[0].limit = 10
    anki.sched.add_or_update_filtered_deck(filtered)
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.added_count == 12
    assert Counter(loss.kind for loss in report.losses) == {LossKind.FILTERED_DECK: 1}
    assert anki.db is not None
    today = instance.clock().today()
    with instance.collection.read_transaction() as connection:
        note_ids = {note.anki_guid: note.id for note, _ in note_table.iterate_present(connection, "default")}
        by_note = {card.note_id: schedule for card, schedule in schedules.iterate_all(connection)}
        entry_count = sum(
            entry.kind in (EntryKind.REVIEW, EntryKind.RESET, EntryKind.SET_DUE)
            for _, journal in journal_entries.iterate_by_card(connection)
            for entry in journal
        )
    assert entry_count >= anki.db.scalar("SELECT count() FROM revlog")
    for number in numbers:
        card = anki.get_note(number).cards()[0]  # type: ignore[arg-type]
        schedule = by_note.get(note_ids[anki.get_note(number).guid])  # type: ignore[arg-type]
        if schedule is None:
            assert (card.type, card.queue) == (0, 0)
            continue
        assert {0: NewPhase, 1: LearningPhase, 2: ReviewPhase, 3: RelearningPhase}[card.type] is type(
            schedule.phase
        )
        match schedule.phase:
            case ReviewPhase(due_day=due_day):
                due = card.odue or card.due
                assert due_day - today == due - anki.sched.today
            case LearningPhase(due_at=due_at) | RelearningPhase(due_at=due_at):
                assert due_at // 1000 == (card.odue or card.due)
        assert schedule.is_suspended is (card.queue == -1)
        assert (schedule.buried_on_day == today) is (card.queue in (-2, -3))
        assert schedule.flag == card.user_flag()
        data = json.loads(
            (card.memory_state and anki.db.scalar("SELECT data FROM cards WHERE id = ?", card.id)) or "{}"
        )
        if "s" in data and schedule.memory is not None:
            assert schedule.memory.stability == pytest.approx(data["s"], rel=1e-3, abs=5e-5)
            assert schedule.memory.difficulty == pytest.approx(data["d"], abs=1e-2)


def test_losses_are_reported(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    occlusion = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}}"
    add_note(anki, "Image Occlusion", occlusion, "<img src=x.png>", "", "", "")
    add_note(anki, "Basic", 'H<sub>2</sub>O <span style="color: red">x</span>', "")
    add_note(anki, "Basic", "[sound:a.opus]", '<img src="gone.png">')
    add_note(anki, "Cloze", r"{{c1::A}} is \(\unknown{x}\)<sub>1</sub>", "")
    add_note(anki, "Basic", "[sound:b.opus]", "[anki:tts lang=en_US]read aloud[/anki:tts]")
    anki.media.write_data("b.opus", b"sound")
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.added_count == 5
    assert {(loss.kind, loss.name) for loss in report.losses} == {
        (LossKind.MISSING_MEDIA, "x.png"),
        (LossKind.SOUND, "b.opus"),
        (LossKind.MISSING_MEDIA, "a.opus"),
        (LossKind.MISSING_MEDIA, "gone.png"),
        (LossKind.FORMULA, ""),
    }


def test_field_unused_by_cards_is_kept(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    basic_note = anki.models.by_name("Basic")
    assert basic_note is not None
    anki.models.add_field(basic_note, anki.models.new_field("Notes"))
    anki.models.update_dict(basic_note)
    add_note(anki, "Basic", "front", "back", "a secret")
    add_note(anki, "Basic", '<img src="a.png">', "back", "")
    add_note(anki, "Basic", '<img alt="x > y" src="a.png">', "labelled", "")
    anki.media.write_data("a.png", b"picture")
    report = instance.import_file(export_package(anki, tmp_path))
    assert report.losses == ()
    with_extra_field, plain, labelled = note_contents(instance, "default")
    assert isinstance(labelled, CustomContent)
    assert isinstance(with_extra_field, CustomContent)
    assert with_extra_field.fields == ("front", "back", "a secret")
    assert isinstance(plain, Basic)
    assert (instance.folder / "default-media" / "a.png").exists()


@pytest.mark.parametrize(("suffix", "legacy"), FORMATS)
def test_deck_options_of_new_decks_are_imported(
    anki: Anki, instance: StudyAppInstance, tmp_path: Path, suffix: str, legacy: bool
) -> None:
    preset = anki.decks.add_config("Mine")
    preset |= {
        "desiredRetention": 0.85,
        "fsrsParams6": [0.3] * 21,
        "autoplay": False,
        "secondsToShowQuestion": 4,
    }
    preset |= {"reviewOrder": 7, "easyDaysPercentages": [1, 1, 1, 1, 1, 0.5, 0]}
    preset["new"] |= {"perDay": 7, "delays": [2, 15.5], "order": 0}
    preset["rev"] |= {"perDay": 300, "maxIvl": 180}
    preset["lapse"] |= {"delays": [61 * 24 * 60], "leechFails": 4, "leechAction": 0}
    anki.decks.update_config(preset)
    number = anki.decks.id("A::B")
    assert number is not None
    deck = anki.decks.get(number)
    assert deck is not None
    deck["conf"] = preset["id"]
    anki.decks.save(deck)
    add_note(anki, "Basic", "one", "1", deck="A::B")
    add_note(anki, "Basic", "two", "2", deck="Other")
    out = export_package(anki, tmp_path, suffix, legacy=legacy)
    report = instance.import_file(out)
    assert [(loss.kind, loss.name) for loss in report.losses] == [
        (LossKind.MAXIMUM_INTERVAL, "Mine"),
        (LossKind.EASY_DAYS, "Mine"),
        (LossKind.OPTION_OUT_OF_RANGE, "Mine"),
    ]
    assert {loss.note_excerpt for loss in report.losses} == {"A::B"}
    expected = {
        "retention": "85", "new_a_day": "7", "reviews_a_day": "300", "learning_steps": "2 15.5", "new_order": "random",
        "leech_lapses": "4", "suspend_leeches": "on", "sounds": "key", "auto_reveal": "4", "due_order": "retrievability",
    }  # fmt: skip
    assert load_option_overrides(instance.collection, "a-b") == expected
    assert load_option_overrides(instance.collection, "other") == {"new_order": "deck"}
    set_option(instance.collection, "a-b", "retention", "95")
    instance.import_file(out)
    assert load_option_overrides(instance.collection, "a-b") == expected | {"retention": "95"}


def test_notes_with_same_id_are_both_imported(anki: Anki, instance: StudyAppInstance, tmp_path: Path) -> None:
    text = LocalizedText.language_neutral
    other_instance = create_instance(
        tmp_path / "first", [Note("d", "hello", Basic(text("our hello"), text("hola")))]
    )
    library, _ = refresh_library(other_instance.collection, [other_instance.folder], other_instance.clock())
    sent_package = tmp_path / "sent.apkg"
    export_decks(
        other_instance.collection,
        library,
        ExportRequest(("d",), CardLanguages.ENGLISH, sent_package),
        other_instance.clock(),
    )
    other_instance.close()
    anki.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(sent_package), options=ImportAnkiPackageOptions())
    )
    add_note(anki, "Basic", "hello", "their hello", deck="StudyApp::Deck")
    out = export_package(anki, tmp_path)
    assert instance.import_file(out).added_count == 2
    assert instance.import_file(out).added_count == 0
    (path,) = instance.folder.glob("*.yaml")
    assert sorted(re.findall("- id: (.*)", path.read_text())) == ["hello", "hello-2"]
