"""Who can do a task in a case: people of the case, organisations around it, and members who work with it."""

from datetime import datetime

from houvast.cases.selectors.around import is_around, is_in_network_of, is_resident_of
from houvast.cases.services.act_in_case import LoadedCase
from houvast.directory.selectors import functions_of, team_domain
from houvast.plans.rules.tasks import Owner


def can_do(owner: Owner, loaded: LoadedCase, *, now: datetime) -> bool:
    """Say whether this owner is somebody who can do something in this case."""
    viewer, case_id, municipality_id = loaded.viewer, loaded.case.id, loaded.case.municipality_id
    if owner.resident_id is not None:
        return is_resident_of(viewer, case_id, owner.resident_id, now=now)
    if owner.network_member_id is not None:
        return is_in_network_of(viewer, case_id, owner.network_member_id, now=now)
    if owner.organisation_id is not None:
        return is_around(viewer, case_id, owner.organisation_id, now=now)
    if owner.team_id is not None:
        return team_domain(owner.team_id, municipality_id=municipality_id) is not None
    return owner.member_id is not None and bool(functions_of(owner.member_id, municipality_id=municipality_id, now=now))
