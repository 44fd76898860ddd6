"""A filled practice region: what is there, that it is invented, and that the log tells how it came about."""

import re
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import check_password
from django.db import connection
from django.test import override_settings

from houvast.accountability.models import RequestEffect, RequestHandler, RequestTurn
from houvast.accountability.rules.answers import EffectKind
from houvast.accountability.rules.requests import RequestStep
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import to_carry_out
from houvast.accountability.selectors.standing import holds_on, proposals_on, unit_page
from houvast.accountability.selectors.units import units
from houvast.audit.models import Chain, Entry
from houvast.audit.verify import first_broken
from houvast.cases.models import Case, CaseLink, CaseOrganisation, CaseResident, JudgementRequest, MoveOffer, Seat
from houvast.cli.commands.practice_region import COMMAND
from houvast.consultation.models import Meeting, Resolution
from houvast.consultation.selectors import asking
from houvast.desk.rules.work import Cause, WorkRow
from houvast.desk.selectors.work import work
from houvast.directory.models import Account, Duo, Mandate, Member, MemberFunction, Municipality, Organisation, StandIn
from houvast.directory.practice import OPEN_WORD
from houvast.directory.selectors import viewer
from houvast.directory.services.sign_in import sign_in
from houvast.directory.totp import code_of, step_at
from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Concern, RepairRow, ReportingPoint
from houvast.kernel.actor import system
from houvast.kernel.clock_start import Stretch
from houvast.kernel.errors import HouvastError
from houvast.plans.models import Plan
from houvast.plans.rules.tasks import Standing
from houvast.plans.selectors.reading import current_version
from houvast.plans.selectors.tailor_figures import figures_of_year
from houvast.plans.selectors.tasks import of_case
from houvast.practice.fill import NotEmpty, fill
from houvast.practice.municipalities import MUNICIPALITIES
from houvast.residents.models import NetworkMember, Resident
from houvast.short_lines.selectors.lines import asking_for_attention
from houvast.upkeep.database import differences
from tests.practice.conftest import FILLED, NOW, Filled

pytestmark = pytest.mark.usefixtures("region")

CANNOT_EXIST = re.compile(r"0[1-9]\d\d 00 \d\d \d\d|0[1-9]\d 000 \d\d \d\d|06 00 00 \d\d \d\d|0800 00 00 \d\d")

# Organisations that are what they are called: municipalities, police, GGD's and the two safety houses of the sources.
REAL = {
    "Politie Noord-Nederland",
    "GGD Groningen",
    "GGD Fryslân",
    "Zorg- en Veiligheidshuis Groningen",
    "Veiligheidshuis Fryslân",
    *(f"Gemeente {local.name}" for local in MUNICIPALITIES if local.code in FILLED),
}
INVENTED = {
    "GGZ Noorderlicht",
    "FACT Noord",
    "Crisisdienst Noord",
    "Reclassering Wad en Veen",
    "Woningcorporatie De Klamp",
    "Woningcorporatie Het Hoogholtje",
    "Opvang De Luwte",
    "Schuldhulp De Balans",
    "Verslavingszorg De Kade",
    "Thuiszorg Nabij",
    "Jeugdhulp De Brug",
    "Basisschool De Wierde",
    "Bewindvoering Vaste Grond",
    "Welzijn Samenloop",
    "Huisartsenpraktijk De Singel",
}
# People and organisations of the sources that have no part in the practice region.
NOT_IN_HERE = ("Zwart", "Oortman", "Latuheru", "Lentis")


def who(name: str, region: Filled) -> Viewer:
    """Look as somebody."""
    found = viewer(Member.objects.get(name=name).id, now=region.now)
    assert found is not None
    return found


def rows_of(name: str, region: Filled) -> dict[Cause, list[WorkRow]]:
    """Give Mijn werk of somebody by cause."""
    return {group.cause: list(group.rows) for group in work(who(name, region), now=region.now).groups if group.rows}


def case_of(name: str) -> Case:
    """Give a case by the name of its people."""
    return Case.objects.select_related("phase_period", "case_direction", "process_direction", "operational").get(
        name=name
    )


