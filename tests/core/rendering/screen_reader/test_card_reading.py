"""Cards of every kind as a screen reader says them."""

from studyapp.core.cards.card import Card, cards_of
from studyapp.core.notes.custom_note_type import CardTemplate, CustomNoteType
from studyapp.core.notes.drawing import Arrow, Box, Cell, TableDrawing, TreeDrawing
from studyapp.core.notes.note import (
    AnswerOption,
    Basic,
    Claim,
    Cloze,
    CustomContent,
    Diagram,
    Evidence,
    MultipleChoice,
    Note,
    NoteContent,
    Reversed,
    Term,
    TypedAnswer,
)
from studyapp.core.rendering.choice_face import shuffled_option_order
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.rendering.screen_reader.card_reading import read_answer, read_question
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ENGLISH = CardLanguages.ENGLISH


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


def card_of(
    content: NoteContent, why: str | None = None, evidence: Evidence | None = None, ordinal: int | None = None
) -> Card:
    explanation = neutral(why) if why else None
    note = Note("deck", "note", content, explanation=explanation, evidence=evidence)
    return next(card for card in cards_of(note) if ordinal in (None, card.ordinal))


def heard_question(card: Card, languages: CardLanguages = ENGLISH) -> list[str]:
    return read_question(render_face(card, languages), languages).splitlines()


def heard_answer(
    card: Card, languages: CardLanguages = ENGLISH, typed: str = "", picked: tuple[int, ...] = ()
) -> list[str]:
    response = LearnerResponse(typed, frozenset(picked))
    face = render_face(card, languages, 0, response)
    return read_answer(card, face, languages, 0, response).splitlines()


def test_basic_card() -> None:
    card = card_of(
        Basic(neutral("What is *RLHF*?"), neutral("Learning from feedback")), why="People compare."
    )
    assert heard_question(card) == ["What is RLHF?"]
    assert heard_answer(card) == ["Answer: Learning from feedback", "Why: People compare."]


def test_reversed_card() -> None:
    card = card_of(Reversed(neutral("dog"), neutral("chien")), ordinal=2)
    assert (heard_question(card), heard_answer(card)) == (["chien"], ["Answer: dog"])


def test_term_card() -> None:
    card = card_of(Term(neutral("loss"), neutral("What training reduces.")))
    assert heard_question(card) in (["loss"], ["What training reduces."])
    assert heard_answer(card) in (["Answer: What training reduces."], ["Answer: loss"])


def test_cloze_names_the_blank_and_what_fills_it() -> None:
    text = neutral("Trained on {{c1::Common Crawl}}, {{c2::WebText2::links}} and books.")
    first, second = card_of(Cloze(text), ordinal=1), card_of(Cloze(text), ordinal=2)
    assert heard_question(first) == ["Trained on blank, WebText2 and books."]
    assert heard_question(second) == ["Trained on Common Crawl, blank (links) and books."]
    whole = "Trained on Common Crawl, WebText2 and books."
    assert heard_answer(second) == ["Blank: WebText2", whole]


CHOICE = MultipleChoice(
    neutral("Which was trained on code?"),
    (
        AnswerOption(neutral("codex"), is_correct=True, explanation=neutral("Its name says so.")),
        AnswerOption(neutral("davinci"), explanation=neutral("It is older.")),
        AnswerOption(neutral("curie")),
    ),
)


def letter(card: Card, option_index: int) -> str:
    return "ABC"[shuffled_option_order(card, 0).index(option_index)]


def test_choice_reads_the_options_with_their_letters() -> None:
    card = card_of(CHOICE)
    options = [CHOICE.options[index].text.version_texts[0] for index in shuffled_option_order(card, 0)]
    numbered = [f"{name}: {option}" for name, option in zip("ABC", options, strict=True)]
    assert heard_question(card) == ["Which was trained on code?", *numbered]


def test_choice_marks_the_picked_option() -> None:
    card = card_of(CHOICE)
    face = render_face(card, ENGLISH, 0, LearnerResponse(picked_options=frozenset({1})))
    assert f"{letter(card, 1)}: davinci, picked" in read_question(face, ENGLISH).splitlines()


def test_choice_says_what_was_picked_and_whether_it_was_right() -> None:
    card = card_of(CHOICE, why="All code models share it.")
    right = f"{letter(card, 0)}: codex"
    reasons = ["Its name says so.", "Why: All code models share it."]
    assert heard_answer(card) == [f"Answer: {right}", *reasons]
    assert heard_answer(card, picked=(0,)) == [f"You picked {right}", "Correct.", *reasons]
    assert heard_answer(card, picked=(1,)) == [
        f"You picked {letter(card, 1)}: davinci",
        "Wrong.",
        "It is older.",
        f"Answer: {right}",
        *reasons,
    ]


def test_typed_answer_says_what_was_typed_and_whether_it_was_right() -> None:
    card = card_of(TypedAnswer(neutral("59 × 61?"), neutral("3599")))
    assert heard_question(card) == ["59 × 61?"]
    assert heard_answer(card, typed="3599") == ["You typed: 3599", "Correct.", "Answer: 3599"]
    assert heard_answer(card, typed="359") == ["You typed: 359", "Wrong.", "Answer: 3599"]
    assert heard_answer(card) == ["Answer: 3599"]


