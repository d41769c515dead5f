"""Bring the translations in step with the sources: `make translations`.

Collects every text into the .ts files, which people translate, and compiles those into the .qm files, which
the program loads. Both are committed; a test compares them with the sources.
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


MAINLAND = {
    "设定": "设置", "预设": "默认", "快速键": "快捷键", "开启": "打开", "字型": "字体", "复原": "撤销", "资料": "数据",
    "卡词组言": "卡片语言", "「": "“", "」": "”", "纪录": "记录", "自订": "自定义", "橘旗": "橙旗", "套件档": "包", "导出档": "导出文件",
    "另存新档": "另存为", "复本": "副本", "则笔记": "条笔记", "哪一则": "哪一条", "清单": "列表", "先备条件": "先修条件", "先备卡片": "先修卡片", "注解": "注释",
    "拼字": "拼写", "纯文字": "纯文本", "一栏加一列": "一列加一行", "栏可以是半栏": "列可以是半列", "这一列有": "这一行有",
    "离开": "退出", "拷贝": "复制", "更动": "更改", "取代": "替换", "用猜的": "猜的", "色彩": "颜色", "调度维持原样": "复习计划不变",
    "连接指向": "连线指向", "Anki 包 ": "Anki 牌组包 ", "依牌组": "按牌组", "依标签": "按标签",
    "{columns} 栏": "{columns} 列", "每一列的每一栏": "每一行的每一列",
}  # fmt: skip
"""What OpenCC leaves as Taiwan says it or mistakes, and what programs in mainland China say. A row is there what a
column is here."""


def collect(folder: Path) -> None:
    """Update the .ts files in `folder` from the sources; English ones hold plural forms alone."""
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
    """Make the catalogue in Simplified Chinese from the one in Traditional: by OpenCC, and with the words that
    programs use in mainland China."""
    tree = ElementTree.parse(traditional)
    tree.getroot().set("language", "zh_Hans")
    for translation in (*tree.iter("translation"), *tree.iter("numerusform")):
        words = OpenCC("tw2sp").convert(translation.text or "")
        for other, usual in MAINLAND.items():
            words = words.replace(other, usual)
        translation.text = words or None
    tree.write(simplified, encoding="utf-8", xml_declaration=True)


def compile_all(folder: Path) -> None:
    """Compile each .ts file of `folder` to a .qm file beside it."""
    for name in CATALOGUES.values():
        _run("lrelease", "-silent", str(folder / name), "-qm", str((folder / name).with_suffix(".qm")))


def _run(tool: str, *arguments: str) -> None:
    program = Path(PySide6.__file__).parent / tool
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER)
    compile_all(FOLDER)
