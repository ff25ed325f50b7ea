"""The entry gunicorn calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "undrift.web.settings")
application = get_wsgi_application()

from undrift.web import store, waiting  # noqa: E402 - only once Django is set up

waiting.keep_sweeping(store.home())
