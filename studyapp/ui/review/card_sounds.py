"""The sounds of the card on screen, and its texts that are read aloud: when they play, and what is reported."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from studyapp.core.study.study_options import SoundPlayback
from studyapp.core.text.sounds import Sound
from studyapp.core.text.speech import Speech, parse_playable_link, playable_parts
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.card_view import CardView
from studyapp.ui.card.document.media_file import find_media_file
from studyapp.ui.kit import formatting
from studyapp.ui.review.notice_bar import NoticeBar

if TYPE_CHECKING:
    from studyapp.ui.sound.sound_player import SoundPlayer


class CardSounds(QObject):
    """Plays the sounds of the side that is shown, and stops when the card view is hidden.

    The player is created for the first sound. A deck without sounds loads nothing.
    """

    def __init__(self, card_view: CardView, notice_bar: NoticeBar) -> None:
        super().__init__(card_view)
        self._notice_bar = notice_bar
        self._prompt: Prompt | None = None
        self._folder: Path | None = None
        self._shown_html = ""
        self._question_sounds: list[Sound | Speech] = []
        self._shown_sounds: list[Sound | Speech] = []
        card_view.soundRequested.connect(self.play)
        card_view.installEventFilter(self)

    def show_question(self, prompt: Prompt, folder: Path | None) -> None:
        """Take the sounds of a question. `folder` is the folder of its deck."""
        self._stop()
        self._prompt, self._folder = prompt, folder
        self._shown_html = prompt.face.question
        self._question_sounds = self._shown_sounds = list(playable_parts(prompt.face.question))

    def show_answer(self, html: str) -> None:
        """Take the sounds of the revealed card, without those of the question that it repeats at its start."""
        self._stop()
        sounds, question_count = list(playable_parts(html)), len(self._question_sounds)
        self._shown_html = html.partition("<hr>")[2] or html
        if sounds[:question_count] == self._question_sounds:
            del sounds[:question_count]
        self._shown_sounds = sounds

    def replay(self) -> None:
        """Play the sounds of the side that is shown: the answer's once it is revealed, if it has any."""
        self._play_on_request(self._shown_sounds or self._question_sounds)

    def replay_question(self) -> None:
        """Play the sounds of the question."""
        self._play_on_request(self._question_sounds)

    def play(self, address: str) -> None:
        """Play the sound, or read the text aloud, to which a link leads."""
        part = parse_playable_link(address)
        self._play_on_request([part] if part else [])

    def read_aloud(self) -> None:
        """Read the side that is shown aloud: the answer once it is revealed."""
        from studyapp.core.rendering.spoken_text import spoken_parts  # deferred: used on key only

        self._play(spoken_parts(self._shown_html))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop when the card view is hidden, but not when the window is minimized."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self._stop()
        return super().eventFilter(watched, event)

    def play_if_automatic(self) -> None:
        """Play the sounds of the side that is shown, unless the learner wants them on key only."""
        if self._playback is SoundPlayback.AUTOMATIC:
            self._play(self._shown_sounds)

    def _play_on_request(self, sounds: Sequence[Sound | Speech]) -> None:
        if not sounds:
            return
        if self._playback is SoundPlayback.OFF:
            text = self.tr("Sounds are turned off. Deck options: {key}")
            self._notice_bar.show_message(text.format(key=format_shortcut("options")), is_info=True)
            return
        self._play(sounds)

    @property
    def _playback(self) -> SoundPlayback:
        return self._prompt.options.play_sounds if self._prompt else SoundPlayback.OFF

    def _play(self, sounds: Sequence[Sound | Speech]) -> None:
        if sounds:
            from studyapp.ui.sound.sound_player import SoundFile

            self._player.play(
                sound
                if isinstance(sound, Speech)
                else SoundFile(sound.name, find_media_file(self._folder, sound.path))
                for sound in sounds
            )

    def _stop(self) -> None:
        if "_player" in self.__dict__:
            self._player.stop()

    @cached_property
    def _player(self) -> "SoundPlayer":
        # Deferred: few decks have sounds.
        from studyapp.ui.sound import sound_device, speech_voice
        from studyapp.ui.sound.sound_player import SoundPlayer

        voice = speech_voice.SpeechDispatcherVoice(self)
        player = SoundPlayer(sound_device.MiniaudioDevice(), voice, self)
        player.failed.connect(self._report_failure)
        player.deviceMissing.connect(self._report_missing_device)
        player.voiceMissing.connect(self._report_missing_voice)
        return player

    def _report_failure(self, name: str, error: TranslatableError | OSError) -> None:
        text = self.tr("The sound {name} is not played: {reason}.")
        reason = formatting.format_error(error)
        self._notice_bar.show_message(text.format(name=name, reason=reason), is_info=True)

    def _report_missing_device(self) -> None:
        text = self.tr("No sound device was found, so sounds are not played.")
        self._notice_bar.show_message(text, is_info=True)

    def _report_missing_voice(self) -> None:
        text = self.tr("No voice was found, so texts are not read aloud.")
        self._notice_bar.show_message(text, is_info=True)
