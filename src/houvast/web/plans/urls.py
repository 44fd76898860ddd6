"""Addresses of plans and tasks. They hold codes, numbers and ids only."""

from django.urls import path

from houvast.web.plans import areas, editing, limits, links, tailor_made, tailor_settings, tasks, views

urlpatterns = [
    path("casussen/<slug:code>/plan/", views.plan),
    path("casussen/<slug:code>/plan/bijwerken/", editing.edit),
    path("casussen/<slug:code>/plan/versies/<int:number>/", views.version),
    path("casussen/<slug:code>/plan/als-het-misgaat/", views.when_it_goes_wrong),
    path("casussen/<slug:code>/taken/nieuw/", tasks.new_task),
    path("casussen/<slug:code>/grenzen/nieuw/", limits.new_limit),
    path("casussen/<slug:code>/maatwerk/nieuw/", tailor_made.decide_alone),
    path("casussen/<slug:code>/maatwerk/aanvragen/", tailor_made.ask),
    path("maatwerk/<uuid:tailor_id>/", tailor_made.answer),
    path("maatwerk/<uuid:tailor_id>/intrekken/", tailor_made.withdraw),
    path("maatwerk/<uuid:tailor_id>/afloop/", tailor_made.outcome),
    path("beheer/maatwerk/", tailor_settings.amounts),
    path("beheer/maatwerk/bedrag/", tailor_settings.limit),
    path("beheer/maatwerk/budget/<int:year>/", tailor_settings.budget),
    path("grenzen/<uuid:limit_id>/beeindigen/", limits.end),
    path("grenzen/<uuid:limit_id>/verteld/", limits.told),
    path("taken/", tasks.my_tasks),
    path("taken/<uuid:task_id>/", tasks.report),
    path("taken/<uuid:task_id>/link/", links.make),
    path("taken/<uuid:task_id>/link/intrekken/", links.withdraw),
    path("beheer/leefgebieden/", areas.area_list),
    path("beheer/leefgebieden/nieuw/", areas.new_area),
    path("beheer/leefgebieden/<slug:code>/", areas.change_area),
]
