"""Update the translations from the sources (`make translations`).

Collects all texts in the .ts files, which are translated by hand, and compiles these to the .qm files, which the
program loads. Both are committed. A test compares them with the sources.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6
from opencc import OpenCC

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
CATALOGUES = {"en": "studyapp_en.ts", "zh_Hant": "studyapp_zh_Hant.ts", "zh_Hans": "studyapp_zh_Hans.ts"}


MAINLAND_TERMS = {
    "发生未预期的错误": "发生意外错误", "未预期的错误": "意外错误", "无法运作": "无法正常使用", "当成公式运行": "当作公式执行",
    "花费太久": "耗时过长", "有效的空格": "有效的填空",
    "卡词组言": "卡片语言", "显卡片": "显示卡片", "「": "“", "」": "”", "搁置低效卡": "暂停记忆难点卡片", "搁置": "暂停",
    "推迟": "搁置", "低效卡": "记忆难点", "重新学习阶段": "重学间隔", "学习阶段": "初学间隔",
    "重新学习中": "重学中", "期望留存比率": "期望的记忆保留率", "留存比率": "记忆保留率", "留存概率": "记忆可提取性", "稳固期": "记忆稳定期", "评等": "评分",
    "调度": "排程", "轻松度": "简易度", "历程": "历史记录", "没有模板": "没有卡片模板", "在模板中": "在卡片模板中", "正面模板": "正面内容模板",
    "笔记类型": "笔记模板", "克漏字": "填空题", "附加组件": "插件", "设置档": "账户", "布景主题": "主题", "牌组预设组": "牌组预设配置",
    "预设组": "预设配置", "（预设）": "（默认）", "预设参数": "默认参数", "还原默认": "恢复默认", "Anki 牌组档": "Anki 牌组包",
    "集合档": "集合文件", "Markdown 档": "Markdown 文件", "导出档": "导出文件", "文字档": "文本文件", "另存新档": "另存为",
    "纯文字": "纯文本", "文字大小": "字号", "文字": "文本", "则笔记": "条笔记", "这则": "这条", "%n 则": "%n 条", "{count} 则": "{count} 条", "三则": "三条", "识别码": "标识符",
    "寻找": "查找", "套用": "应用", "清单": "列表", "键值组": "键值对", "注解": "注释", "自订": "自定义", "拼字": "拼写", "复本": "副本", "拷贝": "复制",
    "快速键": "快捷键", "离开": "退出", "复原": "撤销", "未加入 {name}": "未添加到 {name}", "已加入第一个": "已添加到第一个",
    "添加或改过": "新增或改过", "加入": "添加", "取代": "替换", "覆写": "覆盖", "变更": "更改", "回报：": "报告：", "损毁": "损坏",
    "略过": "跳过", "产生": "生成", "先备": "先修", "卡片动作": "卡片操作", "连接指向": "连线指向", "粉红色旗标": "粉色旗标",
    "青绿色旗标": "青色旗标", "栏可以是半栏": "列可以是半列", "这一列有": "这一行有",
    "{columns} 栏": "{columns} 列", "保存格": "单元格", "试算表软件": "电子表格软件", "数据列": "数据行", "跳过这列": "跳过这一行", "资源回收筒": "回收站",
}  # fmt: skip
"""Mainland Chinese terms, mainly those of Anki's Simplified Chinese, that OpenCC does not convert or converts wrongly.