def test_claim_answers_with_its_evidence() -> None:
    card = card_of(
        Claim(neutral("Code helps reasoning.")), why="They go together.", evidence=Evidence.HYPOTHESIS
    )
    assert heard_question(card) == ["Code helps reasoning."]
    assert heard_answer(card) == ["Answer: Hypothesis", "They go together."]


def test_table_of_a_diagram_is_read_row_by_row() -> None:
    drawing = TableDrawing(
        neutral("Models"),
        (neutral("Model"), neutral("Year")),
        (
            (Cell(neutral("GPT-3"), 0), Cell(neutral("2020"), 1)),
            (Cell(neutral("OPT"), 0), Cell(neutral("2022"), 0)),
        ),
    )
    card = card_of(Diagram(drawing))
    assert heard_question(card) == ["Models", "Model: GPT-3, Year: blank", "Model: OPT, Year: 2022"]
    assert heard_answer(card) == ["Answer: 2020"]


def test_tree_of_a_diagram_is_read_box_by_box() -> None:
    boxes = (Box("egg", neutral("Egg"), 0, 0, card_ordinal=1), Box("chick", neutral("Chick"), 0, 1))
    card = card_of(Diagram(TreeDrawing(neutral("Life"), boxes, (Arrow("egg", "chick"),))))
    assert heard_question(card) == ["Life", "blank", "Chick", "blank → Chick"]
    assert heard_answer(card) == ["Answer: Egg"]


def test_content_of_a_question() -> None:
    front = """Read **this**:

1. one
2. two

- dot

```python
if x:
    print(1)
```

| Model | Month |
|:------|------:|
| davinci | 7 |

![A hill](hill.png)"""
    assert heard_question(card_of(Basic(neutral(front), neutral("x")))) == [
        "Read this:",
        "1. one",
        "2. two",
        "dot",
        "Code:",
        "if x:",
        "    print(1)",
        "Model: davinci, Month: 7",
        "Picture: A hill",
    ]


def html_card(
    front: str, back: str = "{{Two}}", *fields: str, is_cloze: bool = False, ordinal: int = 1
) -> Card:
    note_type = CustomNoteType(
        0, "Type", ("One", "Two"), (CardTemplate("Card", front, back),), is_cloze=is_cloze
    )
    return card_of(CustomContent(note_type, fields), ordinal=ordinal)


def test_html_cloze() -> None:
    card = html_card("{{cloze:One}}", "{{cloze:One}}", "The {{c1::mitral}} valve", "", is_cloze=True)
    assert heard_question(card) == ["The blank valve"]
    assert heard_answer(card) == ["Blank: mitral", "The mitral valve"]


def test_html_typed_answer() -> None:
    card = html_card("{{One}} {{type:Two}}", "{{type:Two}}", "2 + 2", "four")
    assert heard_question(card) == ["2 + 2"]
    assert heard_answer(card, typed="for") == ["You typed: for", "Wrong.", "Answer: four"]


def test_html_table_and_list() -> None:
    table = "<table><tr><th>Muscle</th><th>Nerve</th></tr><tr><td>biceps</td><td>one<br>two</td></tr></table>"
    card = html_card("{{One}}", "{{Two}}", table, "<ol start=3><li>x<ul><li>y</li></ul></li><li>z</li></ol>")
    assert heard_question(card) == ["Muscle: biceps, Nerve: one two"]
    assert heard_answer(card) == ["Answer: 3. x", "y", "4. z"]


def test_image_occlusion_says_that_a_part_is_hidden() -> None:
    mask = "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}"
    card = html_card(
        "{{cloze:One}}{{Two}}", "{{cloze:One}}{{Two}}", mask, '<img src="hill.png">', is_cloze=True
    )
    assert heard_question(card) == ["Picture without a description, a part is hidden"]
    assert heard_answer(card) == ["Answer: Picture without a description"]


def test_words_are_in_the_languages_of_the_side() -> None:
    text = LocalizedText((("en", "An {{c1::apple}}"), ("zh-Hant", "一顆{{c1::蘋果}}")))
    card = card_of(Cloze(text))
    assert heard_question(card, CardLanguages.TRADITIONAL_CHINESE) == ["一顆空格"]
    assert heard_question(card, CardLanguages.SIMPLIFIED_CHINESE) == ["一颗空格"]
    assert heard_answer(card, CardLanguages.ENGLISH_TO_TRADITIONAL) == ["空格：蘋果", "一顆蘋果"]
    typed = card_of(TypedAnswer(neutral("q"), neutral("a")))
    assert heard_answer(typed, CardLanguages.SIMPLIFIED_CHINESE, typed="b") == [
        "你输入了：b",
        "错误。",
        "答案：a",
    ]


def test_formula_is_read_as_its_source() -> None:
    card = card_of(Cloze(neutral("Energy is {{c1::$mc^2$}}, so $E = mc^2$.")))
    assert heard_question(card) == ["Energy is blank, so E = mc^2."]
    assert heard_answer(card) == ["Blank: mc^2", "Energy is mc^2, so E = mc^2."]


def test_sound_is_read_as_its_name() -> None:
    card = card_of(Basic(neutral("Who is this? [sound:dog.mp3]"), neutral("a dog")))
    assert heard_question(card) == ["Who is this? Sound: dog.mp3"]
