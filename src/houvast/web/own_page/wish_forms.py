"""What a participant fills in who proposes somebody, or asks for another date."""

from django import forms
from django.http import QueryDict

from houvast.desk.rules.own_page_wishes import Askable
from houvast.desk.selectors.own_page import OwnPage
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.rules.wishing import (
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_RELATION,
    LONGEST_WISH,
    NewWish,
    WishKind,
)
from houvast.participation.selectors.taking_part import Participating
from houvast.web.form_fields import choice, long_text, needed, offer, own_line


class ProposeForm(forms.Form):
    """Somebody of one's own network."""

    name = needed(own_line("Hoe heet deze persoon?", most=LONGEST_NAME), "Vul in hoe deze persoon heet.")
    relation = needed(
        own_line("Wie is dit voor u?", most=LONGEST_RELATION, help_text="Bijvoorbeeld: moeder, vriend of buurman."),
        "Vul in wie dit is. Bijvoorbeeld: moeder of buurman.",
    )
    phone = own_line("Telefoonnummer", most=LONGEST_PHONE, inputmode="tel")
    words = long_text(
        "Wat mag deze persoon weten of doen?",
        most=LONGEST_WISH,
        help_text="In uw eigen woorden. Bijvoorbeeld: mag weten hoe het gaat, en mag mee naar een gesprek.",
    )

    def wish(self) -> NewWish:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewWish(WishKind.SOMEBODY, filled["words"], filled["name"], filled["relation"], filled["phone"])


class OtherDateForm(forms.Form):
    """Which day does not suit, and which does."""

    about = needed(choice("Welke dag komt u niet uit?", radio=True), "Kies welke dag u niet uitkomt.")
    words = needed(
        long_text(
            "Welke dag past u beter?",
            most=LONGEST_WISH,
            help_text="Bijvoorbeeld: liever op woensdag, na 10 uur. Waarom hoeft u niet te zeggen.",
        ),
        "Schrijf op welke dag u beter past.",
    )

    def wish(self, days: tuple[Askable, ...]) -> NewWish:
        """Give what was filled in, about one of the days that stand on the page."""
        day = next(each for each in days if each.key == self.cleaned_data["about"])
        return NewWish(day.kind, self.cleaned_data["words"], about_id=day.about_id, stood=day.stood)


def propose_form(who: Participating, data: QueryDict | None = None) -> ProposeForm:
    """Give the form; who represents somebody fills in who it is for that one."""
    form = ProposeForm(data)
    if who.kind is not ParticipantKind.SELF:
        form.fields["relation"].label = f"Wie is dit voor {who.about}?"
    return form


def other_date_form(page: OwnPage, data: QueryDict | None = None) -> OtherDateForm:
    """Give the form, with the days that stand on the page; of one day nothing has to be chosen."""
    days = [(each.key, each.label) for each in page.askable]
    form = OtherDateForm(data, initial={"about": days[0][0] if len(days) == 1 else ""})
    offer(form, "about", days)
    return form
