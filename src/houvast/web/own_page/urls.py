"""Addresses of participants. They hold no code and no id: whose page it is, the session says."""

from django.urls import path

from houvast.web.own_page import sign_in, views

urlpatterns = [
    path("mijn/", views.page, name="own_page"),
    path("mijn/inloggen/", sign_in.personal_code, name="own_sign_in"),
    path("mijn/inloggen/code/", sign_in.sign_in_code, name="own_sign_in_code"),
    path("mijn/afmelden/", sign_in.leave, name="own_sign_out"),
]
