"""Acting on the directory: may this actor? Pure functions; the system (a command) is None and works for everyone."""

from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.kernel.verdict import Verdict, allow, refuse

_NOT_YOURS = refuse("not_administrator", "Alleen een functioneel beheerder van deze organisatie mag dit.")
_OWN_RIGHTS = refuse("own_rights", "U kunt uw eigen rechten niet veranderen. Vraag een andere beheerder.")
_TWO_PEOPLE = refuse("two_people", "Herstel vraagt twee mensen. Een andere functioneel beheerder moet dit goedkeuren.")
_HAS_ADMINISTRATOR = refuse(
    "has_administrator",
    "Deze gemeente heeft al een functioneel beheerder met een account. Een beheerder neemt anderen op onder Beheer.",
)
_NOT_PRIVACY_OFFICER = refuse("not_privacy_officer", "Het logboek is er voor de privacy officer van de gemeente.")
_PRACTICE = refuse("practice_account", "Het wachtwoord van een oefenaccount staat vast.")


def may_manage(manager: Viewer | None, organisation_id: UUID | None) -> Verdict:
    """Managing an organisation: its own administrator. A new organisation (None) is for the system only."""
    if manager is None:
        return allow("system")
    if not manager.is_administrator or manager.organisation_id != organisation_id:
        return _NOT_YOURS
    return allow("administrator")


def may_give(manager: Viewer | None, organisation_id: UUID, receivers: frozenset[UUID]) -> Verdict:
    """Giving members something that opens cases: as `may_manage`, and never to oneself."""
    verdict = may_manage(manager, organisation_id)
    if verdict.allowed and manager is not None and manager.member_id in receivers:
        return _OWN_RIGHTS
    return verdict


def may_read_log(reader: Viewer) -> Verdict:
    """Reading the log of a municipality: its own privacy officer. It opens no case."""
    if not reader.is_privacy_officer or reader.municipality_id is None:
        return _NOT_PRIVACY_OFFICER
    return allow("privacy_officer")


def may_make_first_administrator(manager: Viewer | None, usernames: frozenset[str], username: str) -> Verdict:
    """Making the first administrator: only a command, and only where no administrator has an account.

    `usernames` are those of the administrators there. The same name again is allowed: whether a code of that account
    can still be made is for the account to say.
    """
    if manager is not None:
        return _NOT_YOURS
    return allow("system") if usernames <= {username} else _HAS_ADMINISTRATOR


def may_name_stand_in(manager: Viewer | None, organisation_id: UUID, member_id: UUID, stand_in_id: UUID) -> Verdict:
    """Naming a stand-in: for one's own place, or as an administrator for another's, but never oneself."""
    if manager is not None and manager.member_id == member_id:
        return allow("own_place")
    return may_give(manager, organisation_id, frozenset({stand_in_id}))


def may_ask_repair(manager: Viewer, organisation_id: UUID, holder_id: UUID) -> Verdict:
    """Asking to repair a lost factor: an administrator, for somebody else."""
    return may_give(manager, organisation_id, frozenset({holder_id}))


def may_approve_repair(manager: Viewer, organisation_id: UUID, holder_id: UUID, asked_by: UUID) -> Verdict:
    """Approving a repair: another administrator than the one who asked, and not the holder."""
    if manager.member_id == asked_by:
        return _TWO_PEOPLE
    return may_ask_repair(manager, organisation_id, holder_id)


def may_make_activation(
    manager: Viewer | None, organisation_id: UUID, holder_id: UUID, *, is_practice: bool
) -> Verdict:
    """Making a code to set a password with: an administrator, for somebody else; a practice account has its own."""
    verdict = may_give(manager, organisation_id, frozenset({holder_id}))
    return _PRACTICE if verdict.allowed and is_practice else verdict


def may_change_password(*, actor_id: UUID | None, holder_id: UUID, is_practice: bool) -> Verdict:
    """Changing a password: one's own, and not that of a practice account, which everybody knows."""
    if actor_id != holder_id:
        return refuse("not_holder", "U kunt alleen uw eigen wachtwoord wijzigen.")
    if is_practice:
        return _PRACTICE
    return allow("own_account")
