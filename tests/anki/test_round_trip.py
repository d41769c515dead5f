"""The law: from here to Anki and back, nothing changes. Through the real Anki, and in both forms that it writes."""

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
from studyapp.core.study.journal import EntryKind, Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.deckfiles.writing.deck_to_yaml import select_writable_notes
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.study.journal_writing import CardAction, append_actions
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from tests.anki.note_strategies import notes as any_note
from tests.anki.studyapp_instance import BOTH, EXAMPLES, Machine, machine
from tests.services.random_actions import Action, perform
from tests.services.study_driver import DAY, HOUR, MINUTE

TIMES = (20_000, MINUTE, 11 * MINUTE, HOUR, DAY, 3 * DAY, 40 * DAY)
DEEDS = ("bury", "suspend", "forget", "flag 1", "flag 4", "set due 0", "set due 9", "undo", "redo")
steps = st.lists(st.sampled_from(Rating) | st.sampled_from(TIMES) | st.sampled_from(DEEDS), max_size=40)


def through_anki(package: Path, folder: Path, *, legacy: bool, hour: int = 4) -> Path:
    """What Anki makes of a package that it took in."""
    anki = Anki(str(folder / "collection.anki2"))
    anki.set_config("rollover", hour)
    assert anki.db is not None
    # On its first day a collection counts no day before it, whatever the hour: this one is older.
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
    steps,
    st.sampled_from(list(CardLanguages)[:5]),
    st.booleans(),
    st.sampled_from((4, 4, 0, 11, 23)),
)
def test_to_anki_and_back_nothing_changes(
    drawn: list[Note], actions: list[Action], choice: CardLanguages, legacy: bool, hour: int
) -> None:
    deck = [
        Note("d", f"n{number}", one.content, one.tags, one.section, one.evidence, (), one.explanation)
        for number, one in enumerate(drawn)
    ]
    deck = select_writable_notes(DeckMetadata("d", LocalizedText.language_neutral("Deck")), deck)
    with TemporaryDirectory() as name:
        here = machine(Path(name) / "here", deck)
        elsewhere = machine(Path(name) / "elsewhere", ())
        here.hour = elsewhere.hour = hour
        here.time.now -= sum(step for step in actions if type(step) is int)
        study = here.start_session()
        for step in actions:
            study = perform(here, study, step)
        package = Path(name) / "out.apkg"
        library, _ = refresh_library(here.collection, [here.folder], here.clock())
        export_decks(here.collection, library, ExportRequest(("d",), choice, package, True), here.clock())
        back = through_anki(package, Path(name), legacy=legacy, hour=hour)
        before = here.collection.external_write_version(), here.schedules()
        report = here.take_in(back)
        assert (report.added_count, report.entry_count) == (0, 0)
        assert here.schedules() == before[1]
        check_elsewhere(elsewhere, here, back, choice)
        for one in (here, elsewhere):
            one.close()


def check_elsewhere(elsewhere: Machine, here: Machine, package: Path, choice: CardLanguages) -> None:
    """On a machine that knew nothing there is all that Anki has, which is asked only what is asked in these languages; a
    second time adds nothing."""
    report = elsewhere.take_in(package)
    expected = {note.key: note for note in here.notes()}
    found = {note.key: note for note in elsewhere.notes()}
    assert found == {key: expected[key] for key in found}
    in_anki = {card.id for note in found.values() for card in cards_of(note) if is_available_in(card, choice)}
    assert len(expected) - len(found) <= len(report.losses)
    assert elsewhere.log() == {card: log for card, log in here.log().items() if card in in_anki}
    assert elsewhere.schedules() == {
        card: schedule for card, schedule in here.schedules().items() if card in in_anki
    }
    again = elsewhere.take_in(package)
    assert (again.added_count, again.entry_count) == (0, 0)
    assert elsewhere.notes() == list(found.values())


def test_many_lines_of_one_moment_come_back_as_what_they_were(tmp_path: Path) -> None:
    text = LocalizedText.language_neutral("words")
    here = machine(tmp_path / "here", [Note("d", f"n{number}", Basic(text, text)) for number in range(60)])
    day = here.clock().today()
    actions_without_undo = [
        CardAction(CardId("d", f"n{number}", 1), EntryKind.SET_DUE, due_day=day + number % 4)
        for number in range(60)
    ]
    append_actions(here.collection, actions_without_undo, here.time.now, day, Scheduler())
    package = tmp_path / "out.apkg"
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    export_decks(here.collection, library, ExportRequest(("d",), BOTH, package, True), here.clock())
    report = here.take_in(through_anki(package, tmp_path, legacy=False))
    assert (report.added_count, report.entry_count, report.existing_count) == (0, 0, 60)
    here.close()


def test_a_note_of_ours_that_was_taken_out_comes_back_to_its_deck(tmp_path: Path) -> None:
    """Whatever the deck is called in the language in which it went to Anki."""
    text = LocalizedText.language_neutral("words")
    here = machine(tmp_path / "here", [Note("d", f"n{number}", Basic(text, text)) for number in range(2)])
    path = here.folder / "d.yaml"
    path.write_text(
        path.read_text().replace("title: Deck", "title: {en: Deck, zh-Hant: 牌組}"), encoding="utf-8"
    )
    library, _ = refresh_library(here.collection, [here.folder], here.clock())
    chinese = ExportRequest(("d",), CardLanguages.TRADITIONAL_CHINESE, tmp_path / "out.apkg")
    export_decks(here.collection, library, chinese, here.clock())
    words = path.read_text(encoding="utf-8")
    path.write_text(words[: words.index("  - id: n1")], encoding="utf-8")
    assert here.take_in(chinese.target).added_count == 1
    assert [note.id for note in here.notes()] == ["n0", "n1"]
    assert [file.name for file in here.folder.glob("*.yaml")] == ["d.yaml"]
    here.close()
