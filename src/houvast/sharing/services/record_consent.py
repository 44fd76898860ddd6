"""Record that somebody said yes: to one thing, about one resident, for a time."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.contents import people
from houvast.cases.services.act_in_case import act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.models import Consent
from houvast.sharing.rules import places
from houvast.sharing.rules.consents import Giver, Meaning, consent_problems
from houvast.sharing.selectors.grounds import terms_of
from houvast.vault.sealing import seal


@dataclass(frozen=True, slots=True)
class NewConsent:
    """A consent. `id` is made before the act, so that pressing twice records once."""

    resident_id: UUID | None
    meaning: Meaning
    giver: Giver
    name: str
    channel: str
    about: str
    given_on: date | None
    until_on: date | None
    id: UUID = field(default_factory=new_id)


def record_consent(*, actor: Actor, now: datetime, case_id: UUID, new: NewConsent) -> UUID:
    """Record it; gives its id. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with act_in_case(events.CONSENT_GIVEN, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_record_consent(loaded.viewer, loaded.facts))
        today, case = in_amsterdam(now).date(), loaded.case
        residents = {each.resident.id: each.resident for each in people(loaded.viewer, case.id, now=now, today=today)}
        resident = residents.get(new.resident_id) if new.resident_id else None
        problems = consent_problems(
            giver=new.giver,
            meaning=new.meaning,
            age=resident.age if resident else None,
            name=new.name,
            channel=new.channel,
            about=new.about,
            given_on=new.given_on,
            until_on=new.until_on,
            today=today,
            longest_days=terms_of(case.municipality_id).consent_days,
        )
        if resident is None:
            problems["resident"] = "Kies over wie het gaat."
        if problems or resident is None or new.given_on is None or new.until_on is None:
            raise Invalid(problems)
        if Consent.objects.filter(pk=new.id).exists():
            raise Conflict("Deze toestemming staat er al.")
        Consent(
            id=new.id,
            case=case,
            municipality_id=case.municipality_id,
            resident_id=resident.id,
            meaning=new.meaning,
            giver=new.giver,
            giver_name_sealed=seal(case.key, new.name.strip(), place=f"{places.CONSENT_NAME}:{new.id}"),
            about_sealed=seal(case.key, new.about.strip(), place=f"{places.CONSENT_ABOUT}:{new.id}"),
            channel=new.channel.strip(),
            given_on=new.given_on,
            until_on=new.until_on,
            at=now,
            by_id=loaded.viewer.member_id,
            ground=loaded.acting.ground,
            organisation_id=loaded.viewer.organisation_id,
            retention_from=today,
        ).save(force_insert=True)
        loaded.about("consent", new.id, meaning=new.meaning.value, giver=new.giver.value, resident=str(resident.id))
        return new.id
