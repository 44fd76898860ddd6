"""Django's settings for the tests: the environment first, then the real settings."""

import tests.environment
from houvast.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
