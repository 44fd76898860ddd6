"""`houvast first-administrator`: takes a municipality into use, as the system actor `first-administrator`."""

import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from time import time

from houvast.cli.command import Command

MENDABLE = 1
_OPTIONS = {
    "municipality": "GEMEENTE",
    "code": "GEMEENTE",
    "municipality_name": "--municipality-name en --region",
    "region": "--region",
    "name": "--name",
    "username": "--username",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Take the municipality and who administers it."""
    parser.add_argument("municipality", metavar="GEMEENTE", help="code van de gemeente, bijvoorbeeld het-hogeland")
    parser.add_argument("--name", metavar="NAAM", required=True, help="voor- en achternaam van de beheerder")
    parser.add_argument("--username", metavar="NAAM", required=True, help="naam waarmee de beheerder inlogt")
    parser.add_argument(
        "--municipality-name", metavar="NAAM", default="", help="naam van de gemeente, als Houvast haar nog niet kent"
    )
    parser.add_argument("--region", metavar="REGIO", default="", help="regio van de gemeente, als zij nieuw is")


def run(arguments: Namespace) -> int:
    """Make the administrator, and show the activation code this one time."""
    from django.conf import settings

    from houvast.directory.services.make_first_administrator import FirstAdministrator, make_first_administrator
    from houvast.kernel.actor import system
    from houvast.kernel.dutch_dates import moment
    from houvast.kernel.errors import HouvastError, Invalid
    from houvast.upkeep.health import pending_migrations
    from houvast.upkeep.practice_guard import refuse_other_accounts
    from houvast.upkeep.readiness import BEHIND

    if settings.HOUVAST_PRACTICE:
        raise HouvastError("De oefenregio heeft al beheerders. Zet HOUVAST_PRACTICE uit voor het echte werk.")
    if pending_migrations():
        raise HouvastError(BEHIND)
    refuse_other_accounts(practice=False)
    new = FirstAdministrator(
        municipality=arguments.municipality,
        name=arguments.name,
        username=arguments.username,
        municipality_name=arguments.municipality_name,
        region=arguments.region,
    )
    now = datetime.fromtimestamp(time(), tz=UTC)
    try:
        made = make_first_administrator(new, actor=system("first-administrator"), now=now)
    except Invalid as wrong:
        for field, told in wrong.problems.items():
            print(f"{_OPTIONS.get(field, 'Let op')}: {told}", file=sys.stderr)
        return MENDABLE
    print(f"De activatiecode voor {arguments.username.lower()} is: {made.in_fours}")
    print(f"Deze code werkt één keer, tot {moment(made.valid_until, now)}. Houvast laat haar niet nog eens zien.")
    print("Geef de code persoonlijk door. Op de inlogpagina, onder Stel uw wachtwoord in, kiest de beheerder een")
    print("wachtwoord en daarna koppelt de beheerder de code-app.")
    return 0


COMMAND = Command("Maak de eerste functioneel beheerder van een gemeente, met een activatiecode.", run, add_arguments)
