"""What a municipality works with in intake: its short lists, in the words that triage uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from houvast.cases.rules.stays import StayTerms
from houvast.intake.rules.mapping import ColumnMapping, Field
from houvast.intake.rules.short_lists import (
    ACCEPT_WITHIN,
    CODE_OPEN,
    GLASS_HOURS,
    KNOWN_PER_DAY,
    KNOWN_SAMPLE,
    OPENED_PER_DAY,
    STAY_LONGEST,
    STAY_USUAL,
    STAY_WARNED,
    Entry,
    ListKind,
    Version,
    entries_at,
)
from houvast.intake.rules.triage import Outcome, Reason
from houvast.intake.rules.urgency import Urgency
from houvast.sharing.rules.known import KnownLimits


@dataclass(frozen=True, slots=True)
class IntakeSettings:
    """The versions that a municipality set; without any the defaults hold, and `first_themes`, with which it began."""

    versions: tuple[Version, ...] = ()
    first_themes: tuple[Entry, ...] = ()

    def entries(self, kind: ListKind) -> tuple[Entry, ...]:
        """The entries of a list as they hold now, those out of use too."""
        return entries_at(kind, self.versions, first=self.first_themes if kind is ListKind.THEME else ())

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons to choose from."""
        return tuple(
            Reason(entry.code, entry.name, frozenset(Outcome(each) for each in entry.choices))
            for entry in self.entries(ListKind.REASON)
            if entry.active
        )

    @property
    def urgencies(self) -> Mapping[str, Urgency]:
        """The levels of urgency by code, the most urgent first."""
        return {entry.code: Urgency(entry.code, entry.name, entry.amount) for entry in self.entries(ListKind.URGENCY)}

    @property
    def accept_within_working_days(self) -> int:
        """How many working days a receiver has to say yes."""
        return self._working_days(ACCEPT_WITHIN)

    @property
    def code_open_working_days(self) -> int:
        """How many working days a reporting code stands on Mijn werk before it is coloured."""
        return self._working_days(CODE_OPEN)

    def _working_days(self, code: str) -> int:
        return next(entry.amount for entry in self.entries(ListKind.TERM) if entry.code == code)

    @property
    def receivers(self) -> tuple[Entry, ...]:
        """Where a concern can go straight out to, with who answers there."""
        return self.entries(ListKind.RECEIVER)

    @property
    def columns(self) -> ColumnMapping:
        """What the columns of a police list may be called."""
        return ColumnMapping({Field(entry.code): entry.choices for entry in self.entries(ListKind.COLUMN)})

    @property
    def stay_terms(self) -> StayTerms:
        """The days of a stay in another municipality."""
        days = {entry.code: entry.amount for entry in self.entries(ListKind.STAY)}
        return StayTerms(days[STAY_USUAL], days[STAY_LONGEST], days[STAY_WARNED])

    def limit(self, code: str) -> int:
        """A limit on what somebody sees, by its code on that list."""
        return next(entry.amount for entry in self.entries(ListKind.SIGHT) if entry.code == code)

    @property
    def glass_hours(self) -> int:
        """How long who broke the glass sees a case."""
        return self.limit(GLASS_HOURS)

    @property
    def known_limits(self) -> KnownLimits:
        """How often somebody asks whether a person is known, and how many of those are looked at."""
        return KnownLimits(self.limit(KNOWN_PER_DAY), self.limit(KNOWN_SAMPLE))

    @property
    def opened_per_day(self) -> int:
        """From how many cases that somebody opens in a day the privacy officer hears of it."""
        return self.limit(OPENED_PER_DAY)

    @property
    def purposes(self) -> dict[str, str]:
        """For what somebody asks that, by code."""
        return {each.code: each.name for each in self.entries(ListKind.PURPOSE) if each.active}

    def provision_names(self, *, retired: bool = True) -> dict[str, str]:
        """The provisions that may be missing, by code; without the retired ones to choose from."""
        return {each.code: each.name for each in self.entries(ListKind.PROVISION) if each.active or retired}

    @property
    def family_adviser(self) -> Entry:
        """Whom to ask about families and interests that conflict; without a contact until somebody fills it in."""
        return self.entries(ListKind.ADVISER)[0]

    def way_names(self, *, retired: bool = True) -> dict[str, str]:
        """The ways of working that a plan can name, by code; without the retired ones to choose from."""
        return {each.code: each.name for each in self.entries(ListKind.WAY) if each.active or retired}

    def theme_names(self, *, retired: bool = True) -> dict[str, str]:
        """The reasons for involvement by code, in the order of their names.

        With the retired ones to read what was chosen before; without them to choose from.
        """
        offered = (entry for entry in self.entries(ListKind.THEME) if entry.active or retired)
        return {entry.code: entry.name for entry in sorted(offered, key=lambda entry: entry.name.casefold())}

    def urgency_at(self, code: str, at: datetime) -> Urgency | None:
        """A level as it held at a moment: a clock that runs keeps the hours it began with."""
        entries = entries_at(ListKind.URGENCY, self.versions, at)
        return next((Urgency(code, entry.name, entry.amount) for entry in entries if entry.code == code), None)

    def words(self, kind: ListKind, code: str, at: datetime) -> str:
        """What an entry was called at a moment; "" for none."""
        return next((entry.name for entry in entries_at(kind, self.versions, at) if entry.code == code), "")
