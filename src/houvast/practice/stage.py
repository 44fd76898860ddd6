"""Where a story plays: a town in its region, and its moments."""

from dataclasses import dataclass

from houvast.cases.services.add_organisation import NewCaseOrganisation
from houvast.practice.moments import Moments
from houvast.practice.partners import PARTNERS
from houvast.practice.phone_numbers import landline, mobile
from houvast.practice.region import Person, Region, Town

_PARTNERS = {partner.key: partner for partner in PARTNERS}


@dataclass(frozen=True, slots=True)
class Stage:
    """A town with the partners around it."""

    region: Region
    town: Town
    at: Moments

    def __getitem__(self, key: str) -> Person:
        """Give who fills a place in the town."""
        return self.town[key]

    def contact(
        self,
        key: str,
        name: str = "",
        role: str = "",
        *,
        directs_treatment: bool = False,
        people: int = 1,
        mobile_number: int = 0,
    ) -> NewCaseOrganisation:
        """Give a partner as an organisation around people. Without a name it is the first who works there.

        To a mobile number a code can be sent; without one it is the number of the organisation.
        """
        partner = _PARTNERS[key]
        first = next(iter(partner.people), None)
        if not name and first is not None:
            name, role = first.name, first.title
        phone = mobile(mobile_number) if mobile_number else landline(partner.area, partner.phone)
        organisation_id = self.region.organisations[key]
        return NewCaseOrganisation(organisation_id, name, role, phone, directs_treatment, people)

    def regional(self, key: str) -> str:
        """Give the key of the partner of a kind that works in this region."""
        return key if self.town.local.region == "Groningen" else f"{key}-b"
