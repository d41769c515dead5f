"""A sync that leaves notes out finds the same as one that compares all notes."""

import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.cards import CardId
from anki.collection import Collection as Anki
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.notes.note import Basic, Cloze, Note
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import LocalizedText
from tests.anki.ankiconnect_server import AnkiConnectServer, run_server
from tests.anki.studyapp_instance import EXAMPLES, StudyAppInstance, create_instance
from tests.anki.sync_actions import (
    compare,
    execute,
    preview_of_all,
    review_cards_in_server,
    sync,
    sync_until_nothing_changes,
)
from tests.services.random_actions import perform
from tests.services.study_driver import DAY

CARD_ACTIONS = ("suspend", "bury", "flag 1", "flag 4", "forget", "set due 3", "undo", "redo")
here_steps = st.tuples(
    st.just("here"), st.lists(st.sampled_from(Rating) | st.sampled_from(CARD_ACTIONS), max_size=4)
)
review_steps = st.tuples(st.just("reviews"), st.integers(1, 5))
edit_steps = st.tuples(st.sampled_from(["text here", "text in Anki", "tag in Anki"]), st.integers(0, 3))
card_steps = st.tuples(
    st.sampled_from(["suspend", "bury", "unbury", "flag", "forget", "set due", "undo", "remove review"]),
    st.integers(0, 3),
)
time_steps = st.tuples(st.just("time"), st.sampled_from([60_000, DAY, 3 * DAY]))
sync_steps = st.tuples(st.just("sync"), st.none())


@settings(max_examples=max(15, EXAMPLES // 2), suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        here_steps | review_steps | edit_steps | card_steps | time_steps | sync_steps, min_size=2, max_size=10
    )
)
def test_comparison_finds_the_same_as_one_of_all_notes(steps: list[tuple[str, object]]) -> None:
    text = LocalizedText.language_neutral
    notes = [Note("d", f"n{number}", Basic(text(f"front {number}"), text("back"))) for number in range(4)]
    notes.append(Note("d", "cloze", Cloze(text("{{c1::one}} and {{c2::two}}"))))
    with TemporaryDirectory() as name:
        instance = create_instance(Path(name) / "studyapp", notes)
        anki = Anki(str(Path(name) / "collection.anki2"))
        with run_server(anki) as server:
            sync_until_nothing_changes(instance, server)
            for kind, argument in steps:
                perform_step(instance, server, kind, argument)
                assert compare(instance, server) == preview_of_all(instance, server)
        anki.close()
        instance.close()


def perform_step(instance: StudyAppInstance, server: AnkiConnectServer, kind: str, argument: object) -> None:
    instance.time.now = max(instance.time.now + 2_000, round(time.time() * 1000))
    number = argument if isinstance(argument, int) else 0
    cards = server.anki.find_cards(f'"front {number}"')
    match kind:
        case "here":
            session = instance.start_session()
            for action in argument:  # type: ignore[attr-defined]
                session = perform(instance, session, action)
        case "reviews":
            review_cards_in_server(server, number)
        case "text here":
            path = instance.folder / "d.yaml"
            path.write_text(path.read_text().replace(f"front {number}", f"front {number} here"))
        case "text in Anki" | "tag in Anki":
            for note_id in server.anki.find_notes(f'"front {number}"'):
                note = server.anki.get_note(note_id)
                if kind == "text in Anki":
                    note.fields[1] += "!"
                else:
                    note.add_tag("other")
                server.anki.update_note(note)
        case "time":
            instance.time.now += number
        case "sync":
            sync(instance, server)
        case _:
            change_cards(server, kind, cards)


def change_cards(server: AnkiConnectServer, kind: str, cards: Sequence[CardId]) -> None:
    scheduler = server.anki.sched
    match kind:
        case "suspend":
            scheduler.suspend_cards(cards)
        case "bury":
            scheduler.bury_cards(cards)
        case "unbury":
            scheduler.unbury_cards(cards)
        case "flag":
            server.anki.set_user_flag_for_cards(3, cards)
        case "forget":
            scheduler.schedule_cards_as_new(cards)
        case "set due":
            scheduler.set_due_date(cards, "5")
        case "undo":
            if server.anki.undo_status().undo:
                server.anki.undo()
        case "remove review":
            execute(server, "DELETE FROM revlog WHERE id = (SELECT max(id) FROM revlog)")
