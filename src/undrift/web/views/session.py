"""Signing in and out."""

from django.contrib.auth import views as django_views
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from undrift.web.roles import open_to_strangers


class SignInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": "Check your user name and password: no account here has both.",
        "inactive": "This account has been closed. Ask the analyst.",
    }


class _SignIn(django_views.LoginView):
    template_name = "sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True


sign_in = open_to_strangers(_SignIn.as_view())


@open_to_strangers
def sign_out(request: HttpRequest) -> HttpResponse:
    """Only a form's POST signs out, so that no link elsewhere can."""
    if request.method == "POST":
        return django_views.LogoutView.as_view()(request)
    return redirect("overview")
