#!/bin/sh
# Makes or mends .venv, the Python environment that everything else runs in.
#
#   scripts/environment.sh run     what the program needs
#   scripts/environment.sh docs    that, and what builds the documents as a website
#   scripts/environment.sh test    that, and what the test suite needs
#   scripts/environment.sh npm     what the website's tests need of npm, if that is here
#
# A second run finds a stamp of what it would install and ends at once. The stamp
# names the folder too, because an environment does not survive being moved or copied.
# Exits 3 when the machine lacks something that a person has to bring.
set -eu

kind=${1:-run}
cd "$(dirname "$0")/.."
lock=requirements/$kind.lock
stamp=.venv/installed-$kind

# These would lead pip or Python astray from the environment being made.
unset PYTHONHOME PYTHONPATH
export PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf '%s\n' "$*"; }

stop() {
    for line in "$@"; do say "$line"; done
    exit 3
}

# Runs a command whose words matter only if it fails.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    say "This failed: $*"
    say "The end of what it said:"
    tail -n 15 "$log" | sed 's/^/    /'
    rm -f "$log"
    return 1
}

contents() {
    pwd
    cksum "requirements/$1.lock" pyproject.toml proposal/__init__.py scripts/environment.sh
}

is_ready() {
    [ -f ".venv/installed-$1" ] && contents "$1" | cmp -s - ".venv/installed-$1" &&
        [ -x .venv/bin/proposal ] && .venv/bin/python -c '' 2>/dev/null
}

can_be_mended() {
    for made in .venv/installed-*; do
        [ ! -f "$made" ] || [ "$(head -n 1 "$made")" = "$(pwd)" ] || return 1
    done
    .venv/bin/python -m pip --version >/dev/null 2>&1
}

case $(uname -s) in
MINGW* | MSYS* | CYGWIN*) stop \
    "Windows itself cannot run this program, but Linux on Windows (WSL) can. To get it, open" \
    "PowerShell as administrator and type \`wsl --install -d Ubuntu\`; docs/guide/recipes.md goes on there." ;;
esac

# The Pythons on PATH that are recent enough, the newest first.
pythons() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            say "$name"
        fi
    done
}

# The program behind the first Python that can make environments: the one that made the
# present environment rather than its own, which may be on PATH and is about to go.
first_with_venv() {
    for name in "$@"; do
        "$name" -c 'import ensurepip, sys, venv; print(sys._base_executable)' 2>/dev/null &&
            return 0
    done
    return 1
}

# Debian and Ubuntu keep a part of Python's venv in a package of its own.
install_venv_module() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    command -v apt-get >/dev/null || stop \
        "$1 cannot make an environment: its modules venv and ensurepip are missing." \
        "Install them with your system's packages, then run make again."
    if [ "$(id -u)" = 0 ]; then
        allowed=env
    elif sudo -n true 2>/dev/null; then
        allowed='sudo -n env'
    elif command -v sudo >/dev/null; then
        stop "Python lacks the package $package, and this account may not install it. Type:" \
            "    sudo apt-get update && sudo apt-get install $package" "then run make again."
    else
        stop "Python lacks the package $package, and this account may not install it. Type:" \
            "    su -c 'apt-get update && apt-get install $package'" "then run make again."
    fi
    say "Installing $package, without which Python cannot make an environment."
    quietly $allowed apt-get update || say "Going on with the lists of packages that are here."
    quietly $allowed DEBIAN_FRONTEND=noninteractive apt-get install --yes \
        --no-install-recommends --option=DPkg::Lock::Timeout=600 "$package" || stop \
        "Type: apt-get install $package" "then run make again."
}

make_environment() {
    found=$(pythons)
    [ -n "$found" ] || stop \
        "This needs Python 3.11 or later. On PATH is $(python3 --version 2>&1 || say 'no Python')." \
        "Install a newer one with your system's packages or from https://www.python.org/downloads," \
        "then run make again."
    # Split on purpose: each word is the name of a Python.
    # shellcheck disable=SC2086
    set -- $found
    python=$(first_with_venv "$@") || {
        install_venv_module "$1"
        python=$1
    }
    rm -rf .venv
    quietly "$python" -m venv .venv || {
        rm -rf .venv
        stop "Python could not make the environment .venv."
    }
}

install_packages() {
    quietly .venv/bin/python -m pip install --require-hashes -r "$lock" &&
        quietly .venv/bin/python -m pip install --no-build-isolation --no-deps -e .
}

# Without npm, or where it fails, the tests that need its packages are skipped, and say so; in
# CI a failure is one.
install_npm_packages() {
    folder=tests/site
    stamp=$folder/node_modules/installed
    command -v npm >/dev/null || return 0
    wanted=$(cat "$folder/package.json" "$folder/package-lock.json" | cksum)
    [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ] || return 0
    say "Setting up what the website is judged by; this takes half a minute."
    log=$(mktemp)
    if (cd "$folder" && npm ci) >"$log" 2>&1; then
        rm -f "$log"
        say "$wanted" >"$stamp"
        return 0
    fi
    # As in "npm ERR! code ENOTFOUND" (npm 9) or "npm error code ENOTFOUND"; its usage comes last.
    reason=$(grep -E '^npm (ERR!|error) ' "$log" | sed -E 's/^npm (ERR!|error) +//' | head -n 6)
    [ -n "$reason" ] || reason=$(tail -n 6 "$log")
    rm -f "$log"
    say "npm $(npm --version) could not install the packages of $folder:"
    say "$reason" | sed 's/^/    /'
    mkdir -p "$folder/node_modules"
    rm -f "$stamp"
    say "$reason" >"$folder/node_modules/failed"
    [ -z "${CI:-}" ] || return 1
    say "The tests that need them are skipped."
}

if [ "$kind" = npm ]; then
    install_npm_packages
    exit
fi

# What the tests need holds all that the program needs.
if is_ready "$kind" || is_ready test; then exit 0; fi
[ -f "$lock" ] || stop "There is no $lock; say run, docs, test or npm."
can_be_mended || make_environment
say "Setting up Python's packages in .venv; this takes about a minute."
rm -f "$stamp"
install_packages || {
    say "Python's packages could not be installed. Is the network there?"
    say "If it is, remove the folder .venv and run make again."
    exit 1
}
contents "$kind" >"$stamp.new"
mv "$stamp.new" "$stamp"
say "They are set up: $(.venv/bin/python --version), $(grep -c '==' "$lock") packages."
