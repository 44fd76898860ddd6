"""Turns a Django form into what the partials print: fields with their errors, and the summary at the top."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from django import forms
from django.forms.boundfield import BoundField, BoundWidget

from houvast.web.look import Choice, ErrorSummary, Field, Link

OPTIONAL = " (mag leeg blijven)"
_SAYS_WHEN = ("Verplicht ", "Alleen als ", "Alleen bij ")
"""How an explanation begins that says when a field must, or may, be filled in; then the label says nothing of it."""
KEPT = "Alles wat u invulde, is bewaard."
_IN_OUR_WORDS = (
    (forms.Field.default_error_messages["required"], "Dit is nog leeg."),
    (forms.ChoiceField.default_error_messages["invalid_choice"], "Deze keuze is er niet (meer). Kies opnieuw."),
    (forms.MultipleChoiceField.default_error_messages["invalid_choice"], "Deze keuze is er niet (meer). Kies opnieuw."),
)
"""What Django says of any field, as Houvast says it. A field with words of its own keeps them."""

_CONTROLS = "onderdelen/velden/"

AnyForm = TypeVar("AnyForm", bound=forms.BaseForm)


def field(bound: BoundField, descriptions: Mapping[str, str] | None = None) -> Field:
    """Give a field as the partials print it. `descriptions` maps the value of a choice to a line below its label."""
    error = " ".join(_messages(bound))
    widget = bound.field.widget
    html_id = bound.id_for_label or bound.auto_id
    choices = _choices(bound, descriptions or {})
    attributes = {name: str(value) for name, value in widget.attrs.items() if name != "id"}
    if isinstance(widget, forms.widgets.Input):
        attributes = {"type": widget.input_type or "text", **attributes}
    return Field(
        control=_CONTROLS + _control(widget),
        id=html_id,
        name=bound.html_name,
        label=bound.label + (OPTIONAL if _may_stay_empty(bound) else ""),
        css_class="utrecht-form-field utrecht-form-field--invalid" if error else "utrecht-form-field",
        description=str(bound.help_text),
        error=error,
        value=_value(bound),
        described_by=_described_by(html_id, has_description=bool(bound.help_text), has_error=bool(error)),
        attributes=tuple(attributes.items()),
        choices=choices,
        choice_type="checkbox" if isinstance(widget, forms.CheckboxSelectMultiple) else "radio",
    )


def fields(form: forms.BaseForm) -> tuple[Field, ...]:
    """Give the visible fields of a form in their order."""
    return tuple(field(bound) for bound in form.visible_fields())


def summary(form: forms.BaseForm, title: str, kept: str = KEPT) -> ErrorSummary | None:
    """Give the summary of what is wrong; None when nothing is. `title` says what has not happened, and why not."""
    if not form.errors:
        return None
    errors = [Link(str(error), "") for error in form.non_field_errors()]
    for name in form.errors:
        if name in form.fields:
            bound = form[name]
            label = str(bound.label).rstrip("?:")
            errors += [Link(f"{label}: {error}", f"#{_first_id(bound)}") for error in _messages(bound)]
    return ErrorSummary(title, kept, tuple(errors))


def with_problems(form: AnyForm, problems: Mapping[str, str]) -> AnyForm:
    """Add what a service refused (`Invalid.problems`) to the form that was sent; unknown names go to the whole form."""
    for name, message in problems.items():
        form.add_error(name if name in form.fields else None, message)
    return form


def _may_stay_empty(bound: BoundField) -> bool:
    """Say whether a label says that a field may stay empty."""
    says_when = str(bound.help_text).startswith(_SAYS_WHEN)
    return not (bound.field.required or _is_one_box(bound.field.widget) or says_when)


def _messages(bound: BoundField) -> Iterator[str]:
    """Give what is wrong with a field. What was sent is not said back: it stands in the field, or was never offered."""
    for error in bound.errors.as_data():
        said = [ours for theirs, ours in _IN_OUR_WORDS if error.message is theirs]
        yield from said[:1] or error.messages


def _control(widget: forms.Widget) -> str:
    if isinstance(widget, forms.Textarea):
        return "tekstvak.html"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "keuzes.html"
    if isinstance(widget, forms.Select):
        return "keuzelijst.html"
    return "vinkje.html" if _is_one_box(widget) else "tekst.html"


def _is_one_box(widget: forms.Widget) -> bool:
    return isinstance(widget, forms.CheckboxInput)


def _value(bound: BoundField) -> str:
    """A password is never sent back."""
    if isinstance(bound.field.widget, forms.PasswordInput):
        return ""
    value = bound.field.widget.format_value(bound.value())
    return "" if value is None else str(value)


def _choices(bound: BoundField, descriptions: Mapping[str, str]) -> tuple[Choice, ...]:
    widget = bound.field.widget
    if _is_one_box(widget):
        return (Choice(bound.auto_id, "on", str(bound.label), is_chosen=bool(bound.value())),)
    if not isinstance(widget, forms.Select | forms.RadioSelect | forms.CheckboxSelectMultiple):
        return ()
    groups = _groups(widget)
    return tuple(_choice(option, descriptions, groups) for option in _options(bound))


def _groups(widget: forms.widgets.ChoiceWidget) -> dict[str, str]:
    """Give the heading of each value that stands under one."""
    headed = ((heading, options) for heading, options, _ in widget.optgroups("", []) if heading)
    return {str(option["value"]): str(heading) for heading, options in headed for option in options}


def _options(bound: BoundField) -> Iterable[BoundWidget]:
    return bound.subwidgets


def _choice(option: BoundWidget, descriptions: Mapping[str, str], groups: Mapping[str, str]) -> Choice:
    value = str(option.data["value"])
    return Choice(
        id=option.id_for_label,
        value=value,
        label=option.choice_label,
        description=descriptions.get(value, ""),
        is_chosen=bool(option.data["selected"]),
        group=groups.get(value, ""),
    )


def _described_by(html_id: str, *, has_description: bool, has_error: bool) -> str:
    ids = [f"{html_id}-uitleg"] if has_description else []
    return " ".join([*ids, f"{html_id}-fout"] if has_error else ids)


def _first_id(bound: BoundField) -> str:
    """The id that a link in the summary leads to: the first box of a group, otherwise the field itself."""
    if isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return next((option.id_for_label for option in _options(bound)), bound.auto_id)
    return bound.auto_id
