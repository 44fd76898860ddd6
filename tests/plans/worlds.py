"""A case with a plan and tasks. Everybody in it is *verzonnen*."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, member
from houvast.kernel.ids import new_id
from houvast.plans.rules.content import Asked, Goal, PlanContent, View, ViewState, WhenItGoesWrong, WhoActs
from houvast.plans.rules.limits import Measure, NewLimit
from houvast.plans.rules.tasks import Owner
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.end_limit import end_limit
from houvast.plans.services.make_plan_version import make_plan_version
from houvast.plans.services.record_limit import record_limit
from houvast.plans.services.tell_of_limit import tell_of_limit
from tests.lives import open_with
from tests.worlds import NOW, World, add_member, make_world

THURSDAY = date(2026, 11, 26)
SLEEP = Goal(UUID(int=1), "health", Asked.GOAL, "Ik wil slapen.")
WORDS = PlanContent(
    goals=(SLEEP, Goal(UUID(int=2), "money", Asked.NOT_ASKED)),
    resident_view=View(ViewState.GIVEN, "Dit wil ik proberen.", NOW.date()),
    when_it_goes_wrong=WhenItGoesWrong("Hij slaapt niet.", "Bel eerst zijn zus.", (WhoActs("FACT", "050 00 02 31"),)),
)


NOVEMBER = (date(2026, 11, 1), date(2026, 12, 1))
TOLD = NewLimit(
    Measure.AREA_BAN,
    "Niet in het winkelcentrum.",
    "burgemeester",
    "Gemeentewet artikel 172a",
    *NOVEMBER,
    "Thuis verteld, met de brief erbij.",
    told_on=date(2026, 11, 2),
)
NOT_TOLD = replace(TOLD, told="Hij neemt niet op.", told_on=None, tell_before=THURSDAY)


@dataclass(frozen=True)
class Planned:
    """A case that Sanne leads, and a partner outside it."""

    world: World
    case_id: UUID
    partner: Member

    def viewer(self, name: str) -> Viewer:
        """Give a member as a viewer."""
        return viewer_of(self.world.actor(name), now=NOW)

    @property
    def partner_viewer(self) -> Viewer:
        """Give the partner as a viewer."""
        return viewer_of(member(self.partner.id), now=NOW)

    def make_version(self, content: PlanContent = WORDS, seen: UUID | None = None) -> UUID:
        """Let Sanne make a version."""
        actor = self.world.actor("sanne")
        return make_plan_version(actor=actor, now=NOW, case_id=self.case_id, content=content, seen_version=seen)

    def agree(self, owner: Owner, what: str = "Belt de huisarts") -> UUID:
        """Let Sanne agree on a task."""
        new = NewTask(what, owner, THURSDAY, goal=SLEEP.id)
        return add_task(actor=self.world.actor("sanne"), now=NOW, case_id=self.case_id, new=new)

    def limit(self, new: NewLimit = TOLD, who: str = "sanne") -> UUID:
        """Record a limit."""
        actor = self.world.actor(who)
        return record_limit(actor=actor, now=NOW, case_id=self.case_id, new=new, limit_id=new_id())

    def end(self, limit_id: UUID, who: str = "sanne") -> None:
        """End a limit."""
        actor = self.world.actor(who)
        end_limit(actor=actor, now=NOW, limit_id=limit_id, ended_on=date(2026, 11, 20), why="Het is rustig.")

    def tell(self, limit_id: UUID, who: str = "sanne") -> None:
        """Record that the resident was told of a limit."""
        actor = self.world.actor(who)
        tell_of_limit(actor=actor, now=NOW, limit_id=limit_id, told_on=date(2026, 11, 20), told="Met zijn zus erbij.")


def add_plan(actor: Actor, case_id: UUID, owner: Owner, *, now: datetime = NOW, word: str = "Ik wil slapen.") -> UUID:
    """Let who leads a case make its first version, with a task; gives the task's id. `word` is everywhere in it."""
    goal = replace(SLEEP, words=word)
    wrong = WhenItGoesWrong(word, word, (WhoActs(word, "050 00 02 31"),))
    content = PlanContent((goal,), View(ViewState.GIVEN, word), View(ViewState.GIVEN, word), wrong)
    make_plan_version(actor=actor, now=now, case_id=case_id, content=content, seen_version=None)
    limit = NewLimit(Measure.AREA_BAN, word, word, word, *NOVEMBER, word, tell_before=date(2027, 1, 1))
    record_limit(actor=actor, now=now, case_id=case_id, new=limit, limit_id=new_id())
    return add_task(actor=actor, now=now, case_id=case_id, new=NewTask(word, owner, THURSDAY, goal=goal.id))


def make_planned() -> Planned:
    """Make the case."""
    world = make_world()
    ggz = Organisation.objects.create(kind="ggz", name="GGZ (verzonnen)", region="Groningen")
    partner = add_member(ggz, "Yara Mensah", "behandelaar-ggz", "", "behandelaar GGZ", None)
    return Planned(world, open_with(world), partner)
