"""The column names that are recognized, in several languages."""

import re
from collections.abc import Sequence

from studyapp.core.textfiles.table_layout import FIELD_USES, ColumnUse

_QUESTIONS = """
front question term word text vorderseite frage recto question mot terme anverso anverso pregunta palabra fronte domanda
frente pergunta voorkant vraag перед вопрос слово лицевая 問題 问题 題目 题目 正面 表 表面 おもて 質問 問い 앞 앞면 질문 문제
"""
_BACKS = """
back answer rückseite antwort verso réponse reverso respuesta retro risposta resposta achterkant antwoord оборот ответ 答案 背面 反面
裏 裏面 うら 答え 解答 뒤 뒷면 답 정답
"""
_MEANINGS = """
definition meaning translation bedeutung übersetzung definition signification traduction significado definición traducción significato
traduzione definizione tradução betekenis vertaling перевод значение 意味 訳 翻訳 解釋 解释 翻譯 翻译 意思 釋義 释义 뜻 의미 번역
"""
_TAGS = "tags tag schlagwort schlagwörter schlagworte étiquettes etiquetas etiqueta labels метки теги 標籤 标签 タグ 태그"
_DECKS = "deck stapel paquet mazo baralho mazzo колода 牌組 牌组 デッキ 덱"
_IDS = "id uid uuid noteid note_id"
_OTHERS = """
note notes notiz notizen anmerkung anmerkungen bemerkung bemerkungen kommentar beschreibung beispiel beispiele beispielsatz satz
wort vokabel vokabeln begriff wortart lautschrift aussprache quelle bild ton thema kapitel hinweis lektion nummer nr deutsch englisch
französisch spanisch italienisch latein lateinisch japanisch chinesisch
type kind category level topic chapter lesson unit number no no. # index hint comment comments remark remarks description
explanation why extra section evidence source reference example examples sentence sentences context picture image audio sound
pronunciation reading readings kana kanji hanzi pinyin romaji hiragana katakana furigana onyomi kunyomi on kun expression
vocabulary vocab phrase part gender plural pos ipa frequency strokes radical english german french spanish italian portuguese latin
russian japanese chinese korean capital country date year formula
expression exemple exemples remarque remarques commentaire commentaires source prononciation français anglais
nota notas ejemplo ejemplos comentario comentarios español inglés pronunciación frase exemplo exemplos português inglês
esempio esempi note italiano inglese parola voorbeeld voorbeelden opmerking opmerkingen nederlands engels woord
пример примеры заметка заметки комментарий русский английский
單字 单词 單詞 詞彙 词汇 生詞 生词 漢字 汉字 注音 拼音 讀音 读音 發音 发音 例句 例子 說明 说明 備註 备注 筆記 笔记 註解 注解 詞性 词性 類型 类型
類別 分类 分類 中文 英文 日文 英語 英语 圖片 图片 音檔 编号 編號 章節 章节 來源 来源
単語 語彙 漢字 読み 読み方 ふりがな よみ よみがな 例文 例 備考 メモ 説明 品詞 種類 レベル 画像 音声 発音 番号 日本語 英語 出典 音読み 訓読み
단어 한자 읽기 발음 예문 예 설명 메모 비고 품사 그림 소리 번호 한국어 영어 한글
"""

_NUMBERINGS = frozenset(
    {"#", "no", "no.", "nr", "nr.", "number", "nummer", "index", "番号", "編號", "编号", "번호"}
)

_USE_BY_HEADING: dict[str, ColumnUse] = {
    **dict.fromkeys(_OTHERS.split(), ColumnUse.FIELD),
    **dict.fromkeys(_TAGS.split(), ColumnUse.TAGS),
    **dict.fromkeys(_DECKS.split(), ColumnUse.DECK),
    **dict.fromkeys(_IDS.split(), ColumnUse.ID),
    **dict.fromkeys((*_BACKS.split(), *_MEANINGS.split()), ColumnUse.ANSWER),
    **dict.fromkeys(_QUESTIONS.split(), ColumnUse.QUESTION),
    "note id": ColumnUse.ID,
    "guid": ColumnUse.GUID,
    "note type": ColumnUse.NOTE_TYPE,
    "notetype": ColumnUse.NOTE_TYPE,
}

_BACK_HEADINGS = frozenset(_BACKS.split())
_FIELD_USES = frozenset(FIELD_USES)
_REMARK = re.compile(r"\s*[(（\[].*[)）\]]$")
"""A remark in brackets after a name, as in “Word (English)”."""


def use_of_heading(heading: str) -> ColumnUse | None:
    """Return what a column with this name is used for, or None if the name is unknown."""
    name = _normalize(heading)
    return _USE_BY_HEADING.get(name) or _USE_BY_HEADING.get(_REMARK.sub("", name))


def _normalize(heading: str) -> str:
    return " ".join(heading.casefold().split()).strip(" :*_")


def is_back_side(heading: str) -> bool:
    """Return whether a column with this name is the back of a card, rather than the meaning of a word, which can also be the question."""
    return _normalize(heading) in _BACK_HEADINGS


def is_numbering(heading: str) -> bool:
    """Return whether a column with this name numbers the rows, so that it is not the question."""
    return _normalize(heading) in _NUMBERINGS


def are_headings(cells: Sequence[str]) -> bool:
    """Return whether the cells of the first row are names of columns: most of them are known, or the question and the answer are
    named, or a column that is no field."""
    named = [cell.strip() for cell in cells if cell.strip()]
    uses = [use for use in map(use_of_heading, named) if use is not None]
    if len(set(named)) < len(named) or len(uses) < min(2, max(1, len(named))):
        return False
    has_both_sides = {ColumnUse.QUESTION, ColumnUse.ANSWER} <= set(uses)
    return 2 * len(uses) > len(named) or has_both_sides or not _FIELD_USES.issuperset(uses)
