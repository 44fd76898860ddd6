"""Record a request of somebody about their own data."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.models import RightsRequest
from houvast.accountability.rules.asking import IN_OWN_WORDS
from houvast.accountability.rules.request_content import RequestContent, write_request
from houvast.accountability.rules.requests import Asker, RequestChannel, RequestKind, add_months, may_parent_ask
from houvast.accountability.selectors.requests import CONTENT_PLACE, term_of
from houvast.accountability.services.steps.loading import load_viewer, permit
from houvast.audit.services.act import act
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.selectors import KnownResident, ResidentLine, known_as, residents
from houvast.vault.sealing import seal
from houvast.vault.services.create_key import create_key

_GROUND = "avg"
_MANY = "Er zijn meer mensen met deze naam en geboortedatum. Vul het BSN in."
_ALREADY = "Dit verzoek is al vastgelegd. Het staat in de lijst."
_FUTURE = "Vul een dag in die voorbij is, of vandaag."
_OWN = "Dit kind is 16 jaar of ouder en vraagt het zelf (Uitvoeringswet AVG, artikel 5)."
_WHO = "Schrijf wie het vraagt."
_WORDS = "Schrijf wat deze persoon zegt, in eigen woorden. Dat komt naast de casus te staan."


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What came in: what is asked, about whom, who asks and how, and when it came in.

    `id` is made before the act, so that pressing twice records it once.
    """

    kind: RequestKind
    asker: Asker
    channel: RequestChannel
    received_on: date
    first_names: str
    surname: str
    birth_date: PartialDate | None
    bsn: str
    asked_by: str
    reach: str
    words: str
    id: UUID = field(default_factory=new_id)


def record_request(*, actor: Actor, now: datetime, new: NewRequest) -> UUID:
    """Record it; gives its id. Another handles it (`choose_handler`). Nobody of that name may be known: an answer too.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was recorded already.
    """
    with act(events.REQUEST_RECORDED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_requests(viewer))
        hold_municipality(municipality_id)
        if RightsRequest.objects.filter(pk=new.id).exists():
            raise Conflict(_ALREADY)
        today = in_amsterdam(now).date()
        known = known_as(municipality_id, bsn=new.bsn, surname=new.surname, birth_date=new.birth_date)
        resident_id = _resident(new, known, today)
        request_id, key, term = new.id, create_key(now=now), term_of(municipality_id)
        person = " ".join(part for part in (new.first_names.strip(), new.surname.strip()) if part)
        content = RequestContent(person, new.asked_by.strip() or person, new.reach.strip(), new.words.strip())
        RightsRequest.objects.create(
            id=request_id,
            municipality_id=municipality_id,
            number=RightsRequest.objects.filter(municipality_id=municipality_id).count() + 1,
            key=key,
            kind=new.kind.value,
            asked_by=new.asker.value,
            channel=new.channel.value,
            resident_id=resident_id,
            received_on=new.received_on,
            due_on=add_months(new.received_on, term.months),
            content_sealed=seal(key, write_request(content), place=f"{CONTENT_PLACE}:{request_id}"),
            recorded_by_id=viewer.member_id,
            recorded_at=now,
            ground=_GROUND,
            organisation_id=viewer.organisation_id,
            retention_from=today,
        )
        acting.subject, acting.subject_id = "request", request_id
        acting.details.update({"kind": new.kind.value, "known": resident_id is not None})
        return request_id


def _resident(new: NewRequest, known: tuple[KnownResident, ...], today: date) -> UUID | None:
    """Give who it is about; None when nobody is known. Raises `Invalid`."""
    same = [each for each in known if each.same_bsn] or list(known)
    problems = {}
    if len(same) > 1:
        problems["bsn"] = _MANY
    if new.received_on > today:
        problems["received_on"] = _FUTURE
    if new.asker is not Asker.RESIDENT and not new.asked_by.strip():
        problems["asked_by"] = _WHO
    if new.kind in IN_OWN_WORDS and not new.words.strip():
        problems["words"] = _WORDS
    ids = [each.id for each in same[:1]]
    if new.asker is Asker.PARENT and not all(may_parent_ask(each.age) for each in _lines(ids, today)):
        problems["asker"] = _OWN
    if problems:
        raise Invalid(problems)
    return ids[0] if ids else None


def _lines(ids: list[UUID], today: date) -> list[ResidentLine]:
    return list(residents(ids, today=today).values())
