"""The case page: everything about one case that this viewer may see, in a fixed number of queries."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import ASSIGNED, Responsibility
from houvast.cases import policy, policy_glass, policy_notes, policy_own_words
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.receiving import names_later
from houvast.cases.selectors import aftercare, contents, elsewhere, glass, moments, own_words, questions, statements
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.elsewhere import Elsewhere
from houvast.cases.selectors.households import household_of_case
from houvast.cases.selectors.judgements import JudgementNote, notes_of_judgements
from houvast.cases.selectors.moments import MomentLine
from houvast.cases.selectors.own_words import WordsLine
from houvast.cases.selectors.receiving import Receiving, receiving
from houvast.cases.selectors.resident_questions import OpenQuestion, open_questions
from houvast.cases.selectors.statements import StatementLine
from houvast.consultation.selectors import of_case as tables
from houvast.consultation.selectors.of_case import CaseItem
from houvast.desk.rules.timeline import Happening
from houvast.desk.selectors.plan_page import PlanPart, plan_part
from houvast.desk.selectors.tailor_work import TailorMadeHere, tailor_made_here
from houvast.desk.selectors.timeline import Around, timeline
from houvast.directory.selectors import many_organisations
from houvast.directory.viewer import Viewer
from houvast.documents.selectors.reading import DocumentLine
from houvast.documents.selectors.reading import of_case as documents_of_case
from houvast.intake.selectors.passed_on import CaseConcernLine, case_concerns
from houvast.intake.selectors.settings import theme_names
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.policy import may_make
from houvast.letters.selectors.reading import of_case as letters_of_case
from houvast.participation.selectors.wishes import WishLine, open_wishes
from houvast.reporting_code.policy import may_begin
from houvast.reporting_code.selectors.reading import of_case as codes_of_case
from houvast.residents.rules.networking import NetworkStanding
from houvast.residents.selectors import NetworkLine, StayLine
from houvast.residents.selectors_network import standings
from houvast.residents.selectors_shielding import ShieldLine, shields
from houvast.safety_house.policy import external_boundary, may_refer
from houvast.safety_house.selectors.referrals import ReferralMark, marks


@dataclass(frozen=True, slots=True)
class Acts:
    """What the viewer may do here; the page shows no act that would be refused.

    `withdraw` holds the questions to a team that the viewer may take back. `watch` is to name who takes over, and to
    say how it goes after going down or closing; `follow_code` to begin a reporting code.
    """

    assign: frozenset[Responsibility]
    hand_over: frozenset[Responsibility]
    give_back: frozenset[Responsibility]
    fill_temporarily: frozenset[Responsibility]
    work_in: bool
    write_letters: bool
    follow_code: bool
    contribute: bool
    scale: bool
    review: bool
    withdraw: frozenset[UUID]
    close: bool
    refer: bool
    reopen: bool
    watch: bool
    break_glass: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What waits between a resident and who leads: what they were asked, and what they wish."""

    questions: tuple[OpenQuestion, ...]
    wishes: tuple[WishLine, ...]


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case as its page shows it. A part that the viewer may not see is empty and not in `parts`."""

    found: FoundCase
    parts: frozenset[Part]
    themes: tuple[str, ...]
    people: tuple[contents.PersonLine, ...]
    network: tuple[NetworkLine, ...]
    network_says: Mapping[UUID, NetworkStanding]
    shields: tuple[ShieldLine, ...]
    statements: tuple[StatementLine, ...]
    words: tuple[WordsLine, ...]
    unread: tuple[WordsLine, ...]
    asked: Asked
    household: tuple[StayLine, ...]
    organisations: tuple[contents.OrganisationLine, ...]
    asks_who_can_leave_from: int
    links: tuple[contents.LinkLine, ...]
    notes: tuple[contents.NoteLine, ...]
    own_notes: frozenset[UUID]
    documents: tuple[DocumentLine, ...]
    concerns: tuple[CaseConcernLine, ...]
    hand_overs: tuple[questions.WaitingHandOver, ...]
    take_overs: tuple[questions.WaitingTakeOver, ...]
    proposals: tuple[questions.WaitingProposal, ...]
    urgencies: tuple[questions.WaitingUrgency, ...]
    follow_ups: tuple[questions.OpenFollowUp, ...]
    tailor_made: tuple[TailorMadeHere, ...]
    dissent: tuple[JudgementNote, ...]
    receiving: Receiving
    receiver_before: datetime | None
    plan: PlanPart
    moments: tuple[MomentLine, ...]
    elsewhere: Elsewhere
    referrals: tuple[ReferralMark, ...]
    items: tuple[CaseItem, ...]
    timeline: tuple[Happening, ...]
    glass: tuple[tuple[str, datetime], ...]
    acts: Acts


def case_page(viewer: Viewer, code: str, *, now: datetime) -> CasePage:
    """Give the page of a case. Raises `NotVisible`. The door puts the read on record before it shows anything."""
    found = case_by_code(viewer, code, now=now)
    case_id, municipality_id = found.band.case_id, found.band.municipality_id
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    judgements, notes = notes_of_judgements(viewer, case_id, now=now), contents.notes(viewer, case_id, now=now)
    crossed, at_tables = elsewhere.of_case(viewer, case_id, now=now), tables.of_case(viewer, case_id, now=now)
    take_overs, referrals = questions.take_overs(viewer, now=now, case_id=case_id), marks(viewer, [case_id], now=now)
    handed_on, codes = receiving(viewer, case_id, now=now), codes_of_case(viewer, case_id, now=now)
    documents, letters = documents_of_case(viewer, case_id, now=now), letters_of_case(viewer, case_id, now=now)
    parts, said = contents.parts_seen(viewer, case_id, now=now), own_words.of_case(viewer, case_id, now=now)
    around = Around(judgements, crossed, referrals, at_tables, handed_on, documents, letters, codes, said)
    return CasePage(
        found=found,
        parts=parts,
        themes=_themes(viewer, case_id, municipality_id, now=now),
        people=people,
        network=contents.network_around(people),
        network_says=standings([each.resident.id for each in people]),
        shields=shields([each.resident.id for each in people], now=now),
        statements=statements.of_case(viewer, case_id, now=now),
        words=said,
        unread=_unread(viewer, found, said, now=now),
        asked=_asked(viewer, found, now=now),
        household=household_of_case(viewer, case_id, now=now),
        organisations=contents.organisations_around(viewer, case_id, now=now),
        asks_who_can_leave_from=many_organisations({municipality_id})[municipality_id],
        links=contents.links(viewer, case_id, now=now),
        notes=notes,
        own_notes=frozenset(each.id for each in notes if each.author_id in viewer.member_ids),
        documents=documents,
        concerns=case_concerns(viewer, case_id, now=now),
        hand_overs=questions.hand_overs(viewer, now=now, case_id=case_id),
        take_overs=take_overs,
        proposals=questions.proposals(viewer, now=now, case_id=case_id),
        urgencies=questions.urgencies(viewer, now=now, case_id=case_id),
        follow_ups=questions.open_follow_ups(viewer, now=now, case_ids=[case_id]),
        tailor_made=tailor_made_here(viewer, found, now=now),
        dissent=tuple(each for each in judgements if not each.agrees),
        receiving=handed_on,
        receiver_before=_receiver_before(viewer, found, now=now),
        plan=plan_part(viewer, case_id, municipality_id, now=now),
        moments=moments.of_case(viewer, case_id, now=now),
        elsewhere=crossed,
        referrals=referrals,
        items=at_tables.items,
        timeline=timeline(viewer, case_id, notes, found.model, now=now, around=around),
        glass=glass.running(viewer, case_id, now=now) if policy.may_work_in(viewer, found.facts).allowed else (),
        acts=acts(viewer, found, take_overs, parts, looks_after=aftercare.looks_after(viewer, case_id, now=now)),
    )


def _unread(viewer: Viewer, found: FoundCase, said: tuple[WordsLine, ...], *, now: datetime) -> tuple[WordsLine, ...]:
    """Give what waits for this viewer to be read; of very much the oldest, and the next when these were read."""
    reads_as = policy_own_words.reads_as(viewer, found.facts)
    waits = reads_as is not None and policy_own_words.waits_for(viewer, found.facts, frozenset())
    if reads_as is not None and waits and len(said) == own_words.MOST:
        return own_words.unread_of_case(viewer, found.band.case_id, reads_as, now=now)
    return tuple(each for each in said if policy_own_words.waits_for(viewer, found.facts, each.read_by))


def _asked(viewer: Viewer, found: FoundCase, *, now: datetime) -> Asked:
    case_id, leads = found.band.case_id, policy.may_work_in(viewer, found.facts).allowed
    wishes = open_wishes(viewer, [case_id], now=now) if leads else ()
    return Asked(open_questions(viewer, case_id, now=now), wishes)


def _themes(viewer: Viewer, case_id: UUID, municipality_id: UUID, *, now: datetime) -> tuple[str, ...]:
    """Give the reasons for involvement as the municipality calls them."""
    names = theme_names(municipality_id)
    return tuple(names.get(code, code) for code in contents.themes(viewer, case_id, now=now))


def _receiver_before(viewer: Viewer, found: FoundCase, *, now: datetime) -> datetime | None:
    """Give by when somebody must be named to take over after an urgent scaling; None where nobody must be."""
    if found.band.is_closed or not names_later(found.model, found.band.phase.number):
        return None
    unnamed = aftercare.unnamed_receivers(viewer, now=now, most=1, case_id=found.band.case_id)
    return unnamed[0].name_before if unnamed else None


def acts(
    viewer: Viewer,
    found: FoundCase,
    take_overs: tuple[questions.WaitingTakeOver, ...],
    parts: frozenset[Part],
    *,
    looks_after: bool,
) -> Acts:
    """Give what the viewer may do in a case."""
    facts = found.facts
    return Acts(
        assign=frozenset(each for each in ASSIGNED if policy.may_assign(viewer, facts, each).allowed),
        hand_over=frozenset(each for each in ASSIGNED if policy.may_hand_over(viewer, facts, each).allowed),
        give_back=frozenset(each for each in ASSIGNED if policy.may_return(viewer, facts, each).allowed),
        fill_temporarily=frozenset(
            each
            for each in Responsibility
            if policy.may_fill_temporarily(viewer, facts, each, beyond_model=False).allowed
        ),
        work_in=policy.may_work_in(viewer, facts).allowed,
        write_letters=may_make(viewer, facts, looks_after=looks_after).allowed,
        follow_code=may_begin(viewer, facts, parts).allowed,
        contribute=policy_notes.may_contribute(viewer, facts, parts).allowed,
        scale=any(_may_scale(viewer, found, step) for step in (-1, 1)),
        review=policy.may_review(viewer, facts).allowed,
        withdraw=withdrawable(viewer, found, take_overs),
        close=policy.may_close(viewer, facts).allowed,
        reopen=policy.may_reopen(viewer, facts).allowed,
        refer=may_refer(viewer, facts, external_boundary(found.model)).allowed,
        watch=policy.may_check_pulse(viewer, facts, looks_after=looks_after).allowed,
        break_glass=policy_glass.may_break_glass(viewer, facts, parts).allowed,
    )


def withdrawable(
    viewer: Viewer, found: FoundCase, take_overs: tuple[questions.WaitingTakeOver, ...]
) -> frozenset[UUID]:
    """Give the questions to a team that the viewer may take back; who is in that team answers it instead."""
    return frozenset(
        each.id
        for each in take_overs
        if each.team_id not in viewer.team_ids
        and policy.may_withdraw_take_over(viewer, found.facts, asked_by=each.asked_by_id).allowed
    )


def _may_scale(viewer: Viewer, found: FoundCase, step: int) -> bool:
    boundary = found.model.boundary(found.facts.phase, found.facts.phase + step)
    if boundary is None:
        return False
    return (
        policy.may_propose(viewer, found.facts, boundary).allowed
        or policy.may_decide(viewer, found.facts, boundary).allowed
        or (step > 0 and policy.may_scale_urgently(viewer, found.facts, boundary).allowed)
    )
