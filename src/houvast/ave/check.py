"""Find what was forgotten in a model file, without using it."""

from pathlib import Path

from houvast.ave.examine import examine_file
from houvast.ave.finding import Finding

__all__ = ["Finding", "check_file"]


def check_file(path: Path) -> tuple[Finding, ...]:
    """All findings in a model or theme, errors first; empty when nothing was forgotten."""
    return tuple(sorted(examine_file(path).findings, key=lambda finding: finding.severity != "fout"))
