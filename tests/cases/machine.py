"""A case in a world of its own, with a plain oracle beside it, and what must hold after every step."""

from collections import Counter
from collections.abc import Callable, Collection
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
)

from houvast.audit.models import Chain, Entry
from houvast.audit.verify import first_broken
from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import Case, Note, PhasePeriod, Seat
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.receiving import HandingOn, NewReceiver
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.write_note import write_note
from houvast.directory.models import Organisation
from houvast.directory.selectors import viewer
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from tests.cases import oracle as o
from tests.lives import open_with
from tests.worlds import NOW, add_member, make_world

EVERYBODY = ["marit", "nadia", "sanne", "bram", "iris", "bos", "erik", "dirk", "wiebe", "burg", "zvh", "beheer"]


def drawn(lot: int, fitting: Collection[str]) -> str:
    """Draw somebody by lot: three times out of four one of whom it fits, else anybody."""
    pool = sorted(fitting) if lot % 4 and fitting else EVERYBODY
    return pool[lot // 4 % len(pool)]


class CaseInAWorld(RuleBasedStateMachine):
    """A case in a world of its own, thrown away after the run."""

    @initialize()
    def begin(self) -> None:
        self.run = transaction.atomic()
        self.run.__enter__()
        self.world = make_world()
        partner = Organisation.objects.create(kind="safety_house", name="ZVH van de proef")
        zvh = add_member(partner, "Zwaan", "procesregisseur-zvh", "", "procesregisseur ZVH", None)
        self.world.members["zvh"] = zvh
        self.now, self.model = NOW, o.Oracle()
        self.case_id = open_with(self.world)
        self.viewers = {name: viewer(member.id, now=NOW) for name, member in self.world.members.items()}
        actor = self.world.actor("sanne")
        write_note(actor=actor, now=NOW, case_id=self.case_id, part=Note.Part.GENERAL, text="Gesproken.")
        add_organisation(actor=actor, now=NOW, case_id=self.case_id, new=NewCaseOrganisation(partner.id))
        # Who takes over works outside Houvast, and so sees nothing.
        receiver = NewReceiver(organisation_id=partner.id, contact="Zwaan")
        self.handing_on = HandingOn(receiver, "Elke week een bezoek.", "Hij mijdt ons.", date(2027, 3, 1))
        self.entries = Counter({"done": 3})
        self.sight: dict[str, tuple[bool, bool, bool]] = {}
        self.ids: dict[str, list[UUID]] = {"hand_over": [], "proposal": [], "urgent": [], "take_over": []}

    def teardown(self) -> None:
        if not hasattr(self, "run"):
            return
        try:
            for name in self.viewers:
                self.check_sight(name)
            for chain in Chain.objects.all():
                assert first_broken(chain, Entry.objects.filter(chain=chain).order_by("number")) is None
        finally:
            # Whatever went wrong: what stayed would make other tests fail, and hide what it was.
            transaction.set_rollback(True)
            self.run.__exit__(None, None, None)

    def attempt(self, who: str, expected: str, call: Callable[[], UUID | None]) -> UUID | None:
        """Do it, compare with what was expected, and count the entry that it must leave behind."""
        result, outcome = None, o.DONE
        try:
            result = call()
        except (Refused, NotVisible):
            outcome = o.REFUSED
        except Conflict:
            outcome = o.CONFLICT
        except Invalid:
            outcome = o.INVALID
        assert outcome == expected, f"{who} in phase {self.model.phase}"
        self.entries[outcome] += outcome in (o.DONE, o.REFUSED)
        return result

    def asked(self, kind: str, made: UUID | None) -> bool:
        """Remember the id of a question, when one was made."""
        if made is not None:
            self.ids[kind].append(made)
        return made is not None

    def later(self) -> None:
        """Let a minute pass."""
        self.now += timedelta(minutes=1)

    def seen_seat(self, seat: Responsibility, seen: str) -> tuple[UUID | None, bool]:
        """Give the row of a seat that somebody saw, and whether it is still the newest."""
        rows = list(Seat.objects.filter(case_id=self.case_id, responsibility=seat).order_by("-number"))
        if seen == "nothing":
            return None, True
        return (rows[-1].id, len(rows) == 1) if seen == "earlier" else (rows[0].id, True)

    def seen_period(self, seen: str) -> tuple[UUID | None, bool]:
        """Give the period that somebody saw, and whether it is still the newest."""
        rows = list(PhasePeriod.objects.filter(case_id=self.case_id).order_by("-number"))
        if seen == "nothing":
            return None, True
        return (rows[-1].id, len(rows) == 1) if seen == "earlier" else (rows[0].id, True)

    def leaders(self) -> set[str]:
        """Name who leads the case or its process now."""
        holders = {self.model.seats[seat].who for seat in (o.CASE, o.PROCESS, o.OPERATIONAL)}
        return {*o.PROCESS_DIRECTORS, *(who for who in holders if who)}

    # What holds after every step

    @invariant()
    def the_case_is_as_the_oracle_says(self) -> None:
        case = Case.objects.select_related("phase_period", *map(str, Responsibility)).get(pk=self.case_id)
        m, period = self.model, case.phase_period
        assert (period.phase, period.state == "closed", period.number) == (m.phase, m.closed, m.period)
        assert (case.returns, case.relapses) == (m.returns, m.relapses)
        names = {member.id: name for name, member in self.world.members.items()}
        for responsibility, expected in m.seats.items():
            seat: Seat = getattr(case, responsibility)
            holder = None if seat.member_id is None else names[seat.member_id]
            found = (seat.state, holder, seat.extension, seat.number)
            assert found == (expected.state, expected.who, expected.extension, expected.row), responsibility

    @invariant()
    def histories_have_no_gaps_and_end_where_the_next_begins(self) -> None:
        seats = [Seat.objects.filter(case_id=self.case_id, responsibility=each) for each in Responsibility]
        for rows in (PhasePeriod.objects.filter(case_id=self.case_id), *seats):
            found = list(rows.order_by("number").values_list("number", "since"))
            assert [number for number, _ in found] == list(range(1, len(found) + 1))
            assert [since for _, since in found] == sorted(since for _, since in found)

    @invariant()
    def whose_sight_changed_sees_at_once_what_they_may_see(self) -> None:
        expected = {name: self.model.sight(name, author="sanne") for name in self.viewers}
        for name in self.viewers:
            if expected[name] != self.sight.get(name):
                self.check_sight(name)
        self.sight = expected

    def check_sight(self, name: str) -> None:
        """Compare what somebody sees with what the oracle says."""
        seen_by = self.viewers[name]
        assert seen_by is not None
        case = scopes.cases(seen_by, part=Part.BAND, now=self.now).exists()
        decisions = scopes.cases(seen_by, part=Part.DECISIONS, now=self.now).exists()
        note = scopes.notes(seen_by, now=self.now).exists()
        assert (case, decisions, note) == self.model.sight(name, author="sanne"), name

    @invariant()
    def every_act_and_every_refusal_is_on_record_once(self) -> None:
        found = Counter(Entry.objects.values_list("outcome", flat=True))
        assert (found["done"], found["refused"]) == (self.entries["done"], self.entries["refused"])
