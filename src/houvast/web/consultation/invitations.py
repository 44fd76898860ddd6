"""Who may see an item: inviting somebody, ending that, and a resident or supporter who comes for their own item."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.consultation import policy
from houvast.consultation.models import ItemGuest
from houvast.consultation.selectors import minutes
from houvast.consultation.services.end_invitation import end_invitation
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.invite_to_item import invite_to_item
from houvast.consultation.services.record_guest_answer import record_guest_answer
from houvast.directory.selectors import workers_for
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.consultation.acts import found_item
from houvast.web.consultation.agenda import record_meeting
from houvast.web.consultation.forms import ConfirmForm, GuestAnswerForm, GuestForm, InviteForm, on_day
from houvast.web.consultation.looks import item_title
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.shield_look import warning


@require_http_methods(["GET", "POST"])
@signed_in
def invite(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Invite somebody to an item; who sits at the table comes first."""
    shown, item = found_item(request, item_id)
    name = item_title(item, beamer=False)
    people = minutes.attendees(request.viewer, shown, now=request.now)
    invited = minutes.invited_ids(request.viewer, item_id, now=request.now) | {shown.meeting.chair_id}
    near = [(str(each.member_id), f"{each.name}, {each.what}") for each in people if each.member_id not in invited]
    known = {value for value, _ in near} | {str(each) for each in invited}
    others = workers_for(item.municipality_id, now=request.now)
    form = InviteForm(request.POST if request.method == "POST" else None)
    offer(
        form,
        "member",
        [*near, *((str(each.id), each.name) for each in others if str(each.id) not in known)],
        nothing=CHOOSE,
    )

    def do(filled: dict[str, object]) -> str:
        member_id = UUID(str(filled["member"]))
        invite_to_item(actor=request.actor, now=request.now, item_id=item_id, member_id=member_id)
        return addresses.agenda_item(item_id)

    page = ActPage(
        title=f"Uitnodigen: {name}",
        button="Uitnodigen bij dit punt",
        done="De uitnodiging staat. Diegene ziet dit punt.",
        not_done="Er is nog niemand uitgenodigd.",
        back=addresses.agenda_item(item_id),
        back_text=name,
        consequences=_sees(about_case=item.case_id is not None),
        facts=tuple((each.name, each.what or "voorzitter") for each in people if each.member_id in invited),
        nav="overleg",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)


def _sees(*, about_case: bool) -> tuple[str, ...]:
    what = "dit punt en wie de casus leidt" if about_case else "dit punt"
    return (
        f"Diegene ziet vanaf nu {what}, tot het overleg is gesloten. Meer niet.",
        "Nodig alleen uit wie dit punt nodig heeft voor het eigen werk.",
    )


@require_http_methods(["GET", "POST"])
@signed_in
def end(request: DoorRequest, item_id: UUID, member_id: UUID) -> HttpResponse:
    """End an invitation."""
    shown, item = found_item(request, item_id)
    people = minutes.attendees(request.viewer, shown, now=request.now)
    invited = minutes.invited_ids(request.viewer, item_id, now=request.now)
    who = next((each for each in people if each.member_id == member_id and member_id in invited), None)
    if who is None:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        end_invitation(actor=request.actor, now=request.now, item_id=item_id, member_id=member_id)
        return addresses.agenda_item(item_id)

    page = ActPage(
        title=f"Uitnodiging intrekken: {who.name}",
        button="Uitnodiging intrekken",
        done="De uitnodiging is ingetrokken.",
        not_done="De uitnodiging staat nog.",
        back=addresses.agenda_item(item_id),
        back_text=item_title(item, beamer=False),
        consequences=(f"{who.name} ziet dit punt vanaf nu niet meer.",),
        nav="overleg",
    )
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)


@require_http_methods(["GET", "POST"])
@signed_in
def guest(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Record that a resident or supporter may come, and how and when they were told."""
    shown, item = found_item(request, item_id)
    form = GuestForm(request.POST if request.method == "POST" else None)
    today = in_amsterdam(request.now).date()

    def do(filled: dict[str, object]) -> str:
        answer, how = ItemGuest.Answer(str(filled["answer"])), str(filled["told_how"])
        told_on = on_day(form, "told_on", today) if filled["told_on"] else None
        if form.errors:
            raise Invalid({})
        new = NewGuest(
            ItemGuest.Kind(str(filled["kind"])),
            told_on,
            ItemGuest.ToldHow(how) if how else None,
            str(filled["who"]),
            answer,
            str(filled["why"]),
        )
        invite_guest(actor=request.actor, now=request.now, item_id=item_id, new=new)
        return addresses.agenda_item(item_id)

    page = ActPage(
        title="Inwoner of naaste bij het eigen punt",
        button="Vastleggen",
        done="Het staat bij dit punt.",
        not_done="Er is nog niets vastgelegd.",
        back=addresses.agenda_item(item_id),
        back_text=item_title(item, beamer=False),
        consequences=(
            "Wie is gevraagd, staat bij dit punt op de lijst Wie is er, en krijgt zelf geen toegang tot Houvast.",
            "Op de beamer staat alleen: inwoner of naaste. Wie niet is gevraagd, staat daar niet.",
            "In de notulen staat of diegene er was, of waarom niet.",
        ),
        nav="overleg",
        warning=warning(request.viewer, item.case_id, now=request.now) if item.case_id else "",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)


@require_http_methods(["GET", "POST"])
@signed_in
def guest_answer(request: DoorRequest, item_id: UUID, guest_id: UUID) -> HttpResponse:
    """Record whether a resident or supporter comes."""
    shown, item = found_item(request, item_id)
    found = minutes.guests(request.viewer, [item_id], now=request.now)
    who = next((each for each in found if each.id == guest_id and each.was_asked), None)
    if who is None:
        raise NotVisible
    form = GuestAnswerForm(request.POST if request.method == "POST" else None)

    def do(filled: dict[str, object]) -> str:
        comes = filled["answer"] == ItemGuest.Answer.COMES
        record_guest_answer(actor=request.actor, now=request.now, item_id=item_id, guest_id=guest_id, comes=comes)
        return addresses.agenda_item(item_id)

    kind = word_for(ItemGuest.Kind(who.kind))
    page = ActPage(
        title=f"Komt de {kind}?",
        button="Antwoord vastleggen",
        done="Het antwoord staat bij dit punt.",
        not_done="Het antwoord is nog niet vastgelegd.",
        back=addresses.agenda_item(item_id),
        back_text=item_title(item, beamer=False),
        consequences=("Of diegene er was, legt u in het overleg vast bij Wie is er.",),
        facts=((kind.capitalize(), who.who or "zonder naam"), ("Tot nu toe", word_for(who.answer))),
        nav="overleg",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    verdict = policy.may_prepare(request.viewer, shown.facts)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)
