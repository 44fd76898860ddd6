"""Forms of plans and tasks. What must be filled in is judged by the services, so that all of it is told at once."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.kernel.dutch_dates import exact
from houvast.kernel.ids import new_id
from houvast.plans.rules.areas import AreaLine
from houvast.plans.rules.content import (
    LONGEST_TEXT,
    MOST_WHO_ACT,
    Asked,
    Goal,
    PlanContent,
    View,
    ViewState,
    WhenItGoesWrong,
    WhoActs,
    next_view,
)
from houvast.plans.rules.links import DAYS_AFTER, MOST_DAYS_AFTER
from houvast.plans.rules.tasks import LONGEST_TASK, NO_DUE_DAY, NO_OWNER, NO_WHAT, NextStep, Owner, Standing
from houvast.web.form_fields import choice, day, line, long_text, needed

_WHY_NOT = [(Asked.NOT_ASKED.value, "niet gevraagd"), (Asked.NOT_APPLICABLE.value, "niet van toepassing")]
_NO_VIEW = [
    ("", "er staat hierboven wat is gezegd"),
    (ViewState.NOT_ASKED_YET.value, "nog niet gevraagd"),
    (ViewState.DID_NOT_WANT.value, "wilde niets zeggen"),
]

_CHILDREN_HELP = "Verplicht als er kinderen zijn: zijn zij veilig, wie praat met hen, en wat merken zij ervan?"


class PlanForm(forms.Form):
    """The whole plan on one page: for each life area the resident's words, or why there are none."""

    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: QueryDict | None,
        areas: Sequence[AreaLine],
        current: PlanContent,
        seen: UUID | None,
        children: str,
        ways: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Ask what the areas are about; `current` is the version before this one, `children` names them, if any.

        `ways` are the ways of working to choose from, by code.
        """
        self.former = {goal.area: goal for goal in current.goals}
        self.views = {"resident": current.resident_view, "network": current.network_view}
        self.areas = tuple(area for area in areas if area.active or self._has_goal(area.code))
        super().__init__(data, initial={"seen": seen, **self._initial(current)})
        for area in self.areas:
            self.fields[f"words_{area.code}"] = long_text(area.name, rows=2, most=LONGEST_TEXT)
            self.fields[f"asked_{area.code}"] = choice(f"Geen doel bij {area.name.lower()}?", _WHY_NOT)
        if children:
            self.fields["children"] = long_text(
                f"Wat betekent dit plan voor {children}?", rows=3, help_text=_CHILDREN_HELP, most=LONGEST_TEXT
            )
        self.fields["ways"] = forms.MultipleChoiceField(
            label="Welke werkwijzen gebruikt u?",
            required=False,
            choices=list(ways.items()),
            widget=forms.CheckboxSelectMultiple,
            initial=list(current.ways),
        )
        for name, label in (("resident", "de inwoner"), ("network", "het netwerk")):
            self._ask_view(name, label)
        self.fields["signs"] = long_text("Waaraan merkt u dat het misgaat?", rows=3, most=LONGEST_TEXT)
        self.fields["what_to_do"] = long_text("Wat doet u dan, en wat juist niet?", rows=3, most=LONGEST_TEXT)
        for place in range(MOST_WHO_ACT):
            self.fields[f"who_{place}"] = line(f"Wie ({place + 1})", most=120)
            self.fields[f"phone_{place}"] = line("Nummer", most=20)
            self.fields[f"when_{place}"] = line("Wanneer bereikbaar", most=80)

    def _ask_view(self, name: str, label: str) -> None:
        """Ask what somebody thinks of the plan, beginning from what they said last and from when that is."""
        said_on = self.views[name].said_on
        help_text = "In eigen woorden."
        if said_on is not None:
            help_text += f" Van {exact(said_on)}. Niet opnieuw gevraagd? Laat het dan staan: de dag gaat mee."
        self.fields[f"{name}_words"] = long_text(
            f"Wat vindt {label} van dit plan?", rows=2, help_text=help_text, most=LONGEST_TEXT
        )
        self.fields[f"{name}_state"] = choice(f"Niets gezegd door {label}?", _NO_VIEW)
        if said_on is not None:
            self.fields[f"{name}_again"] = forms.BooleanField(
                label=f"Vandaag opnieuw gevraagd aan {label}", required=False
            )

    def _has_goal(self, code: str) -> bool:
        return code in self.former and self.former[code].asked is Asked.GOAL

    def _initial(self, current: PlanContent) -> dict[str, str]:
        wrong = current.when_it_goes_wrong
        initial = {"children": current.children, "signs": wrong.signs, "what_to_do": wrong.what_to_do}
        for name, view in self.views.items():
            given = view.state is ViewState.GIVEN
            initial |= {f"{name}_words": view.words, f"{name}_state": "" if given else view.state.value}
        for goal in current.goals:
            initial |= {f"words_{goal.area}": goal.words, f"asked_{goal.area}": goal.asked.value}
        for place, who in enumerate(wrong.who_acts):
            initial |= {f"who_{place}": who.name, f"phone_{place}": who.phone, f"when_{place}": who.when}
        return initial

    def content(self, tasks: tuple[UUID, ...]) -> PlanContent:
        """Give what was filled in. A goal keeps its id; words make it a goal, whatever was chosen beside them."""
        filled = self.cleaned_data
        return PlanContent(
            goals=tuple(self._goal(area.code) for area in self.areas),
            resident_view=self._view("resident"),
            network_view=self._view("network"),
            when_it_goes_wrong=WhenItGoesWrong(filled["signs"], filled["what_to_do"], self._who_acts()),
            tasks=tasks,
            children=filled.get("children", ""),
            ways=tuple(filled["ways"]),
        )

    def _goal(self, code: str) -> Goal:
        words = self.cleaned_data[f"words_{code}"].strip()
        former = self.former.get(code)
        asked = Asked.GOAL if words else Asked(self.cleaned_data[f"asked_{code}"] or Asked.NOT_ASKED.value)
        return Goal(former.id if former else new_id(), code, asked, words)

    def _view(self, name: str) -> View:
        filled = self.cleaned_data
        why = filled[f"{name}_state"]
        return next_view(
            self.views[name],
            filled[f"{name}_words"].strip(),
            ViewState(why) if why else None,
            asked_again=bool(filled.get(f"{name}_again")),
        )

    def _who_acts(self) -> tuple[WhoActs, ...]:
        rows = (
            WhoActs(*(self.cleaned_data[f"{part}_{place}"].strip() for part in ("who", "phone", "when")))
            for place in range(MOST_WHO_ACT)
        )
        return tuple(row for row in rows if row != WhoActs("", ""))

    def field_of(self, problem: str) -> str:
        """Give the field that a problem of the rules belongs to."""
        kind, _, place = problem.partition("-")
        if kind == "goal" and place:
            return f"words_{self.areas[int(place)].code}"
        names = {"goals": f"words_{self.areas[0].code}" if self.areas else "", "resident_view": "resident_words"}
        names |= {"network_view": "network_words"}
        return f"who_{place}" if kind == "who" else names.get(problem, problem)


class TaskForm(forms.Form):
    """What somebody is going to do, and by when."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    goal = choice("Bij welk doel?", ())
    what = needed(line("Wat gaat er gebeuren?", most=LONGEST_TASK), NO_WHAT)
    owner = needed(choice("Wie doet dit?", ()), NO_OWNER)
    due_on = needed(day("Wanneer is het klaar?"), NO_DUE_DAY)


