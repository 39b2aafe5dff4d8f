#!/bin/sh
# Puts the command `proposal` where shells look for the commands of one user, as a link into .venv.
#
#   scripts/command.sh
#
# The link is made anew if the folder was moved. A program of another origin is left alone.
set -eu

cd "$(dirname "$0")/.."
folder=${XDG_BIN_HOME:-$HOME/.local/bin}
link=$folder/proposal

if [ -e "$link" ] || [ -L "$link" ]; then
    case $(readlink "$link" || :) in
    */.venv/bin/proposal) ;;
    *)
        echo "$link is another program, and stays. Here the command is $(pwd)/.venv/bin/proposal"
        exit 1
        ;;
    esac
fi
mkdir -p "$folder"
ln -sf "$(pwd)/.venv/bin/proposal" "$link"

case :$PATH: in
*":$folder:"*)
    echo "The command \`proposal\` is set up ($link)."
    exit
    ;;
esac
case ${SHELL:-} in
*/bash) settings=~/.bashrc ;;
*/zsh) settings=~/.zshrc ;;
*) settings=~/.profile ;;
esac
echo "The command \`proposal\` is set up in $folder, where your shell does not look yet. Type:"
echo "    echo 'export PATH=\"$folder:\$PATH\"' >> $settings && . $settings"
