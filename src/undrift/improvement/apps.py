from django.apps import AppConfig


class ImprovementConfig(AppConfig):
    name = "undrift.improvement"
    label = "improvement"
    verbose_name = "Improvement plan"
    default_auto_field = "django.db.models.BigAutoField"
