"""Addresses of sharing. They hold codes and ids only."""

from django.urls import path

from houvast.web.sharing import acts, consents, covenants, grounds, known, shared, sharing, terms

urlpatterns = [
    path("casussen/<slug:code>/delen/", sharing.choose),
    path("casussen/<slug:code>/delen/antwoord/", sharing.answer),
    path("casussen/<slug:code>/gedeeld/", shared.shared_of_case),
    path("casussen/<slug:code>/toestemming/", consents.consent),
    path("toestemming/<uuid:consent_id>/intrekken/", consents.end_consent),
    path("gedeeld/<uuid:disclosure_id>/", shared.shared),
    path("gedeeld/<uuid:disclosure_id>/brief/", shared.resident_letter),
    path("gedeeld/<uuid:disclosure_id>/papier/", shared.on_paper),
    path("gedeeld/<uuid:disclosure_id>/intrekken/", acts.withdraw),
    path("gedeeld/<uuid:disclosure_id>/antwoord/", acts.answer_second),
    path("gedeeld/<uuid:disclosure_id>/vertellen/", acts.tell),
    path("bekend/", known.ask),
    path("bekend/steekproef/", known.sample_list),
    path("bekend/steekproef/<uuid:question_id>/", known.judge),
    path("gronden/", grounds.ground_list),
    path("gronden/termijnen/", terms.change),
    path("gronden/<slug:code>/", grounds.change),
    path("convenanten/<slug:code>/", covenants.change),
]
