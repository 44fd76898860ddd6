"""Two municipalities with cases in every state, and somebody in every relation to them. All of it is *verzonnen*."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from uuid import UUID

from houvast.cases.models import (
    Case,
    CaseResident,
    JudgementRequest,
    MomentItem,
    Note,
    ReceiverRequest,
    ScalingDecision,
)
from houvast.cases.rules.bystanding import NewBystander
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.receiving import NewReceiver
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.add_bystander import add_bystander
from houvast.cases.services.add_moment_item import add_moment_item
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.break_glass import NewGlassBreak, break_glass
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.close_cell import close_cell
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.cases.services.mark_same_in_case import mark_same_in_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.cases.services.shield_in_case import NewShield, shield_in_case
from houvast.cases.services.withhold_hit import withhold_hit
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Member, Organisation, StandIn
from houvast.kernel.ids import new_id
from houvast.plans.models import Limit
from houvast.plans.rules.tasks import Owner
from houvast.residents.models import Resident
from houvast.residents.rules.networking import Allowed, NetworkStep, TellingGround, Turn
from houvast.residents.rules.shielding import Other
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.record_network_turn import record_network_turn
from houvast.vault.sealing import bsn_indexes
from tests.documents.worlds import add_documents
from tests.letters.worlds import add_letter
from tests.lives import CASE_DIRECTION, PROCESS_DIRECTION, enough, handed_on, open_with
from tests.moments import CLINIC_OUT, FIRST, SATURDAY, items_of, plan
from tests.moves import make_offer
from tests.plans.links import make_linked
from tests.plans.tailoring import add_tailor_made
from tests.plans.worlds import add_plan
from tests.reporting_code.worlds import begin as begin_code
from tests.rights.disclosures import add_disclosures
from tests.rights.fled import add_fled
from tests.rights.houses import add_referrals
from tests.rights.intake_and_people import add_concerns, add_people
from tests.rights.keeping import add_kept
from tests.rights.lines import add_lines
from tests.rights.meetings import add_meetings
from tests.rights.own_pages import add_own_pages
from tests.rights.requests import add_requests
from tests.stays import agree
from tests.worlds import NOW, World, add_member, make_resident, make_world

MOMENT = NOW + timedelta(hours=3)
"""The moment at which everybody in these tests looks."""

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Region:
    """Who looks (`viewers`, by the names of the columns of `matrix.csv`), and what addresses and forms are made of.

    `main`: phase 3, with a hand-over asked of Bram and a take-over asked of the youth team. `calm`: phase 3, nothing
    waits. `small`: phase 2. `closed`: closed, with a date for aftercare. `high`: phase 3, proposed for 4. `hot`: scaled
    to 3 with urgency; `care` holds an item of its moment. `planned`: phase 2, with a plan, a task that the partner
    does, a link to another one, and tailor-made help (decided `alone`, and `asked`). `hosted`: phase 2, of which `tdir`
    sees the people and the plan, by an agreement (`stay`) between the two municipalities. `offered`: phase 2,
    offered (`offer`) to `tproc`. `down`: went from 3 to 2,
    and `care` is asked to take it over.
    `shared`: phase 3, from which the plan is shared with `part`.
    Three people take part in `small` with the personal `codes` (`own_pages`), and four in `fled` (`fled`).
    `kept`: phase 2, from which `team` is locked out (`lock_out`). `there`: in the other municipality.
    """

    here: World
    there: World
    viewers: Mapping[str, Member | None]
    words: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)


def make_region() -> Region:
    """Make the region of the matrix."""
    here, there = make_world(), make_world("opsterland", "Opsterland", "groningen")
    region = Region(here, there, _viewers(here, there))
    names = ("main", "calm", "small", "closed", "high", "hot", "planned", "hosted", "offered", "down", "kept", "shared")
    cases = {name: open_with(here) for name in names}
    for name in ("main", "calm", "high", "down", "shared"):
        decision = scale_to_3(here, cases[name])
        region.words.setdefault("decision", str(decision))
    for name in ("small", "hot", "planned", "hosted", "offered", "kept"):
        take_process_direction(here, cases[name])
    region.words.update(_keep_out(region, cases["kept"]), glass=str(_break_glass(region, cases["small"])))
    region.words["offer"] = str(make_offer(here, there, cases["offered"], now=NOW))
    region.words.update(_take_part(region, cases["small"]))
    region.words["stay"] = str(agree(here, there, cases["hosted"], now=NOW))
    region.words["received"] = str(_go_down(here, cases["down"], _member(region, "care").id))
    region.words.update(_ask(here, cases["main"]) | _begin_code(here, cases["planned"]))
    region.words["row"] = str(_add_partner(region, cases["main"]))
    region.words["resident"] = str(CaseResident.objects.filter(case_id=cases["main"]).values_list("resident_id")[0][0])
    region.words["near"] = _befriend(here, UUID(region.words["resident"]))
    region.words["same_near"] = _mark_same(here, cases["main"], UUID(region.words["resident"]))
    partner = _member(region, "part").id
    region.words["task"] = str(add_plan(here.actor("sanne"), cases["planned"], Owner(member_id=partner)))
    linked = make_linked(here.actor("sanne"), cases["planned"], _member(region, "part").organisation_id)
    region.words.update(partner_task=str(linked.task_id), contact=str(linked.contact_id), secret=linked.secret)
    alone, asked = add_tailor_made(here.actor("sanne"), cases["planned"])
    region.words.update({"alone": str(alone), "asked": str(asked)})
    region.words["limit"] = str(Limit.objects.get(case_id=cases["planned"]).id)
    region.words.update(_scalings(here, cases["high"], cases["hot"]))
    close_case(
        actor=here.actor("sanne"),
        now=NOW,
        case_id=cases["closed"],
        new=NewClosing("goals_reached", "Het gaat goed.", date(2026, 12, 7)),
    )
    region.words["closed_resident"] = str(CaseResident.objects.get(case_id=cases["closed"]).resident_id)
    cases["there"] = open_with(there)
    codes = Case.objects.filter(pk__in=cases.values()).values_list("pk", "code")
    code_of = dict(codes)
    region.words.update({name: code_of[case_id] for name, case_id in cases.items()})
    region.words.update({**add_documents(here.actor("sanne"), cases["main"]), **_choices(region)})
    region.words.update(_moments(here, cases["main"], cases["hot"], _member(region, "care").id))
    region.words.update(add_concerns(here, there, moment=MOMENT))
    region.words.update(add_people(here) | add_kept(here, cases["closed"]) | add_requests(here))
    region.words.update(add_meetings(here, partner, cases["calm"], _member(region, "oov").id))
    region.words.update(_add_fled(region))
    region.words.update(add_lines(here, partner) | add_disclosures(here, cases["shared"], _member(region, "part")))
    outside = Organisation.objects.create(kind="safety_house", name="Huis buiten Houvast", region="Groningen")
    region.words.update(add_referrals(here, _member(region, "zvh"), _member(region, "part"), outside))
    return region


def _befriend(here: World, resident_id: UUID) -> str:
    """Give somebody a sister, who may hear a little."""
    sanne, near = here.actor("sanne"), NewNetworkMember(resident_id, "Janna Dijkhuis", "zus")
    add_network_member(actor=sanne, now=NOW, new=near)
    turn = Turn(NetworkStep.ALLOWED, NOW.date(), (Allowed.HOW_IT_GOES,), TellingGround.RESIDENT)
    record_network_turn(actor=sanne, now=NOW, resident_id=resident_id, network_member_id=near.id, turn=turn)
    return str(near.id)


_SAME_BSN = "999990019"


def _mark_same(here: World, main: UUID, resident_id: UUID) -> str:
    """Mark an aunt of somebody as a resident with a BSN, as whom a form marks another of their network."""
    sanne, aunt = here.actor("sanne"), NewNetworkMember(resident_id, "Geke Dijkhuis", "tante")
    same = make_resident(here, "Dijkhuis", "Geke")
    Resident.objects.filter(pk=same.id).update(bsn_index=bsn_indexes(_SAME_BSN)[0])
    near = add_network_member(actor=sanne, now=NOW, new=aunt)
    mark_same_in_case(
        actor=sanne, now=NOW, case_id=main, resident_id=resident_id, network_member_id=near, bsn=_SAME_BSN
    )
    return str(near)


def _shield(here: World, main: UUID) -> UUID:
    """Shield somebody of a case from another of their network than the one whom forms choose."""
    sanne, resident_id = here.actor("sanne"), CaseResident.objects.filter(case_id=main)[0].resident_id
    ex = add_network_member(actor=sanne, now=NOW, new=NewNetworkMember(resident_id, "Wout Bos", "ex-partner"))
    new = NewShield([Other(network_member_id=ex)], [], "Hij zoekt hem (verzonnen).", date(2027, 1, 11))
    return shield_in_case(actor=sanne, now=NOW, case_id=main, resident_id=resident_id, new=new)[0]


def _take_part(region: Region, small: UUID) -> dict[str, str]:
    """Let three people take part in a case; gives its words, and keeps their codes."""
    resident = CaseResident.objects.get(case_id=small).resident_id
    made, codes = add_own_pages(region.here, small, resident)
    region.codes.update(codes)
    return {"small_resident": str(resident), **made}


def _add_fled(region: Region) -> dict[str, str]:
    """Let her, her ex-partner and those beside him take part in one case; gives its words, and keeps their codes."""
    made, codes = add_fled(region.here, region.words["planned_meeting"])
    region.codes.update(codes)
    return {**made, "fled": Case.objects.get(pk=made["fled"]).code}


def _keep_out(region: Region, kept: UUID) -> dict[str, str]:
    """Lock somebody out of a case, and close a cell that nobody of the region would see anything by."""
    here = region.here
    cell = close_cell(
        actor=here.actor("beheer"),
        now=NOW,
        municipality_id=here.municipality.id,
        relation=Relation.HOST,
        part=Part.MOMENTS,
        why="Verzonnen.",
    )
    new = NewLockOut(_member(region, "team").id, "Zij woont ernaast (verzonnen).")
    locked = lock_out(actor=here.actor("sanne"), now=NOW, case_id=kept, new=new)
    note = write_note(actor=here.actor("sanne"), now=NOW, case_id=kept, part=Note.Part.JUSTICE, text="Inbraak.")
    day = date(2027, 1, 11)
    withhold_hit(actor=here.actor("marit"), now=NOW, case_id=kept, reason="Haar ex zoekt haar.", review_on=day)
    near = NewBystander(is_notifier=True, name="Een buur", reach="", confidential=True, noticed="Geroep (verzonnen).")
    bystander = add_bystander(actor=here.actor("sanne"), now=NOW, case_id=kept, new=near, bystander_id=new_id())
    return {"closed_cell": str(cell), "lock_out": str(locked), "note": str(note), "bystander": str(bystander)}


def _break_glass(region: Region, small: UUID) -> UUID:
    """Let `team` have seen a case for an hour, which is over when everybody looks."""
    new = NewGlassBreak("Er stond iemand op straat.", "Beide regisseurs gebeld.")
    break_glass(actor=region.here.actor("nadia"), now=NOW, case_id=small, new=new, hours=1)
    return new.id


def _choices(region: Region) -> dict[str, str]:
    """Give what forms choose from: members, a team, an organisation, and the criteria of the step from 2 to 3."""
    here = region.here
    members = {
        "ot": _member(region, "care").id,
        "bram": here.id("bram"),
        "nadia": here.id("nadia"),
        "dirk": here.id("dirk"),
    }
    criteria = sorted(enough(here, 2, 3))
    return {
        **{name: f"m:{member_id}" for name, member_id in members.items()},
        **{f"criterion_{number}": code for number, code in enumerate(criteria, start=1)},
        "youth_team": str(here.teams["Jeugd"].id),
        "care_team": str(here.teams["Gebiedsteam"].id),
        "partner": str(_member(region, "part").organisation_id),
        "municipality": here.municipality.code,
        "tdir_id": str(_member(region, "tdir").id),
        "tproc_id": str(_member(region, "tproc").id),
    }


def _moments(here: World, main: UUID, hot: UUID, care: UUID) -> dict[str, str]:
    """Let one case have two moments, and another one of which the viewer `care` holds an item."""
    sanne = here.actor("sanne")
    moment, clinic = plan(here, main, now=NOW), plan(here, main, CLINIC_OUT, now=NOW, on_date=SATURDAY)
    other = plan(here, hot, now=NOW)
    held = add_moment_item(
        actor=sanne,
        now=NOW,
        moment_id=other,
        text="De bewindvoerder bellen",
        who="",
        timing=MomentItem.Timing.BEFORE,
        due=FIRST,
        member_id=care,
    )
    made = {"moment": moment, "care_moment": clinic, "hot_moment": other, "held": held, "item": items_of(moment)[0]}
    return {**{name: str(each) for name, each in made.items()}, "care_id": str(care)}


def _scalings(here: World, high: UUID, hot: UUID) -> dict[str, str]:
    """Let Marit propose phase 4 for one case, and scale another to 3 with urgency."""
    marit = here.actor("marit")
    to_4 = NewProposal(4, enough(here, 3, 4), "Ernstige dreiging.")
    proposal = propose_scaling(actor=marit, now=NOW, case_id=high, new=to_4)
    urgent = scale_urgently(
        actor=marit, now=NOW, case_id=hot, new=NewProposal(3, enough(here, 2, 3), "Dit kan niet wachten.")
    )
    judgement = JudgementRequest.objects.get(proposal_id=proposal).id
    return {"proposal": str(proposal), "urgent": str(urgent), "judgement": str(judgement)}


def _member(region: Region, column: str) -> Member:
    found = region.viewers[column]
    assert found is not None
    return found


def _viewers(here: World, there: World) -> dict[str, Member | None]:
    case_director, team = "casusregisseur-wijkteam", here.teams["Gebiedsteam"]
    made = {
        name: add_member(here.organisation, f"{name} (verzonnen)", case_director, "wmo", "casusregisseur", team)
        for name in ("care", "in", "over", "later")
    }
    sanne = here.members["sanne"]
    for name, begin, end in (("in", -1, 5), ("over", -9, 0), ("later", 1, 9)):
        StandIn.objects.create(member=sanne, stand_in=made[name], from_at=NOW + begin * DAY, until_at=NOW + end * DAY)
    ggz = Organisation.objects.create(kind="ggz", name="Lentis-achtig (verzonnen)", region="Groningen")
    house = Organisation.objects.create(kind="safety_house", name="ZVH (verzonnen)", region="Groningen")
    return {
        "anon": None,
        "dir": sanne,
        "proc": here.members["marit"],
        "team": here.members["nadia"],
        "oper": here.members["erik"],
        "adm": here.members["wiebe"],
        "seat": here.members["bram"],
        "take": here.members["iris"],
        "mayor": here.members["burg"],
        "in": made["in"],
        "over": made["over"],
        "later": made["later"],
        "care": made["care"],
        "oov": add_member(here.organisation, "Boa (verzonnen)", "handhaver", "public_order", "handhaver", None),
        "tdir": there.members["sanne"],
        "tproc": there.members["marit"],
        "part": add_member(ggz, "Yara Mensah", "behandelaar-ggz", "", "behandelaar GGZ", None),
        "zvh": add_member(house, "Mirjam Draaisma", "medewerker-zvh", "", "procesregisseur ZVH", None),
        "beheer": here.members["beheer"],
        "priv": here.members["privacy"],
    }


def scale_to_3(world: World, case_id: UUID) -> UUID:
    """Scale a case of phase 2 to 3, where Marit takes the process direction; gives the id of the decision."""
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    proposal = propose_scaling(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=new)
    how = Deciding(chosen={PROCESS_DIRECTION: Choice(member_id=world.id("marit"))})
    decide_scaling(actor=world.actor("marit"), now=NOW, proposal_id=proposal, approve=True, how=how)
    return ScalingDecision.objects.get(proposal_id=proposal).id


def _go_down(here: World, case_id: UUID, receiver: UUID) -> UUID:
    """Go down to 2; gives the id of what the receiver is asked."""
    down = NewProposal(2, enough(here, 3, 2), "Doelen gehaald.")
    handing_on = replace(handed_on(here), receiver=NewReceiver(member_id=receiver))
    how = Deciding(not_waited="Gebeld.", handing_on=handing_on)
    scale(actor=here.actor("marit"), now=NOW, case_id=case_id, new=down, how=how)
    return ReceiverRequest.objects.get(case_id=case_id).id


def take_process_direction(world: World, case_id: UUID) -> None:
    """Let Marit take the process direction."""
    marit = Choice(member_id=world.id("marit"))
    actor = world.actor("marit")
    assign_seat(actor=actor, now=NOW, case_id=case_id, responsibility=PROCESS_DIRECTION, choice=marit)


def _begin_code(world: World, case_id: UUID) -> dict[str, str]:
    """Let the case director begin a reporting code."""
    resident = CaseResident.objects.get(case_id=case_id).resident_id
    return {"meldcode": str(begin_code(world.actor("sanne"), case_id)), "planned_resident": str(resident)}


def _ask(here: World, case_id: UUID) -> dict[str, str]:
    """Ask Bram for the seat and the youth team to take over, write notes and a letter, and shield somebody."""
    sanne = here.actor("sanne")
    for part in Note.Part:
        write_note(actor=sanne, now=NOW, case_id=case_id, part=part, text=f"Een notitie: {part}.")
    hand_over = ask_hand_over(
        actor=sanne,
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=here.id("bram"),
        reason="Andere wijk.",
    )
    youth = here.teams["Jeugd"].id
    take_over = ask_take_over(actor=sanne, now=NOW, case_id=case_id, to_team=youth, reason="Er is een kind.")
    shield = str(_shield(here, case_id))
    ruben = CaseResident.objects.filter(case_id=case_id).values_list("resident_id", flat=True)[0]
    letter = add_letter(sanne, case_id, ruben)
    return {"hand_over": str(hand_over), "take_over": str(take_over), "shield": shield, "letter": str(letter)}


def _add_partner(region: Region, case_id: UUID) -> UUID:
    organisation = _member(region, "part").organisation_id
    new = NewCaseOrganisation(organisation, "Yara Mensah", "behandelaar", directs_treatment=True)
    return add_organisation(actor=region.here.actor("sanne"), now=NOW, case_id=case_id, new=new)
