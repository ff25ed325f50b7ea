"""Who looked at whom."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from undrift.web.models import AccessLog
from undrift.web.roles import May, needs

A_PAGE = 50


@needs(May.READ_ACCESS_LOG)
def show(request: HttpRequest) -> HttpResponse:
    """The access log, newest first; `refused=1` keeps only refused attempts, `who` one person's looks."""
    rows = AccessLog.objects.all()
    only_refused = request.GET.get("refused") == "1"
    who = request.GET.get("who", "")
    if only_refused:
        rows = rows.filter(outcome=AccessLog.Outcome.REFUSED)
    if who:
        rows = rows.filter(who=who)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "access_log.html",
        {"page": page, "only_refused": only_refused, "who": who, "refused_word": "refused"},
    )
