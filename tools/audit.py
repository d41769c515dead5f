"""Report known vulnerabilities of the pinned dependencies (`make audit`).

Asks the vulnerability services of PyPI and OSV by means of pip-audit. A finding is an error. A service that can't be
reached is reported, but is not an error, because some networks have a package index only.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "constraints.txt"
SERVICES = ("pypi", "osv")

_PIN = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)
_UNREACHABLE = re.compile(
    r"\w*(?:Connection|Service|Timeout|Proxy|SSL|ChunkedEncoding|JSONDecode)Error\b.*|\w+Timeout\b.*"
    r"|Could not connect .*|.* is not redirecting .*"
)
"""Messages of pip-audit and of its HTTP library when a service does not answer as expected."""


class Pin(NamedTuple):
    """A package and its version."""

    name: str
    version: str


class Report(NamedTuple):
    """What a service answered: a line for each vulnerability, and the packages that it knows."""

    findings: tuple[str, ...] = ()
    checked: frozenset[Pin] = frozenset()


class Unreachable(Exception):
    """A service can't be reached."""


def pins(lock: str) -> list[Pin]:
    """Return all pins of a lock file, for every Python and platform."""
    return [Pin(*match) for match in _PIN.findall(lock)]


def batches(pins: Iterable[Pin]) -> Iterator[list[Pin]]:
    """Yield the pins in lists with one version per package, as pip-audit requires."""
    left = list(pins)
    while left:
        batch = {pin.name: pin for pin in reversed(left)}
        yield [pin for pin in left if batch[pin.name] == pin]
        left = [pin for pin in left if batch[pin.name] != pin]


def parse_report(json_text: str) -> Report:
    """Return what pip-audit reports in its JSON format."""
    findings: list[str] = []
    checked: set[Pin] = set()
    for package in json.loads(json_text)["dependencies"]:
        if "skip_reason" in package:
            continue
        checked.add(Pin(package["name"], package["version"]))
        for vulnerability in package["vulns"]:
            fixed = ", ".join(vulnerability["fix_versions"]) or "none"
            findings.append(
                f"{package['name']} {package['version']}: {vulnerability['id']}, fixed in: {fixed}"
            )
    return Report(tuple(findings), frozenset(checked))


def ask(service: str, batch: Iterable[Pin]) -> Report:
    """Ask a service about packages. Raises Unreachable, or RuntimeError if pip-audit fails for another reason."""
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text("".join(f"{name}=={version}\n" for name, version in batch), encoding="utf-8")
        options = ("--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json")
        result = subprocess.run(
            [sys.executable, "-m", "pip_audit", "-r", requirements, "-s", service, *options],
            capture_output=True,
            text=True,
        )
    if result.stdout.startswith("{"):
        return parse_report(result.stdout)
    if reasons := _UNREACHABLE.findall(result.stderr):
        raise Unreachable(reasons[-1])
    raise RuntimeError(result.stderr)


def main() -> int:
    locked = pins(LOCK.read_text(encoding="utf-8"))
    findings: set[str] = set()
    checked: set[Pin] = set()
    for service in SERVICES:
        try:
            for batch in batches(locked):
                report = ask(service, batch)
                findings.update(report.findings)
                checked.update(report.checked)
        except Unreachable as error:
            print(f"audit: {service} can't be reached: {error}", file=sys.stderr)
        except RuntimeError as error:
            print(f"audit: pip-audit failed: {error}", file=sys.stderr)
            return 1
    for finding in sorted(findings):
        print(f"audit: {finding}", file=sys.stderr)
    unchecked = len(set(locked) - checked)
    print(
        f"audit: {len(locked) - unchecked} of {len(locked)} packages checked, {len(findings)} vulnerabilities"
    )
    if unchecked:
        print(
            f"audit: {unchecked} packages were NOT checked: no service knows them or can be reached",
            file=sys.stderr,
        )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
