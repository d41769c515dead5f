"""The command line finds the languages that the window uses."""

from pathlib import Path

import pytest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.window_languages import languages_of_window
from studyapp.ui.kit.app_settings import AppSettings


@pytest.mark.parametrize("languages", list(CardLanguages))
def test_chosen_languages_are_found(tmp_path: Path, languages: CardLanguages) -> None:
    settings = AppSettings(tmp_path)
    settings.card_languages = languages
    settings._ini_file.sync()
    assert languages_of_window(tmp_path) is languages


@pytest.mark.parametrize("interface", ["en", "zh-Hant", "zh-Hans"])
def test_languages_follow_the_interface(tmp_path: Path, interface: str) -> None:
    settings = AppSettings(tmp_path)
    settings.interface_language = interface
    settings._ini_file.sync()
    assert languages_of_window(tmp_path) is settings.card_languages


@pytest.mark.parametrize(
    ("locale", "languages"),
    [
        ("de_DE.UTF-8", CardLanguages.ENGLISH),
        ("zh_TW.UTF-8", CardLanguages.TRADITIONAL_CHINESE),
        ("zh_HK", CardLanguages.TRADITIONAL_CHINESE),
        ("zh_CN.UTF-8", CardLanguages.SIMPLIFIED_CHINESE),
        ("zh_SG.UTF-8", CardLanguages.SIMPLIFIED_CHINESE),
        ("", CardLanguages.ENGLISH),
    ],
)
def test_before_the_first_start_the_system_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str, languages: CardLanguages
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert languages_of_window(tmp_path) is languages


@pytest.mark.parametrize(
    "content", ["no section", "[General]\ncard-language=xx\n", "\xff", "[General]\n[General]\n"]
)
def test_damaged_settings_count_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "window.ini").write_text(content, encoding="latin-1")
    assert languages_of_window(tmp_path) is CardLanguages.ENGLISH
