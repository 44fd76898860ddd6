"""Ask on one's own page about what is held: to see it, correct it, stop it being used, or erase it."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.models import RightsRequest
from houvast.accountability.rules.asking import MOST_A_DAY, NewAsking, asker_of, asking_problems, proves_who
from houvast.accountability.rules.request_content import RequestContent, read_request, write_request
from houvast.accountability.rules.requests import Asker, IdentityWay, RequestChannel, add_months
from houvast.accountability.selectors.requests import CONTENT_PLACE, term_of
from houvast.accountability.services.steps.identifying import identify
from houvast.accountability.services.steps.loading import permit
from houvast.directory.selectors_municipalities import hold_municipality, municipal_organisations
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.kernel.working_time import in_amsterdam
from houvast.participation.selectors.taking_part import Participating
from houvast.participation.services.act_as_participant import act_as_participant
from houvast.residents.rules.naming import age_of
from houvast.vault.sealing import seal, unseal
from houvast.vault.services.create_key import create_key

_GROUND = "avg"
_A_DAY = timedelta(days=1)
_MUCH = "U vroeg vandaag al veel. Bel liever met de gemeente. Morgen kunt u hier weer iets vragen."


def ask_for_rights(*, actor: Actor, now: datetime, participant_id: UUID, new: NewAsking) -> UUID:
    """Ask it; gives its id. A colleague of the municipality handles it, as any other request.

    Nobody recorded it, so anybody may handle it but who chooses that (ADR 0035). When the sign-in proves who asks, that
    is sure at once. Raises `NotVisible` for who does not take part now, `Refused`, `Invalid` or `Conflict`.
    """
    with act_as_participant(events.REQUEST_ASKED, participant_id, actor=actor, now=now) as (outside, who):
        asker, today = asker_of(who.kind, who.capacity), in_amsterdam(now).date()
        age = age_of(who.born, today)
        permit(outside.acting, policy.may_ask(who.kind, asker, age))
        problems = asking_problems(new)
        if problems:
            raise Invalid(problems)
        hold_municipality(who.municipality_id)
        _not_again(who, new, now)
        row = _write(who, asker, new, now)
        outside.about("request", row.id, kind=new.kind.value, signed_in=new.signed_in.value)
        if proves_who(asker, new.signed_in, age):
            how = IdentityWay.DIGITAL
            houses = identify(row, new.words.strip(), how, actor=actor, viewer=None, now=now)
            outside.acting.details.update({"how": how.value, "houses": houses})
        return row.id


def _not_again(who: Participating, new: NewAsking, now: datetime) -> None:
    """Raise `Conflict` when the same was asked just now, and `Invalid` when much was asked today."""
    asked = RightsRequest.objects.filter(participant=who.id, recorded_at__gt=now - _A_DAY).select_related("key")
    for row in asked.filter(kind=new.kind.value, recorded_at__gt=now - SAME_WITHIN):
        sealed = unseal(row.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}")
        if read_request(sealed).words == new.words.strip():
            raise Conflict(ALREADY)
    if asked.count() >= MOST_A_DAY:
        raise Invalid({"words": _MUCH})


def _write(who: Participating, asker: Asker, new: NewAsking, now: datetime) -> RightsRequest:
    request_id, key, term = new_id(), create_key(now=now), term_of(who.municipality_id)
    today, rows = in_amsterdam(now).date(), RightsRequest.objects.filter(municipality=who.municipality_id)
    content = RequestContent(who.about, who.name, word_for(new.reach), new.words.strip())
    ours = (each for each in municipal_organisations() if each.municipality_id == who.municipality_id)
    return RightsRequest.objects.create(
        id=request_id,
        municipality_id=who.municipality_id,
        number=rows.count() + 1,
        key=key,
        kind=new.kind.value,
        asked_by=asker.value,
        channel=RequestChannel.OWN_PAGE.value,
        resident_id=who.resident_id,
        received_on=today,
        due_on=add_months(today, term.months),
        content_sealed=seal(key, write_request(content), place=f"{CONTENT_PLACE}:{request_id}"),
        participant_id=who.id,
        signed_in=new.signed_in.value,
        recorded_at=now,
        ground=_GROUND,
        organisation_id=next(ours).organisation_id,
        retention_from=today,
    )
