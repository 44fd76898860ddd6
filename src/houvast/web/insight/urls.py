"""Addresses of numbers."""

from django.urls import path

from houvast.web.insight import views

urlpatterns = [
    path("inzicht/", views.waiting),
    path("inzicht/maatwerk/", views.this_year),
    path("inzicht/maatwerk/<int:year>/", views.year),
]
