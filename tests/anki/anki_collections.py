"""Helpers that add notes, review cards, export and import in a real Anki collection."""

import random
from html import unescape
from pathlib import Path

from anki.collection import Collection as Anki
from anki.collection import ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import Scheduler


def add(anki: Anki, kind: str, *fields: str, deck: str = "Default", tags: tuple[str, ...] = ()) -> int:
    """A note of this type; its number."""
    note_type = anki.models.by_name(kind)
    assert note_type is not None
    note = anki.new_note(note_type)
    for name, words in zip(note.keys(), fields, strict=False):
        note[name] = words
    note.tags = list(tags)
    deck_number = anki.decks.id(deck)
    assert deck_number is not None
    anki.add_note(note, deck_number)
    return int(note.id)


def package(anki: Anki, folder: Path, ending: str = "apkg", *, legacy: bool = False) -> Path:
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


def study(anki: Anki, seed: int, reviews: int) -> None:
    """Answer cards in the real Anki, with chances as a learner has them."""
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


FIELDS = ("One", "Two", "Three")


def new_type(anki: Anki, name: str, templates: list[tuple[str, str]], *, is_cloze: bool = False) -> str:
    """A note type with the three fields; its name."""
    models = anki.models
    model = models.by_name("Cloze") if is_cloze else models.new(name)
    assert model is not None
    if is_cloze:
        model = models.copy(model, add=False)
        model["name"], model["flds"], model["tmpls"] = name, [], []
    for field in FIELDS:
        models.add_field(model, models.new_field(field))
    for number, (front, back) in enumerate(templates, 1):
        template = models.new_template(f"Card {number}")
        template["qfmt"], template["afmt"] = front, back
        models.add_template(model, template)
    models.add(model)
    return name


def back_in_anki(package_path: Path, anki: Anki) -> object:
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    return anki.import_anki_package(ImportAnkiPackageRequest(package_path=str(package_path), options=options))


def state(anki: Anki) -> dict[str, object]:
    """All that a person has in Anki."""
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