The replacements are applied in this order. A replacement must come after any entry that would replace its result.
"""

MAINLAND_MESSAGES = {
    "Quit": "退出",
    "Reviews, decks, media and settings are backed up at start, every 30 minutes and at exit.": "启动时、每 30 分钟，以及退出程序时，会自动备份复习记录、牌组、媒体和设置。",
    "%n review(s) fewer": "少 %n 条复习记录",
    "%n review(s) more": "多 %n 条复习记录",
    "%n review(s) or other action(s) recovered from the damaged file.": "已从损坏的文件恢复 %n 条复习或其他操作。",
    "line {line}: the quote opened here is not closed": "第 {line} 行：此处的引号没有闭合",
    'line {line}: the quote opened here is closed in line {end}, but the cell continues; close the quote at the end of the cell, and write quotes in the text as ""': '第 {line} 行：此处的引号在第 {end} 行闭合，但其后单元格还有内容；请将右引号放在单元格末尾，文本中的引号请写成 ""',
    "%n review(s) added": "已添加 %n 条复习记录",
    "%n review(s) received from Anki": "已从 Anki 接收 %n 条复习记录",
    "%n review(s) sent to Anki": "已发送 %n 条复习记录到 Anki",
    "%n note(s) added to Anki": "已在 Anki 中新增 %n 条笔记",
    "%n note(s) updated in Anki": "已在 Anki 中更新 %n 条笔记",
    "Notes and reviews go both ways. First both sides are compared: nothing changes before you agree. Anki must be open on this computer with the AnkiConnect add-on.": "笔记和复习记录会双向同步。先比较两边，在你同意之前不会更改任何内容。这台电脑上的 Anki 必须处于打开状态，并装有插件 AnkiConnect。",
    "The size of all text in the window and on cards.": "窗口与卡片上所有文字的大小。",
    "The quote opened here is not closed.": "此处的引号没有闭合。",
    "The bracket or brace opened here is not closed.": "此处的括号没有闭合。",
    "it has no column for a field such as front or back": "没有与 front、back 等字段对应的列",
    "it contains no rows": "文件中没有任何数据行",
    "In Anki, choose File › Import, select this file, and turn on “Import any learning progress” and “Import any deck presets”. Cards already in Anki keep their progress.": "请在 Anki 选择“文件 › 导入”，再选取这个文件，并勾选“导入所有学习进度信息”与“导入所有牌组预设配置”。已在 Anki 中的卡片保留原来的进度。",
    "Text size": "文字大小",
    "Scripts in “{name}” are kept but only run in Anki, so its cards may show something else here.": "“{name}”中的脚本已保留，但只在 Anki 中运行，因此卡片在这里显示的内容可能不同。",
    "Scripts in fields are kept but only run in Anki.": "字段中的脚本已保留，但只在 Anki 中运行。",
    "Notes of type “{name}” were skipped: no template produces a card from them.": "已跳过使用笔记模板“{name}”的笔记：没有卡片模板能由它们生成卡片。",
    "Anki is writing to {path}. Try again once Anki is idle.": "Anki 正在写入 {path}。请等 Anki 空闲后再试一次。",
    "New deck…": "新增牌组…",
    "New deck": "新增牌组",
    "Review ahead (days):": "提前复习（天数）：",
    "Days ahead": "提前天数",
    "Leech threshold (lapses)": "记忆难点阈值（遗忘次数）",
    "Give each row one cell per column.": "每一行的格数必须与列数相同。",
    "The node's `place` must be a column and a row.": "节点的 `place` 必须包含列与行两个数字。",
    "Card {card} was not exported: Anki doesn't support its blank number.": "卡片 {card} 未导出：Anki 不支持它的填空编号。",
    "The cloze note has no blank.": "这条填空题笔记没有填空。",
    "Double braces don't form a blank: “{words}”.": "双大括号无法构成填空：“{words}”。",
    "{number} is not a valid blank number.": "{number} 不是有效的填空编号。",
    "Number blanks from 1 to 99.": "填空的编号为 1 到 99。",
    "Blank {number} hides no text.": "填空 {number} 没有遮住任何文本。",
    "`{language}` and `{first}` have different blank numbers.": "`{language}` 与 `{first}` 的填空编号不一致。",
    "Each blank is a card. Use the same number for it in every language.": "每个填空会成为一张卡片。请在各语言中使用相同编号。",
    "Column {number}: {name}": "第 {number} 列：{name}",
    "%n more column(s)": "还有 %n 列",
    "Columns": "列",
    "Separator": "分隔符",
    "Tab": "制表符",
    "Vertical bar (|)": "竖线（|）",
    "One row for each card": "每张卡片一行",
    "One row for each note": "每条笔记一行",
    "First row contains column names": "首行包含列名",
    "The column “{name}” was not imported.": "未导入列“{name}”。",
    "The row has more cells than there are column names. They were added as another field. If a cell contains the separator, put quotes around it.": "这一行的单元格比列名多，多出的内容已添加到另一个字段。如果单元格含有分隔符，请用引号将其括起来。",
    "The row was skipped: an earlier row has the same identifier.": "已跳过这一行：前面已有一行使用相同的标识符。",
    "The file header “{name}” was ignored: its value is not valid.": "已忽略文件头“{name}”：它的值无效。",
    "line {line}: a row has more than {limit} cells": "第 {line} 行：单元格超过 {limit} 个",
}
"""Complete translations by English source text, for messages where replacing terms is not enough."""


def collect(folder: Path) -> None:
    """Update the .ts files in `folder` from the sources. The English file contains plural forms only."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "studyapp").rglob("*.py"))
    for language, name in CATALOGUES.items():
        if language == "zh_Hans":
            simplify(folder / CATALOGUES["zh_Hant"], folder / name)
            continue
        languages = ["-source-language", "en", "-target-language", language]
        options = ["-no-obsolete", "-locations", "none", *languages]
        if language == "en":
            options.append("-pluralonly")
        _run("lupdate", *options, *sources, "-ts", str(folder / name))


def simplify(traditional: Path, simplified: Path) -> None:
    """Create the Simplified Chinese catalog from the Traditional one, with OpenCC and mainland Chinese terms."""
    tree = ElementTree.parse(traditional)
    tree.getroot().set("language", "zh_Hans")
    for message in tree.iter("message"):
        source = message.findtext("source", "")
        forms = list(message.iter("numerusform")) or list(message.iter("translation"))
        for form in forms:
            text = OpenCC("tw2sp").convert(form.text or "")
            for term, mainland_term in MAINLAND_TERMS.items():
                text = text.replace(term, mainland_term)
            form.text = MAINLAND_MESSAGES.get(source, text) or None
    tree.write(simplified, encoding="utf-8", xml_declaration=True)


def compile_all(folder: Path) -> None:
    """Compile each .ts file in `folder` to a .qm file next to it."""
    for name in CATALOGUES.values():
        _run("lrelease", "-silent", str(folder / name), "-qm", str((folder / name).with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    result = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{tool}: {result.stdout}{result.stderr}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER)
    compile_all(FOLDER)
