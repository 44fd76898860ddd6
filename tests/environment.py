"""The environment in which tests run: keys of their own. `tests/engines.py` chooses the database."""

import base64
import os

KEY_NAMES = (
    "HOUVAST_SECRET_KEY",
    "HOUVAST_AUDIT_KEY",
    "HOUVAST_VAULT_KEY",
    "HOUVAST_BSN_KEY",
    "HOUVAST_SIGNING_KEY",
)

os.environ["HOUVAST_PRACTICE"] = "1"
for number, name in enumerate(KEY_NAMES):
    os.environ[name] = base64.b64encode(bytes([number + 1]) * 32).decode()
