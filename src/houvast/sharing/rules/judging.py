"""May this be shared? The answer, and what is missing. Default deny: without a ground the answer is no."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from houvast.cases.rules.matrix import Part
from houvast.kernel.dutch_dates import exact
from houvast.sharing.rules.grounds import CARE, GroundLine, ReceiverKind
from houvast.sharing.rules.terms import BEGINS_WITH


class Answer(StrEnum):
    """What the answer is, the worst first."""

    NO = "no"
    NOT_YET = "not_yet"
    SECOND = "second"
    YES = "yes"


_ORDER = tuple(Answer)


class SecrecyRoute(StrEnum):
    """How professional secrecy is dealt with."""

    NOT_APPLICABLE = "not_applicable"
    LIFTED = "lifted"
    LEGAL_DUTY = "legal_duty"
    CONFLICT_OF_DUTIES = "conflict_of_duties"


class ConflictStep(StrEnum):
    """What must be true before secrecy is broken by a conflict of duties. After the guideline of the KNMG on medical
    data; here unconfirmed."""

    TRIED = "tried"
    HARM = "harm"
    HELPS = "helps"
    NO_OTHER_WAY = "no_other_way"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants to share, with what is known about it.

    `parts` are shared whole; `notes` are the parts to which the chosen single notes belong; `seen` are the parts that
    who shares may pass on. `limited` counts the chosen notes that who wrote them did not allow to be passed on to this
    receiver. `objecting` says that somebody whom it is about objects, and that is not settled; `despite` is why it goes
    on. `consent_shares` and `consent_lifts`: a running consent
    with that meaning, from everybody that it is about. `covenant_until` is the last day of the covenant on which the
    ground relies, if that has begun and not ended; `consent_until` that of the consents which this would rely on.
    `others` counts who can approve it as the second person; `longest_days` is what the municipality set.
    """

    parts: frozenset[Part]
    notes: frozenset[Part]
    seen: frozenset[Part]
    about: int
    receiver: frozenset[ReceiverKind]
    ground: GroundLine | None
    today: date
    limited: int = 0
    objecting: bool = False
    despite: str = ""
    covenant_until: date | None = None
    consent_shares: bool = False
    consent_until: date | None = None
    consent_lifts: bool = False
    others: int = 1
    longest_days: int = BEGINS_WITH.share_days
    necessity: str = ""
    least: str = ""
    route: SecrecyRoute | None = None
    route_words: str = ""
    steps: frozenset[ConflictStep] = frozenset()
    told_on: date | None = None
    told: str = ""
    tell_before: date | None = None
    until: date | None = None

    @property
    def chosen(self) -> frozenset[Part]:
        """Give every part from which something is shared."""
        return self.parts | self.notes


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: at which field, a code for the record, and in words. `final` makes the answer no."""

    field: str
    code: str
    words: str
    final: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer with what is missing. `parts` is what may be opened whole: nothing unless it is yes or almost yes."""

    answer: Answer
    missing: tuple[Missing, ...]
    parts: frozenset[Part] = frozenset()

    @property
    def problems(self) -> dict[str, str]:
        """Give what is missing by its field; one sentence for each."""
        found: dict[str, str] = {}
        for each in self.missing:
            found.setdefault(each.field, each.words)
        return found


def better(one: Answer, other: Answer) -> bool:
    """Say whether an answer is better than another, or the same."""
    return _ORDER.index(one) >= _ORDER.index(other)


def judge_disclosure(wanted: Wanted) -> Judgement:
    """Judge what somebody wants to share. Never yes without a ground, nor for a part that the ground does not cover."""
    missing = (
        *_missing_what(wanted),
        *_missing_despite(wanted),
        *_missing_ground(wanted),
        *_missing_reasons(wanted),
        *_missing_secrecy(wanted),
        *_missing_told(wanted),
        *_missing_end(wanted),
    )
    if any(each.final for each in missing):
        return Judgement(Answer.NO, missing)
    if missing or wanted.ground is None:
        return Judgement(Answer.NOT_YET, missing)
    return Judgement(Answer.SECOND if wanted.ground.second else Answer.YES, (), wanted.parts)


def _missing_what(wanted: Wanted) -> tuple[Missing, ...]:
    missing = []
    if not wanted.chosen:
        missing.append(Missing("parts", "nothing", "Kies wat u wilt delen."))
    if not wanted.parts <= wanted.seen:
        missing.append(Missing("parts", "not_seen", "U kunt alleen delen wat u zelf ziet.", final=True))
    if not wanted.about:
        missing.append(Missing("about", "nobody", "Kies over wie het gaat."))
    if not wanted.receiver:
        missing.append(Missing("receiver", "no_receiver", "Kies met wie u deelt."))
    if wanted.limited:
        words = "Een notitie mag niet verder zonder toestemming van wie haar schreef. Vraag die eerst."
        missing.append(Missing("notes", "limited", words, final=True))
    return tuple(missing)


_NOBODY_SECOND = (
    "Een ander moet dit eerst goedkeuren, en die is er nu niet. Laat eerst de procesregie toewijzen, of vraag uw "
    "beheerder wie dit goedkeurt."
)


