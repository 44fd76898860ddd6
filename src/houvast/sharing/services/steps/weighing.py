"""Gather the facts of what somebody wants to share, so that the rule can judge them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import NoteLine, passing_permissions
from houvast.cases.selectors.statements import objecting
from houvast.cases.services.act_in_case import LoadedCase
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.rules.consents import Meaning
from houvast.sharing.rules.content import OUTSIDE_PARTS, NewDisclosure, Way
from houvast.sharing.rules.covenants import last_day
from houvast.sharing.rules.grounds import GroundLine
from houvast.sharing.rules.judging import SecrecyRoute, Wanted
from houvast.sharing.selectors.consents import ConsentLine, consents_of, covering
from houvast.sharing.selectors.grounds import covenants_of, grounds_of, terms_of
from houvast.sharing.selectors.offered import Offer, offered
from houvast.sharing.services.steps.seconding import seconds


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is wanted as facts for the rule, with the rows behind it."""

    wanted: Wanted
    ground: GroundLine | None
    offer: Offer
    notes: tuple[NoteLine, ...]
    about: frozenset[UUID]
    consents: tuple[ConsentLine, ...]


def weigh(loaded: LoadedCase, new: NewDisclosure, *, now: datetime) -> Weighed:
    """Gather what is known of what somebody wants to share. Grounds and covenants change before it or after it."""
    viewer, case, today = loaded.viewer, loaded.case, in_amsterdam(now).date()
    hold_municipality(case.municipality_id)
    offer = offered(viewer, loaded.facts, case.id, now=now)
    notes = offer.notes_of(new.notes)
    people = {each.resident.id for each in offer.people}
    about = frozenset(new.about & people)
    ground = next((each for each in grounds_of(case.municipality_id) if each.code == new.ground), None)
    consents = consents_of(viewer, case.id, now=now)
    shares, lifts = (covering(consents, meaning, about, today) for meaning in (Meaning.GROUND, Meaning.LIFTING))
    seen = _seen(offer, new)
    relies = shares if ground is not None and ground.consent else ()
    relies += lifts if new.route is SecrecyRoute.LIFTED else ()
    wanted = Wanted(
        parts=new.parts,
        notes=frozenset(Part(each.part) for each in notes),
        seen=seen if len(notes) == len(new.notes) else frozenset(),
        about=len(about) if people else 1,
        receiver=new.receiver.kinds if new.receiver else frozenset(),
        ground=ground,
        today=today,
        limited=_limited(loaded, new, notes, now=now),
        objecting=bool(objecting(about)),
        despite=new.despite,
        covenant_until=last_day(covenants_of(case.municipality_id), ground.covenant, today) if ground else None,
        consent_shares=bool(shares),
        consent_until=min((each.until_on for each in relies), default=None),
        consent_lifts=bool(lifts),
        others=len(seconds(loaded, ground, now=now)) if ground else 0,
        longest_days=terms_of(case.municipality_id).share_days,
        necessity=new.necessity,
        least=new.least,
        route=new.route,
        route_words=new.route_words,
        steps=new.steps,
        told_on=new.told_on,
        told=new.told,
        tell_before=new.tell_before,
        until=new.until,
    )
    return Weighed(wanted, ground, offer, notes, about, relies)


def _limited(loaded: LoadedCase, new: NewDisclosure, notes: Collection[NoteLine], *, now: datetime) -> int:
    """Count the notes that who wrote them did not allow to go to this organisation; one's own one passes on oneself."""
    asks = [each for each in notes if each.asks_permission and each.author_id != loaded.viewer.member_id]
    if not asks:
        return 0
    allowed = passing_permissions(loaded.viewer, loaded.case.id, now=now)
    organisation_id = new.receiver.organisation_id if new.receiver else None
    return sum((each.id, organisation_id) not in allowed for each in asks)


def _seen(offer: Offer, new: NewDisclosure) -> frozenset[Part]:
    """Give the parts that may go to this receiver: on paper not everything can."""
    parts = frozenset(offer.parts)
    return parts & OUTSIDE_PARTS if new.receiver and new.receiver.way is Way.OUTSIDE else parts
