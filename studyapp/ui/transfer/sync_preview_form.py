"""What a sync with Anki would change, and the user's decisions about it."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.services.exchange.sync_decisions import (
    DeletedHereChoice,
    DeletedInAnkiChoice,
    SyncDecisions,
    SyncPreview,
)
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.conflict_description import describe_conflict
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label

_MAX_NOTES_NAMED = 3
_MAX_CONFLICTS_SHOWN = 50
"""More would make the dialog slow. The others follow the choice for all notes."""


class SyncPreviewForm(QVBoxLayout):
    """Lists the changes of a sync and asks what can't be decided without the user.

    It is a layout rather than a widget, so that its texts get the height that they need in the dialog.
    """

    def __init__(self, preview: SyncPreview, parent: QWidget) -> None:
        super().__init__()
        self._preview, self._parent = preview, parent
        self.widgets: list[QWidget] = []
        """In the order on the screen."""

        self.conflict_box_by_key: dict[str, ComboBox] = {}
        self.setSpacing(8)
        self._add_text(self.tr("Profile in Anki: {name}").format(name=preview.profile_name), "groupTitle")
        self._add_text("\n".join(self._list_changes()))
        self.new_notes_box = self._add_new_notes_box()
        self.deleted_in_anki_box = self._add_deleted_in_anki_box()
        self.deleted_here_box = self._add_deleted_here_box()
        self.all_conflicts_box = self._add_conflicts()

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Let the user change the decisions, or not."""
        for widget in self.widgets:
            widget.setEnabled(is_enabled)

    def remove(self) -> None:
        """Remove the form from its dialog."""
        for widget in self.widgets:
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def decisions(self) -> SyncDecisions:
        """Return what the user decided."""
        return SyncDecisions(
            ConflictChoice(self.all_conflicts_box.currentData()),
            {key: ConflictChoice(box.currentData()) for key, box in self.conflict_box_by_key.items()},
            DeletedInAnkiChoice(self.deleted_in_anki_box.currentData()),
            DeletedHereChoice(self.deleted_here_box.currentData()),
            adds_notes_from_anki=self.new_notes_box.isChecked(),
            profile_name=self._preview.profile_name,
        )

    def _list_changes(self) -> list[str]:
        preview = self._preview
        counted = (
            (len(preview.added_to_anki), self.tr("%n new note(s) will be added to Anki", None, len(preview.added_to_anki))),
            (len(preview.updated_in_anki), self.tr("%n note(s) will be updated in Anki", None, len(preview.updated_in_anki))),
            (preview.card_count, self.tr("%n card(s) will be added or updated in Anki", None, preview.card_count)),
            (preview.moved_card_count, self.tr("%n card(s) will be moved in Anki, because the title of their deck changed", None, preview.moved_card_count)),
            (preview.pushed_review_count, self.tr("%n review(s) will be sent to Anki", None, preview.pushed_review_count)),
            (preview.pulled_review_count, self.tr("%n review(s) will be received from Anki", None, preview.pulled_review_count)),
            (preview.pulled_card_count, self.tr("%n card(s) will get their progress from Anki", None, preview.pulled_card_count)),
            (len(preview.updated_here), self.tr("%n note(s) changed in Anki will be updated here", None, len(preview.updated_here))),
        )  # fmt: skip
        lines = [line for count, line in counted if count]
        if preview.is_handed_over:
            lines.append(self.tr("Anki will show its import dialog. Choose “Import” there."))
        return lines

    def _add_new_notes_box(self) -> WrappingCheckBox:
        notes = self._preview.new_in_anki
        text = self.tr("Add %n note(s) from Anki to your deck files", None, len(notes))
        box = WrappingCheckBox(text, self._parent)
        box.setChecked(True)
        self._append(box, is_visible=bool(notes))
        if notes:
            self._add_text(_join_first(notes), "soft")
        return box

    def _add_deleted_in_anki_box(self) -> ComboBox:
        notes = self._preview.deleted_in_anki
        return self._add_choice(
            {self.tr("%n note(s) deleted in Anki", None, len(notes)): notes},
            (
                (self.tr("Keep here only"), DeletedInAnkiChoice.LEAVE),
                (self.tr("Send to Anki again"), DeletedInAnkiChoice.SEND_AGAIN),
                (self.tr("Delete here too"), DeletedInAnkiChoice.DELETE_HERE),
            ),
        )

    def _add_deleted_here_box(self) -> ComboBox:
        deleted, retired = self._preview.deleted_here, self._preview.retired_here
        return self._add_choice(
            {
                self.tr("%n note(s) deleted here", None, len(deleted)): deleted,
                self.tr("%n note(s) retired here: no longer in their decks", None, len(retired)): retired,
            },
            (
                (self.tr("Keep in Anki"), DeletedHereChoice.LEAVE),
                (self.tr("Also delete in Anki"), DeletedHereChoice.DELETE_IN_ANKI),
            ),
        )

    def _add_conflicts(self) -> ComboBox:
        conflicts = self._preview.conflicts
        all_box = self._add_choice(
            {
                self.tr("%n note(s) changed here and in Anki", None, len(conflicts)): ["…"]
                if conflicts
                else []
            },
            self._conflict_choices(),
        )
        all_box.currentIndexChanged.connect(self._choose_for_all)
        for conflict in conflicts[:_MAX_CONFLICTS_SHOWN]:
            key = conflict.mine.key
            self._add_text(key, "groupTitle")
            for field in describe_conflict(conflict):
                label = field_label(field.name)
                for caption, text in ((self.tr("StudyApp"), field.here), (self.tr("Anki"), field.in_anki)):
                    self._add_text(f"{label} – {caption}", "furniture")
                    view = SelectableText(text or self.tr("(empty)"), self._parent)
                    view.setAccessibleName(f"{label}: {caption}")
                    self._append(view)
            self.conflict_box_by_key[key] = self._add_box(self._conflict_choices(), key)
        return all_box

    def _conflict_choices(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Leave both as they are"), ConflictChoice.LEAVE),
            (self.tr("Keep the version in StudyApp"), ConflictChoice.HERE),
            (self.tr("Keep the version in Anki"), ConflictChoice.ANKI),
        )

    def _choose_for_all(self, index: int) -> None:
        for box in self.conflict_box_by_key.values():
            box.setCurrentIndex(index)

    def _add_choice(
        self, notes_by_heading: Mapping[str, Sequence[str]], choices: Sequence[tuple[str, str]]
    ) -> ComboBox:
        """Add a choice about notes, which is hidden if there are none."""
        shown = {heading: notes for heading, notes in notes_by_heading.items() if notes}
        for heading, notes in shown.items():
            self._add_text(heading, "groupTitle")
            if notes != ["…"]:
                self._add_text(_join_first(notes), "soft")
        box = self._add_box(choices, ", ".join(shown))
        box.setVisible(bool(shown))
        return box

    def _add_box(self, choices: Sequence[tuple[str, str]], name: str) -> ComboBox:
        box = ComboBox(self._parent)
        for text, value in choices:
            box.addItem(text, str(value))
        box.setAccessibleName(name)
        self._append(box)
        return box

    def _append(self, widget: QWidget, *, is_visible: bool = True) -> None:
        self.addWidget(widget)
        widget.setVisible(is_visible)  # now, so that the dialog is sized for it
        self.widgets.append(widget)

    def _add_text(self, text: str, style_name: str = "") -> QWidget:
        label = create_label(text, style_name, self._parent, has_word_wrap=True)
        self._append(label, is_visible=bool(text))
        return label


def _join_first(notes: Sequence[str]) -> str:
    return " · ".join(notes[:_MAX_NOTES_NAMED]) + (" …" if len(notes) > _MAX_NOTES_NAMED else "")
