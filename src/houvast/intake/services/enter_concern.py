"""Enter a concern in the quick form: at most eight fields, and only the worry itself must be filled in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.viewer import Viewer
from houvast.intake import events, policy
from houvast.intake.models import Concern, ReportingPoint
from houvast.intake.rules.addresses import read_address
from houvast.intake.rules.cells import read_surname
from houvast.intake.rules.dates import UnreadableError, read_partial_date
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.spelling import clean, clean_lines
from houvast.intake.selectors.settings import settings_of, theme_names
from houvast.intake.services.steps.destinations import steps_of
from houvast.intake.services.steps.file_concern import Destination, NewRecord, build
from houvast.intake.services.steps.keyed_hash import keyed_hash
from houvast.intake.services.steps.load_viewer import load_viewer
from houvast.intake.services.steps.permit import permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam

_LONGEST = {"surname": 120, "first_names": 120, "address": 120, "reporter": 200, "text": 4000}
# What the register keeps of a part; a longer one was no name or address.
_LONGEST_PREFIX, _LONGEST_NUMBER, _LONGEST_PLACE = 30, 20, 80


@dataclass(frozen=True, slots=True)
class NewConcern:
    """What the quick form asks. `surname` may hold the prefix; `birth_date` and `address` are as somebody says them.

    `form_id` is that of the form as it was shown: the same form sent twice is entered once. `themes` are codes of the
    municipality's own list, and may follow later.
    """

    form_id: UUID
    point_id: UUID
    text: str
    surname: str = ""
    first_names: str = ""
    birth_date: str = ""
    address: str = ""
    urgency: str = "normal"
    reporter: str = ""
    wants_answer: bool = False
    themes: Sequence[str] = ()


def enter_concern(*, actor: Actor, now: datetime, new: NewConcern) -> UUID:
    """Enter a concern; gives its id. Raises `NotVisible`, `Refused`, or `Invalid` with a message at each field."""
    with act(events.CONCERN_ENTERED, actor=actor, now=now) as acting:
        viewer = load_viewer(actor, now=now)
        acting.municipality = viewer.municipality_id
        point = ReportingPoint.objects.select_for_update().filter(pk=new.point_id, active=True).first()
        if point is None:
            raise NotVisible
        permit(acting, policy.may_enter(viewer, point.municipality_id))
        acting.subject = "concern"
        today = in_amsterdam(now).date()
        urgencies = settings_of(point.municipality_id).urgencies
        themes = theme_names(point.municipality_id, retired=False)
        problems = _problems(new, themes, urgencies)
        record = _record(new, viewer.member_id, today, problems)
        # The point is locked, so a form that is sent twice at once comes here one after the other.
        known = Concern.objects.filter(municipality_id=point.municipality_id, identity=record.identity).first()
        if known is not None:
            acting.subject_id, acting.details = known.id, {"again": True}
            return known.id
        concern = build(record, _destination(point, viewer), within=urgencies[new.urgency], now=now)
        concern.save(force_insert=True)
        acting.subject_id, acting.details = concern.id, {"point": str(point.id), "urgency": new.urgency}
        return concern.id


def _destination(point: ReportingPoint, viewer: Viewer) -> Destination:
    return Destination(point.municipality_id, viewer.organisation_id, point.id, steps_of(point))


def _record(new: NewConcern, member_id: UUID, today: date, problems: dict[str, str]) -> NewRecord:
    person = PersonFacts()
    try:
        person = _person(new, today)
    except UnreadableError as unreadable:
        problems["birth_date"] = str(unreadable)
    if problems:
        raise Invalid(problems)
    return NewRecord(
        identity=keyed_hash("form", str(member_id), str(new.form_id)),
        person=person,
        reported_on=today,
        text=clean_lines(new.text),
        reporter=clean(new.reporter),
        wants_answer=new.wants_answer,
        themes=sorted(set(new.themes)),
        entered_by=member_id,
    )


def _problems(new: NewConcern, themes: Iterable[str], urgencies: Iterable[str]) -> dict[str, str]:
    problems = {
        name: f"Dit is te lang: gebruik ten hoogste {longest} tekens."
        for name, longest in _LONGEST.items()
        if len(getattr(new, name)) > longest
    }
    if not clean_lines(new.text):
        problems["text"] = "Schrijf in één zin wat de melder vertelt."
    if new.urgency not in urgencies:
        problems["urgency"] = "Kies hoe snel iemand moet kijken."
    if not set(new.themes) <= set(themes):
        problems["themes"] = "Kies een aanleiding uit de lijst van uw gemeente."
    return problems


def _person(new: NewConcern, today: date) -> PersonFacts:
    """Give the person as far as known. Raises `UnreadableError` when the birth date cannot be one."""
    born = read_partial_date(new.birth_date) if new.birth_date.strip() else None
    if born is not None and born.earliest() > today:
        raise UnreadableError("Deze geboortedatum ligt in de toekomst.")
    surname, prefix = read_surname(new.surname, "")
    address = read_address(new.address)
    return PersonFacts(
        surname=surname,
        prefix=prefix[:_LONGEST_PREFIX],
        first_names=clean(new.first_names),
        birth_date=born,
        street=address.street,
        house_number=address.house_number[:_LONGEST_NUMBER],
        postcode=address.postcode,
        place=address.place[:_LONGEST_PLACE],
    )
