"""A letter to write: what a case already knows stands in it, and what nobody knows is a gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.selectors.bands import FoundCase, SeatLine, case_by_code
from houvast.cases.selectors.households import everybody_of_case
from houvast.cases.selectors.last_decision import last_decision
from houvast.cases.selectors.receiving import receiving
from houvast.consultation.models import Meeting
from houvast.consultation.selectors.of_case import of_case as tables_of_case
from houvast.directory.selectors import phone_of
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import clock, whole, written
from houvast.kernel.findable import Findable
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.placeholders import Placeholder, filled
from houvast.letters.rules.representing import Represents
from houvast.letters.selectors.composing import recipient_of
from houvast.letters.selectors.recipients import Recipient, recipients
from houvast.letters.selectors.templates import newest
from houvast.participation.selectors.representing import representing
from houvast.residents.selectors_shielding import what_may_go
from houvast.sharing.selectors.disclosures import DisclosureLine
from houvast.sharing.selectors.disclosures import of_case as disclosures_of_case

Known = Mapping[Placeholder, str]

_OF_ANYBODY = frozenset({Placeholder.NAME, Placeholder.DATE, Placeholder.MUNICIPALITY})
_OF_THE_NETWORK = _OF_ANYBODY | {Placeholder.LEADS, Placeholder.PHONE}
_OF_A_HELPER = frozenset({Placeholder.LEADS, Placeholder.PHONE, Placeholder.SINCE, Placeholder.SHARED})


@dataclass(frozen=True, slots=True)
class LetterStart:
    """What a letter begins with. `is_ours` says that the municipality set the text; else it is *verzonnen*."""

    found: FoundCase
    kind: LetterKind
    recipient: Recipient
    representing: tuple[Represents, ...]
    subject: str
    text: str
    is_ours: bool


def whom_to_write(viewer: Viewer, code: str, *, now: datetime) -> tuple[FoundCase, tuple[Recipient, ...]]:
    """Give a case and to whom a letter can go, in a fixed number of queries. Raises `NotVisible`."""
    found = case_by_code(viewer, code, now=now)
    known = representing(viewer, found.band.case_id, now=now)
    return found, recipients(viewer, found.band.case_id, now=now, representing=known)


def letter_start(viewer: Viewer, code: str, kind: LetterKind, recipient_id: UUID, *, now: datetime) -> LetterStart:
    """Fill the text of the municipality in for somebody, in a fixed number of queries. Raises `NotVisible`."""
    found = case_by_code(viewer, code, now=now)
    speaking = representing(viewer, found.band.case_id, now=now)
    to = recipient_of(viewer, found.band.case_id, recipient_id, now=now, representing=speaking)
    template = newest(found.band.municipality_id, kind)
    may_hear = _may_hear(found, to, now)
    known = {each: said for each, said in _known(viewer, found, to, now).items() if each in may_hear}
    return LetterStart(
        found=found,
        kind=kind,
        recipient=to,
        representing=speaking,
        subject=filled(template.subject, known),
        text=filled(template.text, known),
        is_ours=template.number > 0,
    )


def _may_hear(found: FoundCase, to: Recipient, now: datetime) -> frozenset[Placeholder]:
    """Say what may be filled in for somebody: telling anybody but the resident needs a ground, which a person gives.

    Who represents the resident hears what the resident hears.
    Nothing is filled in that another member of the household must be kept from them (`residents.rules.shielding`): not
    when there is a talk, and not who helps since they were shielded.
    """
    hears = frozenset(Placeholder) if to.is_resident or to.speaks_for else _OF_THE_NETWORK
    everybody = [each for each in everybody_of_case(found.band.case_id) if each != to.speaks_for]
    others = [may_go for each in to.others for may_go in what_may_go(everybody, each, now=now).values()]
    if any(Findable.APPOINTMENTS not in each.findable for each in others):
        hears -= {Placeholder.TALK}
    leads = _leads(found)
    began = in_amsterdam(leads.since if leads else now).date()
    return hears if all(each.helper(began) for each in others) else hears - _OF_A_HELPER


def _known(viewer: Viewer, found: FoundCase, to: Recipient, now: datetime) -> Known:
    today = in_amsterdam(now).date()
    known = {
        Placeholder.NAME: to.name,
        Placeholder.DATE: written(today),
        Placeholder.MUNICIPALITY: found.band.municipality,
        Placeholder.TALK: _talk(viewer, found, now),
        Placeholder.SHARED: _shared(viewer, found, to, now),
        Placeholder.ASKED_ON: _asked_on(viewer, found, now),
    }
    leads = _leads(found)
    if found.band.is_closed:
        known[Placeholder.LEADS], known[Placeholder.PHONE] = viewer.name, phone_of(viewer.member_id)
    if leads is not None:
        known[Placeholder.LEADS], known[Placeholder.PHONE] = leads.holder, leads.phone
        known[Placeholder.SINCE] = written(in_amsterdam(leads.since).date())
    decided = last_decision(viewer, found.band.case_id, now=now)
    if decided is not None:
        phase = found.model.phase(decided.to_phase).resident_name
        known[Placeholder.DECISION] = (
            f"De hulp ging van fase {decided.from_phase} naar fase {decided.to_phase}: {phase}."
        )
        known[Placeholder.DECIDED_ON] = written(decided.on)
    return known


def _leads(found: FoundCase) -> SeatLine | None:
    """Give whom one calls: the professional with the case direction, or with that of the process."""
    seats = (found.band.seat(each) for each in ASSIGNED)
    return next((seat for seat in seats if seat.holder_id is not None), None)


def _talk(viewer: Viewer, found: FoundCase, now: datetime) -> str:
    """Give when the case stands on an agenda next."""
    items = tables_of_case(viewer, found.band.case_id, now=now).items
    coming = [each.starts_at for each in items if each.starts_at > now and each.state is not Meeting.State.CLOSED]
    if not coming:
        return ""
    at = in_amsterdam(min(coming))
    return f"{whole(at.date(), in_amsterdam(now).date())} om {clock(at)} uur"


def _shared(viewer: Viewer, found: FoundCase, to: Recipient, now: datetime) -> str:
    """Give with whom something of this resident was shared that they were not told of; a person says what and why.

    Also to who represents them.
    """
    lines = disclosures_of_case(viewer, found.band.case_id, now=now)
    untold = [each for each in lines if each.went and each.told_on is None and (to.speaks_for or to.id) in each.about]
    return "\n".join(_with_whom(each) for each in untold)


def _with_whom(line: DisclosureLine) -> str:
    on = written(in_amsterdam(line.begun_at).date())
    return f"Op {on} met {line.organisation or line.receiver}: [vul in: wat is gedeeld, en waarom]"


def _asked_on(viewer: Viewer, found: FoundCase, now: datetime) -> str:
    plans = receiving(viewer, found.band.case_id, now=now).aftercare
    day = max((each.day for each in plans if each.day is not None), default=None)
    return "" if day is None else written(day)
