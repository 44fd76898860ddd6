"""Many people at once: one wins, the others are told so in words, and nobody gets any other error."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from threading import Barrier, Thread

from django.db import connections

from houvast.audit.models import Chain, Entry
from houvast.audit.verify import first_broken
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, CaseResident, HandOverAnswer, PhasePeriod, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.ask_hand_over import ask_hand_over
from houvast.cases.services.assign_seat import assign_seat
from houvast.cases.services.reopen_case import reopen_case
from houvast.cases.services.scale import scale
from houvast.kernel.errors import HouvastError
from tests.lives import HOUR, close, enough, open_with
from tests.worlds import NOW, make_resident, make_world

CASE_DIRECTION = Responsibility.CASE_DIRECTION


def at_once(calls: Sequence[Callable[[], object]]) -> list[str]:
    """Make all calls at the same moment, each in a thread of its own; give what each came to.

    That is "done", the Dutch message of a refusal, or the name of any other error.
    """
    barrier, outcomes = Barrier(len(calls)), [""] * len(calls)

    def play(number: int) -> None:
        try:
            barrier.wait(timeout=30)
            calls[number]()
            outcomes[number] = "done"
        except HouvastError as said:
            outcomes[number] = f"{type(said).__name__}: {said.message}"
        except Exception as broken:
            outcomes[number] = repr(broken)
        finally:
            connections.close_all()

    threads = [Thread(target=play, args=(number,)) for number in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def chains_are_whole() -> bool:
    """Compute every hash again."""
    entries = Entry.objects.order_by("number")
    return all(first_broken(chain, entries.filter(chain=chain)) is None for chain in Chain.objects.all())


def test_of_32_at_once_on_one_vacant_seat_one_wins_and_31_are_told(committed: str) -> None:
    world = make_world()
    case_id = open_with(world, director=None)
    seen = Case.objects.get(pk=case_id).case_direction_id
    call = partial(assign_seat, now=NOW, case_id=case_id, responsibility=CASE_DIRECTION, seen_seat=seen)
    candidates = [("marit", "sanne"), ("nadia", "bram"), ("erik", "iris"), ("marit", "bram")] * 8
    calls = [partial(call, actor=world.actor(who), choice=Choice(member_id=world.id(to))) for who, to in candidates]
    outcomes = Counter(at_once(calls))
    told = "Conflict: Iemand anders was net iets eerder: deze verantwoordelijkheid is al veranderd. Kijk opnieuw."
    assert outcomes == {"done": 1, told: 31}
    assert Seat.objects.filter(case_id=case_id, responsibility=CASE_DIRECTION).count() == 2
    assert list(Entry.objects.filter(event="seat.assigned").values_list("outcome", flat=True)) == ["done"]
    assert chains_are_whole()


def test_of_two_at_once_on_scaling_one_wins_and_the_other_is_told(committed: str) -> None:
    world = make_world()
    case_id = open_with(world)
    new = NewProposal(3, enough(world, 2, 3), "Drie teams zijn apart bezig.")
    seen = Case.objects.get(pk=case_id).phase_period_id
    call = partial(scale, now=NOW, case_id=case_id, new=new, how=Deciding(), seen_period=seen)
    # Both process directors see the whole case: one of them holds process direction, the other stands by.
    outcomes = at_once([partial(call, actor=world.actor(who)) for who in ("marit", "nadia")])
    told = "Conflict: Iemand anders veranderde intussen de fase van deze casus. Kijk opnieuw en besluit dan."
    assert sorted(outcomes) == sorted(["done", told])
    assert list(PhasePeriod.objects.filter(case_id=case_id).order_by("number").values_list("phase", flat=True)) == [
        2,
        3,
    ]
    assert Entry.objects.filter(event="scaling.decided", outcome="done").count() == 1
    assert chains_are_whole()


def test_of_two_answers_at_once_to_one_hand_over_one_counts(committed: str) -> None:
    world = make_world()
    case_id = open_with(world)
    asked = ask_hand_over(
        actor=world.actor("sanne"),
        now=NOW,
        case_id=case_id,
        responsibility=CASE_DIRECTION,
        to_member=world.id("bram"),
        reason="Andere wijk.",
    )
    call = partial(answer_hand_over, actor=world.actor("bram"), now=NOW, hand_over_id=asked, reason="Zo is het.")
    outcome = HandOverAnswer.Outcome
    outcomes = at_once([partial(call, outcome=outcome.ACCEPTED), partial(call, outcome=outcome.REFUSED)])
    assert outcomes.count("done") == 1
    loser = next(each for each in outcomes if each != "done")
    # Who lost was told so; or no longer had any part in the case, when their own refusal came first.
    assert loser in (
        "Conflict: Op deze vraag is al geantwoord.",
        "NotVisible: Deze pagina bestaat niet, of u mag haar niet zien.",
    )
    answer = HandOverAnswer.objects.get(hand_over=asked)
    holder = Case.objects.get(pk=case_id).case_direction.member_id
    assert holder == world.id("bram" if answer.outcome == outcome.ACCEPTED else "sanne")
    assert chains_are_whole()


def test_of_two_cases_opened_at_once_about_one_person_one_comes_to_be(committed: str) -> None:
    world = make_world()
    resident = make_resident(world).id
    outcomes = at_once([partial(open_with, world, resident) for _ in range(4)])
    assert outcomes.count("done") == 1, outcomes
    assert all(each == "done" or each.startswith("Invalid: Deze inwoner staat al") for each in outcomes)
    assert CaseResident.objects.filter(resident=resident).count() == 1
    assert sorted(Case.objects.values_list("code", flat=True)) == ["C-2026-0001"]


def test_of_opening_and_reopening_at_once_about_one_person_one_happens(committed: str) -> None:
    world = make_world()
    resident = make_resident(world).id
    closed = open_with(world, resident)
    close(world, closed)
    call = partial(reopen_case, actor=world.actor("marit"), now=NOW + HOUR, case_id=closed, phase=2, reason="Terugval.")
    outcomes = at_once([partial(call, chosen={}), partial(open_with, world, resident)])
    assert outcomes.count("done") == 1, outcomes
    assert any(each.startswith("Invalid: ") for each in outcomes)
    assert Case.objects.filter(phase_period__state="open").count() == 1
