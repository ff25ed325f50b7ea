"""Every address of the site. The thread stands in the address: area, measure, children, child."""

from django.urls import path

from undrift.web.views import (
    areas,
    children,
    data,
    definitions,
    inspections,
    issues,
    keeping,
    known,
    loads,
    log,
    measures,
    overview,
    report,
    returns,
    same_child,
    session,
    stalled,
    variation,
    worklists,
    writing,
)

urlpatterns = [
    path("sign-in", session.sign_in, name="sign-in"),
    path("sign-out", session.sign_out, name="sign-out"),
    path("", overview.show, name="overview"),
    path("areas/<int:number>", areas.show, name="area"),
    path("areas/<int:number>/actions/new", writing.add_action, name="add-action"),
    path(
        "areas/<int:number>/actions/<int:action_id>/complete", writing.complete_action, name="complete-action"
    ),
    path("areas/<int:number>/evidence/new", writing.add_evidence, name="add-evidence"),
    path("areas/<int:number>/updates/new", writing.add_update, name="add-update"),
    path("areas/<int:number>/measures/<slug:measure_id>", measures.show, name="measure"),
    path("areas/<int:number>/measures/<slug:measure_id>/children", children.behind, name="children"),
    path(
        "areas/<int:number>/measures/<slug:measure_id>/children/<str:child_id>", children.child, name="child"
    ),
    path("areas/<int:number>/said", inspections.said_of_area, name="said-of-area"),
    path("areas/<int:number>/others", inspections.others_of_area, name="others-of-area"),
    path("worklist", worklists.show, name="worklist"),
    path("worklist/calendar", worklists.calendar_address, name="calendar-address"),
    path("worklist/children/<str:child_id>", worklists.child, name="child-on-list"),
    path("worklist/children/<str:child_id>/known", known.show, name="child-known"),
    path("stalled", stalled.index, name="stalled"),
    path("stalled/<slug:pattern_id>", stalled.pattern, name="stalled-pattern"),
    path("calendars/<str:secret>.ics", worklists.calendar, name="calendar"),
    path("variation", variation.index, name="variation"),
    path("variation/since-the-last-visit", variation.since_visit, name="since-visit"),
    path("variation/areas/<slug:area>", variation.area, name="variation-area"),
    path("variation/groups/<slug:cohort>", variation.cohort, name="variation-cohort"),
    path("variation/teams/<str:team_id>", variation.team, name="variation-team"),
    path("variation/measures/<slug:measure_id>", variation.measure, name="variation-measure"),
    path("variation/measures/<slug:measure_id>/teams", variation.teams, name="variation-teams"),
    path("variation/measures/<slug:measure_id>/groups", variation.groups, name="variation-groups"),
    path("variation/measures/<slug:measure_id>/rows", variation.rows, name="variation-rows"),
    path("variation/measures/<slug:measure_id>/others", variation.others, name="variation-others"),
    path("variation/measures/<slug:measure_id>/rebase", variation.rebase, name="rebase-measure"),
    path("variation/measures/<slug:measure_id>/target", variation.target, name="set-target"),
    path("variation/aftermath", variation.decisions, name="aftermath"),
    path("variation/aftermath/<slug:kind>", variation.kind, name="aftermath-kind"),
    path("variation/aftermath/<slug:kind>/children", variation.reversed_children, name="aftermath-children"),
    path("report", report.show, name="report"),
    path("road", inspections.road, name="road"),
    path("road/steps/new", writing.record_road_step, name="record-road-step"),
    path("documents", inspections.listing, name="documents"),
    path("documents/new", keeping.upload, name="upload"),
    path("documents/search", inspections.search, name="search"),
    path("documents/<slug:key>", inspections.document, name="document"),
    path("documents/<slug:key>/<slug:anchor>/theme", keeping.correct_theme, name="correct-theme"),
    path("themes/<slug:theme>/said", inspections.said_of_theme, name="said"),
    path("themes/<slug:theme>/others", inspections.others_of_theme, name="others"),
    path("definitions", definitions.listing, name="definitions"),
    path("definitions/coverage", definitions.coverage, name="coverage"),
    path("definitions/<slug:kind>/<slug:card_id>", definitions.card, name="definition"),
    path("returns", returns.listing, name="returns"),
    path("returns/<slug:return_id>", returns.page, name="return"),
    path("returns/<slug:return_id>/template.<slug:kind>", returns.template, name="return-template"),
    path("data", data.show, name="data"),
    path("data/loads", loads.listing, name="loads"),
    path("data/loads/<slug:load_id>", loads.show, name="load"),
    path("data/loads/<slug:load_id>/issues", issues.show, name="issues"),
    path("data/loads/<slug:after>/since/<slug:before>", loads.changed, name="changed"),
    path(
        "data/loads/<slug:after>/since/<slug:before>/children/<slug:table>", loads.rows, name="changed-rows"
    ),
    path("data/children", same_child.listing, name="same-child"),
    path("data/children/<str:one>/<str:other>", same_child.pair, name="same-child-pair"),
    path("access-log", log.show, name="access-log"),
]

handler403 = "undrift.web.views.errors.refused"
handler404 = "undrift.web.views.errors.not_found"
handler500 = "undrift.web.views.errors.broken"
