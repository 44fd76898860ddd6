"""Addresses for managing people."""

from django.urls import path

from houvast.web.management import accounts, acts, duos, mandates, model, overview, teams, views

urlpatterns = [
    path("beheer/", overview.overview_page, name="management"),
    path("beheer/teams/", teams.team_list, name="teams"),
    path("beheer/teams/nieuw", teams.new_team, name="new_team"),
    path("beheer/teams/<uuid:team_id>/", teams.team_page, name="team"),
    path("beheer/teams/<uuid:team_id>/erbij", teams.join, name="join_team"),
    path("beheer/mandaten/", mandates.mandate_list, name="mandates"),
    path("beheer/mandaten/nieuw", mandates.new_mandate, name="new_mandate"),
    path("beheer/mandaten/<uuid:mandate_id>/beeindigen", mandates.stop_mandate, name="stop_mandate"),
    path("beheer/model/", model.model_list, name="models"),
    path("beheer/model/nieuw", model.new_model, name="new_model"),
    path("beheer/duos/", duos.duo_list, name="duos"),
    path("beheer/duos/nieuw", duos.new_duo, name="new_duo"),
    path("beheer/duos/<uuid:duo_id>/beeindigen", duos.stop_duo, name="stop_duo"),
    path("beheer/mensen/", views.people_page, name="people"),
    path("beheer/mensen/nieuw", acts.new_member, name="new_member"),
    path("beheer/mensen/<uuid:member_id>/", views.person_page, name="person"),
    path("beheer/mensen/<uuid:member_id>/functie", acts.new_function, name="new_function"),
    path("beheer/mensen/<uuid:member_id>/vervanger", acts.new_stand_in, name="new_stand_in"),
    path("beheer/mensen/<uuid:member_id>/account", accounts.new_account, name="new_account"),
    path("beheer/mensen/<uuid:member_id>/uit-team", teams.leave, name="leave_team"),
    path("beheer/mensen/<uuid:member_id>/vertrek", acts.leave, name="leave"),
    path("beheer/mensen/<uuid:member_id>/activatie", accounts.activation, name="make_activation"),
    path("beheer/mensen/<uuid:member_id>/wachtwoord", accounts.ask_password_repair, name="ask_password_repair"),
    path("beheer/mensen/<uuid:member_id>/herstel", accounts.ask_repair, name="ask_repair"),
    path("beheer/functies/<uuid:function_id>/beeindigen", acts.stop_function, name="stop_function"),
    path("beheer/herstel/", views.repairs_page, name="repairs"),
    path("beheer/herstel/<uuid:repair_id>/goedkeuren", accounts.approve_repair, name="approve_repair"),
    path("account/vervanger", acts.own_stand_in, name="own_stand_in"),
]
