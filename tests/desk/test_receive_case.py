"""Somebody moves to another municipality: it accepts and opens its own case, and the old one closes. A clean cut."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.cases import scopes
from houvast.cases.models import (
    Access,
    Case,
    Closure,
    CrucialMoment,
    HandOverAnswer,
    MoveAnswer,
    MoveOffer,
    StayElsewhere,
)
from houvast.cases.rules.opening import Choice
from houvast.cases.selectors import elsewhere, moves
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.link_cases import NewLink
from houvast.cases.services.offer_move import offer_move
from houvast.cases.services.refuse_move import refuse_move
from houvast.cases.services.withdraw_move import withdraw_move
from houvast.desk.rules.work import Act, Cause, WorkRow
from houvast.desk.selectors.case_page import case_page
from houvast.desk.services.receive_case import ReceivedCase, receive_case
from houvast.directory.models import StandIn
from houvast.directory.selectors import viewer
from houvast.directory.selectors_elsewhere import Asked, receiving_teams
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.vault.sealing import bsn_index
from tests.desk.test_work import rows_of
from tests.lives import CASE_DIRECTION, open_with
from tests.moments import plan
from tests.moves import SUMMARY, make_offer, offer_of
from tests.rights.region import scale_to_3, take_process_direction
from tests.stays import agree
from tests.worlds import NOW, World, add_member, make_resident, make_world

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def here() -> World:
    """Give the municipality from which somebody moves."""
    return make_world()


@pytest.fixture
def there() -> World:
    """Give the municipality to which somebody moves."""
    return make_world("opsterland", "Opsterland")


@pytest.fixture
def case_id(here: World) -> UUID:
    """Open a case that Sanne and Marit lead."""
    made = open_with(here)
    take_process_direction(here, made)
    return made


@pytest.fixture
def offer(here: World, there: World, case_id: UUID) -> UUID:
    """Offer it to the Marit of the other municipality."""
    return make_offer(here, there, case_id, now=NOW)


def seen_by(world: World, who: str) -> Viewer:
    found = viewer(world.id(who), now=SOON)
    assert found is not None
    return found


def parts(world: World, who: str, case_id: UUID) -> set[str]:
    reasons = scopes.access(seen_by(world, who), now=SOON).filter(case_id=case_id)
    return set(reasons.values_list("part", flat=True))


def receiving(there: World) -> ReceivedCase:
    chosen = {CASE_DIRECTION: Choice(member_id=there.id("bram"))}
    return ReceivedCase("Huishouden Dijkhuis", 2, "oggz", new_id(), chosen)


def receive(there: World, offer: UUID, who: str = "marit", new: ReceivedCase | None = None) -> Case:
    made = receive_case(actor=there.actor(who), now=SOON, offer_id=offer, new=new or receiving(there))
    return Case.objects.get(pk=made.id)


def test_until_it_is_accepted_nothing_changes(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    case = Case.objects.get(pk=case_id)
    assert (case.phase_period.state, case.case_direction.member_id) == ("open", here.id("sanne"))
    assert parts(there, "marit", case_id) == {"move"}
    assert moves.by_id(seen_by(there, "marit"), offer, now=SOON).summary == SUMMARY
    with pytest.raises(NotVisible):
        case_page(seen_by(there, "marit"), case.code, now=SOON)
    for who in there.members.keys() - {"marit"}:
        assert parts(there, who, case_id) == set(), who


def test_the_receiver_opens_a_case_of_its_own(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    new, old = receive(there, offer), Case.objects.get(pk=case_id)
    assert new.municipality_id == there.municipality.id
    assert new.adopted_model_id == there.adopted.id
    assert new.key_id != old.key_id
    assert new.case_direction.member_id == there.id("bram")
    assert old.municipality_id == here.municipality.id
    assert old.phase_period.state == "closed"
    assert Closure.objects.get(case=old).reason == "moved"
    answer = MoveAnswer.objects.get()
    assert (answer.offer.case_id, answer.new_case_id) == (old.id, new.id)


def test_the_cut_is_clean_from_that_second(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    new = receive(there, offer)
    for who in here.members:
        assert parts(here, who, new.id) == set(), who
        assert parts(here, who, case_id) <= {"band"}, who
    for who in there.members:
        assert parts(there, who, case_id) == set(), who
    watching = {who for who in here.members if parts(here, who, case_id)}
    assert watching == {"marit", "nadia"}
    with pytest.raises(NotVisible):
        moves.by_id(seen_by(there, "marit"), offer, now=SOON)


def test_who_leads_the_new_case_reads_what_came_over(there: World, case_id: UUID, offer: UUID) -> None:
    new = receive(there, offer)
    (came,) = elsewhere.of_case(seen_by(there, "bram"), new.id, now=SOON).received
    assert (came.from_municipality, came.words) == ("Eemsdelta", SUMMARY)
    page = case_page(seen_by(there, "bram"), new.code, now=SOON)
    (told,) = [each for each in page.timeline if each.strong.startswith("Overgenomen van")]
    assert told.said == SUMMARY
    assert [each.resident.name for each in page.people] == ["Ruben Dijkhuis"]


def test_only_what_was_named_and_chosen_goes_over(here: World, there: World) -> None:
    mother, child = make_resident(here, "Dijkhuis", "Anna"), make_resident(here, "Dijkhuis", "Bo")
    Resident.objects.filter(pk=mother.id).update(phone="06 00 00 04 17", contact_wish="na vijven", street="Kade")
    case_id = open_with(here, mother.id, child.id)
    new = replace(offer_of(there, case_id, "contact"), resident_ids=[mother.id])
    offer = offer_move(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
    Resident.objects.filter(pk=mother.id).update(phone="06 00 00 09 99")
    receive(there, offer)
    (known,) = Resident.objects.filter(municipality=there.municipality)
    assert (known.surname, known.first_names, known.birth_year) == ("Dijkhuis", "Anna", 1992)
    assert (known.phone, known.contact_wish, known.street) == ("06 00 00 04 17", "na vijven", "")
    assert (known.organisation_id, known.ground) == (there.organisation.id, "oggz")


def test_who_was_known_there_by_bsn_is_not_registered_twice(
    here: World, there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make_resident(there, "Dijkhuis", "R.")
    Resident.objects.filter(pk=before.id).update(bsn_index=bsn_index("999990019"))
    monkeypatch.setattr("houvast.residents.selectors_crossing.unseal", lambda *_, **__: "999990019")
    offer = make_offer(here, there, open_with(here), "bsn", now=NOW)
    receive(there, offer)
    assert [each.id for each in Resident.objects.filter(municipality=there.municipality)] == [before.id]


def test_somebody_who_is_in_another_case_there_needs_a_link(
    here: World, there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make_resident(there, "Dijkhuis", "R.")
    Resident.objects.filter(pk=before.id).update(bsn_index=bsn_index("999990019"))
    other = open_with(there, before.id)
    monkeypatch.setattr("houvast.residents.selectors_crossing.unseal", lambda *_, **__: "999990019")
    offer = make_offer(here, there, open_with(here), "bsn", now=NOW)
    with pytest.raises(Invalid) as told:
        receive(there, offer)
    assert set(told.value.problems) == {"residents"}
    assert not MoveAnswer.objects.exists()
    new = receive(there, offer, new=replace(receiving(there), links=[NewLink(other, "Daar gaat het over schulden.")]))
    assert new.municipality_id == there.municipality.id


def test_organisations_go_over_in_words_when_chosen(here: World, there: World, case_id: UUID) -> None:
    around = NewCaseOrganisation(here.organisation.id, "Yara Mensah", "behandelaar")
    add_organisation(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=around)
    new = receive(there, make_offer(here, there, case_id, "organisations", now=NOW))
    (came,) = moves.received(seen_by(there, "bram"), new.id, now=SOON)
    assert came.words.splitlines()[-1] == "Gemeente Eemsdelta, Yara Mensah, behandelaar"


def test_moments_to_come_end_with_the_old_case_and_the_receiver_is_told_of_them(
    here: World, there: World, case_id: UUID
) -> None:
    kinds, thursday = CrucialMoment.Kind, date(2026, 12, 3)
    three = (kinds.MOVE, kinds.PRISON_OUT, kinds.CLINIC_OUT)
    move, prison, clinic = (plan(here, case_id, kind, now=NOW, on_date=thursday) for kind in three)
    offer = make_offer(here, there, case_id, now=NOW)
    prison_out = "Uit de gevangenis: donderdag 3 december"
    assert moves.by_id(seen_by(there, "marit"), offer, now=SOON).coming == (prison_out,)
    plan(here, case_id, kinds.SHELTER_OUT, now=NOW, on_date=thursday + DAY)
    new = receive(there, offer)
    states = dict(CrucialMoment.objects.values_list("id", "turn__state"))
    assert (states[move], states[prison], states[clinic]) == ("happened", "cancelled", "cancelled")
    (came,) = moves.received(seen_by(there, "bram"), new.id, now=SOON)
    said = ["Momenten die nog komen:", prison_out, "Uit de opvang: vrijdag 4 december"]
    assert came.words.splitlines() == [SUMMARY, "", *said]


def test_a_stay_there_ends_when_they_take_the_case_over(here: World, there: World, case_id: UUID) -> None:
    agree(here, there, case_id, now=NOW)
    receive(there, make_offer(here, there, case_id, now=NOW))
    assert StayElsewhere.objects.get().turn.state == "ended"
    assert parts(there, "sanne", case_id) == set()


def test_a_stand_in_of_who_was_asked_accepts(there: World, offer: UUID) -> None:
    StandIn.objects.create(
        member=there.members["marit"], stand_in=there.members["nadia"], from_at=NOW - DAY, until_at=NOW + DAY
    )
    new = receive(there, offer, "nadia", replace(receiving(there), domain="public_order"))
    assert MoveAnswer.objects.get().answered_by_id == there.id("nadia")
    assert new.domain == "public_order"


def test_whoever_directs_processes_in_the_team_that_is_asked_accepts(here: World, there: World, case_id: UUID) -> None:
    assert [(team.name, team.hears_concerns) for team in receiving_teams(there.municipality.id, now=NOW)] == [
        ("Procesregie", True),
        ("Gebiedsteam", False),
        ("Openbare orde", False),
    ]
    team = there.teams["Procesregie"]
    new = replace(offer_of(there, case_id), asked=Asked(team=team.id))
    offer = offer_move(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
    late, helper = (
        add_member(there.organisation, name, function, "oggz", "", team)
        for name, function in (("Luuk", "procesregisseur-oggz"), ("Ties", "casusregisseur-wijkteam"))
    )
    assert [row.target for row in told_rows(there, "marit", timedelta(0))] == [str(offer)]
    assert told_rows(there, "nadia", timedelta(0)) == []
    with pytest.raises(Refused, match="Wie daar de procesregie doet"):
        refuse_move(actor=member(helper.id), now=SOON, offer_id=offer, reason="Nee.")
    made = receive_case(actor=member(late.id), now=SOON, offer_id=offer, new=receiving(there))
    assert Case.objects.get(pk=made.id).municipality_id == there.municipality.id
    assert parts(there, "marit", case_id) == set()


def test_a_stand_in_from_elsewhere_does_not_answer(here: World, there: World, offer: UUID) -> None:
    StandIn.objects.create(
        member=there.members["marit"], stand_in=here.members["bram"], from_at=NOW - DAY, until_at=NOW + DAY
    )
    with pytest.raises(Refused):
        refuse_move(actor=here.actor("bram"), now=SOON, offer_id=offer, reason="Nee.")


def test_what_goes_wrong_leaves_everything_as_it_was(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    with pytest.raises(Invalid) as told:
        receive(there, offer, new=replace(receiving(there), phase=4, name=""))
    assert set(told.value.problems) == {"name", "phase"}
    assert Case.objects.get(pk=case_id).phase_period.state == "open"
    assert not Resident.objects.filter(municipality=there.municipality).exists()
    assert not Case.objects.filter(municipality=there.municipality).exists()


def test_what_waits_in_the_old_case_comes_first(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    asked = ask_hand_over(
        actor=here.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=here.id("bram"),
        reason="Andere wijk.",
    )
    with pytest.raises(Conflict, match="Bel Sanne uit Eemsdelta"):
        receive(there, offer)
    withdrawn = HandOverAnswer.Outcome.WITHDRAWN
    answer_hand_over(actor=here.actor("sanne"), now=NOW, hand_over_id=asked, outcome=withdrawn, reason="Niet nodig.")
    assert receive(there, offer).municipality_id == there.municipality.id


def test_a_second_answer_loses(there: World, offer: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    receive(there, offer)
    with pytest.raises(NotVisible):
        receive(there, offer)
    monkeypatch.setattr(scopes, "move_offers", lambda viewer, *, now: MoveOffer.objects.all())
    with pytest.raises(Conflict):
        receive(there, offer)
    with pytest.raises(Conflict):
        refuse_move(actor=there.actor("marit"), now=SOON, offer_id=offer, reason="Toch niet.")
    assert Case.objects.filter(municipality=there.municipality).count() == 1


def test_a_refusal_says_why_and_ends_their_sight(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    with pytest.raises(Invalid):
        refuse_move(actor=there.actor("marit"), now=SOON, offer_id=offer, reason=" ")
    refuse_move(actor=there.actor("marit"), now=SOON, offer_id=offer, reason="Zij woont hier nog niet.")
    assert parts(there, "marit", case_id) == set()
    (line,) = moves.of_case(seen_by(here, "sanne"), case_id, now=SOON)
    assert (line.outcome, line.reason) == (MoveAnswer.Outcome.REFUSED, "Zij woont hier nog niet.")
    assert make_offer(here, there, case_id, now=SOON)


def test_an_offer_is_taken_back_by_who_leads(here: World, there: World, case_id: UUID, offer: UUID) -> None:
    with pytest.raises(NotVisible):
        withdraw_move(actor=here.actor("bram"), now=SOON, offer_id=offer, reason="Nee.")
    with pytest.raises(Invalid):
        withdraw_move(actor=here.actor("marit"), now=SOON, offer_id=offer, reason="")
    withdraw_move(actor=here.actor("marit"), now=SOON, offer_id=offer, reason="Zij blijft toch.")
    assert parts(there, "marit", case_id) == set()
    with pytest.raises(NotVisible):
        receive(there, offer)


def test_while_it_is_offered_the_case_is_not_closed_or_offered_again(
    here: World, there: World, case_id: UUID, offer: UUID
) -> None:
    with pytest.raises(Invalid) as told:
        make_offer(here, there, case_id, now=SOON)
    assert set(told.value.problems) == {"move"}
    with pytest.raises(Invalid) as told:
        close_case(
            actor=here.actor("sanne"),
            now=SOON,
            case_id=case_id,
            new=NewClosing("moved", "Weg.", date(2027, 2, 1)),
        )
    assert set(told.value.problems) == {"move"}


def test_an_offer_says_to_whom_on_which_ground_and_what(here: World, there: World, case_id: UUID) -> None:
    fine = offer_of(there, case_id)
    stranger = make_resident(here).id
    for new, field in (
        (replace(fine, asked=Asked(member=there.id("bram"))), "asked"),
        (replace(fine, asked=Asked(team=there.teams["Jeugd"].id)), "asked"),
        (replace(fine, asked=Asked()), "asked"),
        (replace(fine, asked=Asked(member=here.id("marit")), to_municipality=here.municipality.id), "asked"),
        (replace(fine, ground_words=""), "ground_words"),
        (replace(fine, summary=" "), "summary"),
        (replace(fine, resident_ids=[]), "residents"),
        (replace(fine, resident_ids=[stranger]), "residents"),
        (replace(fine, chosen=["notes"]), "chosen"),
    ):
        with pytest.raises(Invalid) as told:
            offer_move(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=new)
        assert set(told.value.problems) == {field}
    assert not Access.objects.filter(relation="asked_to_receive").exists()
    offer_move(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=fine)
    with pytest.raises(Conflict):
        offer_move(actor=here.actor("sanne"), now=NOW, case_id=case_id, new=fine)


def test_what_must_still_follow_a_scaling_comes_first(here: World, there: World, case_id: UUID) -> None:
    scale_to_3(here, case_id)
    with pytest.raises(Invalid) as told:
        make_offer(here, there, case_id, now=SOON)
    assert set(told.value.problems) == {"follow_up"}


def told_rows(world: World, who: str, later: timedelta) -> list[WorkRow]:
    return [row for row in rows_of(world, who, later=later) if row.act in (Act.ANSWER_MOVE, Act.SEE_MOVE)]


def test_mijn_werk_asks_the_receiver_without_naming_the_case(here: World, there: World, offer: UUID) -> None:
    (row,) = told_rows(there, "marit", timedelta(0))
    assert (row.cause, row.name, row.code, row.phase) == (Cause.YOUR_DECISION, "Verhuizing uit Eemsdelta", "", None)
    assert row.target == str(offer)
    assert told_rows(here, "sanne", timedelta(0)) == told_rows(there, "nadia", timedelta(0)) == []


def test_when_the_term_has_passed_both_sides_see_it(here: World, there: World, offer: UUID) -> None:
    for world, who in ((there, "marit"), (here, "sanne"), (here, "marit")):
        (row,) = told_rows(world, who, 30 * DAY)
        assert (row.cause, row.late) == (Cause.TERM_PASSED, True)


def test_the_log_of_the_old_municipality_says_who_took_it(here: World, there: World, offer: UUID) -> None:
    receive(there, offer)
    entry = Entry.objects.get(event="move.answered")
    assert (entry.municipality, entry.actor_member) == (here.municipality.id, there.id("marit"))
    assert entry.details == {"outcome": "accepted"}
    opened = Entry.objects.get(event="case.opened", municipality=there.municipality.id)
    assert opened.actor_member == there.id("marit")
