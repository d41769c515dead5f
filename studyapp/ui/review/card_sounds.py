"""The sounds of the card on screen, and its texts that are read aloud: which ones belong to the side that is shown."""

from pathlib import Path

from studyapp.core.options.study_options import SoundPlayback
from studyapp.core.text.sounds import Sound
from studyapp.core.text.speech import Speech, playable_parts
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.card_sound_player import CardSoundPlayer
from studyapp.ui.card.card_view import CardView
from studyapp.ui.review.notice_bar import NoticeBar


class CardSounds(CardSoundPlayer):
    """Plays the sounds of the side that is shown. The notice bar says why something is not played."""

    def __init__(self, card_view: CardView, notice_bar: NoticeBar) -> None:
        super().__init__(card_view)
        self._shown_html = ""
        self._question_sounds: list[Sound | Speech] = []
        self._shown_sounds: list[Sound | Speech] = []
        self.noticed.connect(lambda text: notice_bar.show_message(text, is_info=True))

    def show_question(self, prompt: Prompt, folder: Path | None) -> None:
        """Take the sounds of a question. `folder` is the folder of its deck."""
        self.stop()
        self.set_deck(folder, prompt.options.play_sounds)
        self._shown_html = prompt.face.question
        self._question_sounds = self._shown_sounds = list(playable_parts(prompt.face.question))

    def show_answer(self, html: str) -> None:
        """Take the sounds of the revealed card, without those of the question that it repeats at its start."""
        self.stop()
        sounds, question_count = list(playable_parts(html)), len(self._question_sounds)
        self._shown_html = html.partition("<hr>")[2] or html
        if sounds[:question_count] == self._question_sounds:
            del sounds[:question_count]
        self._shown_sounds = sounds

    @property
    def has_sounds(self) -> bool:
        """Whether the side that is shown, or the question, has sounds."""
        return bool(self._shown_sounds or self._question_sounds)

    def replay(self) -> None:
        """Play the sounds of the side that is shown: the answer's once it is revealed, if it has any."""
        self.play_on_request(self._shown_sounds or self._question_sounds)

    def replay_question(self) -> None:
        """Play the sounds of the question."""
        self.play_on_request(self._question_sounds)

    def read_aloud(self) -> None:
        """Read the side that is shown aloud: the answer once it is revealed."""
        from studyapp.core.rendering.spoken_text import spoken_parts  # deferred: used on key only

        self.play(spoken_parts(self._shown_html))

    def play_if_automatic(self) -> None:
        """Play the sounds of the side that is shown, unless the learner wants them on key only."""
        if self._playback is SoundPlayback.AUTOMATIC:
            self.play(self._shown_sounds)
