#!/bin/sh
# Makes sure that a Chromium is there for the browser tests, or stops: these tests are never skipped.
set -eu

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        echo "Browser: $(command -v "$name")"
        exit 0
    fi
done

# Debian calls it chromium. Ubuntu's package of that name only points at a snap, so the command must really be there.
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; then
        as_root="sudo -n"
    else
        as_root=no
    fi
    if [ "$as_root" != no ]; then
        echo "Installing Chromium with apt"
        if { $as_root apt-get update -qq && $as_root apt-get install -y -qq chromium; } >/dev/null 2>&1 \
            && command -v chromium >/dev/null 2>&1; then
            exit 0
        fi
    fi
fi

echo "Installing Playwright's own Chromium"
if .venv/bin/python -m playwright install chromium >/dev/null 2>&1; then
    exit 0
fi
echo "The browser tests need Chromium and it could not be installed. Install it (Debian: apt install chromium) and try again." >&2
exit 1
