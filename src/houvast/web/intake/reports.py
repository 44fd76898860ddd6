"""What became of a list, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from houvast.intake.rules.cells import OF_ANOTHER_MUNICIPALITY
from houvast.intake.rules.finding import Finding
from houvast.intake.rules.report import Report
from houvast.web.look import Link

SHOWN = 200


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What is wrong in one cell: the line in the file (header = 1), its column, and why."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """A table of findings; `more` says that it does not show all."""

    anchor: str
    title: str
    note: str
    rows: tuple[FindingRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class ReportLook:
    """A report: the numbers in a sentence each, and what was found."""

    title: str
    under: str
    numbers: tuple[tuple[str, str], ...]
    findings: tuple[Findings, ...]
    repair: Link | None
    is_confirmed: bool
    is_worth_reading: bool


def look(report: Report, *, is_confirmed: bool) -> ReportLook:
    """Give a report as the page shows it: as what would happen, or as what has happened."""
    own = [each for each in report.refused if each.reason != OF_ANOTHER_MUNICIPALITY]
    elsewhere = len(report.refused) - len(own)
    skipped = (("Van een andere gemeente", f"{_rows(elsewhere)}, overgeslagen"),) if elsewhere else ()
    return ReportLook(
        title="De lijst is ingelezen" if is_confirmed else "Dit gebeurt er als u inleest",
        under="Dezelfde lijst nog een keer inlezen voegt niets toe." if is_confirmed else "Er is nog niets bewaard.",
        numbers=(
            ("Gelezen", _rows(report.read)),
            ("Nieuwe signalen", str(report.accepted)),
            ("Al bekend", f"{report.already_known}, hieraan verandert niets"),
            *skipped,
            ("Niet te gebruiken", str(len(own))),
            ("Waarschuwingen", str(len(report.warnings))),
        ),
        findings=tuple(each for each in _findings(own, report.warnings) if each.rows),
        repair=Link("Naar wat te herstellen is", "/signalen/herstellen/") if is_confirmed and own else None,
        is_confirmed=is_confirmed,
        is_worth_reading=report.accepted + len(own) > 0,
    )


def _findings(refused: Sequence[Finding], warnings: Sequence[Finding]) -> tuple[Findings, Findings]:
    return (
        _table(
            "niet-te-gebruiken",
            "Niet te gebruiken",
            "Deze regels worden geen signaal. Regels van uw gemeente wachten tot iemand ze herstelt of weglegt.",
            refused,
        ),
        _table(
            "waarschuwingen",
            "Waarschuwingen",
            "Deze regels worden wel een signaal. Wat twijfelachtig is, blijft leeg of staat er zoals het kwam.",
            warnings,
        ),
    )


def _table(anchor: str, title: str, note: str, found: Sequence[Finding]) -> Findings:
    rows = tuple(FindingRow(each.row, each.column, each.reason) for each in found[:SHOWN])
    more = f"Dit zijn de eerste {SHOWN} van {len(found)}." if len(found) > SHOWN else ""
    return Findings(anchor, title, note, rows, more)


def _rows(number: int) -> str:
    return "1 regel" if number == 1 else f"{number} regels"
