"""What Qt knows about the display and the fonts, for reports.

`python -m studyapp.ui.diagnostics.display_facts` prints it. The command line runs that as another process, because Qt
ends the process if it can't use the display.
"""

import sys

from PySide6.QtCore import QLibraryInfo, QLocale, qVersion
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication


def describe_display() -> list[str]:
    """Return one line per fact. It needs a QApplication."""
    font = QApplication.font()
    return [
        f"Qt {qVersion()} (built with {QLibraryInfo.version().toString()})",
        f"Platform plugin: {QGuiApplication.platformName()}",
        f"Color scheme: {QGuiApplication.styleHints().colorScheme().name}",
        f"Locale: {QLocale.system().name()}",
        f"Font: {QFontInfo(font).family()} for {', '.join(font.families())}, {QFontInfo(font).pixelSize()} pixels",
        f"Font families: {len(QFontDatabase.families())}",
        *(
            f"Fonts for {system.name}: {len(QFontDatabase.families(system))}"
            for system in (
                QFontDatabase.WritingSystem.TraditionalChinese,
                QFontDatabase.WritingSystem.SimplifiedChinese,
            )
        ),
        *(
            f"Screen: {screen.geometry().width()} x {screen.geometry().height()} at a scale of {screen.devicePixelRatio():g}, "
            f"{screen.logicalDotsPerInch():g} dpi"
            for screen in QGuiApplication.screens()
        ),
    ]


def main() -> None:
    """Print the facts."""
    application = QApplication(sys.argv)
    print("\n".join(describe_display()))
    application.quit()


if __name__ == "__main__":
    main()
