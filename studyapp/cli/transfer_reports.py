"""What the command line says of exports and imports, line by line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from studyapp.anki.live.import_outcomes import Preflight
from studyapp.anki.writing.package import PackageReport
from studyapp.services.transfer.anki_sync import ExchangeReport
from studyapp.services.transfer.file_import import ImportReport

_NAMED = 3
"""So many notes of one kind are named."""


def exported(file: Path, report: PackageReport) -> Iterator[str]:
    """What was written, and what to do with it."""
    written = f"{file}: {report.notes} notes, {report.cards} cards"
    if file.suffix == ".colpkg":
        yield f"{written}, {report.reviews} reviews. In Anki it takes the place of the WHOLE collection."
    elif report.reviews:
        yield f"{written}, {report.reviews} reviews. In Anki: File > Import, and tick"
        yield '"Import any learning progress" and "Import any deck presets". Cards that Anki has keep theirs.'
    else:
        yield f"{written}." + (" In Anki: File > Import." if file.suffix == ".apkg" else "")


def imported(file: Path, report: ImportReport) -> Iterator[str]:
    """What came of a package, and what could not be carried."""
    yield f"{file}: {report.added} notes added, {report.known} were there, {report.reviews} reviews added"
    for path in report.files:
        yield f"  {path}"
    for (kind, name), number in Counter((loss.kind, loss.name) for loss in report.losses).items():
        notes = dict.fromkeys(loss.note for loss in report.losses if (loss.kind, loss.name) == (kind, name))
        yield f"  {number} × {kind.format(name=name)} ({_first(list(notes), '; ')})"


def foretold(collection: Path | None, found: Preflight) -> Iterator[str]:
    """What Anki would do."""
    yield f"In {collection}:" if collection else "By the last export, for no collection of Anki was found:"
    for verdict, keys in found.verdicts.items():
        yield f"{len(keys):>8}  {verdict}: {_first(keys, ', ')}"
    for name in found.differing:
        yield f"          The note type {name} was changed in Anki: it will keep a second copy of it."
    if found.known_cards:
        yield f"{found.known_cards:>8}  cards are there already and keep the progress they have"


def exchanged(report: ExchangeReport) -> Iterator[str]:
    """What went to and fro."""
    yield f"reviews: {report.taken} came from Anki, {report.given} went there"
    yield f"notes in Anki: {report.added} new, {report.updated} updated; {report.moved} cards put into their deck"
    for keys, words in (
        (report.left, "left alone, changed in Anki"),
        (report.conflicting, "left alone, another note type in Anki"),
        (report.deleted, "deleted in Anki, and not sent again"),
        (report.unconfirmed, "not in Anki as they were sent"),
    ):
        if keys:
            yield f"{len(keys):>8}  {words}: {_first(keys, ', ')}"
    if report.postponed:
        yield f"{report.postponed:>8}  cards wait for the next time: in a filtered deck, or just rated in Anki"


def _first(names: Sequence[str], between: str) -> str:
    return between.join(names[:_NAMED]) + (f"{between}…" if len(names) > _NAMED else "")
