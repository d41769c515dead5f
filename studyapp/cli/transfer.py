"""The commands that have to do with Anki."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyapp import paths
from studyapp.cli.common import DONE, PROBLEMS, fail, open_collection, unknown_decks

if TYPE_CHECKING:
    from studyapp.anki.live.live_anki import RunningAnki
    from studyapp.services.library.deck_library import Library
    from studyapp.services.transfer.export_request import ExportScope
    from studyapp.store.collection import Collection

KEY_VARIABLE = "STUDYAPP_ANKI_KEY"
"""The environment variable with the key of AnkiConnect: on a command line everybody would see it."""


def export_file(options: SimpleNamespace) -> int:
    """`studyapp export`."""
    from studyapp.anki.writing.package import PackageError
    from studyapp.cli.transfer_reports import exported
    from studyapp.composition_root import system_clock
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.transfer.deck_export import export
    from studyapp.services.transfer.export_request import ENDINGS, ExportRequest

    if options.file.suffix not in ENDINGS:
        return fail(f"{options.file}: name a file that ends in {', '.join(ENDINGS)}", PROBLEMS)

    collection, library = open_collection(options)
    with collection:
        unknown = unknown_decks(options.deck, library)
        if unknown:
            return fail(unknown, PROBLEMS)
        languages = LanguageChoice(options.language)
        request = ExportRequest(_decks_of(options, library), languages, options.file, options.with_progress)
        if options.preview:
            return _preview(collection, library, request.scope, options.anki)
        try:
            report = export(collection, library, request, clock_of(collection, system_clock()))
        except PackageError as error:
            return fail(f"{options.file}: {error}; nothing was replaced")
    for card in report.left_out:
        print(f"studyapp: {card}: Anki has no blank of this number, the card was left out", file=sys.stderr)
    for note, name in report.missing_media:
        print(f"studyapp: {note}: the picture {name} is missing or can't be used", file=sys.stderr)
    print("\n".join(exported(options.file, report)))
    return DONE


def _preview(collection: "Collection", library: "Library", scope: "ExportScope", anki: Path | None) -> int:
    from studyapp.cli.transfer_reports import foretold
    from studyapp.composition_root import system_clock
    from studyapp.core.transfer.unreadable_file import UnreadablePackage
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.transfer.export_preview import preview

    place = anki or next(iter(paths.anki_collections()), None)
    try:
        found = preview(collection, library, scope, clock_of(collection, system_clock()), place)
    except UnreadablePackage as error:
        return fail(f"this is no collection of Anki that can be read: {error}", PROBLEMS)
    print("\n".join(foretold(place, found)))
    return DONE


def import_file(options: SimpleNamespace) -> int:
    """`studyapp import`."""
    from studyapp.cli.transfer_reports import imported
    from studyapp.composition_root import system_clock
    from studyapp.core.transfer.unreadable_file import UnreadablePackage
    from studyapp.services.library.deck_folders import deck_folders
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.transfer.file_import import import_package

    collection, _ = open_collection(options)
    own_decks = paths.data_folder(options.data) / "decks"
    with collection:
        clock, folders = clock_of(collection, system_clock()), deck_folders(collection, options.folders)
        try:
            report = import_package(
                collection, folders, own_decks, options.file, clock, read_only=[paths.bundled_decks()]
            )
        except UnreadablePackage as error:
            return fail(f"{options.file} can't be read: {error}", PROBLEMS)
    print("\n".join(imported(options.file, report)))
    return DONE


def exchange_with_anki(options: SimpleNamespace) -> int:
    """`studyapp exchange`."""
    from studyapp.anki.live.ankiconnect import Address, AnkiConnect, AnkiTrouble
    from studyapp.anki.live.live_anki import RunningAnki
    from studyapp.cli.transfer_reports import exchanged
    from studyapp.composition_root import system_clock
    from studyapp.core.text.localized_text import LanguageChoice
    from studyapp.core.transfer.unreadable_file import UnreadablePackage
    from studyapp.services.options.study_options import clock_of
    from studyapp.services.transfer.anki_sync import exchange
    from studyapp.services.transfer.export_request import ExportScope

    def connect(tick: Callable[[], None]) -> "RunningAnki":
        address = Address.parse(options.address, may_be_elsewhere=options.elsewhere)
        return RunningAnki(AnkiConnect(address, os.environ.get(KEY_VARIABLE, ""), tick))

    collection, library = open_collection(options)
    with collection:
        unknown = unknown_decks(options.deck, library)
        if unknown:
            return fail(unknown, PROBLEMS)
        languages = LanguageChoice(options.language)
        scope = ExportScope(_decks_of(options, library), languages, not options.notes_only)
        try:
            report = exchange(collection, library, scope, clock_of(collection, system_clock()), connect)
        except AnkiTrouble as error:
            return fail(str(error))
        except UnreadablePackage as error:
            return fail(f"what Anki has can't be read: {error}")
    print("\n".join(exchanged(report)))
    return DONE


def _decks_of(options: SimpleNamespace, library: "Library") -> tuple[str, ...]:
    return tuple(options.deck or library.deck_ids)