def test_it_says_how_far_it_is(region: Filled) -> None:
    assert "Gemeente Eemsdelta: mensen, teams en meldpunten" in region.said
    assert "Wat mensen deden in november 2026" in region.said
    assert region.said[-1] == "De oefenregio is klaar. Iedereen erin is verzonnen."


def test_the_database_still_keeps_its_rules(region: Filled) -> None:
    assert set(Municipality.objects.values_list("code", flat=True)) == set(FILLED)
    assert differences(connection) == []


def test_a_second_fill_refuses_and_adds_nothing(region: Filled) -> None:
    before = Entry.objects.count()
    with pytest.raises(NotEmpty, match="lege database"):
        fill(lambda line: None, now=region.now, only=FILLED)
    assert Entry.objects.count() == before


def test_the_command_leaves_a_filled_region_alone(region: Filled, capsys: pytest.CaptureFixture[str]) -> None:
    before = Entry.objects.count()
    assert COMMAND.run(Namespace(if_empty=True)) == 0
    assert capsys.readouterr().out == "De oefenregio is er al; er verandert niets.\n"
    with pytest.raises(NotEmpty):
        COMMAND.run(Namespace(if_empty=False))
    assert Entry.objects.count() == before


@override_settings(HOUVAST_PRACTICE=False)
def test_the_command_works_in_practice_mode_only(region: Filled) -> None:
    with pytest.raises(HouvastError, match="HOUVAST_PRACTICE=1"):
        COMMAND.run(Namespace(if_empty=True))


def test_mijn_werk_of_marit_shows_every_cause(region: Filled) -> None:
    rows = rows_of("Marit Oosterhuis", region)
    told_others = {Cause.SHORT_LINE, Cause.GLASS, Cause.SHARED, Cause.ALARM, Cause.REPORTING_CODE}
    assert set(rows) == set(Cause) - told_others, (
        "a team leader, a case director and who is shared with are told of these"
    )
    assert [(row.name, row.when) for row in rows[Cause.NOBODY_LEADS]] == [
        ("Huishouden Dijkhuis", "6 dagen"),
        ("Mevrouw Tolsma", "3 dagen"),
    ]
    assert {row.name for row in rows[Cause.YOUR_DECISION]} == {"Huishouden Wieringa", "Verhuizing uit Oldambt"}
    nijboer = next(row for row in rows[Cause.TEMPORARY] if row.name == "Mevrouw Nijboer")
    assert nijboer.when == "over 4 dagen"
    assert "al 2 keer verlengd" in nijboer.why
    elzinga = next(row for row in rows[Cause.MANY_ORGANISATIONS] if row.name == "Huishouden Elzinga")
    assert elzinga.when == "11 organisaties"
    assert {row.name for row in rows[Cause.AFTERCARE]} == {"De heer Bouwman"}
    assert {row.name for row in rows[Cause.NOT_RECEIVED]} == {"De heer Tuinstra"}
    assert "Gezin Rozema" in {row.name for row in rows[Cause.REVIEW]}
    assert {row.name for row in rows[Cause.FOLLOW_UP]} == {"Mevrouw Sibinga"}
    passed = {"De heer Van Wier", "Gezin Mulder en Postma", "Huishouden Dijkhuis"}
    assert {row.name for row in rows[Cause.TERM_PASSED]} == passed
    limit = "Een maatregel loopt af: verplichte zorg. Wat komt ervoor in de plaats?"
    assert [(row.name, row.why) for row in rows[Cause.LIMIT]] == [("Huishouden Dijkhuis", limit)]
    assert [row.why for row in rows[Cause.TASK]] == ["Bellen met FACT over het ontslag"]


def test_who_stands_in_for_the_manager_sees_what_is_past_its_term(region: Filled) -> None:
    whys = {row.name: row.why for row in rows_of("Anouk Tammes", region)[Cause.TERM_PASSED]}
    assert whys["Gezin Mulder en Postma"].startswith("Spoed: Marit Oosterhuis schaalde op naar AVE 3.")
    assert whys["De heer Abbas"].startswith("Femke Ritsema gaf nog geen antwoord")
    assert StandIn.objects.filter(stand_in__name="Anouk Tammes", member__name="Erik Landman").exists()


