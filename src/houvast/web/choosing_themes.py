"""Reasons for involvement to choose from: the list of the municipality, or no question at all where it has none."""

from collections.abc import Mapping

from django import forms

FIELD = "themes"


def offer_themes(form: forms.Form, names: Mapping[str, str]) -> None:
    """Fill the question with the list, by code and name; without a list there is nothing to ask."""
    field = form.fields[FIELD]
    if not names:
        del form.fields[FIELD]
    elif isinstance(field, forms.MultipleChoiceField):
        field.choices = list(names.items())
