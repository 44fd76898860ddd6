"""Plans and tasks, in the words of the stories: each verb calls the service, as the person who does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.selectors.around import contacts_at
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import outsider
from houvast.kernel.ids import new_id
from houvast.kernel.one_time_codes import number_to_text
from houvast.plans.rules.content import Asked, Goal, PlanContent, View, ViewState, WhenItGoesWrong
from houvast.plans.rules.limits import NewLimit
from houvast.plans.rules.links import LinkAnswer
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.selectors.links import link_with_secret
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.answer_task_link import answer_task_link
from houvast.plans.services.make_plan_version import make_plan_version
from houvast.plans.services.make_task_link import make_task_link
from houvast.plans.services.record_limit import record_limit
from houvast.plans.services.record_task_step import record_task_step
from houvast.plans.services.send_link_code import send_link_code
from houvast.plans.services.try_link_code import try_link_code
from houvast.practice.casework import Casework
from houvast.practice.region import Person

DONE = NextStep(Standing.DONE)


@dataclass(slots=True)
class Planning:
    """The plan of one case, and what people do with it. Goals keep their id from version to version.

    `children` is what it means for the children, in each version; "" in a home without any.
    """

    case: Casework
    children: str = ""
    _goals: dict[str, UUID] = field(default_factory=dict)
    _current: UUID | None = None

    def agree(
        self,
        by: Person,
        now: datetime,
        words: Mapping[str, str],
        *,
        resident: str = "",
        network: str = "",
        not_applicable: Sequence[str] = (),
        wrong: WhenItGoesWrong | None = None,
        tasks: Sequence[UUID] = (),
        ways: Sequence[str] = (),
    ) -> None:
        """Make the next version of the plan: what the resident said, by life area."""
        content = PlanContent(
            goals=(
                *(Goal(self._goal(area), area, Asked.GOAL, said) for area, said in words.items()),
                *(Goal(self._goal(area), area, Asked.NOT_APPLICABLE) for area in not_applicable),
            ),
            resident_view=_view(resident),
            network_view=_view(network),
            when_it_goes_wrong=wrong or WhenItGoesWrong(),
            tasks=tuple(tasks),
            children=self.children,
            ways=tuple(ways),
        )
        self._current = make_plan_version(
            actor=by.actor, now=now, case_id=self.case.id, content=content, seen_version=self._current
        )

    def task(self, by: Person, now: datetime, what: str, owner: Owner, due_on: date, area: str = "") -> UUID:
        """Agree on a task, with a goal or without one."""
        new = NewTask(what, owner, due_on, goal=self._goal(area) if area else None)
        return add_task(actor=by.actor, now=now, case_id=self.case.id, new=new)

    def report(self, by: Person, now: datetime, task_id: UUID, step: NextStep = DONE) -> None:
        """Say how a task stands."""
        record_task_step(actor=by.actor, now=now, task_id=task_id, step=step)

    def answered(self, by: Person, now: datetime, task_id: UUID, organisation_id: UUID, answer: LinkAnswer) -> None:
        """Let a partner without an account answer by a link, made for the first contact with a mobile number."""
        known = contacts_at(viewer_of(by.actor, now=now), self.case.id, organisation_id, now=now)
        contact = next(each.id for each in known if number_to_text(each.phone))
        made = make_task_link(actor=by.actor, now=now, task_id=task_id, contact_id=contact)
        link, who = link_with_secret(made.secret, now=now), outsider(contact)
        if link is None:
            raise LookupError("a link that was just made is there")
        code = send_link_code(actor=who, now=now, link_id=link.id).shown
        proof = try_link_code(actor=who, now=now, link_id=link.id, typed=code)
        answer_task_link(actor=who, now=now, link_id=link.id, proof=proof, answer=answer)

    def limit(self, by: Person, now: datetime, new: NewLimit) -> UUID:
        """Record a measure that limits somebody."""
        return record_limit(actor=by.actor, now=now, case_id=self.case.id, new=new, limit_id=new_id())

    def _goal(self, area: str) -> UUID:
        return self._goals.setdefault(area, new_id())


def _view(words: str) -> View:
    return View(ViewState.GIVEN, words) if words else View(ViewState.NOT_ASKED_YET)
