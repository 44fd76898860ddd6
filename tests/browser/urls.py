"""The addresses of Houvast, with one more on which every component stands in every state."""

from django.urls import path

from houvast.urls import urlpatterns as houvast_urls
from tests.browser.components import component_page, keys, raises

urlpatterns = [
    *houvast_urls,
    path("onderdelen/", component_page),
    path("stuk/<str:how>/", raises),
    path("toetsen/", keys),
]
