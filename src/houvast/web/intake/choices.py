"""What can be decided about a concern, as buttons with their keys."""

from uuid import UUID

from houvast.cases import policy as cases_policy
from houvast.directory.viewer import Viewer
from houvast.intake.rules.intake_settings import IntakeSettings
from houvast.intake.rules.triage import Outcome, Step, next_step
from houvast.intake.selectors.concern_pages import ConcernPage
from houvast.intake.selectors.persons import KnownPerson
from houvast.web import addresses
from houvast.web.intake.looks import Button, Choices

SLUGS = {
    Outcome.JOINED: "voegen",
    Outcome.NEW_CASE: "casus",
    Outcome.PASSED_ON: "doorgeven",
    Outcome.ADVICE: "advies",
    Outcome.NOTHING: "niets",
    Outcome.STRAIGHT_OUT: "direct",
}
_UNDER = {
    Outcome.JOINED: "u kiest de casus",
    Outcome.NEW_CASE: "u kiest fase en regie",
    Outcome.PASSED_ON: "ontvanger zegt binnen {days} ja, of het komt terug",
    Outcome.ADVICE: "aan melder, zonder dossier",
    Outcome.NOTHING: "met reden",
    Outcome.STRAIGHT_OUT: "112, crisisdienst, Veilig Thuis, Wvggz",
}


def choices(viewer: Viewer, page: ConcernPage, who: KnownPerson | None, following: UUID | None) -> Choices:
    """Give the buttons. Joining is one key when it was confirmed who it is, and they are in one open case.

    A case gets the ground of the concern, so a duo partner who does not work on it is told who opens one.
    """
    later = next_step(page.facts.steps, page.facts.step)
    may_open = cases_policy.may_open(viewer, page.municipality_id, page.facts.step).allowed
    offered = [outcome for outcome in Outcome if may_open or outcome is not Outcome.NEW_CASE]
    return Choices(
        version=page.version,
        following=str(following or ""),
        reasons=tuple(
            (reason.code, reason.text)
            for reason in page.settings.reasons
            if reason.outcomes & frozenset(offered) - {Outcome.STRAIGHT_OUT}
        ),
        buttons=tuple(_join(page, who) if outcome is Outcome.JOINED else _button(page, outcome) for outcome in offered),
        send_on_url=addresses.concern_act(page.id, "volgende-stap") if later else "",
        send_on_label=f"Verder naar {Step(later).label}" if later else "",
        case_by="" if may_open else _case_by(page),
    )


def _case_by(page: ConcernPage) -> str:
    names = f": {' of '.join(page.partners)}" if page.partners else ""
    return f"Een nieuwe casus opent wie bij {page.step.label} werkt{names}."


def working_days(settings: IntakeSettings) -> str:
    """Say how long a receiver has to say yes."""
    days = settings.accept_within_working_days
    return "1 werkdag" if days == 1 else f"{days} werkdagen"


def _button(page: ConcernPage, outcome: Outcome) -> Button:
    under = _UNDER[outcome].format(days=working_days(page.settings))
    return Button(outcome.key, outcome.label, under, addresses.concern_act(page.id, SLUGS[outcome]), "")


def _join(page: ConcernPage, who: KnownPerson | None) -> Button:
    button = _button(page, Outcome.JOINED)
    if who is None or not who.confirmed or len(who.cases) != 1:
        return button
    hit = who.cases[0]
    under = f"{hit.code}, casusregie {hit.director}" if hit.director else hit.code
    return Button(button.key, button.label, under, button.url, "eerste", case=str(hit.case_id))