class StepForm(forms.Form):
    """How a task stands."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    state = forms.ChoiceField(
        label="Hoe staat het ervoor?",
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies hoe het ervoor staat."),
    )
    why = long_text("Toelichting", rows=2, help_text="Verplicht als het niet doorgaat of moet wachten.", most=1000)
    due_on = day("Nieuwe dag", help_text="Als het nog open is of wacht: wanneer kijkt u opnieuw?")
    waiting_since = day("Wacht sinds", help_text="Alleen als er geen passende voorziening is.")
    missing = choice("Wat is er niet?", [])
    asked = forms.IntegerField(
        label="Hoeveel organisaties zijn gevraagd?", required=False, min_value=0, max_value=99, initial=0
    )

    def step(self) -> NextStep:
        """Give what was filled in; what belongs to another answer than the chosen one is left out."""
        filled = self.cleaned_data
        state = Standing(filled["state"])
        waits = state is Standing.WAITING
        return NextStep(
            state,
            filled["why"],
            filled["due_on"] if state.is_open else None,
            filled["waiting_since"] if waits else None,
            (filled["asked"] or 0) if waits else 0,
            filled["missing"] if waits else "",
        )


class LinkForm(forms.Form):
    """To whom a link goes, and how long it works after the day of the task."""

    contact = forms.ChoiceField(
        label="Wie krijgt de link?",
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wie de link krijgt."),
    )
    days_after = forms.IntegerField(
        label="Hoeveel dagen werkt de link nog na de dag van de taak?",
        min_value=0,
        max_value=MOST_DAYS_AFTER,
        initial=DAYS_AFTER,
        help_text=f"{DAYS_AFTER} is een voorstel (onbevestigd). Hoogstens {MOST_DAYS_AFTER}.",
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Vul een getal in van 0 tot en met {MOST_DAYS_AFTER}."
        ),
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""


class AreaForm(forms.Form):
    """A life area of the municipality's list."""

    name = needed(line("Naam", most=80), "Geef het leefgebied een naam.")
    position = forms.IntegerField(label="Plaats in de lijst", min_value=0, max_value=999, initial=500)
    active = forms.BooleanField(label="Hiernaar vragen in nieuwe plannen", required=False, initial=True)


def owner_of(value: object) -> Owner:
    """Read a chosen owner back; nobody for nothing chosen."""
    kind, _, chosen = str(value).partition(":")
    if not chosen:
        return Owner()
    fields = {"m": "member_id", "t": "team_id", "o": "organisation_id", "i": "resident_id", "n": "network_member_id"}
    return Owner(**{fields[kind]: UUID(chosen)})


def as_day(value: object) -> date | None:
    """Give a cleaned day; None when there is none."""
    return value if isinstance(value, date) else None
