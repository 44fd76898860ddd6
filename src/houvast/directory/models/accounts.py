"""Accounts that sign in."""

from collections.abc import Iterator
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from houvast.directory.models.people import Member
from houvast.kernel.ids import new_id


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts for signing in."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Find an account by the name it signs in with; capitals make no difference."""
        return self.get(username=(username or "").lower())


class Account(AbstractBaseUser):
    """What somebody signs in with. An account stands for one member and has no rights of its own.

    `session_round` grows when all sessions of the account must end, without a new password.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    username = models.CharField(max_length=80, unique=True)
    email = models.EmailField(blank=True)
    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)
    is_practice = models.BooleanField(default=False)
    session_round = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    is_staff = False
    is_superuser = False

    objects = AccountManager()

    def get_session_auth_hash(self) -> str:
        """Give what a session must hold to go on: made of the password and of the round."""
        return self._of_round(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Give what it may hold while the secret key is being replaced."""
        return (self._of_round(each) for each in super().get_session_auth_fallback_hash())

    def _of_round(self, made: str) -> str:
        return f"{made}.{self.session_round}" if self.session_round else made


class FactorRepair(models.Model):
    """A lost factor, repaired by two people: one asks, another approves."""

    class Factor(models.TextChoices):
        """Which of the two somebody lost: what they have, or what they know."""

        CODE_APP = "code_app"
        MEMORISED = "memorised"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    factor = models.CharField(max_length=20, choices=Factor.choices, default=Factor.CODE_APP)
    asked_by = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        """Two people: nobody approves what they asked."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("asked_by")),
                name="directory_repair_two_people",
            )
        ]


class Activation(models.Model):
    """A code to set a password with, handed over by an administrator: only its hash, for a time, for once.

    `made_by` is None when a command made it. A newer code withdraws the one before it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    made_by = models.ForeignKey(Member, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    valid_until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """An account has one code that can be used."""

        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(used_at__isnull=True, withdrawn_at__isnull=True),
                name="directory_activation_one_open",
            )
        ]
