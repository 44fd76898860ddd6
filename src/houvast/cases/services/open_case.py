"""Open a case: the case itself, its first phase, its four seats and who may see it, all at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.ave.model import Model
from houvast.ave.vocabulary import ASSIGNED, SELF_FILLING, Responsibility
from houvast.cases import events, policy
from houvast.cases.models import Case, CaseNumber, PhasePeriod, Seat
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.opening import Choice, chosen_seat, opening_problems, with_resident
from houvast.cases.rules.seats import NOT_REQUIRED, VACANT, Candidate, SeatFacts, fill_from_model
from houvast.cases.services.add_resident import NewCaseResident, lock_residents, put_in_case
from houvast.cases.services.link_cases import NewLink, link
from houvast.cases.services.steps.begin_period import PeriodChange, candidates, new_period
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.people_of_case import NOT_OF_CASE, is_of_case
from houvast.cases.services.steps.set_seat import SeatChange, give_seat_access, new_seat, who_has_what
from houvast.directory.models import AdoptedModel
from houvast.directory.selectors import adopted_model, functions_of, members_with_function, parsed_model, viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.services.create_key import create_key


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is asked to open a case.

    `chosen` names who takes case or process direction (a member, a resident or a network member); a required seat that
    is not chosen begins vacant, and shouts. A person who is in another open case needs a `link` with its reason.
    `id` is made before the act, so that pressing twice opens one case.
    """

    municipality_id: UUID
    kind: Case.Kind
    name: str
    phase: int
    domain: str
    residents: Sequence[NewCaseResident] = ()
    household_id: UUID | None = None
    themes: Sequence[str] = ()
    chosen: Mapping[Responsibility, Choice] = field(default_factory=dict)
    links: Sequence[NewLink] = ()
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class OpenedCase:
    """The case that was opened."""

    id: UUID
    code: str


def open_case(*, actor: Actor, now: datetime, new: NewCase) -> OpenedCase:
    """Open a case. Raises `Refused`, `Invalid` with a message at each field, or `Conflict` when it is open already."""
    with act(events.CASE_OPENED, actor=actor, now=now, municipality=new.municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_open(viewer, new.municipality_id, new.domain)
        if not verdict.allowed:
            raise Refused(verdict)
        adopted = adopted_model(new.municipality_id)
        model = parsed_model(adopted)
        chosen = _chosen(model, new, now)
        case = _write_case(new, viewer, adopted, now)
        seats = _write_histories(case, new, model, chosen, viewer, now)
        for each in new.links:
            link(case, each, viewer, now=now)
        lock_residents([resident.resident_id for resident in new.residents], case)
        for resident in new.residents:
            put_in_case(case, resident, now=now)
        acting.case, acting.subject, acting.subject_id, acting.ground = case.id, "case", case.id, verdict.ground
        required = {each: seat for each, seat in seats.items() if seat != NOT_REQUIRED}
        acting.details = {"phase": new.phase, "kind": new.kind.value, "code": case.code, **who_has_what(required)}
        return OpenedCase(case.id, case.code)


def _chosen(model: Model, new: NewCase, now: datetime) -> dict[Responsibility, SeatFacts]:
    """Turn the choices into seats, or say at each field why not."""
    problems = opening_problems(model, name=new.name, phase=new.phase, residents=len(new.residents))
    residents = {resident.resident_id for resident in new.residents}
    grown_ups = {resident.resident_id for resident in new.residents if not resident.is_child}
    seats: dict[Responsibility, SeatFacts] = {}
    if "phase" not in problems:
        for responsibility, named in new.chosen.items():
            choice = with_resident(named, grown_ups)
            rule = model.seat(new.phase, responsibility)
            functions = _functions_of(choice, new.municipality_id, now)
            seat, problem = chosen_seat(rule, choice, functions)
            seats[responsibility] = seat
            if problem or not is_of_case(choice, residents):
                problems[responsibility.value] = problem or NOT_OF_CASE
    if problems:
        raise Invalid(problems)
    return seats


def _functions_of(choice: Choice, municipality_id: UUID, now: datetime) -> frozenset[str]:
    if choice.member_id is None:
        return frozenset()
    return functions_of(choice.member_id, municipality_id=municipality_id, now=now)


def _write_case(new: NewCase, viewer: Viewer, adopted: AdoptedModel, now: datetime) -> Case:
    code = _next_code(now)
    # The row of the number is locked now: whoever pressed at the same moment has finished, and is seen here.
    if Case.objects.filter(pk=new.id).exists():
        raise Conflict("Deze casus is al geopend. U vindt haar bij Casussen.")
    case = Case(
        id=new.id,
        code=code,
        kind=new.kind,
        name=new.name.strip(),
        municipality_id=new.municipality_id,
        adopted_model=adopted,
        household_id=new.household_id,
        key=create_key(now=now),
        domain=new.domain,
        themes=list(new.themes),
        opened_at=now,
        opened_by_id=viewer.member_id,
        phase_period_id=new_id(),
        **{f"{responsibility}_id": new_id() for responsibility in Responsibility},
    )
    case.save(force_insert=True)
    return case


def _next_code(now: datetime) -> str:
    year = in_amsterdam(now).year
    CaseNumber.objects.bulk_create([CaseNumber(year=year)], ignore_conflicts=True)
    number = CaseNumber.objects.select_for_update().get(year=year)
    number.last += 1
    number.save(update_fields=["last"])
    return f"C-{year}-{number.last:04d}"


def _write_histories(
    case: Case, new: NewCase, model: Model, chosen: Mapping[Responsibility, SeatFacts], viewer: Viewer, now: datetime
) -> dict[Responsibility, SeatFacts]:
    """Write the first phase period and the four seats; gives what each seat begins as."""
    change = PeriodChange(new.phase, PhasePeriod.Cause.OPENED, viewer.member_id)
    new_period(case, change, model, number=1, now=now, period_id=case.phase_period_id)
    available = candidates(new.municipality_id, model, new.phase, now=now)
    begins = {each: chosen.get(each) or _first(model, new.phase, each, available) for each in Responsibility}
    for responsibility, becomes in begins.items():
        cause = Seat.Cause.FILLED_FROM_MODEL if responsibility in SELF_FILLING else Seat.Cause.OPENED
        seat = new_seat(
            case,
            SeatChange(responsibility, becomes, cause, set_by=viewer.member_id),
            number=1,
            now=now,
            seat_id=getattr(case, f"{responsibility}_id"),
        )
        give_seat_access(case, seat, model, phase=new.phase, now=now)
    _let_process_team_see(case, model, new.phase, now)
    return begins


def _first(model: Model, phase: int, responsibility: Responsibility, available: Sequence[Candidate]) -> SeatFacts:
    rule = model.seat(phase, responsibility)
    if responsibility in ASSIGNED:
        return VACANT if rule.required else NOT_REQUIRED
    return fill_from_model(rule, available) if rule.required else NOT_REQUIRED


def _let_process_team_see(case: Case, model: Model, phase: int, now: datetime) -> None:
    """Let the teams of the municipality's process directors see the band: they watch over vacancies."""
    lines = members_with_function(case.municipality_id, policy.process_functions(model), now=now)
    teams = sorted({line.team_id for line in lines if line.team_id is not None})
    cause = Cause("case", case.id, "watches_over_vacancies")
    give_access(case, Relation.PROCESS_TEAM, cause, now=now, phase=phase, team_ids=teams)
