import gc

import pytest

from studyapp.garbage_collection import garbage_collection_paused


@pytest.fixture(autouse=True)
def _collector_enabled() -> None:
    assert gc.isenabled()


def test_collector_is_paused_until_the_outermost_block_ends() -> None:
    with garbage_collection_paused():
        with garbage_collection_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_resumes_after_an_error() -> None:
    with pytest.raises(ValueError), garbage_collection_paused():
        raise ValueError
    assert gc.isenabled()


def test_variables_of_a_decorated_function_are_freed_before_the_collector_resumes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    events: list[str] = []

    class Value:
        def __del__(self) -> None:
            events.append("freed")

    @garbage_collection_paused()
    def create() -> None:
        value = Value()
        assert value and not gc.isenabled()

    enable = gc.enable

    def resume() -> None:
        events.append("resumed")
        enable()

    monkeypatch.setattr(gc, "enable", resume)
    create()
    assert events == ["freed", "resumed"]
