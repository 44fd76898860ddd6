"""Who must not hear where somebody is, in the words of the pages on which one is about to tell something."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.shields import shields_of_case
from houvast.directory.viewer import Viewer
from houvast.residents.selectors_shielding import ShieldLine


def not_to_tell(lines: Iterable[ShieldLine]) -> str:
    """Say of one person who must not hear; "" when that is nobody."""
    others = _either(line.other for line in lines)
    return f"Afgeschermd. {_sentence('deze persoon', others)}" if others else ""


def warning(viewer: Viewer, case_id: UUID, *, now: datetime) -> str:
    """Say it of everybody in a case, where somebody is about to tell something; "" when nobody is shielded."""
    lines = shields_of_case(viewer, case_id, now=now)
    people = {line.resident_id: line.name for line in lines}
    return " ".join(
        _sentence(name, _either(line.other for line in lines if line.resident_id == each))
        for each, name in people.items()
    )


def _sentence(who: str, others: str) -> str:
    return f"Vertel {others} niet waar {who} is, hoe die te bereiken is, welke afspraken er zijn en wie er nieuw helpt."


def _either(names: Iterable[str]) -> str:
    return " of ".join(dict.fromkeys(names))
