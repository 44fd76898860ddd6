"""Addresses of what crosses to another municipality. They hold codes and ids only."""

from django.urls import path

from houvast.web.elsewhere import moves, receiving, stays, views

urlpatterns = [
    path("casussen/<slug:code>/verhuizen/", views.choose_for_move),
    path("casussen/<slug:code>/verhuizen/<slug:municipality>/", moves.offer),
    path("verhuizingen/<uuid:offer_id>/", views.move),
    path("verhuizingen/<uuid:offer_id>/aannemen/", receiving.accept),
    path("verhuizingen/<uuid:offer_id>/weigeren/", receiving.refuse),
    path("verhuizingen/<uuid:offer_id>/intrekken/", moves.withdraw),
    path("casussen/<slug:code>/verblijf-elders/", views.choose_for_stay),
    path("casussen/<slug:code>/verblijf-elders/<slug:municipality>/", stays.agree),
    path("verblijf-elders/<uuid:stay_id>/", views.stay),
    path("verblijf-elders/<uuid:stay_id>/verlengen/", stays.extend),
    path("verblijf-elders/<uuid:stay_id>/beeindigen/", stays.end),
]
