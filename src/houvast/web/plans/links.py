"""The link by which a partner without an account answers one task: making it, and taking it back."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.audit.services.act import record_read
from houvast.cases.selectors import bands
from houvast.cases.selectors.around import CaseContact, contacts_at
from houvast.cases.selectors.bands import FoundCase
from houvast.integrations.code_sender import code_sender
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.errors import Conflict, NotVisible
from houvast.kernel.one_time_codes import number_to_text
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.events import TASK_READ
from houvast.plans.selectors import links as reading
from houvast.plans.selectors.tasks import TaskLine, one
from houvast.plans.services.make_task_link import MadeLink, make_task_link
from houvast.plans.services.withdraw_task_link import withdraw_task_link
from houvast.web import addresses
from houvast.web.act_page import ActPage, Done, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.look import Link
from houvast.web.plans.forms import ConfirmForm, LinkForm

_NOBODY_TO_TEXT = (
    "Van niemand bij deze organisatie staat een mobiel nummer bij de casus. De code gaat naar een nummer dat al bekend "
    "is. Voeg de contactpersoon met dat nummer eerst toe bij de mensen van de casus."
)
_NOT_SET_UP = (
    "Deze organisatie heeft geen account. Bel haar, en leg zelf vast hoe het staat. Een link waarmee zij zelf "
    "antwoordt, is nog niet ingesteld: Houvast kan hier geen sms sturen. Uw functioneel beheerder weet of dat aan kan."
)


def by_link(request: DoorRequest, task: TaskLine) -> Elsewhere:
    """Say on the page of a task that a partner can answer it by a link, or to whom the link went."""
    link = reading.link_of_task(request.viewer, task.id, now=request.now)
    anew = Link("Link voor de partner maken", addresses.task_link(task.id))
    if link is None and code_sender() is None:
        return Elsewhere(_NOT_SET_UP, ())
    if link is None:
        said = "Deze organisatie heeft geen account. Een contactpersoon kan met een link en een code zelf antwoorden."
        return Elsewhere(said, (anew,))
    until = short(link.last_day, in_amsterdam(request.now).date())
    who = ", ".join(part for part in (link.contact, link.organisation) if part)
    said = f"Er is een link voor {who}, gemaakt {moment(link.made_at, request.now)}. Die werkt tot en met {until}."
    back = Link("Link intrekken", addresses.task_link(task.id, "intrekken/"))
    return Elsewhere(said, (back, Link("Nieuwe link maken", anew.url)))


def _read(request: DoorRequest, task_id: UUID) -> tuple[TaskLine, FoundCase]:
    """Give a visible task and its case, the read on record. Raises `NotVisible`."""
    task = one(request.viewer, task_id, now=request.now)
    found = None if task is None else bands.by_ids(request.viewer, [task.case_id], now=request.now).get(task.case_id)
    if task is None or found is None:
        raise NotVisible
    record_read(
        TASK_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        subject="task",
        subject_id=task.id,
    )
    return task, found


@require_http_methods(["GET", "POST"])
@signed_in
def make(request: DoorRequest, task_id: UUID) -> HttpResponse:
    """Make a link, and show it once: in this answer and nowhere else."""
    task, found = _read(request, task_id)
    is_partners, sends = task.partner_id is not None, code_sender() is not None
    verdict = policy.may_link(request.viewer, found.facts, is_partners=is_partners, sends_codes=sends)
    contacts = _contacts(request, task) if verdict.allowed else []
    form = LinkForm(request.POST or None, initial={"contact": contacts[0].id} if len(contacts) == 1 else None)
    offer(form, "contact", [(str(each.id), _named(each)) for each in contacts])
    made: list[MadeLink] = []

    def do(data: dict[str, object]) -> str:
        days = data["days_after"]
        made.append(
            make_task_link(
                actor=request.actor,
                now=request.now,
                task_id=task_id,
                contact_id=UUID(str(data["contact"])),
                days_after=days if isinstance(days, int) else 0,
            )
        )
        return addresses.task(task_id)

    page = _make_page(request, task, has_contacts=bool(contacts))
    answer = act_page(request, page, form, do, verdict=verdict)
    return _show(request, task, made[0]) if made else answer


def _contacts(request: DoorRequest, task: TaskLine) -> list[CaseContact]:
    """Give the contacts of the organisation that have a number to which a code can go."""
    if task.partner_id is None:
        return []
    known = contacts_at(request.viewer, task.case_id, task.partner_id, now=request.now)
    return [each for each in known if number_to_text(each.phone)]


def _named(contact: CaseContact) -> str:
    return ", ".join(part for part in (contact.name, contact.role, contact.phone) if part)


def _make_page(request: DoorRequest, task: TaskLine, *, has_contacts: bool) -> ActPage:
    today = in_amsterdam(request.now).date()
    facts = [("Dit leest de partner", task.what), ("Gevraagd door", f"{request.viewer.title}, van uw organisatie")]
    people = Link("Mensen van de casus", addresses.case_act(task.case_code, "mensen"))
    return ActPage(
        title="Link voor een partner maken",
        button="Link maken",
        done="De link is gemaakt. Kopieer hem nu: u ziet hem maar één keer.",
        not_done="De link is nog niet gemaakt.",
        back=addresses.task(task.id),
        back_text="Taak",
        intro=f"{task.owner} heeft geen account. Met deze link beantwoordt één contactpersoon deze ene taak.",
        facts=(*facts, *((("Klaar op", short(task.due_on, today)),) if task.due_on else ())),
        elsewhere=None if has_contacts else Elsewhere(_NOBODY_TO_TEXT, (people,)),
        consequences=(
            "U ziet de link één keer, op de volgende pagina, en geeft hem zelf door.",
            "Wie hem opent, krijgt een code op het nummer dat bij de casus staat. Zonder die code staat er niets.",
            "Met de code ziet de partner deze taak, de dag en uw functie. Niet het huishouden, en geen namen. "
            "Staat er in de taak zelf een naam? Trek de taak dan in en spreek haar zonder naam opnieuw af.",
            "De partner antwoordt één keer: gedaan, of niet en waarom. Dat ziet u op Mijn werk.",
            "Een link die u eerder maakte voor deze taak, werkt dan niet meer.",
        ),
        nav="taken",
    )


def _show(request: DoorRequest, task: TaskLine, made: MadeLink) -> HttpResponse:
    contact = ", ".join(part for part in (made.contact.name, made.contact.organisation) if part)
    context = {
        "nav": "taken",
        "back": addresses.task(task.id),
        "withdraw": addresses.task_link(task.id, "intrekken/"),
        "link": request.build_absolute_uri(addresses.secret_link(made.secret)),
        "contact": contact,
        "phone": made.contact.phone,
        "last_day": short(made.last_day, in_amsterdam(request.now).date()),
    }
    return render(request, "plannen/link.html", context)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: DoorRequest, task_id: UUID) -> HttpResponse:
    """Take the link back: from then on it opens nothing."""
    task, found = _read(request, task_id)
    link = reading.link_of_task(request.viewer, task_id, now=request.now)
    verdict = policy.may_plan(request.viewer, found.facts)
    if verdict.allowed and link is None:
        raise Conflict("Er is geen link die werkt bij deze taak. Misschien is er al geantwoord.")
    who = ", ".join(part for part in (link.contact, link.organisation) if part) if link else ""
    page = ActPage(
        title="Link intrekken",
        button="Link intrekken",
        done="De link is ingetrokken. Hij opent niets meer.",
        not_done="De link is nog niet ingetrokken.",
        back=addresses.task(task_id),
        back_text="Taak",
        facts=(("Taak", task.what), ("Link voor", who)),
        consequences=(
            "De link en de code werken meteen niet meer, ook niet als iemand de taak al open heeft staan.",
            "De taak blijft staan. U kunt een nieuwe link maken.",
        ),
        nav="taken",
    )

    def do(_filled: dict[str, object]) -> Done:
        withdraw_task_link(actor=request.actor, now=request.now, task_id=task_id)
        return Done(page.back, page.done)

    form = ConfirmForm(request.POST) if request.method == "POST" else ConfirmForm()
    return act_page(request, page, form, do, verdict=verdict)
