"""Registers the room with Django."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """The room `vault`."""

    name = "houvast.vault"
    label = "vault"
