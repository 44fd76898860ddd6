from datetime import datetime
from typing import ClassVar

from django.db import models

from houvast.directory.models import Account

class AuthenticatorManager(models.Manager["Authenticator"]): ...

class Authenticator(models.Model):
    class Type(models.TextChoices):
        TOTP = "totp"

    objects: ClassVar[AuthenticatorManager]
    user: Account
    user_id: object
    type: str
    data: dict[str, str | int]
    last_used_at: datetime | None
