"""Addresses of concerns. They hold codes and ids only."""

from django.urls import path

from houvast.web.intake import (
    answers,
    board,
    decisions,
    entering,
    importing,
    judging,
    opening,
    points,
    repairing,
    setting_up,
    settings_page,
)

urlpatterns = [
    path("beheer/intake/", settings_page.settings_page),
    path("beheer/intake/meldpunten/", points.new_point),
    path("beheer/intake/meldpunten/<uuid:point_id>/", points.change),
    path("beheer/intake/<slug:slug>/", setting_up.new_entry),
    path("beheer/intake/<slug:slug>/<slug:code>/", setting_up.change_entry),
    path("signalen/", board.board),
    path("signalen/nieuw/", entering.enter),
    path("signalen/inlezen/", importing.read_in),
    path("signalen/herstellen/", repairing.rows),
    path("signalen/herstellen/<uuid:row_id>/", repairing.correct),
    path("signalen/herstellen/<uuid:row_id>/wegleggen/", repairing.dismiss),
    path("signalen/doorgegeven/", answers.waiting),
    path("signalen/doorgegeven/<uuid:concern_id>/", answers.answer),
    path("signalen/<uuid:concern_id>/", board.concern),
    path("signalen/<uuid:concern_id>/oppakken/", judging.take),
    path("signalen/<uuid:concern_id>/dezelfde/", judging.same),
    path("signalen/<uuid:concern_id>/iemand-anders/", judging.other),
    path("signalen/<uuid:concern_id>/aanleiding/", judging.themes),
    path("signalen/<uuid:concern_id>/ongedaan/", judging.undo),
    path("signalen/<uuid:concern_id>/volgende-stap/", judging.send_on),
    path("signalen/<uuid:concern_id>/voegen/", decisions.join),
    path("signalen/<uuid:concern_id>/casus/", opening.new_case),
    path("signalen/<uuid:concern_id>/doorgeven/", decisions.pass_on),
    path("signalen/<uuid:concern_id>/advies/", decisions.advice),
    path("signalen/<uuid:concern_id>/niets/", decisions.nothing),
    path("signalen/<uuid:concern_id>/direct/", decisions.straight_out),
]
