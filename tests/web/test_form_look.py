"""A Django form becomes fields with their errors, and a summary whose links lead to them."""

from django import forms

from houvast.web.form_look import field, fields, summary, with_problems


class Example(forms.Form):
    """One field of each kind that a page uses."""

    name = forms.CharField(label="Achternaam", help_text="Zoals in het paspoort.", max_length=40)
    secret = forms.CharField(label="Wachtwoord", widget=forms.PasswordInput)
    phone = forms.CharField(label="Telefoon", required=False)
    reason = forms.CharField(label="Reden", widget=forms.Textarea(attrs={"rows": 3}))
    team = forms.ChoiceField(label="Team", choices=[("a", "Appingedam"), ("d", "Delfzijl")])
    decider = forms.ChoiceField(label="Wie beslist?", choices=[("me", "Ik"), ("you", "U")], widget=forms.RadioSelect)
    told = forms.BooleanField(label="De inwoner weet het")
    token = forms.CharField(widget=forms.HiddenInput)


SENT = {"name": "Dijkhuis", "secret": "geheim", "reason": "Drie teams.", "team": "d", "decider": "you", "told": "on"}


def test_each_kind_of_field_gets_its_control() -> None:
    controls = [made.control.rpartition("/")[2] for made in fields(Example())]
    assert controls == [
        "tekst.html",
        "tekst.html",
        "tekst.html",
        "tekstvak.html",
        "keuzelijst.html",
        "keuzes.html",
        "vinkje.html",
    ]


def test_what_was_typed_stays_and_a_password_does_not() -> None:
    form = Example(SENT)
    assert field(form["name"]).value == "Dijkhuis"
    assert field(form["secret"]).value == ""
    assert [choice.value for choice in field(form["team"]).choices if choice.is_chosen] == ["d"]
    assert [choice.value for choice in field(form["decider"]).choices if choice.is_chosen] == ["you"]
    assert field(form["told"]).choices[0].is_chosen


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert field(Example()["phone"]).label == "Telefoon (mag leeg blijven)"
    assert field(Example()["name"]).label == "Achternaam"


def test_a_field_that_says_when_it_is_needed_does_not_also_say_that_it_may_stay_empty() -> None:
    form = Example()
    form.fields["phone"].help_text = "Verplicht als u belt."
    assert field(form["phone"]).label == "Telefoon"


def test_description_and_error_are_read_with_the_field() -> None:
    made = field(Example({"name": ""})["name"])
    assert made.described_by == "id_name-uitleg id_name-fout"
    assert made.error == "Dit is nog leeg."
    assert made.css_class == "utrecht-form-field utrecht-form-field--invalid"
    assert field(Example()["phone"]).described_by == ""


def test_a_choice_that_was_never_offered_is_not_said_back() -> None:
    wrong = Example({**SENT, "team": "<b>Pekela</b>"})
    assert field(wrong["team"]).error == "Deze keuze is er niet (meer). Kies opnieuw."
    seen = summary(wrong, "Nog niets gedaan.")
    assert seen is not None
    assert seen.errors[0].text == "Team: Deze keuze is er niet (meer). Kies opnieuw."


def test_a_choice_can_carry_a_line_below_it() -> None:
    made = field(Example()["decider"], {"you": "namens de burgemeester"})
    assert [(choice.label, choice.description) for choice in made.choices] == [
        ("Ik", ""),
        ("U", "namens de burgemeester"),
    ]


def test_the_summary_leads_to_each_field_and_for_a_group_to_its_first_choice() -> None:
    form = Example({**SENT, "name": "", "decider": "", "token": "x"})
    made = summary(form, "Nog niet opgeslagen: er ontbreken twee dingen.")
    assert made is not None
    assert made.kept == "Alles wat u invulde, is bewaard."
    assert [(error.text, error.url) for error in made.errors] == [
        ("Achternaam: Dit is nog leeg.", "#id_name"),
        ("Wie beslist: Dit is nog leeg.", "#id_decider_0"),
    ]


def test_without_mistakes_there_is_no_summary() -> None:
    assert summary(Example({**SENT, "token": "x"}), "Nog niet opgeslagen.") is None


def test_what_a_service_refused_stands_at_its_field_or_at_the_whole_form() -> None:
    form = with_problems(Example({**SENT, "token": "x"}), {"reason": "Te kort.", "seat": "Iemand was u voor."})
    assert form.errors["reason"] == ["Te kort."]
    made = summary(form, "Nog niet toegewezen.")
    assert made is not None
    assert [error.text for error in made.errors] == ["Iemand was u voor.", "Reden: Te kort."]
