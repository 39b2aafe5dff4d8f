#!/bin/sh
# Runs the tests in a clone whose data/ holds something else, as it does at an organizer's.
#
#   scripts/with_other_data.sh empty     nothing
#   scripts/with_other_data.sh begun     what `proposal init` writes
#   scripts/with_other_data.sh FOLDER    the data/ of another workshop's folder
#
# What follows goes to pytest: scripts/with_other_data.sh empty tests/model -x
# What is committed is tested. The clone has an environment of its own and is removed afterwards.
set -eu

kind=${1:?empty, begun, or the folder of a workshop}
shift
case $kind in
empty | begun) ;;
*) kind=$(cd "$kind/data/.." && pwd) ;;
esac
cd "$(dirname "$0")/.."
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet . "$clone/program"
cd "$clone/program"
make test-environment
scripts/environment.sh npm
rm -rf data
case $kind in
empty) mkdir data ;;
begun)
    .venv/bin/proposal init "$clone/begun" </dev/null
    mv "$clone/begun/data" data
    ;;
*) cp -R "$kind/data" data ;;
esac
[ $# -gt 0 ] || set -- -n auto --maxprocesses=2 --dist worksteal
.venv/bin/proposal doctor --install --tests
.venv/bin/python -m pytest "$@"