def test_the_plan_of_ruben_has_four_versions_and_tasks_that_are_done_late_and_waiting(region: Filled) -> None:
    case, marit, today = case_of("Huishouden Dijkhuis"), who("Marit Oosterhuis", region), region.now.date()
    found = current_version(marit, case.id, now=region.now)
    assert found is not None
    assert found.line.number == 4
    assert {goal.area for goal in found.content.goals if goal.words} == {"health", "living", "money", "children"}
    tasks = of_case(marit, case.id, now=region.now)
    assert Counter(task.standing for task in tasks) == {
        Standing.OPEN: 8,
        Standing.WAITING: 1,
        Standing.DONE: 2,
        Standing.NOT_DONE: 1,
    }
    assert [task.what for task in tasks if task.is_overdue(today)] == ["Inkomen over december uitzoeken"]
    assert [task.asked for task in tasks if task.standing is Standing.WAITING] == [4]


def test_elsewhere_are_plans_too(region: Filled) -> None:
    assert set(Plan.objects.values_list("municipality__code", flat=True)) == set(FILLED)


def test_there_are_cases_that_residents_and_relatives_lead(region: Filled) -> None:
    assert case_of("Mevrouw Van Dam").case_direction.resident_id is not None
    assert case_of("De heer Koster").case_direction.network_member_id is not None


def test_there_is_a_case_in_every_phase_and_closed_ones(region: Filled) -> None:
    found = Counter(Case.objects.values_list("phase_period__state", "phase_period__phase"))
    assert all(found["open", phase] for phase in (1, 2, 3, 4))
    assert sum(number for (state, _), number in found.items() if state == "closed") >= 3


def test_there_is_a_case_that_was_opened_again_twice(region: Filled) -> None:
    assert case_of("Mevrouw Hoving").relapses == 2


def test_the_mayor_decided_on_an_escalation_and_the_officer_recorded_it(region: Filled) -> None:
    tuinstra = case_of("De heer Tuinstra")
    assert tuinstra.phase_period.phase == 4
    assert tuinstra.process_direction.state == Seat.State.HELD_TEMPORARILY
    assert Mandate.objects.filter(member__name="Nadia Benali", function="burgemeester").exists()


def test_a_case_went_down_together_though_fact_did_not_agree(region: Filled) -> None:
    asked = JudgementRequest.objects.filter(case__name="De heer Drenth", judgement__isnull=False)
    assert set(asked.values_list("organisation__name", "judgement__stance")) == {
        ("FACT Noord", "disagrees"),
        ("Gemeente Eemsdelta", "agrees"),
    }
    assert Case.objects.get(name="De heer Drenth").phase_period.phase == 2


def test_a_child_is_in_two_cases_that_are_linked(region: Filled) -> None:
    fenna = Resident.objects.get(first_names="Fenna")
    cases = set(CaseResident.objects.filter(resident=fenna, until__isnull=True).values_list("case_id", flat=True))
    assert len(cases) == 2
    assert CaseLink.objects.filter(case_id__in=cases, other_id__in=cases).count() == 1


def test_a_child_joined_later_and_somebody_wrote_what_she_saw(region: Filled) -> None:
    case = CaseResident.objects.get(resident__first_names="Sem", is_child=True).case
    rows = {row.name: row.why for row in rows_of("Sanne Hoekzema", region)[Cause.FOLLOW_UP]}
    assert "wat het betekent voor de kinderen" in rows[case.name]
    assert Entry.objects.filter(case=case.id, event="case.note_written").count() == 1


def test_an_address_is_hidden(region: Filled) -> None:
    assert set(Resident.objects.filter(hidden_address=True).values_list("surname", flat=True)) == {"Hazelhof"}


