"""Addresses of tables and meetings. They hold ids only."""

from django.urls import path

from houvast.web.consultation import acts, agenda, feeds, invitations, lists, questions, screen, tables

urlpatterns = [
    path("overleg/", lists.overview_page),
    path("overleg/kalender", feeds.own),
    path("overleg/kalender/intrekken", feeds.end),
    path("overleg/kalender/<str:secret>.ics", feeds.feed, name="calendar_feed"),
    path("overleg/tafels/<uuid:table_id>/plannen", lists.plan),
    path("overleg/punt/<uuid:item_id>/", screen.item_page),
    path("overleg/punt/<uuid:item_id>/beamer", screen.beamer_page),
    path("overleg/punt/<uuid:item_id>/gezegd", screen.say),
    path("overleg/punt/<uuid:item_id>/besluit", screen.resolve),
    path("overleg/punt/<uuid:item_id>/verplaatsen", acts.move),
    path("overleg/punt/<uuid:item_id>/weghalen", acts.take_off),
    path("overleg/punt/<uuid:item_id>/correctie", acts.correct),
    path("overleg/punt/<uuid:item_id>/uitnodigen", invitations.invite),
    path("overleg/punt/<uuid:item_id>/uitnodigen/<uuid:member_id>/intrekken", invitations.end),
    path("overleg/punt/<uuid:item_id>/gast", invitations.guest),
    path("overleg/punt/<uuid:item_id>/gast/<uuid:guest_id>", invitations.guest_answer),
    path("overleg/punt/<uuid:item_id>/vragen", questions.ask),
    path("overleg/vragen/<uuid:question_id>/agenda", questions.put),
    path("overleg/vragen/<uuid:question_id>/antwoord", questions.answer),
    path("overleg/vragen/<uuid:question_id>/intrekken", questions.withdraw),
    path("overleg/besluiten/<uuid:resolution_id>/afloop", acts.outcome),
    path("overleg/<uuid:meeting_id>/", agenda.meeting_page),
    path("overleg/<uuid:meeting_id>/erop", agenda.put_case),
    path("overleg/<uuid:meeting_id>/punt-erbij", agenda.new_item),
    path("overleg/<uuid:meeting_id>/openen", acts.open_page),
    path("overleg/<uuid:meeting_id>/sluiten", acts.close_page),
    path("overleg/<uuid:meeting_id>/aanwezig", acts.presence),
    path("beheer/tafels/", tables.table_list),
    path("beheer/tafels/nieuw", tables.new_table),
    path("beheer/tafels/<uuid:table_id>/", tables.table_page),
    path("beheer/tafels/<uuid:table_id>/instellen", tables.change_table),
    path("beheer/tafels/<uuid:table_id>/erbij", tables.join),
    path("beheer/tafels/plaatsen/<uuid:place_id>/beeindigen", tables.leave),
]
