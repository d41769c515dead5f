"""Plays the sounds of a card and reads its texts aloud, on a click or on request."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from studyapp.core.options.study_options import SoundPlayback
from studyapp.core.text.sounds import Sound
from studyapp.core.text.speech import Speech, parse_playable_link
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.card.card_view import CardView
from studyapp.ui.card.document.media_file import find_media_file
from studyapp.ui.kit import formatting

if TYPE_CHECKING:
    from studyapp.ui.sound.sound_player import SoundPlayer


class CardSoundPlayer(QObject):
    """Plays the sounds on which the user clicks in a card view, and stops when the view is hidden.

    The player is created for the first sound. A deck without sounds loads nothing.
    """

    noticed = Signal(str)
    """Carries why something is not played."""

    def __init__(self, card_view: CardView) -> None:
        super().__init__(card_view)
        self._folder: Path | None = None
        self._playback = SoundPlayback.OFF
        card_view.soundRequested.connect(self.play_link)
        card_view.installEventFilter(self)

    def set_deck(self, folder: Path | None, playback: SoundPlayback) -> None:
        """Play files of this folder, unless the options of the deck turn sounds off."""
        self._folder, self._playback = folder, playback

    def play_link(self, address: str) -> None:
        """Play the sound, or read the text aloud, to which a link leads."""
        part = parse_playable_link(address)
        self.play_on_request([part] if part else [])

    def play_on_request(self, sounds: Sequence[Sound | Speech]) -> None:
        """Play what the user asks for, or say that sounds are turned off."""
        if sounds and self._playback is SoundPlayback.OFF:
            text = self.tr("Sounds are turned off. Deck options: {key}")
            self.noticed.emit(text.format(key=format_shortcut("options")))
        else:
            self.play(sounds)

    def play(self, sounds: Iterable[Sound | Speech]) -> None:
        """Play these sounds one after another, instead of those that are playing."""
        parts = list(sounds)
        if parts:
            from studyapp.ui.sound.sound_player import SoundFile

            self._player.play(
                part
                if isinstance(part, Speech)
                else SoundFile(part.name, find_media_file(self._folder, part.path))
                for part in parts
            )

    def stop(self) -> None:
        """Stop playing."""
        if "_player" in self.__dict__:
            self._player.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop when the card view is hidden, but not when the window is minimized."""
        if event.type() is QEvent.Type.Hide and not event.spontaneous():
            self.stop()
        return super().eventFilter(watched, event)

    @cached_property
    def _player(self) -> "SoundPlayer":
        # Deferred: few decks have sounds.
        from studyapp.ui.sound import sound_device, speech_voice
        from studyapp.ui.sound.sound_player import SoundPlayer

        voice = speech_voice.SpeechDispatcherVoice(self)
        player = SoundPlayer(sound_device.MiniaudioDevice(), voice, self)
        player.failed.connect(self._report_failure)
        player.deviceMissing.connect(
            lambda: self.noticed.emit(self.tr("No sound device was found, so sounds are not played."))
        )
        player.voiceMissing.connect(
            lambda: self.noticed.emit(self.tr("No voice was found, so texts are not read aloud."))
        )
        return player

    def _report_failure(self, name: str, error: TranslatableError | OSError) -> None:
        text = self.tr("The sound {name} is not played: {reason}.")
        self.noticed.emit(text.format(name=name, reason=formatting.format_error(error)))
