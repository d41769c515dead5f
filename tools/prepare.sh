#!/bin/sh
# Set up what `make run` and `make test` need: prepare.sh PYTHON VENV REQUIREMENT
# Creates a virtual environment with the pinned packages. On Linux, it also installs the system libraries that Qt needs
# and a Chinese font, or prints the command to install them if it lacks permission. It can be run again at any time.
set -eu
python=$1 venv=$2 requirement=$3

say() { printf 'studyapp: %s\n' "$*" >&2; }

# The commands of the system's package manager, and its names of the packages.
qt_libraries="" chinese_font="" install="" refresh=:
if [ "$(uname -s)" = Linux ]; then
    if command -v apt-get >/dev/null 2>&1; then
        refresh='apt-get update -q'
        install='apt-get install -y -q --no-install-recommends'
        qt_libraries='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxcb-xkb1
            libxcb-shape0 libxcb-randr0 libxcb-sync1 libxcb-xfixes0 libxkbcommon-x11-0 libxkbcommon0 libegl1 libgl1
            libfontconfig1 libfreetype6 libdbus-1-3 libglib2.0-0 libx11-xcb1'
        chinese_font='fonts-noto-cjk fonts-dejavu-core'
    elif command -v dnf >/dev/null 2>&1; then
        install='dnf install -y'
        qt_libraries='xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil libxkbcommon-x11
            libglvnd-egl libglvnd-glx fontconfig freetype dbus-libs glib2 libX11-xcb'
        chinese_font='google-noto-sans-cjk-fonts'
    elif command -v pacman >/dev/null 2>&1; then
        install='pacman -S --needed --noconfirm'
        qt_libraries='xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil libxkbcommon-x11
            libglvnd fontconfig freetype2 dbus glib2 libx11'
        chinese_font='noto-fonts-cjk'
    elif command -v zypper >/dev/null 2>&1; then
        install='zypper --non-interactive install'
        qt_libraries='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0
            Mesa-libEGL1 Mesa-libGL1 fontconfig libfreetype6 libdbus-1-3 libglib-2_0-0'
        chinese_font='noto-sans-cjk-fonts'
    fi
fi

# Install system packages, or print how to. $1: what they are for, remaining arguments: packages.
install_system() {
    purpose=$1; shift
    if [ -z "$install" ]; then
        say "missing: $purpose. Install it with your system's package manager, then try again"
        return 1
    elif [ "$(id -u)" = 0 ]; then
        say "installing $purpose"
        $refresh >/dev/null && DEBIAN_FRONTEND=noninteractive $install "$@" >/dev/null && return 0
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        say "installing $purpose"
        sudo $refresh >/dev/null && sudo DEBIAN_FRONTEND=noninteractive $install "$@" >/dev/null && return 0
    fi
    say "missing: $purpose. Run this command, then try again:"
    printf '    sudo %s %s\n' "$install" "$*" >&2
    return 1
}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
    say "Python 3.11 or newer is required ($python is not). Choose another one, for example: make run PYTHON=python3.12"
    exit 1
}

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
    "$python" -m venv "$venv" >/dev/null 2>&1 || {
        rm -rf "$venv"
        # Debian puts venv in a separate package.
        install_system "Python's venv" python3-venv || exit 1
        "$python" -m venv "$venv"
    }
fi
say "installing Python packages into $venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable "$requirement"
# An editable install compiles nothing. Where Python can't write its cache, each start would compile the sources.
"$venv/bin/python" -m compileall -q studyapp

[ "$(uname -s)" = Linux ] || exit 0

# Return success if Qt and its X11 plugin can be loaded.
qt_loads() {
    "$venv/bin/python" - <<'PYTHON' 2>/dev/null
import ctypes, pathlib, PySide6
from PySide6 import QtWidgets
ctypes.CDLL(str(pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms/libqxcb.so"))
PYTHON
}

# Return success if Qt finds a font for Chinese.
chinese_can_be_written() {
    QT_QPA_PLATFORM=offscreen "$venv/bin/python" - <<'PYTHON' 2>/dev/null
import sys
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication([])
sys.exit(not QFontDatabase.families(QFontDatabase.WritingSystem.TraditionalChinese))
PYTHON
}

# shellcheck disable=SC2086  # these variables are lists of words
qt_loads || install_system "Qt's system libraries" $qt_libraries
# shellcheck disable=SC2086
chinese_can_be_written || install_system "a Chinese font" $chinese_font || say "continuing without it; Chinese text may show as boxes"
