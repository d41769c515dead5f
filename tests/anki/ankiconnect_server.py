"""An AnkiConnect server over a real Anki collection, with modes in which it misbehaves.

The actions behave like those of the add-on in Anki 26.9.3, in its versions of 2023 and 2025, compared side by side.
"""

import base64
import http.server
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anki.collection import Collection as Anki
from anki.collection import (
    DeckIdLimit,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from anki.decks import DEFAULT_DECK_ID as DEFAULT_DECK
from anki.errors import NotFoundError

from tests.anki.ankiconnect_http import create_handler

KEY = "s3cret"
_PACKAGE_ACTIONS = ("importPackage", "exportPackage")
_CHANGES = (
    "importPackage",
    "updateNoteFields",
    "addTags",
    "removeTags",
    "deleteNotes",
    "changeDeck",
    "setSpecificValueOfCard",
)
_CAPITAL = re.compile("[A-Z]")


def _method_name(action: str) -> str:
    return f"do_{_CAPITAL.sub(lambda found: '_' + found[0].lower(), action)}"


class AnkiConnectServer:
    """A running Anki. `mode` selects its behaviour, `calls` counts actions, `before` is called before each action."""

    def __init__(self, anki: Anki) -> None:
        self.anki = anki
        self.mode = "ok"
        self.key = ""
        self.is_remote = False
        self.has_package_actions = True
        """Whether it is the generation of the add-on with `importPackage` and `exportPackage`."""

        self.is_of_2023 = False
        """Whether the add-on lacks `getActiveProfile`, and its `sync` only starts a sync with AnkiWeb, or shows a login dialog."""

        self.has_stale_window = False
        """Whether Anki's window shows what was there before the last change. The add-on redraws it before changes only."""

        self.confirms_imports = True
        """Whether the user confirms an import in Anki's dialog."""

        self.profile = "Ann"
        self.sync_with_ankiweb: Callable[[Anki], None] | None = None
        """Syncs with AnkiWeb; None if the user has not logged in."""

        self.is_reviewing = False
        self.calls: Counter[str] = Counter()
        self.before: Callable[[str], None] = lambda action: None
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        self.port = 0

    def act(self, request: dict[str, Any]) -> Any:
        action, params = request["action"], request.get("params", {})
        if self.key and request.get("key") != self.key and action != "requestPermission":
            raise ValueError("valid api key must be provided")
        self.calls[action] += 1
        self.before(action)
        if action == "multi":
            return [self.reply(one) for one in params["actions"]]
        method = getattr(self, _method_name(action), None)
        if method is None or not self._has_action(action):
            raise ValueError("unsupported action")
        self.has_stale_window |= action in _CHANGES
        return method(**params)

    def _has_action(self, action: str) -> bool:
        if action in _PACKAGE_ACTIONS:
            return self.has_package_actions
        return not (action == "getActiveProfile" and self.is_of_2023)

    def reply(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            return {"result": self.act(request), "error": None}
        except Exception as error:  # noqa: BLE001 - the add-on reports every error like this
            return {"result": None, "error": str(error)}

    def do_api_reflect(self, scopes: list[str], actions: None) -> dict[str, list[str]]:
        if not isinstance(scopes, list):
            raise ValueError("scopes has invalid value")
        names = [name.removeprefix("do_") for name in dir(self) if name.startswith("do_")]
        camel = [re.sub("_(.)", lambda found: found[1].upper(), name) for name in names]
        return {
            "scopes": scopes,
            "actions": [name for name in (*camel, "multi") if self._has_action(name)],
        }

    def do_version(self) -> int:
        return {"v4": 4, "v99": 99}.get(self.mode, 6)

    def do_request_permission(self) -> dict[str, Any]:
        if self.mode == "denied":
            return {"permission": "denied"}
        return {"permission": "granted", "requireApikey": bool(self.key), "version": 6}

    def do_get_active_profile(self) -> str:
        return self.profile

    def do_gui_review_active(self) -> bool:
        return self.is_reviewing

    def do_gui_deck_browser(self) -> None:
        self.is_reviewing = self.has_stale_window = False

    def do_sync(self) -> None:
        if self.is_of_2023:
            return
        if self.sync_with_ankiweb is None:
            raise ValueError("sync: auth not configured")
        self.sync_with_ankiweb(self.anki)

    def do_get_media_dir_path(self) -> str:
        return "/home/somebody/collection.media" if self.is_remote else self.anki.media.dir()

    def _path(self, path: str) -> str:
        return str(Path(self.anki.media.dir()) / Path(path).name) if self.is_remote else path

    def do_import_package(self, path: str) -> bool:
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self.anki.import_anki_package(
            ImportAnkiPackageRequest(package_path=self._path(path), options=options)
        )
        return True

    def do_export_package(self, deck: str, path: str, **options_by_name: bool) -> bool:
        number = self.anki.decks.id_for_name(deck)
        if number is None:
            return False
        with_progress = options_by_name["includeSched"]
        options = ExportAnkiPackageOptions(
            with_scheduling=with_progress, with_deck_configs=with_progress, with_media=True, legacy=True
        )
        self.anki.export_anki_package(out_path=self._path(path), options=options, limit=DeckIdLimit(number))
        return True

    def do_gui_import_file(self, path: str) -> None:
        """Import a package with the options that Anki's dialog has by default, as a user who confirms it does."""
        if self.confirms_imports:
            self.anki.import_anki_package(
                ImportAnkiPackageRequest(package_path=self._path(path), options=ImportAnkiPackageOptions())
            )

    def do_get_media_files_names(self, pattern: str = "*") -> list[str]:
        return [path.name for path in Path(self.anki.media.dir()).glob(pattern)]

    def do_store_media_file(self, filename: str, data: str) -> str:
        if not data:
            raise ValueError('You must provide a "data", "path", or "url" field.')
        self.do_delete_media_file(filename)
        return self.anki.media.write_data(filename, base64.b64decode(data))

    def do_retrieve_media_file(self, filename: str) -> str | bool:
        path = Path(self.anki.media.dir()) / filename
        return base64.b64encode(path.read_bytes()).decode() if path.exists() else False

    def do_delete_media_file(self, filename: str) -> None:
        self.anki.media.trash_files([filename])

    def do_find_cards(self, query: str) -> list[int]:
        return list(self.anki.find_cards(query))

    def do_find_notes(self, query: str) -> list[int]:
        return list(self.anki.find_notes(query))

    def do_notes_info(self, notes: list[int]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for number in notes:
            try:
                note = self.anki.get_note(number)  # type: ignore[arg-type]
            except NotFoundError:
                found.append({})
                continue
            fields = {
                name: {"value": value, "order": order} for order, (name, value) in enumerate(note.items())
            }
            found.append({"noteId": note.id, "tags": note.tags, "fields": fields})
        return found

    def do_update_note_fields(self, note: dict[str, Any]) -> None:
        try:
            found = self.anki.get_note(note["id"])
        except NotFoundError as error:
            raise ValueError(f"Note was not found: {note['id']}") from error
        for name, value in note["fields"].items():
            if name in found:
                found[name] = value
        self.anki.update_note(found, skip_undo_entry=True)

    def do_add_tags(self, notes: list[int], tags: str) -> None:
        self.anki.tags.bulk_add(notes, tags)  # type: ignore[arg-type]

    def do_remove_tags(self, notes: list[int], tags: str) -> None:
        self.anki.tags.bulk_remove(notes, tags)  # type: ignore[arg-type]

    def do_delete_notes(self, notes: list[int]) -> None:
        self.anki.remove_notes(notes)  # type: ignore[arg-type]

    def do_deck_names(self) -> list[str]:
        return [deck.name for deck in self.anki.decks.all_names_and_ids()]

    def do_deck_names_and_ids(self) -> dict[str, int]:
        return {deck.name: deck.id for deck in self.anki.decks.all_names_and_ids()}

    def do_get_deck_config(self, deck: str) -> dict[str, Any] | bool:
        number = self.anki.decks.id_for_name(deck)
        return self.anki.decks.config_dict_for_deck_id(number) if number is not None else False

    def do_set_deck_config_id(self, decks: list[str], configId: int) -> bool:  # noqa: N803 - the add-on's name
        for name in decks:
            deck = self.anki.decks.by_name(name)
            if deck is None:
                return False
            deck["conf"] = configId
            self.anki.decks.save(deck)
        return True

    def do_get_decks(self, cards: list[int]) -> dict[str, list[int]]:
        assert self.anki.db is not None
        found: dict[str, list[int]] = {}
        for number in cards:
            deck = self.anki.db.scalar("SELECT did FROM cards WHERE id = ?", number)
            found.setdefault(self.anki.decks.name(deck or DEFAULT_DECK), []).append(number)
        return found

    def do_change_deck(self, cards: list[int], deck: str) -> None:
        number = self.anki.decks.id(deck)
        assert number is not None
        self.anki.set_deck(cards, number)  # type: ignore[arg-type]

    def do_cards_mod_time(self, cards: list[int]) -> list[dict[str, int]]:
        found = []
        for number in cards:
            try:
                found.append({"cardId": number, "mod": self.anki.get_card(number).mod})  # type: ignore[arg-type]
            except NotFoundError:
                found.append({})
        return found

    def do_insert_reviews(self, reviews: list[list[int]]) -> None:
        assert self.anki.db is not None
        if not reviews:
            return
        rows = ",".join(f"({','.join(map(str, row))})" for row in reviews)
        self.anki.db.execute(
            f"insert into revlog(id,cid,usn,ease,ivl,lastIvl,factor,time,type) values {rows}"
        )

    def do_set_specific_value_of_card(self, card: int, **given: Any) -> list[Any]:
        assert given["warning_check"]
        try:
            found = self.anki.get_card(card)  # type: ignore[arg-type]
            for name, value in zip(given["keys"], given["newValues"], strict=True):
                setattr(found, name, value)
            self.anki.update_card(found)
        except Exception as error:  # noqa: BLE001 - as the add-on does
            return [[False, str(error)]]
        return [True]


@contextmanager
def run_server(anki: Anki) -> Iterator[AnkiConnectServer]:
    """Run the server on a free local port."""
    server = AnkiConnectServer(anki)
    http_server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), create_handler(server))
    http_server.daemon_threads = True
    server.port = http_server.server_address[1]
    thread = threading.Thread(target=http_server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        http_server.shutdown()
        http_server.server_close()
        thread.join()
