"""Addresses of a partner without an account. Only the first holds the secret, and it leads on at once."""

from django.urls import path

from houvast.web.answering import views

urlpatterns = [
    path("link/<slug:secret>/", views.open_link),
    path("antwoord/", views.begin, name="answer"),
    path("antwoord/sturen/", views.send, name="answer_send"),
    path("antwoord/code/", views.code, name="answer_code"),
    path("antwoord/taak/", views.task, name="answer_task"),
    path("antwoord/klaar/", views.done, name="answer_done"),
]
