#!/bin/sh
# Chooses the versions of all Python packages anew and writes them, with their hashes,
# to requirements/. The files name no registry, so that they serve behind any mirror.
set -eu

cd "$(dirname "$0")/.."

if command -v uv >/dev/null; then
    uv=uv
else
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    python3 -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check uv
    uv=$folder/bin/uv
fi

compile() {
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
        "$@" pyproject.toml
}

compile --group build --output-file requirements/run.lock
compile --group build --group docs --output-file requirements/docs.lock
compile --group test --output-file requirements/test.lock
git diff --stat -- requirements
