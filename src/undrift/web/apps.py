"""The Django app that holds who may sign in and the log of who looked at whom."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "undrift.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"
