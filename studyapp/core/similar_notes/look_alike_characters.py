"""Characters that learners confuse because they look alike."""

_GROUPS = (
    # Chinese, simplified as in the search index
    "己已巳", "土士", "末未", "日曰", "天夭", "人入八", "大太犬", "千干于", "田由甲申", "戊戌戍", "刀刁", "贝见", "午牛", "住往", "候侯",
    "折拆析", "拔拨", "辨辩辫", "晴睛", "眯咪", "栗粟", "茶荼", "赢羸", "亨享", "今令", "免兔", "乌鸟", "毋母", "冶治", "冷泠", "准淮",
    "沾粘", "径经", "清请情", "很恨狠", "低底抵", "诀决", "喝渴", "九丸", "目且", "勾匀", "仓仑", "幻幼", "代伐", "肓盲", "师帅",
    "玉王主", "凤风", "历厉", "体休", "失矢", "石右", "名各", "考老", "问间", "遣遗", "哀衰衷", "祟崇", "密蜜", "壁璧", "暑署", "槽糟",
    "堤提", "抡抢", "陪赔", "博搏", "炙灸",
    # Japanese
    "シツ", "ソンノ", "クワタ", "ラヲ", "チテ", "アマ", "コユヨ", "ナメ", "スヌ", "はほ", "ぬめ", "ねれわ", "るろ", "さきち", "いりこ",
    # Cyrillic, Hebrew, Arabic, Thai
    "шщ", "ьъы", "цч", "בכ", "דר", "החת", "וזן", "סם", "عغ", "بتثن", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "فق", "ดตค", "กถภ", "บป",
    "ผพฝฟ", "ชซ",
)  # fmt: skip
"""No character is in two groups. All are folded as in the search index."""

_FIRST_BY_CHARACTER = {ord(character): group[0] for group in _GROUPS for character in group[1:]}


def replace_look_alikes(text: str) -> str:
    """Return a folded text with each character replaced by the first one of those that look like it."""
    return text if text.isascii() else text.translate(_FIRST_BY_CHARACTER)
