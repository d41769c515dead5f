"""A list of proposed changes with check boxes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studyapp.core.text.text_difference import compare_texts
from studyapp.services.editing.find_and_replace import ProposedChange
from studyapp.ui.bulk_edit.difference_html import format_excerpt
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.kit import theme

_EXCERPT_ROLE = Qt.ItemDataRole.UserRole
_PADDING = 6
"""Pixels, at a text size of 100 %."""

AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ChangeListModel(QAbstractListModel):
    """The changes. All are checked at first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._changes: Sequence[ProposedChange] = ()
        self._unchecked_rows: set[int] = set()

    def show_changes(self, changes: Sequence[ProposedChange]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._changes = changes
        self._unchecked_rows.clear()
        self.endResetModel()

    @property
    def checked_changes(self) -> list[ProposedChange]:
        """The changes whose box is checked."""
        return [change for row, change in enumerate(self._changes) if row not in self._unchecked_rows]

    def rowCount(self, parent: AnyIndex = _NO_PARENT) -> int:
        """Return the number of changes."""
        return 0 if parent.isValid() else len(self._changes)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Let each row be checked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return where the change is, its check state, or what it changes, as rich text or in words."""
        note, change = self._changes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                field = field_label(change.field)
                return " · ".join(filter(None, (note.key, field, change.language)))
            case Qt.ItemDataRole.CheckStateRole:
                is_checked = index.row() not in self._unchecked_rows
                return Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.data(index)}: {change.before} → {change.after}"
            case Qt.ItemDataRole.ToolTipRole:
                return change.after
            case _ if role == _EXCERPT_ROLE:
                return format_excerpt(compare_texts(change.before, change.after))
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Check or uncheck a change."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unchecked_rows.discard(index.row())
        else:
            self._unchecked_rows.add(index.row())
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole])
        return True


class ChangeList(QListView):
    """Shows the changes. Space, or a click on the box, checks or unchecks one."""

    checkedChanged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("listView")
        self.change_model = ChangeListModel(self)
        self.setModel(self.change_model)
        self.setItemDelegate(_ChangeDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.change_model.dataChanged.connect(self.checkedChanged)
        self.change_model.modelReset.connect(self.checkedChanged)


class _ChangeDelegate(QStyledItemDelegate):
    """Draws two lines beside the check box: where the change is, and what it changes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """Return room for two lines."""
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 3 * theme.scale_pixels(_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the box as usual, and the two lines beside it."""
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        style = row.widget.style() if row.widget else QApplication.style()
        location, row.text = row.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        padding = theme.scale_pixels(_PADDING)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, row, row.widget)
        area = option.rect.adjusted(box.right() - option.rect.left() + padding, padding, -padding, -padding)
        painter.save()
        painter.setClipRect(area)
        painter.setPen(theme.current_colours().mutedText)
        elided = option.fontMetrics.elidedText(location, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, elided)
        painter.translate(area.left(), area.top() + option.fontMetrics.lineSpacing() + padding)
        _draw_excerpt(painter, str(index.data(_EXCERPT_ROLE)), option)
        painter.restore()


def _draw_excerpt(painter: QPainter, excerpt: str, option: QStyleOptionViewItem) -> None:
    document = QTextDocument()
    document.setDefaultFont(option.font)
    document.setDocumentMargin(0)
    document.setDefaultTextOption(_single_line())
    colour = option.palette.color(QPalette.ColorRole.Text).name()
    document.setHtml(f'<span style="color: {colour}">{excerpt}</span>')
    document.drawContents(painter, QRectF(0, 0, option.rect.width(), option.rect.height()))


def _single_line() -> QTextOption:
    text_option = QTextOption()
    text_option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return text_option
