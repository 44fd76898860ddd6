"""Seal the secrets of second factors under the master key of now."""

from datetime import datetime

from django.conf import settings

from houvast.audit.rules.keys import key_name
from houvast.audit.services.act import act
from houvast.directory.events import FACTORS_SEALED_ANEW
from houvast.directory.services.steps import factor
from houvast.kernel.actor import Actor


def seal_factors_anew(*, actor: Actor, now: datetime) -> int:
    """Do so in one transaction: all of them, or none; give how many. Safe to repeat."""
    with act(FACTORS_SEALED_ANEW, actor=actor, now=now) as acting:
        count = factor.seal_factors_anew()
        acting.details = {"accounts": count, "vault_key": key_name(settings.HOUVAST_VAULT_KEY)}
    return count
