"""Addresses of sharing. They hold codes and ids only."""

from django.urls import path

from houvast.web.sharing import covenants, grounds

urlpatterns = [
    path("gronden/", grounds.ground_list),
    path("gronden/<slug:code>/", grounds.change),
    path("convenanten/<slug:code>/", covenants.change),
]
