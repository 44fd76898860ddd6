"""What should happen in a case of Groningen, said once more in the plainest way; the state machine compares.

The tables were written by hand from the model `groningen` and from `docs/wie-ziet-wat.md`, for the members of
`tests.worlds` and `zvh`, a process director of the safety house.
"""

from dataclasses import dataclass, field

CASE, PROCESS, OPERATIONAL, ADMINISTRATIVE = "case_direction", "process_direction", "operational", "administrative"
DONE, REFUSED, CONFLICT, INVALID = "done", "refused", "conflict", "invalid"
PROCESS_DIRECTORS = {"marit", "nadia"}
DIRECTORS = {"sanne", "bram", "iris"}
WITH_DOMAIN = {"marit", "nadia", "sanne", "bram", "iris", "bos"}
JUDGES = {(3, 2): {"bos"}, (3, 4): {"zvh", "wiebe"}, (4, 3): {"marit", "nadia", "burg", "wiebe"}}
RECEIVED = {(3, 2), (3, 4), (4, 3)}  # the steps after which the model wants somebody to take over
IN_TEAM = {"iris"}  # the team that is asked to take over

FOR_GOOD: dict[tuple[int, str], set[str]] = {
    (1, CASE): set(),
    (2, CASE): DIRECTORS,
    (3, CASE): DIRECTORS,
    (4, CASE): DIRECTORS,
    (1, PROCESS): set(),
    (2, PROCESS): {"marit", "bos"},
    (3, PROCESS): {"marit", "nadia"},
    (4, PROCESS): {"zvh"},
}
ONLY_TEMPORARY: dict[tuple[int, str], set[str]] = {
    (1, CASE): set(),
    (2, CASE): {"bos"},
    (3, CASE): {"marit"},
    (4, CASE): {"marit"},
    (1, PROCESS): set(),
    (2, PROCESS): {"nadia"},
    (3, PROCESS): set(),
    (4, PROCESS): {"marit", "nadia"},
}
NOT_REQUIRED = {(1, PROCESS), (1, OPERATIONAL)}
FILLS: dict[tuple[int, str], list[str]] = {
    (1, OPERATIONAL): [],
    (2, OPERATIONAL): ["erik"],
    (3, OPERATIONAL): ["erik", "dirk"],
    (4, OPERATIONAL): ["dirk"],
    (1, ADMINISTRATIVE): ["wiebe"],
    (2, ADMINISTRATIVE): ["wiebe"],
    (3, ADMINISTRATIVE): ["wiebe"],
    (4, ADMINISTRATIVE): ["burg", "wiebe"],
}
PROPOSES: dict[tuple[int, int], set[str]] = {
    (1, 2): DIRECTORS,
    (2, 1): DIRECTORS,
    (2, 3): DIRECTORS | {"bos"},
    (3, 2): DIRECTORS | PROCESS_DIRECTORS,
    (3, 4): PROCESS_DIRECTORS,
    (4, 3): PROCESS_DIRECTORS,
}
DECIDES: dict[tuple[int, int], set[str]] = {
    (1, 2): DIRECTORS | {"bos"},
    (2, 1): DIRECTORS | {"bos"},
    (2, 3): PROCESS_DIRECTORS,
    (3, 2): PROCESS_DIRECTORS,
    (3, 4): {"burg"},
    (4, 3): set(),  # the safety house, when it holds process direction
}
KEEPS: dict[tuple[int, int], set[str]] = {(3, 4): {"marit"}, (4, 3): {"zvh"}}
"""Who alone may get the process direction while a step waits for its decision."""
CONFIRMS: dict[int, set[str]] = {1: {"bos"}, 2: {"erik"}, 3: {"burg"}}


@dataclass
class Sitting:
    """A seat as the oracle knows it; `row` counts the rows of its history."""

    state: str = "vacant"
    who: str | None = None
    extension: int = 0
    row: int = 1


@dataclass
class Question:
    """A hand-over, proposal, urgent scaling or take-over that may wait for an answer."""

    by: str
    period: int = 0
    step: tuple[int, int] = (0, 0)
    to: str = ""
    seat: str = ""
    row: int = 0
    answered: bool = False
    seen_by: set[str] = field(default_factory=set)

    def answer(self) -> None:
        """Close the question; who saw the case because of it, sees it no more."""
        self.answered, self.seen_by = True, set()


