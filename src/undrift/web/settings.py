"""Settings of the site. Safe as they stand; each switch is an environment variable named in README.

UNDRIFT_HOME    where the loads, the database, the cache and the secret key live (default: var)
UNDRIFT_HOSTS   extra host names the site answers to, comma separated
UNDRIFT_HTTPS   1 when a proxy in front serves https: cookies then travel over https only
UNDRIFT_DEBUG   1 shows tracebacks; never in service
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from undrift.web.secret import secret_key
from undrift.web.waiting import place

UNDRIFT_HOME = Path(os.environ.get("UNDRIFT_HOME", "var")).resolve()
PACKAGE = Path(__file__).resolve().parent

DEBUG = os.environ.get("UNDRIFT_DEBUG") == "1"
HTTPS = os.environ.get("UNDRIFT_HTTPS") == "1"
SECRET_KEY = secret_key(UNDRIFT_HOME)
ALLOWED_HOSTS = [
    "127.0.0.1",
    "localhost",
    "[::1]",
    *filter(None, os.environ.get("UNDRIFT_HOSTS", "").split(",")),
]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "csp",
    "undrift.audits",
    "undrift.improvement",
    "undrift.identity",
    "undrift.web",
]

# Order matters: who is asking (session, sign-in) must be known before whether they may (permission); and both before
# what they send is read (CSRF looks for its token in it), so that of a person who may not, nothing is received.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "undrift.web.middleware.PrivatePages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "undrift.web.middleware.PermissionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]

ROOT_URLCONF = "undrift.web.urls"
WSGI_APPLICATION = "undrift.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "templates"],
        "OPTIONS": {
            "environment": "undrift.web.jinja.environment",
            "context_processors": ["undrift.web.context.every_page"],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": UNDRIFT_HOME / "undrift.sqlite3",
        "OPTIONS": {
            # Write-ahead logging lets readers go on while one writes; IMMEDIATE avoids a late lock failure.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "web.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "overview"
LOGOUT_REDIRECT_URL = "sign-in"

SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "undrift.web.views.errors.stale_form"

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# Nothing from another host, no script or style written into a page. Charts are pictures inside the page (data:).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

FILE_UPLOAD_HANDLERS = [
    "undrift.web.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = None  # BoundedUpload counts them, and says so in words
FILE_UPLOAD_TEMP_DIR = place(
    UNDRIFT_HOME
)  # never the machine's own, where a crash would leave children's data

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"nameless": {"()": "undrift.web.logs.Nameless"}},
    "formatters": {"nameless": {"()": "undrift.web.logs.PlacesOnly"}},
    "handlers": {
        "words": {"class": "logging.StreamHandler", "filters": ["nameless"], "formatter": "nameless"}
    },
    "loggers": {"django": {"handlers": ["words"], "level": "WARNING", "propagate": False}},
}
