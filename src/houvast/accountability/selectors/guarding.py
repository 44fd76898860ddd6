"""Who must not be found by who asks what is held: the shields that an answer to a request keeps to."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from uuid import UUID

from houvast.accountability.rules.guarding import Guard, guarded_chosen
from houvast.accountability.rules.request_content import Chosen
from houvast.accountability.rules.requests import Asker
from houvast.accountability.selectors.requests import RequestView
from houvast.cases.selectors.inspection import cases_about, helpers_around, people_in, places_in
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.shielding import Other, ShieldFacts
from houvast.residents.rules.traces import Traces
from houvast.residents.selectors_shielding import against, traces_of
from houvast.sharing.selectors.inspection import receivers_of

_EVER = datetime(1900, 1, 1, tzinfo=UTC)


def guards_for(resident_id: UUID, municipality_id: UUID, *, is_resident: bool, now: datetime) -> tuple[Guard, ...]:
    """Give what an answer about somebody keeps out; in one query when nobody is shielded from them.

    Who asks for another is not sure to be somebody else than who must not know: then every shield of the people of the
    cases counts, also that of the person whom it is about.
    """
    if is_resident:
        shields = against(None, Other(resident_id=resident_id), now=now)
    else:
        people = people_in([case.id for case in cases_about(resident_id, municipality_id)])
        shields = against(people | {resident_id}, Other(), now=now)
    if not shields:
        return ()
    ids = [case.id for case in cases_about(resident_id, municipality_id)]
    known = traces_of(resident_id, _EVER) if is_resident else Traces()
    return tuple(_guard(shield, resident_id, ids, known) for shield in shields)


def as_it_leaves(view: RequestView, *, now: datetime) -> tuple[Chosen, ...]:
    """Give what was chosen of a request as it may leave now: a shield that came later holds for it too."""
    return guarded_chosen(view.chosen(), _guards_of(view, now))


def is_guarded(view: RequestView, *, now: datetime) -> bool:
    """Say whether somebody is shielded from who asks: who answers reads every text with that in mind."""
    return bool(_guards_of(view, now))


def _guards_of(view: RequestView, now: datetime) -> tuple[Guard, ...]:
    if view.resident_id is None:
        return ()
    own = view.asker is Asker.RESIDENT
    return guards_for(view.resident_id, view.municipality_id, is_resident=own, now=now)


def _guard(shield: ShieldFacts, asked_about: UUID, case_ids: Sequence[UUID], known: Traces) -> Guard:
    since = in_amsterdam(shield.since).date()
    helpers = helpers_around(case_ids, shield.since)
    new = {each.name for each in receivers_of(asked_about, case_ids) if each.on >= since} - helpers.known
    names = helpers.new | new
    led_to = traces_of(shield.resident_id, shield.since) | Traces(names | helpers.contacts, helpers.phones)
    return Guard(since, _shared(shield.resident_id, asked_about, case_ids), led_to.without(known), names)


def _shared(resident_id: UUID, asked_about: UUID, case_ids: Collection[UUID]) -> frozenset[UUID]:
    return frozenset(case_ids) if resident_id == asked_about else places_in(resident_id, case_ids)
