"""Addresses of keeping and destroying. They hold codes and ids only."""

from django.urls import path

from houvast.web.retention import acts, at_once, destroyed, lists, periods

urlpatterns = [
    path("bewaren/", lists.kept),
    path("bewaren/vernietigd/", destroyed.certificate_list),
    path("bewaren/vernietigd/<uuid:certificate_id>/", destroyed.one_certificate),
    path("bewaren/termijnen/", periods.period_list),
    path("bewaren/termijnen/nieuw/", periods.add),
    path("bewaren/termijnen/<slug:kind>/<slug:ground>/<slug:organisation_kind>/", periods.change),
    path("bewaren/voorstellen/", at_once.approve_all),
    path("bewaren/<slug:slug>/voorstellen/", at_once.propose_all),
    path("bewaren/voorstel/<uuid:proposal_id>/", acts.answer),
    path("bewaren/vastgehouden/<uuid:hold_id>/vrijgeven/", acts.let_go),
    path("bewaren/<slug:slug>/<uuid:unit_id>/", lists.one),
    path("bewaren/<slug:slug>/<uuid:unit_id>/voorstellen/", acts.propose),
    path("bewaren/<slug:slug>/<uuid:unit_id>/vasthouden/", acts.hold),
]
