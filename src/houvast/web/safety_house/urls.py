"""Addresses of referrals, files and admission criteria. They hold codes and ids only."""

from django.urls import path

from houvast.web.safety_house import criteria, file_acts, files, outside, referring

urlpatterns = [
    path("casussen/<slug:code>/zvh/", referring.referrals_of_case),
    path("casussen/<slug:code>/zvh/aanmelden/", referring.refer_case),
    path("zvh/aanmeldingen/<uuid:referral_id>/antwoord/", outside.answer),
    path("zvh/aanmeldingen/<uuid:referral_id>/terug/", outside.came_back),
    path("zvh/aanmeldingen/<uuid:referral_id>/terugkijken/", outside.looking_back),
    path("zvh/", files.file_list),
    path("zvh/<uuid:file_id>/", files.file),
    path("zvh/<uuid:file_id>/antwoord/", file_acts.answer),
    path("zvh/<uuid:file_id>/notitie/", file_acts.note),
    path("zvh/<uuid:file_id>/deelnemer/", file_acts.let_in),
    path("zvh/<uuid:file_id>/deelnemer/<uuid:access_id>/beeindigen/", file_acts.end),
    path("zvh/<uuid:file_id>/terug/", file_acts.send_back),
    path("zvh/criteria/<uuid:house_id>/", criteria.criteria_list),
    path("zvh/criteria/<uuid:house_id>/<slug:code>/", criteria.change),
]
