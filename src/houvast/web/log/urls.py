"""Addresses of the log."""

from django.urls import path

from houvast.web.log import alarms, register, samples, views

urlpatterns = [
    path("logboek/", views.log_page, name="log"),
    path("logboek/bestand/", views.log_file, name="log_file"),
    path("logboek/dataverwerkingen/", register.processings_file, name="log_processings"),
    path("logboek/verwerkingen/", register.register_page, name="log_register"),
    path("logboek/verwerkingen/<slug:code>/", register.change_activity, name="log_activity"),
    path("logboek/steekproeven/", samples.overview, name="log_samples"),
    path("logboek/steekproeven/trekken/", samples.draw, name="log_draw"),
    path("logboek/steekproeven/<uuid:sample_id>/", samples.one, name="log_sample"),
    path("logboek/steekproeven/<uuid:sample_id>/<int:number>/", samples.judge, name="log_judge"),
    path("logboek/alarmen/", alarms.alarm_list, name="log_alarms"),
    path("logboek/alarmen/<uuid:alarm_id>/", alarms.answer, name="log_alarm"),
    path("logboek/uittreksel/", views.extract_page, name="log_extract"),
]