@dataclass
class Oracle:
    """A case of which Sanne has case direction, opened in phase 2."""

    phase: int = 2
    closed: bool = False
    period: int = 1
    returns: int = 0
    relapses: int = 0
    hand_overs: list[Question] = field(default_factory=list)
    proposals: list[Question] = field(default_factory=list)
    urgents: list[Question] = field(default_factory=list)
    take_overs: list[Question] = field(default_factory=list)
    aftercare: set[str] = field(default_factory=set)
    taken: dict[str, Sitting] = field(default_factory=dict)
    seats: dict[str, Sitting] = field(
        default_factory=lambda: {
            CASE: Sitting("held", "sanne"),
            PROCESS: Sitting(),
            OPERATIONAL: Sitting("held", "erik"),
            ADMINISTRATIVE: Sitting("held", "wiebe"),
        }
    )

    def holds(self, who: str, *seats: str) -> bool:
        """Say whether somebody has one of these seats."""
        return any(self.seats[seat].who == who for seat in seats)

    def directs_process(self, who: str) -> bool:
        """Say whether somebody directs the process, here or anywhere in the municipality."""
        return who in PROCESS_DIRECTORS or self.holds(who, PROCESS)

    def directs(self, who: str) -> bool:
        """Say whether somebody works in the case: watching over the municipality's vacancies is not enough."""
        return self.holds(who, CASE, PROCESS)

    def _questions(self) -> list[Question]:
        return [*self.proposals, *self.urgents, *self.take_overs]

    def sees_decisions(self, who: str) -> bool:
        """Say whether somebody sees the decisions of the case."""
        return (
            self.holds(who, CASE, PROCESS)
            or (self.phase >= 3 and self.holds(who, OPERATIONAL, ADMINISTRATIVE))
            or who in self.aftercare
            or any(who in question.seen_by for question in self._questions())
        )

    def _judges(self, who: str) -> bool:
        """Say whether somebody is asked to judge a proposal that waits."""
        waits = [question for question in self.proposals if not question.answered and question.period == self.period]
        return any(who in JUDGES.get(question.step, set()) - {question.by} for question in waits)

    def waits(self, question: Question) -> bool:
        """Say whether a hand-over waits: nobody has answered, and the seat has not changed hands since."""
        return not question.answered and self.seats[question.seat].row == question.row

    def kept_from(self, seat: str, who: str) -> bool:
        """Say whether a step that waits for its decision keeps the process direction from somebody."""
        waiting = self.waiting()
        return seat == PROCESS and waiting is not None and who not in KEEPS.get(waiting.step, {who})

    def sees(self, who: str) -> bool:
        """Say whether somebody sees that the case exists, and who leads it."""
        asked = any(question.to == who and self.waits(question) for question in self.hand_overs)
        return (
            who in PROCESS_DIRECTORS
            or self.holds(who, OPERATIONAL)
            or self.sees_decisions(who)
            or (asked and not self.closed)
            or (self._judges(who) and not self.closed)
        )

    def sight(self, who: str, *, author: str) -> tuple[bool, bool, bool]:
        """Say whether somebody sees the case, its decisions, and the general note that the author wrote."""
        note = self.holds(who, CASE, PROCESS) or (who == author and self.sees(who))
        return self.sees(who), self.sees_decisions(who), note

    def waiting(self) -> Question | None:
        """Give the proposal that waits, unless it lapsed."""
        found = [each for each in self.proposals if not each.answered and each.period == self.period]
        return found[0] if found else None

    def unconfirmed(self) -> bool:
        """Say whether the period of now began with urgency, and nobody has confirmed or reversed that."""
        return any(not each.answered and each.period == self.period for each in self.urgents)

    def sit(self, seat: str, state: str, who: str | None = None, extension: int = 0) -> None:
        """Write the next row of a seat."""
        self.seats[seat] = Sitting(state, who, extension, self.seats[seat].row + 1)

    def may_stay(self, seat: str) -> bool:
        """Say whether who has a seat may keep it in the phase of now."""
        now, place = self.seats[seat], (self.phase, seat)
        if now.who is None:
            return False
        if place in FILLS:
            return now.who in FILLS[place]
        return now.who in FOR_GOOD[place] or (now.state == "held_temporarily" and now.who in ONLY_TEMPORARY[place])

    def move(self, phase: int, back: dict[str, Sitting] | None = None) -> None:
        """Go to a phase: who is chosen or gets a seat back has it, who may stay, stays; an earlier urgency is over.

        Who has a seat for good and may only fill in there, stays for a time.
        """
        self.phase, self.period, self.taken = phase, self.period + 1, {}
        for question in self.urgents:
            question.seen_by = set()
        for seat, now in list(self.seats.items()):
            former = (back or {}).get(seat)
            if former is not None:
                self.sit(seat, former.state, former.who, former.extension)
            if former is not None or self.may_stay(seat):
                continue
            if now.state == "held" and now.who in ONLY_TEMPORARY.get((phase, seat), set()):
                self.sit(seat, "held_temporarily", now.who)
                continue
            fills = FILLS.get((phase, seat), [])
            state = "not_required" if (phase, seat) in NOT_REQUIRED else "held" if fills else "vacant"
            if (now.state, now.who) != (state, fills[0] if state == "held" else None):
                self.sit(seat, state, fills[0] if state == "held" else None)

    def move_at_once(self, phase: int) -> None:
        """Go to a phase with urgency, and remember from whom that takes a seat."""
        before = dict(self.seats)
        self.move(phase)
        self.taken = {seat: was for seat, was in before.items() if was.who and self.seats[seat] is not was}

    def give_back(self, seat: str, who: str) -> None:
        """Let a holder give a seat back: then an answer to what was urgent does not put them in it again."""
        if seat in self.taken and self.taken[seat].who == who:
            del self.taken[seat]
        self.sit(seat, "vacant")

    def close(self) -> None:
        """Close: the seats end, and who led the case looks again later."""
        self.aftercare = {self.seats[seat].who or "" for seat in (CASE, PROCESS)} - {""}
        for seat in self.seats:
            if self.seats[seat].state != "not_required":
                self.sit(seat, "not_required")
        self.closed, self.period = True, self.period + 1
        for question in self._questions():
            question.seen_by = set()

    def reopen(self, phase: int) -> None:
        """Open again."""
        self.closed, self.aftercare, self.relapses = False, set(), self.relapses + 1
        self.move(phase)

    def answer_for_the_team(self, question: Question, outcome: str) -> None:
        """Take the case, give it back, or share it: then the team goes on seeing it."""
        question.answered = True
        if outcome != "shared":
            question.answer()
        if outcome == "returned":
            self.returns += 1
        if outcome == "accepted":
            self.sit(CASE, "held", "iris")

    def answer_urgency(self, question: Question, confirm: bool) -> None:
        """Confirm, or go back one phase; then a proposal that waited lapses."""
        question.answer()
        waiting = self.waiting()
        if not confirm:
            if waiting is not None:
                waiting.seen_by = set()
            self.move(question.step[0], self.taken)
