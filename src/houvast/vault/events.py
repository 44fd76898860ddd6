"""Audit events of the vault."""

from houvast.audit.events import Event

EPOCH_BEGUN = Event("vault.epoch_begun", "begon een nieuw tijdvak van sleutels")
