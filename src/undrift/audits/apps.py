from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "undrift.audits"
    label = "audits"
    verbose_name = "Practice audits"
    default_auto_field = "django.db.models.BigAutoField"
