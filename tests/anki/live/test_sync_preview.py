"""The comparison counts what each side gets, before anything is changed."""

import time

from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import compare, review_cards, review_cards_in_server, sync
from tests.services.study_driver import MINUTE


def test_card_suspended_in_anki_is_a_change(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    sync(instance, server)
    assert not compare(instance, server).has_changes
    server.anki.sched.suspend_cards(server.anki.find_cards('"Front:front 3"'))
    instance.time.now = round(time.time() * 1000) + MINUTE
    preview = compare(instance, server)
    assert (preview.pulled_card_count, preview.pulled_review_count, preview.card_count) == (1, 0, 0)
    assert preview.has_changes
    sync(instance, server)
    assert [card for card, one in instance.load_schedules().items() if one.is_suspended]
    assert not compare(instance, server).has_changes


def test_cards_reviewed_in_anki_only_are_not_counted_as_sent(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    review_cards(instance, 5)
    sync(instance, server)
    server.anki.sched.set_due_date(server.anki.find_cards("is:learn or is:review"), "0")
    review_cards_in_server(server, 3)
    instance.time.now = round(time.time() * 1000) + MINUTE
    preview = compare(instance, server)
    assert preview.pulled_review_count == 3
    assert preview.pulled_card_count >= 3
    assert (preview.card_count, preview.pushed_review_count) == (0, 0)
    assert sync(instance, server).updated_card_count == 0


def test_cards_reviewed_on_both_sides_are_counted_for_both(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    review_cards(instance, 1)
    sync(instance, server)
    (card,) = server.anki.find_cards("is:learn or is:review")
    server.anki.sched.suspend_cards([card])
    instance.time.now = round(time.time() * 1000) + MINUTE
    review_cards(instance, 9)
    preview = compare(instance, server)
    assert preview.pulled_card_count == 1
    assert preview.card_count == sync(instance, server).updated_card_count > 0
