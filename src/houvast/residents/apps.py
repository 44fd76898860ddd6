"""Registers the room with Django."""

from django.apps import AppConfig


class ResidentsConfig(AppConfig):
    """The room `residents`."""

    name = "houvast.residents"
    label = "residents"
