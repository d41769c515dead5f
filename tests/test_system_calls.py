"""Which system calls in a log of strace are allowed."""

from pathlib import Path

import pytest

from tools.system_calls import Allowed, find_violations

ALLOWED = Allowed(
    readable=(Path("/data"), Path("/usr")), writable=(Path("/data"),), socket_folders=(Path("/data/run"),)
)
START = '9 execve("/usr/bin/python", ["python"], 0x7ffe /* 9 vars */) = 0'
THREAD = (
    "clone3({flags=CLONE_VM|CLONE_FS|CLONE_THREAD|CLONE_SYSVSEM, child_tid=0x7f} => {parent_tid=[7]}, 88) = 7"
)


def is_allowed(call: str) -> bool:
    violations = find_violations([START, call], ALLOWED, cwd=Path("/data/cwd"))
    assert violations in ([], [call])
    return not violations


@pytest.mark.parametrize(
    "call",
    [
        '9 openat(AT_FDCWD</data/cwd>, "/data/a b", O_RDONLY|O_CLOEXEC) = 3</data/a b>',
        '9 openat(AT_FDCWD</data/cwd>, "/usr/lib/x", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '9 openat(AT_FDCWD</data/cwd>, "a", O_RDWR|O_CREAT, 0600) = 3</data/cwd/a>',
        '9 openat(4</usr/share>, "a", O_RDONLY) = 3</usr/share/a>',
        '9 open("a", O_RDONLY) = 3',
        '9 openat(AT_FDCWD, "../a", O_RDONLY <unfinished ...>',
        "9 <... openat resumed>) = 3</data/a>",
        r'9 openat(AT_FDCWD, "/data/\351\241\214", O_RDONLY) = 3',
        f"9 {THREAD}",
        "9 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 7<socket:[1]>",
        '9 bind(7<socket:[1]>, {sa_family=AF_UNIX, sun_path="/data/run/s"}, 110) = 0',
        "9 listen(7<socket:[1]>, 50) = 0",
        '9 sendto(7<socket:[1]>, "x", 1, 0, NULL, 0) = 1',
        "9 exit_group(0) = ?",
    ],
)
def test_ordinary_calls_are_allowed(call: str) -> None:
    assert is_allowed(call)


@pytest.mark.parametrize(
    "call",
    [
        '9 openat(AT_FDCWD</data/cwd>, "/home/x", O_RDONLY) = 3</home/x>',
        '9 openat(AT_FDCWD</data/cwd>, "/home/x", O_RDONLY) = -1 ENOENT (No such file or directory)',
        '9 openat(AT_FDCWD</data/cwd>, "/home/x", O_RDONLY <unfinished ...>',
        '9 openat(AT_FDCWD</data/cwd>, "/usr/x", O_RDWR) = 3</usr/x>',
        '9 openat(AT_FDCWD</data/cwd>, "/usr/x", O_WRONLY|O_CREAT, 0600) = 3</usr/x>',
        '9 openat(AT_FDCWD</data/cwd>, "/data/../home/x", O_RDONLY) = 3</home/x>',
        '9 openat(AT_FDCWD</data/cwd>, "../../x", O_RDONLY) = 3</x>',
        '9 openat(4</home>, "x", O_RDONLY) = 3</home/x>',
        '9 open("/datax", O_RDONLY) = 3',
        '9 creat("/home/x", 0600) = 3',
        '9 execve("/usr/bin/xdg-open", ["xdg-open"], 0x7ffe /* 9 vars */) = 0',
        "9 fork() = 10",
        "9 vfork() = 10",
        "9 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD, child_tidptr=0x7f) = 10",
        "9 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 7<TCP:[1]>",
        "9 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 7<NETLINK:[1]>",
        '9 connect(7<socket:[1]>, {sa_family=AF_UNIX, sun_path="/run/user/1000/bus"}, 22) = 0',
        '9 connect(7<socket:[1]>, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = 0',
        '9 connect(7<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(9), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
        "something else",
    ],
)
def test_other_calls_are_not(call: str) -> None:
    assert not is_allowed(call)


def test_only_the_traced_program_may_be_started() -> None:
    assert find_violations([START, START], ALLOWED, cwd=Path("/data")) == [START]
