"""What is wrong or forgotten in a model file, in Dutch, for the person who edits it."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["fout", "let op"]
Place = tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """A finding before it is known in which file of a chain of extending models it stands."""

    severity: Severity
    place: Place
    what: str
    why: str


@dataclass(frozen=True)
class Finding:
    """One finding: which file and TOML path, the line if known, what is the matter and why it matters."""

    severity: Severity
    file: str
    place: str
    line: int | None
    what: str
    why: str

    def __str__(self) -> str:
        """One finding in three lines, as the command prints it."""
        where = self.file if self.line is None else f"{self.file}, regel {self.line}"
        place = f" [{self.place}]" if self.place else ""
        return f"{self.severity}: {where}{place}\n  {self.what}\n  Waarom: {self.why}"


class ModelError(Exception):
    """A model or theme cannot be used; `findings` says why, in Dutch."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Keep all findings: the reader wants to repair them in one go."""
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings
