"""Answering what somebody wishes on their own page: yes, by the verb that does it, or no with why."""

from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.moments import of_case
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Conflict
from houvast.kernel.ids import new_id
from houvast.participation import policy
from houvast.participation.rules.wishing import LONGEST_ANSWER, LONGEST_NAME, LONGEST_PHONE, LONGEST_RELATION, WishKind
from houvast.participation.selectors.wishes import WishLine, wish
from houvast.participation.services.accept_proposed import accept_proposed
from houvast.participation.services.decline_wish import decline_wish
from houvast.participation.services.grant_date import grant_date
from houvast.residents.services.add_network_member import NewNetworkMember
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import day, long_text, needed, own_line
from houvast.web.look import Link
from houvast.web.shield_look import warning

_MAY_KNOW = 120
"""As long as what is kept of somebody of a network; what is longer is not cut off, but left to fill in."""
_UNSEEN = "U ziet dit moment niet, en kunt het niet verzetten. Vraag het wie het klaarzette. Nee zeggen kunt u wel."
_MOVES = "Het cruciale moment gaat naar deze dag, met de punten die klaar moeten zijn."
_MEETING = (
    "Het overleg zelf verandert hierdoor niet. Regel met de voorzitter dat de casus op deze dag aan bod komt. "
    "De inwoner leest dat wij dat proberen."
)
_READS = "De inwoner leest dit op de eigen pagina."


