"""Addresses around signing in."""

from django.urls import path

from houvast.web.account import activate, code, sign_in, views

urlpatterns = [
    path("inloggen", sign_in.sign_in_page, name="sign_in"),
    path("inloggen/code", code.code_page, name="sign_in_code"),
    path("inloggen/code-instellen", code.enrol_page, name="enrol"),
    path("uitloggen", views.sign_out_page, name="sign_out"),
    path("account/activeren", activate.activate_page, name="activate"),
    path("account/wachtwoord", views.password_page, name="password"),
    path("account/bewaard", views.kept_form_page, name="kept_form"),
]
