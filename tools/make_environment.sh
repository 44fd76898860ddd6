#!/bin/sh
# Makes a virtual environment: make_environment.sh PYTHON FOLDER. PYTHON may be empty: then we look for one.
set -eu

wanted=$1
folder=$2

usable() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

python=
for candidate in ${wanted:+"$wanted"} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if usable "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "Houvast needs Python 3.11 or newer. Install it (Debian: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.11 setup" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    echo "This Python cannot make virtual environments. Install that part (Debian: apt install python3-venv) and try again." >&2
    exit 1
fi
echo "Making a virtual environment in $folder with $("$python" --version)"
"$python" -m venv --clear "$folder"
