"""The table of grounds and the covenants of a municipality, as they hold now."""

from datetime import date
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.sharing import policy, scopes
from houvast.sharing.models import CovenantVersion, GroundVersion
from houvast.sharing.rules import covenants as agreed
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import GroundLine, ReceiverKind, newest
from houvast.sharing.rules.terms import BEGINS_WITH, SharingTerms


def grounds_of(municipality_id: UUID) -> tuple[GroundLine, ...]:
    """Give the table of a municipality, entries out of use too, in one query."""
    return newest(_line(row) for row in scopes.grounds(municipality_id).order_by("number"))


def _line(row: GroundVersion) -> GroundLine:
    return GroundLine(
        code=row.code,
        receiver=ReceiverKind(row.receiver),
        purpose=row.purpose,
        law=row.law,
        covers=frozenset(Part(part) for part in row.covers),
        source=row.source,
        secrecy=row.secrecy,
        consent=row.consent,
        second=row.second,
        second_by=row.second_by,
        covenant=row.covenant,
        confirmed=row.confirmed,
        active=row.active,
        number=row.number,
    )


def covenants_of(municipality_id: UUID) -> tuple[CovenantLine, ...]:
    """Give the covenants of a municipality, those out of use too, the first to end first; in one query."""
    return agreed.newest(_covenant(row) for row in scopes.covenants(municipality_id).order_by("number"))


def _covenant(row: CovenantVersion) -> CovenantLine:
    return CovenantLine(
        code=row.code,
        name=row.name,
        parties=row.parties,
        purpose=row.purpose,
        document=row.document,
        from_on=row.from_on,
        until_on=row.until_on,
        warn_days=row.warn_days,
        active=row.active,
        number=row.number,
        answers=frozenset(UUID(each) for each in row.answers),
    )


def answering(municipality_id: UUID, *, today: date) -> frozenset[UUID]:
    """Give the other municipalities that let this one hear whether somebody is known: who gives it decides.

    By a covenant that holds today, in one query over what municipalities agreed.
    """
    versions: dict[UUID, list[CovenantLine]] = {}
    for row in scopes.covenants_of_others(municipality_id).order_by("number"):
        versions.setdefault(row.municipality_id, []).append(_covenant(row))
    return frozenset(
        other
        for other, lines in versions.items()
        if any(municipality_id in each.answers and each.holds(today) for each in agreed.newest(lines))
    )


def terms_of(municipality_id: UUID) -> SharingTerms:
    """Give the terms of a municipality as they hold now; number 0 is what nobody set yet."""
    row = scopes.terms(municipality_id).order_by("-number").first()
    if row is None:
        return BEGINS_WITH
    return SharingTerms(row.share_days, row.consent_days, row.usual_days, row.number)


def ending_covenants(viewer: Viewer, *, today: date) -> tuple[CovenantLine, ...]:
    """Give the covenants that end soon, for who keeps them; nothing for anybody else, without a query."""
    municipality_id = viewer.municipality_id
    if municipality_id is None or not policy.may_set_grounds(viewer, municipality_id).allowed:
        return ()
    return tuple(each for each in covenants_of(municipality_id) if each.wants_attention(today))
