"""Addresses of cases. They hold codes and ids only."""

from django.urls import path

from houvast.web.cases import acts, opening, people, questions, relatives, residents, reviewing, seats, shielding, views

urlpatterns = [
    path("casussen/", views.case_list),
    path("zoeken/", views.search),
    path("casussen/nieuw/", opening.new_case),
    path("casussen/<slug:code>/", views.case),
    path("casussen/<slug:code>/tijdlijn/", views.whole_timeline),
    path("casussen/<slug:code>/toewijzen/<slug:seat>/", seats.assign),
    path("casussen/<slug:code>/tijdelijk/<slug:seat>/", seats.fill_for_a_time),
    path("casussen/<slug:code>/overdragen/<slug:seat>/", seats.hand_over),
    path("casussen/<slug:code>/teruggeven/<slug:seat>/", seats.give_back),
    path("casussen/<slug:code>/notitie/", acts.note),
    path("casussen/<slug:code>/notitie/<uuid:note_id>/doorgeven/", acts.pass_on),
    path("casussen/<slug:code>/koppelen/", acts.link),
    path("casussen/<slug:code>/sluiten/", acts.close),
    path("casussen/<slug:code>/heropenen/", acts.reopen),
    path("casussen/<slug:code>/herzien/", reviewing.review),
    path("casussen/<slug:code>/team-vragen/", questions.ask_team),
    path("casussen/<slug:code>/mensen/", people.people),
    path("casussen/<slug:code>/mensen/inwoner/", residents.new_resident),
    path("casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/", residents.correct),
    path("casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/naaste/", relatives.new_relative),
    path(
        "casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/naaste/<uuid:network_member_id>/weg/",
        relatives.end_relative,
    ),
    path("casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/rol/", residents.change),
    path("casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/huishouden/", residents.move),
    path("casussen/<slug:code>/mensen/inwoner/<uuid:resident_id>/eruit/", residents.leave_case),
    path("casussen/<slug:code>/mensen/organisatie/", people.new_organisation),
    path("casussen/<slug:code>/mensen/laten-gaan/<uuid:row_id>/", people.release),
    path("casussen/<slug:code>/mensen/adres/<uuid:resident_id>/", people.hide),
    path("casussen/<slug:code>/mensen/uitsluiten/", shielding.new_lock_out),
    path("casussen/<slug:code>/mensen/uitgesloten/<uuid:lock_out_id>/", shielding.end),
    path("overdrachten/<uuid:question_id>/", questions.answer_seat),
    path("overnames/<uuid:question_id>/", questions.answer_team),
    path("overnames/<uuid:question_id>/intrekken/", questions.withdraw_from_team),
]
