"""`houvast import-e33`: reads a police list for all municipalities, as the system actor `import-e33`."""

import json
import sys
import time
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from houvast.cli.command import Command

if TYPE_CHECKING:
    from houvast.intake.rules.report import Report

MENDABLE = 1


def add_arguments(parser: ArgumentParser) -> None:
    """Take the list, and what to do with its report."""
    parser.add_argument("file", metavar="BESTAND", type=Path, help="een E33-lijst (CSV)")
    parser.add_argument("--dry-run", action="store_true", help="laat alleen zien wat er zou gebeuren")
    parser.add_argument("--report", metavar="RAPPORT.json", type=Path, help="schrijf het verslag ook als JSON")
    parser.add_argument(
        "--mapping",
        metavar="KOLOMMEN.toml",
        type=Path,
        help="hoe de kolommen heten (TOML), in plaats van wat de gemeenten instelden",
    )


def run(arguments: Namespace) -> int:
    """Read the list, and say what became of it. Rows to repair are no error: they wait in Houvast."""
    from houvast.intake.rules.mapping import MappingError, mapping_from_toml
    from houvast.intake.services.import_list import LIST_READER, import_list

    try:
        text = arguments.mapping.read_text("utf-8", errors="replace") if arguments.mapping else ""
        mapping = mapping_from_toml(text) if arguments.mapping else None
    except MappingError as wrong:
        print(f"De kolommen zijn niet te lezen: {wrong}", file=sys.stderr)
        return MENDABLE
    content = arguments.file.read_bytes()
    if arguments.report:
        # A report that cannot be written is told before anything is filed: afterwards all would be known already.
        arguments.report.open("a").close()
    report = import_list(
        actor=LIST_READER,
        now=datetime.fromtimestamp(time.time(), tz=UTC),
        content=content,
        mapping=mapping,
        dry_run=arguments.dry_run,
    )
    if arguments.report:
        arguments.report.write_text(json.dumps(report.as_json(), ensure_ascii=False, indent=2) + "\n", "utf-8")
    for line in _lines(report, dry_run=arguments.dry_run):
        print(line)
    return 0


def _lines(report: "Report", *, dry_run: bool) -> list[str]:
    lines = [
        f"{report.read} regels gelezen: {report.accepted} nieuwe signalen, {report.already_known} al bekend, "
        f"{len(report.refused)} te herstellen.",
        *(f"Regel {one.row}, {one.column}: {one.reason}" for one in report.refused),
    ]
    if report.warnings:
        lines.append(f"{len(report.warnings)} waarschuwingen bij nieuwe signalen:")
        lines += [f"Regel {one.row}, {one.column}: {one.reason}" for one in report.warnings]
    if dry_run:
        lines.append("Dit was een proef: er is niets opgeslagen.")
    return lines


COMMAND = Command("Lees een E33-lijst van de politie in voor alle gemeenten.", run, add_arguments)
