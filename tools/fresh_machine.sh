#!/bin/bash
# Run `make run` and `make test` on a minimal Debian, as a new user would: tools/fresh_machine.sh RELEASE [TIME...]
#
#   tools/fresh_machine.sh bookworm              both commands, now
#   tools/fresh_machine.sh trixie 01:00 13:00    both commands at each of these local times
#
# The commands run in a clone of the last commit, in a chroot of Debian RELEASE with python3, python3-venv, make and
# git. A screenshot of the window is written to build/fresh/. Requires root, a network and, on the host, debootstrap,
# xvfb, openbox, xdotool and imagemagick. The base system is cached in build/fresh/.
#
# For each TIME, a time zone is chosen in which it is that time now. Faking the clock would need an extra package in the
# chroot, and libfaketime 0.9.10 breaks either waiting or sleeping in Python 3.11.
set -euo pipefail
cd "$(dirname "$0")/.."

release=${1:?usage: tools/fresh_machine.sh RELEASE [TIME...]}; shift
times=("$@"); [ $# -gt 0 ] || times=(now)
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
cache=$PWD/build/fresh
base=$cache/$release.tar
certificates=/etc/ssl/certs/ca-certificates.crt

say() { printf 'fresh machine: %s\n' "$*" >&2; }

missing=()
for program in debootstrap unshare Xvfb openbox xdotool import git; do
    command -v "$program" >/dev/null || missing+=("$program")
done
[ ${#missing[@]} = 0 ] || { say "not installed: ${missing[*]}"; exit 2; }
[ "$(id -u)" = 0 ] || { say "debootstrap and chroot need root"; exit 2; }

work=$(mktemp -d /var/tmp/studyapp-fresh.XXXXXX)
root=$work/root
display_server=
window_manager=

# All mounts are in a mount namespace of their own, which ends with the command, so nothing of the host is mounted
# below $work when it is removed.
clean_up() {
    [ -z "$window_manager" ] || kill "$window_manager" 2>/dev/null || true
    [ -z "$display_server" ] || kill "$display_server" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

make_base() {
    say "installing Debian $release"
    local script=$release  # for a release that this debootstrap does not know yet
    [ -e "/usr/share/debootstrap/scripts/$release" ] || script=sid
    debootstrap --variant=minbase --include=python3,python3-venv,make,git,ca-certificates \
        "$release" "$work/base" "$mirror" "$script" >"$work/debootstrap.log" ||
        { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
    echo 'Acquire::Check-Valid-Until "false";' >"$work/base/etc/apt/apt.conf.d/99snapshot"  # a mirror may be outdated
    mkdir -p "$cache"
    tar -C "$work/base" -cf "$base.new" . && mv "$base.new" "$base"
    rm -rf --one-file-system "$work/base"
}

make_root() {
    mkdir -p "$root" "$cache/pip"
    tar -C "$root" -xf "$base"
    git clone --quiet --no-local . "$root/root/studyapp"
    mkdir -p "$root/tmp/.X11-unix" "$root/root/.cache/pip"
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    [ ! -e "$certificates" ] || cp --dereference "$certificates" "$root$certificates"  # a proxy may use its own certificates
}

# Run a command in the clone. $1: time zone, $2: command.
inside() {
    local settings=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "TZ=$1"
        "DISPLAY=:$display" "PIP_CERT=$certificates" "SSL_CERT_FILE=$certificates")
    # shellcheck disable=SC2016
    unshare --mount --pid --fork --kill-child sh -euc '
        root=$1 pip=$2 command=$3; shift 3
        mount -t proc proc "$root/proc"
        mount -t devpts devpts "$root/dev/pts"
        mount -t tmpfs tmpfs "$root/dev/shm"
        mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
        mount --bind "$pip" "$root/root/.cache/pip"
        chroot "$root" env -i "$@" sh -c "cd /root/studyapp && $command"
    ' sh "$root" "$cache/pip" "$2" "${settings[@]}"
}

# Print the value of TZ for a time zone in which it is $1 now.
zone_at() {
    [ "$1" != now ] || { echo UTC0; return; }
    local minutes=$((($(date -u -d "1970-01-01 $1" +%s) - $(date +%s)) / 60 % 1440))  # east of Greenwich
    [ "$minutes" -ge -720 ] || minutes=$((minutes + 1440))
    local sign=-  # POSIX TZ offsets are negative east of Greenwich
    [ "$minutes" -ge 0 ] || { sign=+; minutes=$((-minutes)); }
    printf 'HERE%s%d:%02d\n' "$sign" $((minutes / 60)) $((minutes % 60))
}

start_display() {
    exec 3<>"$work/display"
    Xvfb -displayfd 3 -screen 0 1366x768x24 -ac >/dev/null 2>&1 &
    display_server=$!
    until [ -s "$work/display" ]; do sleep 0.1; done
    display=$(cat "$work/display")
    DISPLAY=:$display openbox >/dev/null 2>&1 &
    window_manager=$!
}

# Run `make run`, wait for its window, take a screenshot and close the window. $1: time zone, $2: screenshot file.
open_window() {
    inside "$1" "make run" &
    local program=$! window
    until window=$(DISPLAY=:$display xdotool search --onlyvisible --name StudyApp 2>/dev/null | head -n 1) && [ -n "$window" ]; do
        kill -0 "$program" 2>/dev/null || { wait "$program" || true; say "make run ended without a window"; return 1; }
        sleep 0.5
    done
    sleep 5  # the window reads the decks after it is shown
    DISPLAY=:$display import -window root "$2"
    DISPLAY=:$display xdotool windowactivate --sync "$window" key --clearmodifiers alt+F4
    wait "$program"
}

[ -e "$base" ] || make_base
make_root
start_display
for time in "${times[@]}"; do
    zone=$(zone_at "$time")
    picture=$cache/$release-${time/:/}.png
    say "$release at $(TZ=$zone date +%H:%M): make run"
    open_window "$zone" "$picture"
    say "$release at $(TZ=$zone date +%H:%M): make test"
    inside "$zone" "make test"
    say "$release: both commands work; the window is in $picture"
done
