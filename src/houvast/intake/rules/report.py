"""What became of a list, counted: the report on the screen and of `houvast import-e33 --report`."""

from dataclasses import dataclass, field
from typing import TypedDict

from houvast.intake.rules.finding import Finding
from houvast.intake.rules.row import AcceptedRow, RefusedRow


class FindingJson(TypedDict):
    """A finding in the agreed form."""

    row: int
    column: str
    reason: str


class ReportJson(TypedDict):
    """The report in the agreed form."""

    read: int
    accepted: int
    already_known: int
    refused: list[FindingJson]
    warnings: list[FindingJson]


@dataclass(slots=True)
class Report:
    """Counts of one import, filled row by row; `read` is always the sum of the three outcomes.

    A refused row is named once, with its first reason. Warnings are those of accepted rows: a concern that was already
    known adds nothing, so nothing of it is left empty either.
    """

    accepted: int = 0
    already_known: int = 0
    refused: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Rows that are not empty."""
        return self.accepted + self.already_known + len(self.refused)

    def count_accepted(self, row: AcceptedRow) -> None:
        """A concern was filed."""
        self.accepted += 1
        self.warnings.extend(row.warnings)

    def count_known(self) -> None:
        """A concern was recognised and left as it is."""
        self.already_known += 1

    def count_refused(self, row: RefusedRow) -> None:
        """A row waits to be repaired."""
        self.refused.append(row.reasons[0])

    def as_json(self) -> ReportJson:
        """The report in the agreed form, ready for `json.dumps`."""
        return {
            "read": self.read,
            "accepted": self.accepted,
            "already_known": self.already_known,
            "refused": [_as_json(finding) for finding in self.refused],
            "warnings": [_as_json(finding) for finding in self.warnings],
        }


def _as_json(finding: Finding) -> FindingJson:
    return {"row": finding.row, "column": finding.column, "reason": finding.reason}