def test_a_seat_is_held_for_somebody_on_leave(region: Filled) -> None:
    operational = case_of("Huishouden Dijkhuis").operational
    assert operational.state == Seat.State.HELD_TEMPORARILY
    assert operational.member is not None
    assert operational.member.name == "Anouk Tammes"


def test_elsewhere_seats_are_empty_temporary_and_at_the_safety_house(region: Filled) -> None:
    elsewhere = Case.objects.exclude(municipality__code="eemsdelta")
    assert elsewhere.filter(case_direction__state=Seat.State.VACANT).exists()
    assert elsewhere.filter(case_direction__state=Seat.State.HELD_TEMPORARILY).exists()
    assert elsewhere.filter(process_direction__function="procesregisseur-zvh").exists()


def test_forty_concerns_wait_in_eemsdelta_this_morning(region: Filled) -> None:
    seen = scopes.in_triage(who("Jelte Wiersema", region), now=region.now)
    waiting = seen.filter(scopes.waits(region.now))
    assert waiting.count() == 40
    sources = set(waiting.values_list("point__source", flat=True))
    assert {"police_e33", "reporting_point", "call_centre", "street_wardens", "parks"} <= sources


def test_rows_wait_to_be_repaired_and_concerns_were_passed_on(region: Filled) -> None:
    assert RepairRow.objects.filter(municipality__code="eemsdelta").count() == 3
    assert Concern.objects.filter(state=Concern.State.PASSED_ON).count() >= len(FILLED)


def test_every_point_has_its_questions(region: Filled) -> None:
    assert all(3 <= len(point.instruction) <= 6 for point in ReportingPoint.objects.all())


def test_every_municipality_has_a_duo_and_an_account_for_everybody(region: Filled) -> None:
    assert Duo.objects.count() == len(FILLED)
    assert not Member.objects.exclude(pk__in=Account.objects.values("member_id")).exists()
    assert not Member.objects.exclude(pk__in=MemberFunction.objects.values("member_id")).exists()
    assert not Account.objects.filter(is_practice=False).exists()


def test_every_account_gets_in_with_the_open_word_and_a_code(region: Filled) -> None:
    accounts = list(Account.objects.order_by("username"))
    assert "marit.oosterhuis" in {account.username for account in accounts}
    assert {check_password(OPEN_WORD, password) for password in {each.password for each in accounts}} == {True}
    at = region.now + timedelta(minutes=1)
    for account in accounts:
        factor = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
        code = code_of(get_adapter().decrypt(str(factor.data["secret"])), step_at(at))
        sign_in(account.pk, code, actor=system("test"), now=at)
        assert viewer(account.member_id, now=at) is not None


def test_every_chain_of_the_log_holds(region: Filled) -> None:
    chains = list(Chain.objects.all())
    assert len(chains) > 50
    for chain in chains:
        assert first_broken(chain, Entry.objects.filter(chain=chain).order_by("number")) is None


def test_the_log_runs_in_the_order_of_time_and_nothing_was_refused(region: Filled) -> None:
    for chain in Chain.objects.all():
        moments = list(Entry.objects.filter(chain=chain).order_by("number").values_list("at", flat=True))
        assert all(earlier <= later for earlier, later in pairwise(moments))
    assert not Entry.objects.exclude(outcome="done").exists()


def test_the_log_of_a_case_tells_who_did_what(region: Filled) -> None:
    case = case_of("De heer Tuinstra")
    entries = Entry.objects.filter(case=case.id).order_by("number")
    names = {member.id: member.name for member in Member.objects.all()}
    told = [(entry.event, names[entry.actor_member]) for entry in entries if entry.actor_member]
    assert told[0] == ("case.opened", "Sanne Hoekzema")
    assert ("scaling.proposed", "Marit Oosterhuis") in told
    assert ("scaling.decided", "Nadia Benali") in told


def numbers() -> Iterator[str]:
    """Give every phone number in the database."""
    yield from Municipality.objects.values_list("evening_phone", flat=True)
    for table in (Organisation, Member, Resident, NetworkMember, CaseOrganisation):
        yield from table._default_manager.values_list("phone", flat=True)


