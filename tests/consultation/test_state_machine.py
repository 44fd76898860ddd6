"""Whatever order people do things in: resolutions never get lost between meeting, task and case, and the minutes of a
closed meeting never change."""

import contextlib
import os
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from houvast.consultation.models import AgendaItem, ItemText, Meeting, Presence, Resolution
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.make_resolution import WHAT_PLACE, NewResolution, make_resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.record_presence import record_presence
from houvast.consultation.services.steps.loading import key_of
from houvast.consultation.services.take_off_agenda import take_off_agenda
from houvast.consultation.services.write_item_text import write_item_text
from houvast.kernel.errors import HouvastError
from houvast.plans.models import Task
from houvast.plans.rules.tasks import NextStep, Owner, Standing
from houvast.plans.services.record_task_step import record_task_step
from houvast.vault.sealing import unseal
from tests.consultation.worlds import BEGUN, MONDAY, THURSDAY, make_tabled
from tests.worlds import NOW

LARGE = os.environ.get("HOUVAST_TEST_SIZE") == "large"
WHO = st.sampled_from(["nadia", "nadia", "nadia", "sanne", "yara", "bram"])
OWNER = st.sampled_from(["sanne", "yara", "iris"])
PLACE = st.integers(0, 3)
WHICH = st.integers(0, 1)


class Consulting(RuleBasedStateMachine):
    """Two meetings of one table about one case, thrown away after the run."""

    @initialize()
    def begin(self) -> None:
        self.run = transaction.atomic()
        self.run.__enter__()
        self.tabled, self.now = make_tabled(), BEGUN
        after = plan_meeting(
            actor=self.tabled.actor("nadia"),
            now=NOW,
            table_id=self.tabled.table_id,
            starts_at=MONDAY + timedelta(days=14),
        )
        self.meetings = [self.tabled.meeting_id, after]
        self.items: list[UUID] = []
        self.decided: dict[UUID, tuple[UUID, str]] = {}
        self.minutes: dict[UUID, list[str]] = {}

    def teardown(self) -> None:
        if hasattr(self, "run"):
            transaction.set_rollback(True)
            self.run.__exit__(None, None, None)

    def attempt(self, act: object, who: str, **wanted: object) -> bool:
        """Try something as somebody, a minute later; a no is an answer too."""
        self.now += timedelta(minutes=1)
        assert callable(act)
        with contextlib.suppress(HouvastError):
            act(actor=self.tabled.actor(who), now=self.now, **wanted)
            return True
        return False

    def item(self, place: int) -> UUID:
        return self.items[place % len(self.items)] if self.items else self.tabled.case_id

    @rule(who=WHO, which=WHICH, about_case=st.booleans())
    def put(self, who: str, which: int, about_case: bool) -> None:
        case = NewItem(AgendaItem.Kind.CASE, self.tabled.case_id)
        new = case if about_case else NewItem(AgendaItem.Kind.THEME, title="Thema")
        self.attempt(put_on_agenda, who, meeting_id=self.meetings[which], new=new)
        self.items = list(AgendaItem.objects.order_by("added_at").values_list("pk", flat=True))

    @rule(who=WHO, place=PLACE)
    def take_off(self, who: str, place: int) -> None:
        self.attempt(take_off_agenda, who, item_id=self.item(place))

    @rule(who=WHO, which=WHICH)
    def open(self, who: str, which: int) -> None:
        self.attempt(open_meeting, who, meeting_id=self.meetings[which])

    @rule(who=WHO, which=WHICH)
    def close(self, who: str, which: int) -> None:
        if self.attempt(close_meeting, who, meeting_id=self.meetings[which]):
            self.minutes[self.meetings[which]] = self.kept(self.meetings[which])

    @rule(who=WHO, place=PLACE)
    def say(self, who: str, place: int) -> None:
        self.attempt(write_item_text, who, item_id=self.item(place), text=f"Gezegd om {self.now}.")

    @rule(who=WHO, place=PLACE)
    def correct(self, who: str, place: int) -> None:
        self.attempt(correct_minutes, who, item_id=self.item(place), text="Het was dinsdag.")

    @rule(who=WHO, which=WHICH)
    def note_presence(self, who: str, which: int) -> None:
        self.attempt(record_presence, who, meeting_id=self.meetings[which], here=[self.tabled.id("sanne")])

    @rule(who=WHO, place=PLACE, owner=OWNER)
    def decide(self, who: str, place: int, owner: str) -> None:
        new = NewResolution(f"Besluit {len(self.decided)}", Owner(member_id=self.tabled.id(owner)), THURSDAY)
        if self.attempt(make_resolution, who, item_id=self.item(place), new=new):
            self.decided[new.id] = (self.item(place), new.what)

    @rule(who=WHO, place=PLACE, state=st.sampled_from([Standing.DONE, Standing.NOT_DONE, Standing.WITHDRAWN]))
    def report(self, who: str, place: int, state: Standing) -> None:
        tasks = list(Task.objects.order_by("added_at"))
        if tasks:
            step = NextStep(state, "Zo is het.")
            self.attempt(record_task_step, who, task_id=tasks[place % len(tasks)].id, step=step)

    def kept(self, meeting_id: UUID) -> list[str]:
        """Give what the minutes of a meeting hold, row by row."""
        rows = [
            *ItemText.objects.filter(item__meeting_id=meeting_id).values_list("pk", "number", "written_at"),
            *Resolution.objects.filter(item__meeting_id=meeting_id).values_list("pk", "number", "due_on"),
            *Presence.objects.filter(meeting_id=meeting_id).values_list("pk", "present", "recorded_at"),
            *AgendaItem.objects.filter(meeting_id=meeting_id).values_list("pk", "position", "taken_off_at"),
            *Meeting.objects.filter(pk=meeting_id).values_list("pk", "state", "closed_at"),
        ]
        return sorted(str(row) for row in rows)

    @invariant()
    def no_resolution_is_lost(self) -> None:
        if not hasattr(self, "run"):
            return
        rows = {row.id: row for row in Resolution.objects.select_related("item__key", "item__case__key")}
        assert rows.keys() == self.decided.keys()
        for found, row in rows.items():
            item_id, what = self.decided[found]
            assert row.item_id == item_id
            assert unseal(key_of(row.item), row.what_sealed, place=f"{WHAT_PLACE}:{found}") == what
        about_case = {found for found, row in rows.items() if row.item.case_id}
        tasks = Task.objects.filter(case_id=self.tabled.case_id, source=Task.Source.RESOLUTION)
        assert sorted(tasks.values_list("source_id", flat=True)) == sorted(about_case)

    @invariant()
    def closed_minutes_never_change(self) -> None:
        if hasattr(self, "run"):
            assert {each: self.kept(each) for each in self.minutes} == self.minutes


@pytest.mark.django_db
def test_resolutions_are_never_lost_and_closed_minutes_never_change() -> None:
    runs, steps = (400, 50) if LARGE else (6, 25)
    form = settings(
        max_examples=runs,
        stateful_step_count=steps,
        derandomize=not LARGE,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Consulting, settings=form)
