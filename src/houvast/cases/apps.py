"""Registers the room with Django."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """The room `cases`."""

    name = "houvast.cases"
    label = "cases"
