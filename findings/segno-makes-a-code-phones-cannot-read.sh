#!/bin/sh
# segno 1.6.6 (PyPI), Python 3.11.
#
# Expected: segno.make() of an address gives a QR code, as qrcode and every other generator do.
# Seen: for an address of up to 15 characters it gives a Micro QR code (M4), which the cameras of
# phones do not read; one character more, and it is an ordinary one (version 1). A sign at a door
# with a short address works on the screen of the one who made it, and for no visitor. make_qr()
# is what one means.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check segno==1.6.6
cat >try.py <<'END'
import segno
for address in ("https://e.org/1", "https://e.org/12"):
    print(len(address), segno.make(address).version, segno.make_qr(address).version)
END
cat >wanted <<'END'
15 M4 1
16 1 1
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
