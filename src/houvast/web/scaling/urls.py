"""Addresses of scaling. They hold codes and ids only."""

from django.urls import path

from houvast.web.scaling import follow_ups, judging, left_behind, proposals, pulse, receiving, scaling, urgency

urlpatterns = [
    path("casussen/<slug:code>/schalen/", scaling.choose),
    path("casussen/<slug:code>/schalen/<int:phase>/", scaling.scale_to),
    path("casussen/<slug:code>/spoed/<int:phase>/", urgency.scale_at_once),
    path("casussen/<slug:code>/ontvanger/", receiving.name),
    path("casussen/<slug:code>/vinger-aan-de-pols/", pulse.check),
    path("casussen/<slug:code>/nazorg-toewijzen/", left_behind.take_up),
    path("ontvangers/<uuid:request_id>/", receiving.answer),
    path("voorstellen/<uuid:proposal_id>/", proposals.answer),
    path("voorstellen/<uuid:proposal_id>/oordeel-vragen/", judging.ask),
    path("oordelen/<uuid:request_id>/", judging.judge),
    path("spoed/<uuid:decision_id>/", urgency.answer),
    path("besluiten/<uuid:decision_id>/", follow_ups.fill_in),
]
