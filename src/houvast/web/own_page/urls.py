"""Addresses of participants. They hold no code and nobody's id: whose page it is, the session says."""

from django.urls import path

from houvast.web.own_page import asking, by_provider, letters, sign_in, views, wishes, words

urlpatterns = [
    path("mijn/", views.page, name="own_page"),
    path("mijn/zeggen/", words.say_something, name="own_say"),
    path("mijn/brieven/<uuid:letter_id>/", letters.letter_page),
    path("mijn/brieven/<uuid:letter_id>/brief.pdf", letters.letter_pdf),
    path("mijn/brieven/<uuid:letter_id>/brief.txt", letters.letter_text),
    path("mijn/gegevens/", asking.ask_about_data, name="own_ask"),
    path("mijn/voorstellen/", wishes.propose, name="own_propose"),
    path("mijn/andere-dag/", wishes.ask_other_date, name="own_other_date"),
    path("mijn/inloggen/", sign_in.personal_code, name="own_sign_in"),
    path("mijn/inloggen/code/", sign_in.sign_in_code, name="own_sign_in_code"),
    path("mijn/digid/", by_provider.go, name="own_provider"),
    path("mijn/digid/terug/", by_provider.back, name="own_provider_back"),
    path("mijn/digid/keuze/", by_provider.choose, name="own_provider_choice"),
    path("mijn/afmelden/", sign_in.leave, name="own_sign_out"),
]
