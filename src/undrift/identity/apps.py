from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "undrift.identity"
    label = "identity"
    verbose_name = "Who is the same child"
    default_auto_field = "django.db.models.BigAutoField"
