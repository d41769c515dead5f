"""Helpers that add notes, review cards, export and import in a real Anki collection."""

import random
from html import unescape
from pathlib import Path

from anki.collection import Collection as Anki
from anki.collection import ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import Scheduler


def add_note(
    anki: Anki, note_type_name: str, *fields: str, deck: str = "Default", tags: tuple[str, ...] = ()
) -> int:
    """Add a note of this type; return its ID."""
    note_type = anki.models.by_name(note_type_name)
    assert note_type is not None
    note = anki.new_note(note_type)
    for name, words in zip(note.keys(), fields, strict=False):
        note[name] = words
    note.tags = list(tags)
    deck_id = anki.decks.id(deck)
    assert deck_id is not None
    anki.add_note(note, deck_id)
    return int(note.id)


def export_package(anki: Anki, folder: Path, ending: str = "apkg", *, legacy: bool = False) -> Path:
    out = folder / f"out.{ending}"
    if ending == "colpkg":
        anki.export_collection_package(str(out), include_media=True, legacy=legacy)
        anki.reopen()
    else:
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
        )
        anki.export_anki_package(out_path=str(out), options=options, limit=None)
    return out


def review_cards_in_anki(anki: Anki, seed: int, reviews: int) -> None:
    """Answer cards in Anki with realistic random ratings."""
    source = random.Random(seed)
    assert isinstance(anki.sched, Scheduler)
    for _ in range(reviews):
        queued = anki.sched.get_queued_cards(fetch_limit=1).cards
        if not queued:
            break
        card = anki.get_card(queued[0].card.id)
        card.start_timer()
        states = anki._backend.get_scheduling_states(card.id)
        rating = source.choices((0, 1, 2, 3), (2, 1, 6, 1))[0]
        answer = anki.sched.build_answer(card=card, states=states, rating=rating)  # type: ignore[arg-type]
        anki.sched.answer_card(answer)


FIELD_NAMES = ("One", "Two", "Three")


def add_note_type(anki: Anki, name: str, templates: list[tuple[str, str]], *, is_cloze: bool = False) -> str:
    """Add a note type with three fields; return its name."""
    models = anki.models
    model = models.by_name("Cloze") if is_cloze else models.new(name)
    assert model is not None
    if is_cloze:
        model = models.copy(model, add=False)
        model["name"], model["flds"], model["tmpls"] = name, [], []
    for field in FIELD_NAMES:
        models.add_field(model, models.new_field(field))
    for number, (front, back) in enumerate(templates, 1):
        template = models.new_template(f"Card {number}")
        template["qfmt"], template["afmt"] = front, back
        models.add_template(model, template)
    models.add(model)
    return name


def import_into_anki(package_path: Path, anki: Anki) -> object:
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    return anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package_path), options=options))


def collection_state(anki: Anki) -> dict[str, object]:
    """Everything a user has in Anki."""
    assert anki.db is not None
    return {
        "notes": sorted(
            (guid, mid, tuple(unescape(field) for field in fields.split("\x1f")), tags)
            for guid, mid, fields, tags in anki.db.execute("SELECT guid, mid, flds, tags FROM notes")
        ),
        "cards": anki.db.execute(
            "SELECT nid, ord, type, queue, due, ivl, factor, reps, lapses, left, flags FROM cards ORDER BY id"
        ),
        "log": anki.db.execute("SELECT * FROM revlog ORDER BY id"),
        "types": [(one.id, one.name) for one in anki.models.all_names_and_ids()],
        "media": sorted(path.name for path in Path(anki.media.dir()).iterdir()),
    }
