"""What an answer to a request has to say, by what was asked. Pure.

Correction: AVG art. 16, and art. 19 for who received it earlier. Objection: art. 18 and 21. Erasure: art. 17, with the
grounds on which it may be refused in its third paragraph.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from houvast.accountability.rules.requests import RequestKind
from houvast.accountability.rules.retention import UnitKind

_WHY = "Schrijf waarom. Dat krijgt de inwoner te lezen."
_CORRECTED = "Schrijf wat is verbeterd, of laat wie de casus leidt het eerst verbeteren."
_TOLD = "Schrijf waarom niet iedereen die dit eerder kreeg het hoort (AVG, artikel 19)."
_OWN_VIEW = "Schrijf wat de inwoner zelf zegt. Dat komt naast het gegeven te staan."
_STOPS = "Schrijf wat er stopt."
_WEIGHS_MORE = "Schrijf welke dwingende reden zwaarder weegt (AVG, artikel 21)."
_UNITS = "Kies wat wordt gewist."
_GROUND = "Kies op welke grond u weigert (AVG, artikel 17, derde lid)."


class ErasureRefusal(StrEnum):
    """Why erasing is refused (AVG art. 17(3))."""

    EXPRESSION = "expression"
    LEGAL_TASK = "legal_task"
    HEALTH = "health"
    ARCHIVE = "archive"
    CLAIM = "claim"


class EffectKind(StrEnum):
    """What a request brought about."""

    CORRECTED = "corrected"
    TOLD = "told"
    NOT_TOLD = "not_told"
    BESIDE = "beside"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer as somebody gives it. Which fields count follows from what was asked.

    `corrected` says what was corrected; `told` are the earlier disclosures whose receiver was told, and `why_not_told`
    why not the others. `own_view` is what the resident says, beside what was not corrected. `units` are what is erased.
    `not_waited` says why a house that keeps a file is not waited for.
    """

    refuse: bool
    reason: str = ""
    corrected: str = ""
    told: frozenset[UUID] = frozenset()
    why_not_told: str = ""
    own_view: str = ""
    beside: str = "people"
    units: frozenset[tuple[UnitKind, UUID]] = frozenset()
    ground: ErasureRefusal | None = None
    not_waited: str = ""


def answer_problems(
    kind: RequestKind,
    new: NewAnswer,
    *,
    identified: bool,
    corrections: int,
    receivers: Collection[UUID],
    houses: Collection[str] = (),
) -> dict[str, str]:
    """Say at each field what an answer lacks. `corrections` were made in the register since the request came in.

    `houses` are those that did not give their part yet (BGS art. 1.1). While it is not sure who asks, nothing is put
    beside anything; then a refusal needs its reason only.
    """
    if new.refuse:
        return _refusal_problems(kind if identified else RequestKind.INSPECTION, new)
    problems = {}
    if houses and not new.not_waited.strip():
        problems["not_waited"] = f"{', '.join(houses)} gaf nog geen antwoord. Wacht daarop, of schrijf waarom niet."
    if kind is RequestKind.CORRECTION and not corrections and not new.corrected.strip():
        problems["corrected"] = _CORRECTED
    if kind is RequestKind.OBJECTION and not new.reason.strip():
        problems["stops"] = _STOPS
    if kind is RequestKind.ERASURE and not new.units:
        problems["units"] = _UNITS
    tells = kind in (RequestKind.CORRECTION, RequestKind.ERASURE)
    if tells and not frozenset(receivers) <= new.told and not new.why_not_told.strip():
        problems["why_not_told"] = _TOLD
    return problems


def _refusal_problems(kind: RequestKind, new: NewAnswer) -> dict[str, str]:
    problems = {}
    if not new.reason.strip():
        problems["reason"] = _WEIGHS_MORE if kind is RequestKind.OBJECTION else _WHY
    if kind is RequestKind.CORRECTION and not new.own_view.strip():
        problems["own_view"] = _OWN_VIEW
    if kind is RequestKind.ERASURE and new.ground is None:
        problems["ground"] = _GROUND
    return problems
