"""Django's settings. What differs between places comes from the environment (`houvast.configuration`)."""

import os
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.contrib.messages import constants as messages

from houvast import configuration
from houvast.web import log_lines

PACKAGE = Path(__file__).resolve().parent
configuration.practice_keys(os.environ, Path.cwd())
CONFIGURATION = configuration.read(os.environ, Path.cwd())

HOUVAST_PRACTICE = CONFIGURATION.practice
HOUVAST_AUDIT_KEY = CONFIGURATION.keys["HOUVAST_AUDIT_KEY"]
HOUVAST_SIGNING_KEY = CONFIGURATION.keys["HOUVAST_SIGNING_KEY"]
HOUVAST_OLD_AUDIT_KEYS = CONFIGURATION.old_audit_keys
HOUVAST_NEXT_SIGNING_KEY = CONFIGURATION.next_signing_key
HOUVAST_CHECKPOINT_FILE = CONFIGURATION.checkpoint_file
HOUVAST_VAULT_KEY = CONFIGURATION.keys["HOUVAST_VAULT_KEY"]
HOUVAST_BSN_KEY = CONFIGURATION.keys["HOUVAST_BSN_KEY"]
HOUVAST_OLD_VAULT_KEYS = CONFIGURATION.old_vault_keys
HOUVAST_OLD_BSN_KEYS = CONFIGURATION.old_bsn_keys
HOUVAST_KEY_STORE = CONFIGURATION.key_store
HOUVAST_KEY_COPIES = CONFIGURATION.key_copies
HOUVAST_LEDGER = CONFIGURATION.destruction_ledger
HOUVAST_DOCUMENTS = CONFIGURATION.data_directory / "documenten"
HOUVAST_DOCUMENT_MEGABYTES = CONFIGURATION.document_megabytes
HOUVAST_SMS_URL = CONFIGURATION.sms_url
HOUVAST_SMS_KEY = CONFIGURATION.sms_key
HOUVAST_OPENID = CONFIGURATION.openid
SECRET_KEY = CONFIGURATION.keys["HOUVAST_SECRET_KEY"].hex()
DEBUG = False
ALLOWED_HOSTS = list(CONFIGURATION.hosts)

INSTALLED_APPS = [
    "houvast.audit",
    "houvast.vault",
    "houvast.directory",
    "houvast.residents",
    "houvast.short_lines",
    "houvast.cases",
    "houvast.plans",
    "houvast.documents",
    "houvast.letters",
    "houvast.reporting_code",
    "houvast.sharing",
    "houvast.consultation",
    "houvast.intake",
    "houvast.safety_house",
    "houvast.participation",
    "houvast.accountability",
    "houvast.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "houvast.web.middleware.DoorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "houvast.urls"
WSGI_APPLICATION = "houvast.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "houvast.web.context.page",
            ]
        },
    }
]

_SQLITE_START = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
    "PRAGMA recursive_triggers=ON; PRAGMA busy_timeout=5000;"
)


def database(url: str) -> dict[str, object]:
    """Give Django's description of the database behind a URL, with what each engine needs to keep its rules."""
    parsed: dict[str, object] = {**dj_database_url.parse(url)}
    if parsed["ENGINE"] == "django.db.backends.sqlite3":
        parsed["OPTIONS"] = {"init_command": _SQLITE_START, "timeout": 5}
    return parsed


DATABASES = {"default": database(CONFIGURATION.database_url)}
if CONFIGURATION.database_owner_url != CONFIGURATION.database_url:
    DATABASES["owner"] = database(CONFIGURATION.database_owner_url)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "directory.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
_VALIDATORS = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}UserAttributeSimilarityValidator", "OPTIONS": {"user_attributes": ("username",)}},
    {"NAME": f"{_VALIDATORS}MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATORS}CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}NumericPasswordValidator"},
]
LOGIN_URL = "/inloggen"
ACCOUNT_ADAPTER = "houvast.web.account.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
MFA_ADAPTER = "houvast.web.account.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp"]
MFA_TOTP_ISSUER = "Houvast"
# Lock-out (OWASP Authentication Cheat Sheet: count per account; how often and how long are our own choice).
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = "houvast.web.account.lock_out.counted_by"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
# Served from where they stand, so that starting needs no step that copies them first.
WHITENOISE_USE_FINDERS = True

HOUVAST_IDLE_MINUTES = CONFIGURATION.idle_minutes
HOUVAST_SESSION_HOURS = CONFIGURATION.session_hours
# The cookie outlives the limits, which the door keeps: so a session that ended over night is still recognised, and what
# was being typed is not lost.
SESSION_COOKIE_AGE = (CONFIGURATION.session_hours + 24) * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CONFIGURATION.secure
CSRF_COOKIE_SECURE = CONFIGURATION.secure
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "houvast.web.account.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = CONFIGURATION.secure
SECURE_HSTS_SECONDS = 31_536_000 if CONFIGURATION.secure else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if CONFIGURATION.secure else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
# What somebody sends stays in memory: a list of people never stands in a temporary file. Larger does not come in.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE
MESSAGE_TAGS = {messages.SUCCESS: "ok"}
SILENCED_SYSTEM_CHECKS: list[str] = []
LOGGING = log_lines.CONFIGURATION
