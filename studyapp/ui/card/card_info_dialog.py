"""The card info dialog."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from studyapp.core.study.schedule import LearningPhase, NewPhase, RelearningPhase, ReviewPhase
from studyapp.services.study.card_info import CardInfo
from studyapp.ui.card.due_reason_text import describe_due_reason
from studyapp.ui.card.forgetting_curve import ForgettingCurvePlot
from studyapp.ui.card.history_table import HistoryTable
from studyapp.ui.card.leech_buttons import LeechButtons
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label


class CardInfoDialog(ScrollingDialog):
    """Shows the schedule of a card, its forgetting curve and its history, and what can be done about a leech."""

    editRequested = Signal(str)
    splitRequested = Signal(str)
    """Both carry the key of the note."""

    similarCardsRequested = Signal(object)
    """Carries the card."""

    def __init__(self, info: CardInfo, parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self.setWindowTitle(self.tr("Card info"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._info = info
        column = self.column
        column.addWidget(create_label(str(info.card), "furniture", self, has_word_wrap=True))
        column.addLayout(self._build_info_grid())
        self._add_section(self.tr("Why this interval"), describe_due_reason(info.reason))
        leech_text = self._describe_lapses()
        if leech_text:
            self._add_section(self.tr("Often forgotten"), leech_text)
            column.addWidget(self._create_leech_buttons())
        else:
            similar_button = self.add_button(self.tr("Similar cards…"), is_leading=True)
            similar_button.clicked.connect(lambda: self.similarCardsRequested.emit(info.card))
        if info.curve is not None:
            curve = ForgettingCurvePlot(info.curve, self)
            self._add_section(self.tr("Forgetting curve"), curve.figures_text())
            column.addWidget(curve)
        if info.history:
            self.history_table = HistoryTable(info.history, self)
            column.addWidget(self.history_table, 1)
        self.add_button(self.tr("Close"), is_default=True).clicked.connect(self.close)

    def _add_section(self, title: str, text: str) -> None:
        title_label = create_label(title, "groupTitle", self)
        title_label.setIndent(0)  # in line with the text
        self.column.addWidget(title_label)
        self.column.addWidget(create_label(text, "", self, has_word_wrap=True))

    def _create_leech_buttons(self) -> LeechButtons:
        buttons = LeechButtons(self)
        buttons.set_card(self._info.card)
        buttons.editRequested.connect(self.editRequested)
        buttons.splitRequested.connect(self.splitRequested)
        buttons.similarCardsRequested.connect(self.similarCardsRequested)
        return buttons

    def _describe_lapses(self) -> str:
        """Return what the lapses of a leech say, and what to do; empty for other cards."""
        lapses = self._info.lapses
        if lapses is not None and lapses.is_improbable:
            expected = self.tr(
                "FSRS expected about {number}; the probability of so many lapses is only {probability}."
            ).format(
                number=QLocale().toString(lapses.expected, "f", 1),
                probability=formatting.format_probability(lapses.probability),
            )
            sentences = [self.tr("You have forgotten it %n time(s).", None, lapses.lapses), expected]
        elif self._info.is_leech:
            count = self._info.schedule.lapse_count
            sentences = [self.tr("You have forgotten it %n time(s).", None, count)]
        else:
            return ""
        advice = self.tr(
            "Edit the note so that it has one short answer, split it in two, or add what distinguishes it from similar cards."
        )
        return formatting.join_sentences(*sentences, advice)

    def info_rows(self) -> list[tuple[str, str]]:
        """Return the label and the value of each row."""
        schedule = self._info.schedule
        rows = [(self.tr("State"), self._format_state())]
        match schedule.phase:
            case LearningPhase() | RelearningPhase() if self._info.step_due_day is not None:
                rows.append((self.tr("Due"), formatting.format_study_day(self._info.step_due_day)))
            case ReviewPhase(due_day=day):
                rows.append((self.tr("Due"), formatting.format_study_day(day)))
            case LearningPhase(due_at=at) | RelearningPhase(due_at=at):
                rows.append((self.tr("Due"), formatting.format_time_of_day(at)))
        if schedule.memory is not None and self._info.curve is not None:
            rows += [
                (self.tr("Stability"), formatting.format_days(round(schedule.memory.stability))),
                (
                    self.tr("Difficulty"),
                    self.tr("{number} out of 10").format(number=f"{schedule.memory.difficulty:.1f}"),
                ),
                (self.tr("Retrievability"), formatting.format_share(self._info.curve.share_today)),
            ]
        rows += [
            (self.tr("Reviews"), str(schedule.review_count)),
            (self.tr("Lapses"), str(schedule.lapse_count)),
        ]
        return rows

    def _build_info_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = self.info_rows()
        texts = [self.tr("{label}: {value}").format(label=label, value=value) for label, value in rows]
        self.setAccessibleDescription("\n".join(texts))  # a screen reader says it when the dialog opens
        for row, (label, value) in enumerate(rows):
            value_label = create_label(value, "", self, has_word_wrap=True)
            value_label.setAccessibleName(texts[row])
            grid.addWidget(create_label(label, "soft", self), row, 0)
            grid.addWidget(value_label, row, 1)
        return grid

    def _format_state(self) -> str:
        schedule = self._info.schedule
        match schedule.phase:
            case NewPhase():
                state = self.tr("New")
            case LearningPhase():
                state = self.tr("Learning")
            case ReviewPhase():
                state = self.tr("Review")
            case RelearningPhase():
                state = self.tr("Relearning")
        details = [self.tr("Suspended")] if schedule.is_suspended else []
        details += [self.tr("Leech")] if self._info.is_leech else []
        details += [formatting.format_flag(schedule.flag)] if schedule.flag else []
        return " · ".join([state, *details])
