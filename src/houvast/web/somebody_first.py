"""Somebody else was first: nothing was done, and what was typed stands there to be copied."""

from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from houvast.kernel.errors import Conflict
from houvast.web.kept_form import sentences_in
from houvast.web.own_path import START, own_page

CONFLICT = 409
_WRITTEN = (forms.TextInput, forms.Textarea)


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as somebody typed it, with the id and the label under which it stands."""

    id: str
    label: str
    text: str


def typed_in(form: forms.BaseForm) -> tuple[Typed, ...]:
    """Give what was typed in a form, field by field; never a password, and no choices: these are quickly made again."""
    written = [bound for bound in form.visible_fields() if isinstance(bound.field.widget, _WRITTEN)]
    sent = [(bound.html_name, str(bound.label), str(bound.value() or "").strip()) for bound in written]
    return tuple(Typed(f"getypt-{name}", label, text) for name, label, text in sent if text)


def conflict_page(
    request: HttpRequest, conflict: Conflict, typed: tuple[Typed, ...], *, again: str = ""
) -> HttpResponse:
    """Say that somebody was first; `again` is the page to look at anew, "" for none."""
    context = {"message": conflict.message, "typed": typed, "again": again}
    return render(request, "409.html", context, status=CONFLICT)


def conflict_anywhere(request: HttpRequest, conflict: Conflict) -> HttpResponse:
    """Say it on a page whose form the door does not know: what was written in words, and the page that it came from."""
    sentences = sentences_in(request.POST) if request.method == "POST" else ()
    typed = tuple(Typed(f"getypt-{number}", f"Tekst {number}", text) for number, text in enumerate(sentences, 1))
    again = own_page(request.headers.get("Referer", ""), request.get_host())
    return conflict_page(request, conflict, typed, again="" if again == START else again)