def _missing_despite(wanted: Wanted) -> tuple[Missing, ...]:
    """AVG art. 18(2): while an objection is weighed, only for a claim, the rights of another or a weighty interest."""
    if not wanted.objecting or wanted.despite.strip():
        return ()
    words = "Deze inwoner maakte bezwaar en dat is niet afgehandeld. Deel niets, of schrijf waarom het toch moet."
    return (Missing("despite", "objection", words),)


def _missing_ground(wanted: Wanted) -> tuple[Missing, ...]:
    ground = wanted.ground
    if ground is None or not ground.active:
        return (Missing("ground", "no_ground", "Zonder grond mag u dit niet delen.", final=True),)
    missing = []
    if wanted.receiver and ground.receiver not in wanted.receiver:
        missing.append(Missing("ground", "other_receiver", "Deze grond is voor een andere ontvanger.", final=True))
    if not wanted.chosen <= ground.covers:
        words = "Deze grond dekt niet alles wat u koos. Kies minder, of een andere grond."
        missing.append(Missing("parts", "not_covered", words, final=True))
    if ground.covenant and (wanted.covenant_until is None):
        missing.append(
            Missing("ground", "covenant_over", "Het convenant bij deze grond geldt niet (meer).", final=True)
        )
    if ground.second and not wanted.others:
        missing.append(Missing("ground", "nobody_second", _NOBODY_SECOND))
    if ground.consent and not wanted.consent_shares:
        words = "Deze grond vraagt toestemming om te delen, van iedereen over wie het gaat. Leg die eerst vast."
        missing.append(Missing("ground", "no_consent", words))
    return tuple(missing)


def _missing_reasons(wanted: Wanted) -> tuple[Missing, ...]:
    asked = (
        ("necessity", wanted.necessity, "Schrijf in één zin waarom dit nodig is."),
        ("least", wanted.least, "Schrijf in één zin waarom het met minder niet kan."),
    )
    return tuple(Missing(field, field, words) for field, filled, words in asked if not filled.strip())


def _missing_secrecy(wanted: Wanted) -> tuple[Missing, ...]:
    route = wanted.route
    if route is None:
        return (Missing("route", "no_route", "Kies hoe het zit met uw geheimhouding."),)
    if route is SecrecyRoute.NOT_APPLICABLE:
        bound = wanted.ground is not None and wanted.ground.secrecy and bool(wanted.chosen & CARE)
        words = "U deelt iets over zorg: dat is geheim. Kies hoe het geheim is opgeheven."
        return (Missing("route", "secret", words),) if bound else ()
    if route is SecrecyRoute.LIFTED:
        words = "De inwoner heft het geheim op. Leg dat eerst vast, voor iedereen over wie het gaat."
        return () if wanted.consent_lifts else (Missing("route", "not_lifted", words),)
    missing = []
    if not wanted.route_words.strip():
        missing.append(Missing("route_words", "no_route_words", "Schrijf op welke plicht dit is, en waarom zij geldt."))
    if route is SecrecyRoute.CONFLICT_OF_DUTIES and wanted.steps != frozenset(ConflictStep):
        words = "Een conflict van plichten vraagt dat al deze stappen kloppen."
        missing.append(Missing("steps", "steps", words))
    return tuple(missing)


def _missing_told(wanted: Wanted) -> tuple[Missing, ...]:
    if wanted.told_on is None and wanted.tell_before is None:
        words = (
            "Vul in wanneer u het vertelde. Weet de inwoner het nog niet? Schrijf waarom, en wanneer u opnieuw kijkt."
        )
        return (Missing("told_on", "not_told", words),)
    missing = []
    if wanted.told_on is not None and wanted.told_on > wanted.today:
        missing.append(Missing("told_on", "told_later", "Deze dag moet nog komen."))
    if wanted.told_on is None and not wanted.told.strip():
        missing.append(Missing("told", "why_not_told", "Schrijf op waarom de inwoner het nog niet weet."))
    if wanted.told_on is None and wanted.tell_before is not None and wanted.tell_before < wanted.today:
        missing.append(Missing("tell_before", "look_again", "Kies een dag die nog komt."))
    return tuple(missing)


def _missing_end(wanted: Wanted) -> tuple[Missing, ...]:
    until = wanted.until
    if until is None:
        return (Missing("until", "no_end", "Vul in tot wanneer u deelt."),)
    if until < wanted.today:
        return (Missing("until", "ended", "Deze dag is al voorbij."),)
    last = wanted.today + timedelta(days=wanted.longest_days)
    if until > last:
        words = f"Deel hoogstens tot en met {exact(last)}. Opnieuw delen kan altijd."
        return (Missing("until", "too_long", words),)
    if wanted.covenant_until is not None and until > wanted.covenant_until:
        return (Missing("until", "past_covenant", "Zo lang geldt het convenant niet. Kies een eerdere dag."),)
    if wanted.consent_until is not None and until > wanted.consent_until:
        return (Missing("until", "past_consent", "Zo lang geldt de toestemming niet. Kies een eerdere dag."),)
    return ()
