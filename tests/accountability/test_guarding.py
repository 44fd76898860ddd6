"""An ex-partner asks what is held about him, and finds no trace of who is shielded from him."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from houvast.accountability.rules.guarding import Guard, guarded, guarded_chosen
from houvast.accountability.rules.request_content import Chosen, export
from houvast.accountability.rules.requests import Asker, IdentityWay, ItemAnswer
from houvast.accountability.selectors.guarding import as_it_leaves, is_guarded
from houvast.accountability.services.choose_items import Choice
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Note, Statement
from houvast.cases.rules.opening import Choice as SeatChoice
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Member, Organisation
from houvast.kernel.findable import Findable
from houvast.kernel.held import Held, HeldKind
from houvast.kernel.ids import new_id
from houvast.kernel.partial_date import PartialDate
from houvast.residents.models import Resident
from houvast.residents.rules.shielding import Other
from houvast.residents.rules.traces import LEFT_OUT, Traces
from tests.accountability.asking import ASKED, Asking, ask
from tests.lives import open_with
from tests.moments import plan
from tests.stays import agree
from tests.worlds import NOW, World, make_resident, make_world

HERE, THERE = UUID(int=1), UUID(int=2)
SINCE = date(2026, 11, 23)
GUARD = Guard(SINCE, frozenset({HERE}), Traces(frozenset({"Zeeweg", "De Opvang"})), frozenset({"De Opvang"}))
NOTE = Held(HeldKind.NOTE, "Notitie", (("Tekst", "Zij woont Zeeweg 3."),), SINCE, "Gemeente", HERE)
TRACES = ("Verborgenpad", "9999", "Spijk", "00 00 01 77", "0600000177", "De Zoute Kreek", "Fenna Visser", "Opsterland")


@pytest.mark.parametrize(
    ("finds", "on", "case_id", "source", "stays_out"),
    [
        (None, SINCE, HERE, "Gemeente", False),
        (Findable.PLACE, date(2020, 1, 1), HERE, "Gemeente", True),
        (Findable.PLACE, SINCE, THERE, "Gemeente", False),
        (Findable.APPOINTMENTS, SINCE, HERE, "Gemeente", True),
        (Findable.APPOINTMENTS, None, HERE, "Gemeente", True),
        (Findable.APPOINTMENTS, SINCE - timedelta(days=1), HERE, "Gemeente", False),
        (Findable.HELPERS, SINCE - timedelta(days=1), HERE, "Gemeente", False),
        (None, SINCE, HERE, "De Opvang", True),
        (None, SINCE, None, "De Opvang", False),
    ],
)
def test_what_finds_somebody_stays_out_of_the_cases_they_are_in(
    finds: Findable | None, on: date | None, case_id: UUID | None, source: str, stays_out: bool
) -> None:
    held = replace(NOTE, finds=finds, on=on, case_id=case_id, source=source)
    assert GUARD.keeps_out(held) is stays_out
    assert len(guarded([held, NOTE], [GUARD])) == (1 if stays_out else 2)


def test_traces_go_from_words_texts_and_sources_and_from_what_was_shortened() -> None:
    held = replace(NOTE, title="Zeeweg", lines=(("De Opvang", "zeeweg 3"),), source="De Opvang", case_id=None)
    (left,) = guarded([held], [GUARD])
    assert (left.title, left.lines, left.source) == (LEFT_OUT, ((LEFT_OUT, LEFT_OUT),), LEFT_OUT)
    place = replace(NOTE, finds=Findable.PLACE)
    (chosen,) = guarded_chosen([Chosen(each, ItemAnswer.SHORTENED, None, "Zeeweg") for each in (held, place)], [GUARD])
    assert (chosen.held, chosen.words) == (left, LEFT_OUT)
    assert guarded([held], []) == (held,)


def _home() -> tuple[World, UUID, UUID]:
    """Give a case of Ruben and of her, who moved out: everywhere in it stands where she is now."""
    world, other = make_world(), make_world("opsterland", "Opsterland")
    ruben, her = make_resident(world), make_resident(world, first_names="Eva")
    Resident.objects.filter(pk=ruben.id).update(street="Dorpsstraat", town="Delfzijl")
    Resident.objects.filter(pk=her.id).update(
        street="Verborgenpad",
        house_number="7",
        postcode="9999 QX",
        town="Spijk",
        phone="06 00 00 01 77",
        birth_year=1990,
    )
    case_id, sanne = open_with(world, ruben.id, her.id), world.actor("sanne")
    text = "Dorpsstraat. Zij zit nu Verborgenpad 7 in Spijk (9999QX), bel 0600000177. Hulp: De Zoute Kreek."
    write_note(actor=sanne, now=NOW, case_id=case_id, part=Note.Part.GENERAL, text=text)
    view = NewStatement(Statement.Kind.OWN_VIEW, Statement.About.PLAN, "Ik ben bang voor hem.", new_id())
    put_statement(actor=sanne, now=NOW, municipality_id=world.municipality.id, resident_id=her.id, new=view)
    agree(world, other, case_id, now=NOW)
    return world, case_id, her.id


def _shield(world: World, case_id: UUID, her: UUID, *, from_whom: UUID, now: datetime = NOW) -> None:
    new = NewShield([Other(from_whom)], [], "Hij zoekt haar.", NOW.date() + timedelta(days=30))
    shield_in_case(actor=world.actor("sanne"), now=now, case_id=case_id, resident_id=her, new=new)
    shelter = Organisation.objects.create(kind="shelter", name="De Zoute Kreek", region="Groningen", phone="0600000178")
    helper = NewCaseOrganisation(shelter.id, "Fenna Visser", "begeleider", "06 00 00 01 79")
    add_organisation(actor=world.actor("sanne"), now=now, case_id=case_id, new=helper)
    plan(world, case_id, now=now, about="Intake bij Fenna Visser.")


def _answer(asking: Asking, now: datetime) -> str:
    view = asking.view()
    told = export(view.content, "V-1", "Gemeente", NOW.date(), as_it_leaves(view, now=now))
    return json.dumps(told, ensure_ascii=False)


def _give_all(asking: Asking) -> None:
    asking.identify()
    asking.gather()
    asking.choose(**{item.id.hex: Choice(ItemAnswer.WHOLE) for item in asking.view().items})


@pytest.mark.django_db
def test_the_ex_partner_finds_no_trace_also_when_the_shield_came_later() -> None:
    world, case_id, her = _home()
    ruben = Resident.objects.get(first_names="Ruben").id
    before = ask(world)
    _give_all(before)
    told = _answer(before, NOW)
    assert not is_guarded(before.view(), now=NOW)
    assert all(each in told for each in ("Verborgenpad 7", "Opsterland", "De Zoute Kreek"))
    later = NOW + timedelta(minutes=1)
    _shield(world, case_id, her, from_whom=ruben, now=later)
    bram = SeatChoice(member_id=world.id("bram"))
    Member.objects.filter(pk=world.id("bram")).update(name="Bram Nieuwland")
    much_later = later + timedelta(minutes=1)
    assign_seat(
        actor=world.actor("marit"),
        now=much_later,
        case_id=case_id,
        responsibility=Responsibility.CASE_DIRECTION,
        choice=bram,
    )
    after = ask(world)
    _give_all(after)
    assert is_guarded(after.view(), now=later)
    for asking in (before, after):
        told = _answer(asking, much_later)
        assert [each for each in (*TRACES, "Bram Nieuwland", "bang") if each in told] == []
        assert "afgeschermd" not in told and f"Dorpsstraat. Zij zit nu {LEFT_OUT} in {LEFT_OUT}" in told


@pytest.mark.django_db
def test_she_reads_her_own_and_who_asks_for_her_may_be_him() -> None:
    world, case_id, her = _home()
    _shield(world, case_id, her, from_whom=Resident.objects.get(first_names="Ruben").id)
    told = []
    for asker in (Asker.RESIDENT, Asker.REPRESENTATIVE):
        new = replace(ASKED, first_names="Eva", asker=asker, asked_by="Ruben Dijkhuis", birth_date=PartialDate(1990))
        asking = ask(world, new)
        asking.identify(IdentityWay.SAW_MANDATE)
        asking.gather()
        asking.choose(**{item.id.hex: Choice(ItemAnswer.WHOLE) for item in asking.view().items})
        told.append(_answer(asking, NOW))
    assert "Verborgenpad 7" in told[0] and "U bent afgeschermd voor iemand" in told[0] and "Opsterland" in told[0]
    assert [each for each in TRACES if each in told[1]] == [] and "afgeschermd" not in told[1]
