"""The edits of Anki, of a phone and of StudyApp meet in an exchange; `.ci/nightly` does the same with 10,000 notes."""

from pathlib import Path

import pytest

from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.exchange_on_both_sides import check_exchange, check_exchange_with_phone
from tests.anki.package_exchange import PackageExchange
from tests.anki.studyapp_instance import create_instance


@pytest.mark.parametrize("is_edited_on_phone", [False, True])
def test_each_edit_ends_where_it_belongs(
    server: AnkiConnectServer, tmp_path: Path, is_edited_on_phone: bool
) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    both = PackageExchange(server.anki, instance, tmp_path)
    if is_edited_on_phone:
        check_exchange_with_phone(both, server, 60)
    else:
        check_exchange(both, server, 60, server.anki)
    instance.close()