def test_no_phone_number_can_exist(region: Filled) -> None:
    found = [number for number in numbers() if number]
    assert len(found) > 200
    assert [number for number in found if not CANNOT_EXIST.fullmatch(number)] == []


def test_no_organisation_is_real_but_those_of_the_sources(region: Filled) -> None:
    assert set(Organisation.objects.values_list("name", flat=True)) == REAL | INVENTED


def test_nobody_of_the_sources_is_in_it(region: Filled) -> None:
    names = [
        *Member.objects.values_list("name", flat=True),
        *Resident.objects.values_list("surname", flat=True),
        *NetworkMember.objects.values_list("name", flat=True),
        *Concern.objects.values_list("surname", flat=True),
        *Organisation.objects.values_list("name", flat=True),
        *CaseOrganisation.objects.values_list("contact_name", flat=True),
    ]
    assert [name for name in names for real in NOT_IN_HERE if real in name] == []


def test_tables_of_eemsdelta_met_and_meet_again(region: Filled) -> None:
    states = Counter(Meeting.objects.values_list("state", flat=True))
    assert states == {Meeting.State.CLOSED: 1, Meeting.State.PLANNED: 2}
    assert Resolution.objects.count() == 2
    nadia = who("Nadia Benali", region)
    assert [each.asking_table for each in asking.waiting(nadia, now=region.now)] == ["MDO"]


def test_a_team_of_eemsdelta_reads_which_line_nobody_answers_and_which_nobody_looked_at(region: Filled) -> None:
    found = asking_for_attention(who("Hilde Bos", region), now=region.now)
    assert {each.name: each.contact is None for each in found} == {"Schuldhulp": True, "De Klamp": False}


def test_people_move_both_ways_and_teams_are_asked(region: Filled) -> None:
    offers = MoveOffer.objects.filter(answer=None).select_related("case", "to_municipality", "to_team")
    assert {
        (each.case.name, each.to_municipality.name, str(each.to_team and each.to_team.name)) for each in offers
    } == {
        ("Gezin Kamps", "Oldambt", "Procesregie"),
        ("De heer Bolhuis", "Eemsdelta", "Procesregie"),
    }


def test_tailor_made_help_is_decided_alone_granted_refused_and_waits(region: Filled) -> None:
    figures = figures_of_year(Municipality.objects.get(code="eemsdelta").id, 2026)
    assert figures.budget_cents == 40_000_00
    assert (figures.granted.hidden, figures.no_money.hidden) == (False, True)
    rows = rows_of("Anouk Tammes", region)[Cause.YOUR_DECISION]
    assert "Sanne Hoekzema vraagt maatwerk aan: € 750." in {row.why for row in rows}


def test_requests_are_handled_by_another_and_a_house_gave_its_part() -> None:
    assert RequestTurn.objects.filter(step=RequestStep.HOUSE_GAVE.value).count() == 1
    assert set(RequestHandler.objects.values_list("set_by__name", flat=True)) == {"Geertje Meinders"}
    brought = set(RequestEffect.objects.values_list("kind", flat=True))
    assert brought >= {EffectKind.CORRECTED.value, EffectKind.BESIDE.value, EffectKind.PROPOSED.value}


def test_what_was_closed_long_ago_is_held_proposed_and_approved() -> None:
    here = Municipality.objects.get(code="eemsdelta").id
    page = unit_page(here, UnitKind.CASE).rows
    due = [each for each in page if each.is_due(NOW.date())]
    ids = [each.id for each in due]
    assert len(due) == 4
    assert len(holds_on(here, ids)) == 1
    assert sorted(each.approved for each in proposals_on(here, ids).values()) == [False, False, True]
    assert len(to_carry_out()) == 1
    assert {kind for kind in UnitKind if units(kind, Stretch(here))} >= {
        UnitKind.CONCERN,
        UnitKind.AGENDA_ITEM,
        UnitKind.REPAIR_ROW,
        UnitKind.COLLEAGUE_QUESTION,
    }