class AcceptForm(forms.Form):
    """Somebody who is proposed, as they will stand in the network."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = own_line("Naam", most=LONGEST_NAME, required=True)
    relation = own_line("Wie is dit voor de inwoner?", most=LONGEST_RELATION, required=True)
    phone = own_line("Telefoon", most=LONGEST_PHONE)
    may_know = own_line("Wat mag deze persoon weten?", most=_MAY_KNOW, help_text="In de woorden van de inwoner.")
    call_first = forms.BooleanField(label="Deze persoon wordt als eerste gebeld", required=False)
    answer = long_text("Wilt u er iets bij zeggen?", rows=2, most=LONGEST_ANSWER, help_text=_READS)


class GrantDateForm(forms.Form):
    """The new day."""

    new_on = needed(day("De nieuwe dag"), "Vul de nieuwe dag in.")
    answer = long_text("Wilt u er iets bij zeggen?", rows=2, most=LONGEST_ANSWER, help_text=_READS)


class DeclineForm(forms.Form):
    """Why not."""

    answer = needed(long_text("Waarom niet?", most=LONGEST_ANSWER, help_text=_READS), "Schrijf op waarom niet.")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def grant(request: DoorRequest, code: str, wish_id: UUID) -> HttpResponse:
    """Say yes."""
    found, line = _find(request, code, wish_id)
    return _accept(request, found, line) if line.kind is WishKind.SOMEBODY else _grant_date(request, found, line)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def decline(request: DoorRequest, code: str, wish_id: UUID) -> HttpResponse:
    """Say no, and why."""
    return _decline(request, *_find(request, code, wish_id))


def _decline(request: DoorRequest, found: FoundCase, line: WishLine, intro: str = "") -> HttpResponse:
    page = ActPage(
        title=f"Nee zeggen tegen {line.by}",
        button="Nee zeggen",
        done="Uw antwoord staat op de eigen pagina.",
        not_done="U hebt nog niet geantwoord.",
        back=_address(found, line),
        back_text=_title(line),
        intro=intro,
        facts=_facts(line, request),
        warning=warning(request.viewer, found.band.case_id, now=request.now),
        consequences=("Wie dit vroeg, leest uw antwoord op de eigen pagina. Er verandert verder niets.",),
    )

    def do(data: dict[str, object]) -> str:
        decline_wish(actor=request.actor, now=request.now, wish_id=line.id, answer=str(data["answer"]))
        return addresses.case(found.band.code)

    form = DeclineForm(request.POST or None)
    return act_page(request, page, form, do, verdict=policy.may_answer_wish(request.viewer, found.facts), about=found)


def _accept(request: DoorRequest, found: FoundCase, line: WishLine) -> HttpResponse:
    first = {"name": line.name, "relation": line.relation, "phone": line.phone, "once": new_id()}
    if len(line.words) <= _MAY_KNOW:
        first["may_know"] = line.words
    page = _page(
        request,
        found,
        line,
        "Bij het netwerk zetten",
        "De naaste staat bij deze casus. De inwoner leest uw antwoord.",
        f"Deze persoon staat dan bij het netwerk van {line.about}. Wie deze casus leidt, ziet dat.",
        "De naaste ziet de casus hierdoor niet, en krijgt geen bericht.",
        "Klopt iets niet? U kunt het hier verbeteren. Wat de inwoner schreef, blijft bewaard.",
    )

    def do(data: dict[str, object]) -> str:
        new = NewNetworkMember(
            resident_id=line.resident_id,
            name=str(data["name"]),
            relation=str(data["relation"]),
            phone=str(data["phone"]),
            may_know=str(data["may_know"]),
            call_first=bool(data["call_first"]),
            id=UUID(str(data["once"])),
        )
        answer = str(data["answer"])
        accept_proposed(actor=request.actor, now=request.now, wish_id=line.id, new=new, answer=answer)
        return addresses.case_act(found.band.code, "mensen")

    form, verdict = AcceptForm(request.POST or None, initial=first), policy.may_answer_wish(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _grant_date(request: DoorRequest, found: FoundCase, line: WishLine) -> HttpResponse:
    moves = line.kind is WishKind.MOMENT
    seen = of_case(request.viewer, found.band.case_id, now=request.now) if moves else ()
    stands = next((each for each in seen if each.id == line.about_id), None)
    if moves and stands is None:
        return _decline(request, found, line, _UNSEEN)
    what = [_MOVES] if moves else [_MEETING]
    if stands is not None and stands.days.first != stands.days.last:
        what.append("Het staat nu voor meer dagen, en wordt één dag.")
    done = "De inwoner leest de nieuwe dag op de eigen pagina."
    page = _page(request, found, line, "Deze dag afspreken", done, *what)

    def do(data: dict[str, object]) -> str:
        chosen = data["new_on"]
        new_on = chosen if isinstance(chosen, date) else None
        answer = str(data["answer"])
        grant_date(actor=request.actor, now=request.now, wish_id=line.id, new_on=new_on, answer=answer)
        return addresses.case(found.band.code)

    form, verdict = GrantDateForm(request.POST or None), policy.may_answer_wish(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found, rename={"on_date": "new_on"})


def _find(request: DoorRequest, code: str, wish_id: UUID) -> tuple[FoundCase, WishLine]:
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    line = wish(request.viewer, found.band.case_id, wish_id, now=request.now)
    if line.answered_at is not None:
        raise Conflict("Hier is al op geantwoord.")
    return found, line


def _page(
    request: DoorRequest, found: FoundCase, line: WishLine, button: str, done: str, *consequences: str
) -> ActPage:
    no = Link("Nee zeggen, met een reden", f"{_address(found, line)}nee/")
    return ActPage(
        title=_title(line),
        button=button,
        done=done,
        not_done="U hebt nog niet geantwoord.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        facts=_facts(line, request),
        warning=warning(request.viewer, found.band.case_id, now=request.now),
        elsewhere=Elsewhere("Kan het niet? Zeg dan waarom.", (no,)),
        consequences=(*consequences, "Wie dit vroeg, leest uw antwoord op de eigen pagina."),
    )


def _address(found: FoundCase, line: WishLine) -> str:
    return addresses.wish(found.band.code, line.id)


def _title(line: WishLine) -> str:
    what = "stelt iemand voor" if line.kind is WishKind.SOMEBODY else "vraagt om een andere dag"
    return f"{line.by} {what}"


def _facts(line: WishLine, request: DoorRequest) -> tuple[tuple[str, str], ...]:
    told = (
        ("Wanneer gevraagd", moment(line.at, request.now)),
        ("Voor wie", line.about if line.about != line.by else ""),
        ("Wie wordt voorgesteld", ", ".join(part for part in (line.name, line.relation) if part)),
        ("Telefoon", line.phone),
        ("Welke dag", line.stood),
        ("In eigen woorden", line.words),
    )
    return tuple((word, said) for word, said in told if said)
