"""The migrations of the schema. A released migration never changes; new ones are added at the end."""

import sqlite3
from collections.abc import Callable

from studyapp.store.migrations import (
    m0001_initial_schema,
    m0002_settings,
    m0003_confidence_and_simplified_chinese,
    m0004_custom_note_types_and_anki_sync,
    m0005_custom_note_types_as_objects,
    m0006_content_in_anki,
    m0007_corrected_times,
    m0008_search_index,
    m0009_text_edits,
    m0010_common_versions,
    m0011_anki_decks,
    m0012_card_counts,
    m0013_counting_indexes,
    m0014_exported_forms,
    m0015_notes_in_sync,
    m0016_review_facts,
    m0017_counts_for_statistics,
    m0018_map_layouts,
    m0019_parameter_fits,
    m0020_plans,
    m0021_action_plans,
)

Migration = str | Callable[[sqlite3.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    m0001_initial_schema.SQL,
    m0002_settings.SQL,
    m0003_confidence_and_simplified_chinese.SQL,
    m0004_custom_note_types_and_anki_sync.SQL,
    m0005_custom_note_types_as_objects.migrate,
    m0006_content_in_anki.SQL,
    m0007_corrected_times.SQL,
    m0008_search_index.SQL,
    m0009_text_edits.SQL,
    m0010_common_versions.SQL,
    m0011_anki_decks.SQL,
    m0012_card_counts.SQL,
    m0013_counting_indexes.SQL,
    m0014_exported_forms.SQL,
    m0015_notes_in_sync.SQL,
    m0016_review_facts.SQL,
    m0017_counts_for_statistics.SQL,
    m0018_map_layouts.SQL,
    m0019_parameter_fits.SQL,
    m0020_plans.SQL,
    m0021_action_plans.SQL,
)
"""Migration n changes a file from `user_version` n to n + 1: by SQL, or by a function called within the
transaction."""

SCHEMA_VERSION = len(MIGRATIONS)
