"""What the letters of a municipality begin with, kept by its administrator; earlier versions stay to be read."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.letters import policy
from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.templates import DEFAULTS, Template
from houvast.letters.selectors.templates import TemplateLine, newest, versions
from houvast.letters.services.set_template import set_template
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.letters.forms import PLACEHOLDERS, TemplateForm
from houvast.web.letters.words import KIND_OF_SLUG, SLUGS, kind_name

_UNCONFIRMED = "verzonnen begin, nog door niemand bevestigd"


def _own(request: DoorRequest) -> UUID:
    """Give the municipality whose texts the viewer may set. Raises `NotVisible`: for others there is no such page."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set_templates(request.viewer, municipality_id).allowed:
        raise NotVisible
    return municipality_id


@require_safe
@signed_in
def template_list(request: DoorRequest) -> HttpResponse:
    """Show what holds, and what held before."""
    found = versions(_own(request))
    newest_of = {each.template.kind: each for each in reversed(found)}
    rows = [
        (kind_name(kind), addresses.letter_template(slug), *_said(newest_of.get(kind), kind, request))
        for kind, slug in SLUGS.items()
    ]
    earlier = [
        (kind_name(each.template.kind), *_said(each, each.template.kind, request), each.template.text)
        for each in found
        if each is not newest_of[each.template.kind]
    ]
    return render(request, "brieven/teksten.html", {"nav": "beheer", "rows": rows, "earlier": earlier})


def _said(line: TemplateLine | None, kind: LetterKind, request: DoorRequest) -> tuple[str, str]:
    if line is None:
        return DEFAULTS[kind].subject, _UNCONFIRMED
    return line.template.subject, f"{line.set_by or 'Houvast'}, {moment(line.set_at, request.now)}"


@require_http_methods(["GET", "POST"])
@signed_in
def change(request: DoorRequest, kind: str) -> HttpResponse:
    """Set what a kind of letter begins with."""
    municipality_id = _own(request)
    if kind not in KIND_OF_SLUG:
        raise NotVisible
    holds = newest(municipality_id, KIND_OF_SLUG[kind])
    form = TemplateForm(
        request.POST or None, initial={"number": holds.number, "subject": holds.subject, "text": holds.text}
    )

    def do(data: dict[str, object]) -> str:
        template = Template(holds.kind, str(data["subject"]), str(data["text"]), int(str(data["number"])))
        set_template(actor=request.actor, now=request.now, municipality_id=municipality_id, template=template)
        return addresses.letter_template()

    page = ActPage(
        title=kind_name(holds.kind),
        button="Tekst vastleggen",
        done="De tekst is vastgelegd. De vorige blijft te lezen.",
        not_done="De tekst is nog niet veranderd.",
        back=addresses.letter_template(),
        back_text="Brieven",
        intro="Waarmee deze brief begint. Wie hem schrijft, kan de tekst nog wijzigen.",
        facts=PLACEHOLDERS,
        consequences=(
            "Wat tussen { en } staat, vult Houvast in vanuit de casus.",
            "Weet Houvast iets niet, dan vult wie schrijft het in.",
            "Brieven die al zijn gemaakt, veranderen niet.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do)
