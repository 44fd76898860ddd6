"""Who is kept out of a case: a neighbour, a relative, somebody who must not know."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.shielding import LockedOut, locked_out
from houvast.cases.services.end_lock_out import end_lock_out
from houvast.cases.services.lock_out import NewLockOut, lock_out
from houvast.directory.selectors import workers_for
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import long_text, offer


class LockOutForm(forms.Form):
    """Who, and why."""

    member = forms.ChoiceField(label="Wie mag deze casus niet zien?", help_text="Iemand die voor uw gemeente werkt.")
    reason = long_text("Waarom niet?", required=True, rows=3, help_text="Bijvoorbeeld: is familie, of woont ernaast.")


class EndLockOutForm(forms.Form):
    """Why it is not needed any more."""

    reason = long_text("Waarom is dit niet meer nodig?", required=True, rows=3)


@dataclass(frozen=True, slots=True)
class LockedOutMark:
    """Somebody who is kept out, ready to print. `end_url` is where that is ended."""

    name: str
    note: str
    reason: str
    end_url: str


def marks(found: FoundCase, rows: tuple[LockedOut, ...], request: DoorRequest) -> tuple[LockedOutMark, ...]:
    """Give who is kept out of a case."""
    base = addresses.case_act(found.band.code, "mensen")
    return tuple(
        LockedOutMark(
            name=each.member,
            note=f"{each.organisation}, sinds {moment(each.since, request.now)}, door {each.by}",
            reason=each.reason,
            end_url=f"{base}uitgesloten/{each.id}/",
        )
        for each in rows
    )


@signed_in
def new_lock_out(request: DoorRequest, code: str) -> HttpResponse:
    """Lock somebody out of a case."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    form = LockOutForm(request.POST or None)
    verdict = policy.may_work_in(request.viewer, found.facts)
    if verdict.allowed:
        others = workers_for(found.band.municipality_id, now=request.now)
        choices = [(str(each.id), each.name) for each in others if each.id != request.viewer.member_id]
        offer(form, "member", choices, nothing="Kies een collega")
    consequences = (
        "Deze collega ziet niets meer van de casus: niet in lijsten, niet bij zoeken en niet op Mijn werk.",
        "Dat geldt ook voor wat deze collega ziet als vervanger of als lid van een team.",
        "De collega krijgt er geen bericht van, en kan niet zien dat het zo is.",
        "Heeft deze collega hier nog een taak, dan wacht die. Geef haar aan een ander.",
    )
    page = page_of_people(
        found, "Iemand uitsluiten", "Uitsluiten", "Deze collega ziet de casus niet meer.", consequences
    )

    def do(data: dict[str, object]) -> str:
        new = NewLockOut(UUID(str(data["member"])), str(data["reason"]))
        lock_out(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def end(request: DoorRequest, code: str, lock_out_id: UUID) -> HttpResponse:
    """End a lock-out."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    rows = locked_out(request.viewer, found.band.case_id, now=request.now)
    row = next((each for each in rows if each.id == lock_out_id), None)
    if row is None:
        raise NotVisible
    form = EndLockOutForm(request.POST or None)
    consequences = (
        f"{row.member} ziet de casus weer, als daar een reden voor is.",
        "Dat deze collega was uitgesloten, en waarom, blijft bewaard.",
    )
    page = page_of_people(
        found, f"{row.member} weer toelaten", "Weer toelaten", "De uitsluiting is opgeheven.", consequences
    )

    def do(data: dict[str, object]) -> str:
        end_lock_out(actor=request.actor, now=request.now, lock_out_id=lock_out_id, reason=str(data["reason"]))
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def page_of_people(found: FoundCase, title: str, button: str, done: str, consequences: tuple[str, ...]) -> ActPage:
    """Give the page of an act that one comes to, and goes back to, from the people around a case."""
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Nog niet gedaan.",
        back=addresses.case_act(found.band.code, "mensen"),
        back_text=f"Mensen rond {found.band.name}",
        consequences=consequences,
    )
