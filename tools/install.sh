#!/bin/sh
# Installs a lock file and then Houvast itself: install.sh FOLDER LOCKFILE. What differs from its hash is refused.
set -eu

python=$1/bin/python
lock=$2

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
echo "Installing $(grep -c '==' "$lock") packages from $lock (this takes a minute the first time)"
"$python" -m pip install --quiet --require-hashes --requirement "$lock"
echo "Installing Houvast itself"
"$python" -m pip install --quiet --no-build-isolation --no-deps --editable .
