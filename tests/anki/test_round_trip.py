"""Notes and progress survive a round trip through Anki unchanged, in both of its package formats."""

from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection as Anki
from anki.collection import ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Basic, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.deckfiles.writing.deck_to_yaml import select_writable_notes
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.note_strategies import any_note
from tests.anki.studyapp_instance import BOTH, EXAMPLES, StudyAppInstance, create_instance
from tests.services.random_actions import Action, perform
from tests.services.study_driver import DAY, HOUR, MINUTE

TIME_STEPS = (20_000, MINUTE, 11 * MINUTE, HOUR, DAY, 3 * DAY, 40 * DAY)
CARD_ACTIONS = ("bury", "suspend", "forget", "flag 1", "flag 4", "set due 0", "set due 9", "undo", "redo")
action_lists = st.lists(
    st.sampled_from(Rating) | st.sampled_from(TIME_STEPS) | st.sampled_from(CARD_ACTIONS), max_size=40
)


def through_anki(package: Path, folder: Path, *, legacy: bool, hour: int = 4) -> Path:
    """Import a package into Anki and export it again."""
    anki = Anki(str(folder / "collection.anki2"))
    anki.set_config("rollover", hour)
    assert anki.db is not None
    # A collection has no days before its first; make this one older.
    anki.db.execute("UPDATE col SET crt = crt - 40 * 86400")
    try:
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options))
        out = folder / "back.apkg"
        wanted = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        anki.export_anki_package(out_path=str(out), options=wanted, limit=None)
    finally:
        anki.close()
    return out


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(any_note, min_size=1, max_size=6),
    action_lists,
    st.sampled_from(list(CardLanguages)[:5]),
    st.booleans(),
    st.sampled_from((4, 4, 0, 11, 23)),
)
def test_round_trip_through_anki_changes_nothing(
    notes: list[Note], actions: list[Action], choice: CardLanguages, legacy: bool, hour: int
) -> None:
    deck = [
        Note("d", f"n{number}", note.content, note.tags, note.section, note.evidence, (), note.explanation)
        for number, note in enumerate(notes)
    ]
    deck = select_writable_notes(DeckMetadata("d", LocalizedText.language_neutral("Deck")), deck)
    with TemporaryDirectory() as name:
        instance = create_instance(Path(name) / "studyapp", deck)
        other = create_instance(Path(name) / "elsewhere", ())
        instance.day_start_hour = other.day_start_hour = hour
        instance.time.now -= sum(action for action in actions if type(action) is int)
        session = instance.start_session()
        for action in actions:
            session = perform(instance, session, action)
        package = Path(name) / "out.apkg"
        library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
        export_decks(
            instance.collection,
            library,
            ExportRequest(("d",), choice, package, True),
            instance.clock(),
        )
        back = through_anki(package, Path(name), legacy=legacy, hour=hour)
        before = instance.collection.external_write_version(), instance.load_schedules()
        report = instance.import_file(back)
        assert (report.added_count, report.entry_count) == (0, 0)
        assert instance.load_schedules() == before[1]
        check_second_import(other, instance, back, choice)
        for each in (instance, other):
            each.close()


def check_second_import(
    other: StudyAppInstance, instance: StudyAppInstance, package: Path, choice: CardLanguages
) -> None:
    """An empty instance receives everything that Anki has, which are the cards available in the exported languages;
    a second import adds nothing."""
    report = other.import_file(package)
    expected = {note.key: note for note in instance.load_notes()}
    found = {note.key: note for note in other.load_notes()}
    assert found == {key: expected[key] for key in found}
    in_anki = {card.id for note in found.values() for card in cards_of(note) if is_available_in(card, choice)}
    assert len(expected) - len(found) <= len(report.losses)
    assert other.load_log() == {card: log for card, log in instance.load_log().items() if card in in_anki}
    assert other.load_schedules() == {
        card: schedule for card, schedule in instance.load_schedules().items() if card in in_anki
    }
    again = other.import_file(package)
    assert (again.added_count, again.entry_count) == (0, 0)
    assert other.load_notes() == list(found.values())


def test_simultaneous_actions_survive_round_trip(tmp_path: Path) -> None:
    text = LocalizedText.language_neutral("words")
    instance = create_instance(
        tmp_path / "studyapp", [Note("d", f"n{number}", Basic(text, text)) for number in range(60)]
    )
    day = instance.clock().today()
    card_actions = [
        CardAction(CardId("d", f"n{number}", 1), EntryKind.SET_DUE, due_day=day + number % 4)
        for number in range(60)
    ]
    append_actions(instance.collection, card_actions, instance.time.now, day)
    package = tmp_path / "out.apkg"
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    export_decks(instance.collection, library, ExportRequest(("d",), BOTH, package, True), instance.clock())
    report = instance.import_file(through_anki(package, tmp_path, legacy=False))
    assert (report.added_count, report.entry_count, report.existing_count) == (0, 0, 60)
    instance.close()


def test_removed_note_returns_to_its_deck(tmp_path: Path) -> None:
    """Also if the exported deck name is in another language."""
    text = LocalizedText.language_neutral("words")
    instance = create_instance(
        tmp_path / "studyapp", [Note("d", f"n{number}", Basic(text, text)) for number in range(2)]
    )
    path = instance.folder / "d.yaml"
    path.write_text(
        path.read_text().replace("title: Deck", "title: {en: Deck, zh-Hant: 牌組}"), encoding="utf-8"
    )
    library, _ = refresh_library(instance.collection, [instance.folder], instance.clock())
    chinese = ExportRequest(("d",), CardLanguages.TRADITIONAL_CHINESE, tmp_path / "out.apkg")
    export_decks(instance.collection, library, chinese, instance.clock())
    words = path.read_text(encoding="utf-8")
    path.write_text(words[: words.index("  - id: n1")], encoding="utf-8")
    assert instance.import_file(chinese.target).added_count == 1
    assert [note.id for note in instance.load_notes()] == ["n0", "n1"]
    assert [file.name for file in instance.folder.glob("*.yaml")] == ["d.yaml"]
    instance.close()
