"""Addresses of requests. They hold ids only."""

from django.urls import path

from houvast.web.requests import acts, pages

urlpatterns = [
    path("verzoeken/", pages.overview),
    path("verzoeken/nieuw/", acts.new_request),
    path("verzoeken/termijn/", acts.term),
    path("verzoeken/<uuid:request_id>/", pages.request_page),
    path("verzoeken/<uuid:request_id>/behandelaar/", acts.handler),
    path("verzoeken/<uuid:request_id>/identiteit/", acts.identity),
    path("verzoeken/<uuid:request_id>/verzamelen/", acts.gather),
    path("verzoeken/<uuid:request_id>/verlengen/", acts.extend),
    path("verzoeken/<uuid:request_id>/onderdeel/<uuid:item_id>/", acts.choose),
    path("verzoeken/<uuid:request_id>/antwoord/", acts.answer),
    path("verzoeken/<uuid:request_id>/inzage.json", pages.answer_as_json),
    path("verzoeken/<uuid:request_id>/inzage.pdf", pages.answer_as_pdf),
]
