"""Addresses of what crosses to another municipality. They hold codes and ids only."""

from django.urls import path

from houvast.web.elsewhere import stays, views

urlpatterns = [
    path("casussen/<slug:code>/verblijf-elders/", views.choose_for_stay),
    path("casussen/<slug:code>/verblijf-elders/<slug:municipality>/", stays.agree),
    path("verblijf-elders/<uuid:stay_id>/", views.stay),
    path("verblijf-elders/<uuid:stay_id>/verlengen/", stays.extend),
    path("verblijf-elders/<uuid:stay_id>/beeindigen/", stays.end),
]
