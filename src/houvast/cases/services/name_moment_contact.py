"""Name whom to call at one side of a crucial moment; the one named last counts."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import CrucialMoment, MomentContact
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewContact:
    """Whom to call at one side of a moment."""

    side: MomentContact.Side
    name: str
    organisation: str = ""
    phone: str = ""


def write_contact(loaded: LoadedCase, moment_id: UUID, new: NewContact, *, now: datetime) -> MomentContact:
    """Write whom to call at one side."""
    row = MomentContact(
        moment_id=moment_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=1 + MomentContact.objects.filter(moment_id=moment_id).count(),
        side=new.side,
        name=new.name.strip(),
        organisation_name=new.organisation.strip(),
        phone=new.phone.strip(),
        recorded_by_id=loaded.viewer.member_id,
        recorded_at=now,
    )
    row.save(force_insert=True)
    return row


def name_moment_contact(*, actor: Actor, now: datetime, moment_id: UUID, new: NewContact) -> None:
    """Name a contact; naming the same again changes nothing. Raises `NotVisible`, `Refused`, or `Invalid` nameless."""
    with acting_on_row(events.MOMENT_CONTACT_NAMED, scopes.moments, moment_id, actor=actor, now=now) as found:
        loaded, moment = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        if not new.name.strip():
            raise Invalid({"name": "Vul in wie u kunt bellen."})
        row = _same(moment, new) or write_contact(loaded, moment.id, new, now=now)
        loaded.about("moment_contact", row.id, side=new.side.value)


def _same(moment: CrucialMoment, new: NewContact) -> MomentContact | None:
    """Give the newest contact of this side when it is the one that is named now."""
    last = MomentContact.objects.filter(moment=moment, side=new.side).order_by("-number").first()
    given = (new.name.strip(), new.organisation.strip(), new.phone.strip())
    return last if last is not None and (last.name, last.organisation_name, last.phone) == given else None
