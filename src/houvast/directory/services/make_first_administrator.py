"""Make the first administrator of a municipality: who takes everybody else in."""

import re
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import FIRST_ADMINISTRATOR_MADE
from houvast.directory.models import Municipality, Organisation
from houvast.directory.selectors import ADMINISTRATOR
from houvast.directory.selectors_accounts import administrator_accounts
from houvast.directory.services.give_function import NewFunction, give_function
from houvast.directory.services.make_activation import HandedOver, make_activation
from houvast.directory.services.open_account import open_account
from houvast.directory.services.register_member import NewMember, register_member
from houvast.directory.services.register_municipality import NewMunicipality, register_municipality
from houvast.directory.services.register_organisation import NewOrganisation, register_organisation
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_USERNAME = re.compile(r"[a-z0-9.\-]+")


@dataclass(frozen=True, slots=True)
class FirstAdministrator:
    """Who it is and where. Name and region of the municipality matter only when Houvast does not know it yet."""

    municipality: str
    name: str
    username: str
    municipality_name: str = ""
    region: str = ""


def make_first_administrator(new: FirstAdministrator, *, actor: Actor, now: datetime) -> HandedOver:
    """Make what is lacking of municipality, organisation, member and account; gives the code to set a password with.

    Once more with the same username gives a new code, as long as no password was set. Raises `Refused` when another
    administrator has an account there, `Conflict` when this one has a password, `Invalid` per field.
    """
    try:
        return _make(new, actor=actor, now=now)
    except IntegrityError:
        # Somebody took the same new municipality into use at the same moment: now it stands, and can be locked.
        return _make(new, actor=actor, now=now)


def _make(new: FirstAdministrator, *, actor: Actor, now: datetime) -> HandedOver:
    username = new.username.lower()
    with act(FIRST_ADMINISTRATOR_MADE, actor=actor, now=now) as acting:
        _check(new, username)
        municipality = Municipality.objects.select_for_update().filter(code=new.municipality).first()
        accounts = administrator_accounts(municipality.id, now=now) if municipality else {}
        acting.municipality = municipality.id if municipality else None
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_make_first_administrator(manager, frozenset(accounts), username))
        municipality_id = municipality.id if municipality else _municipality(new, actor, now)
        account_id = accounts.get(username) or _account(new, municipality_id, actor, now)
        acting.municipality = municipality_id
        acting.subject, acting.subject_id = "account", account_id
        return make_activation(account_id, actor=actor, now=now)


def _check(new: FirstAdministrator, username: str) -> None:
    problems = {}
    if not _CODE.fullmatch(new.municipality):
        problems["municipality"] = "Een code bestaat uit kleine letters, cijfers en streepjes, zoals het-hogeland."
    if not new.name.strip():
        problems["name"] = "Vul de naam van de beheerder in."
    if not _USERNAME.fullmatch(username):
        problems["username"] = "Een gebruikersnaam bestaat uit letters, cijfers, punten en streepjes."
    if problems:
        raise Invalid(problems)


def _municipality(new: FirstAdministrator, actor: Actor, now: datetime) -> UUID:
    if not new.municipality_name.strip() or not new.region.strip():
        told = "Houvast kent deze gemeente nog niet. Geef haar naam en regio mee."
        raise Invalid({"municipality_name": told})
    made = NewMunicipality(new.municipality, new.municipality_name.strip(), new.region.strip())
    return register_municipality(made, actor=actor, now=now)


def _account(new: FirstAdministrator, municipality_id: UUID, actor: Actor, now: datetime) -> UUID:
    organisation_id = Organisation.objects.filter(municipality=municipality_id).values_list("pk", flat=True).first()
    if organisation_id is None:
        name = Municipality.objects.values_list("name", flat=True).get(pk=municipality_id)
        made = NewOrganisation(Organisation.Kind.MUNICIPALITY, f"Gemeente {name}", municipality_id)
        organisation_id = register_organisation(made, actor=actor, now=now)
    member_id = register_member(NewMember(organisation_id, new.name.strip()), actor=actor, now=now)
    give_function(NewFunction(member_id, ADMINISTRATOR), actor=actor, now=now)
    return open_account(member_id, new.username, actor=actor, now=now)
