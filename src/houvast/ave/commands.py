"""What `houvast ave check FILE` and `houvast ave show FILE` do; the console command only passes the path on."""

from pathlib import Path
from typing import TextIO

from houvast.ave.check import check_file
from houvast.ave.examine import examine_file
from houvast.ave.finding import Finding
from houvast.ave.model import Theme
from houvast.ave.show import show, show_theme


def run_check(path: Path, out: TextIO) -> int:
    """Print every finding in Dutch. Returns the exit code: 1 when there is an error, otherwise 0."""
    findings = check_file(path)
    for finding in findings:
        out.write(f"{finding}\n\n")
    errors = _errors(findings)
    out.write(f"{path}: {_count(len(errors), 'fout', 'fouten')}, {len(findings) - len(errors)} keer let op.\n")
    return 1 if errors else 0


def run_show(path: Path, out: TextIO) -> int:
    """Print the model or theme. With errors it prints those instead and returns 1: half a model misleads."""
    examined = examine_file(path)
    errors = _errors(examined.findings)
    for finding in errors:
        out.write(f"{finding}\n\n")
    if errors or examined.content is None:
        return 1
    out.write(show_theme(examined.content) if isinstance(examined.content, Theme) else show(examined.content))
    return 0


def _errors(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "fout"]


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
