#!/bin/sh
# wifi-qrcode-generator 1.0.1, beside it segno 1.6.6 (PyPI), Python 3.11.
#
# Expected: the code at the door, by which phones join the guests' network, holds its name and password. The
# form of such codes (WIFI:S:...;P:...;;) ends each value at a semicolon, and has a backslash before one, and
# before a comma, a colon, a quote or a backslash, that belongs to the value.
# Seen: both are put into the code as they are. A phone reads the password up to the first semicolon, says
# that it is wrong, and whoever typed it in looks for the mistake at the network:
#   password a;b\c     P:a;b\c;        segno   P:a\;b\\c;
# What follows the semicolon may be a field of its own ("H:true", a hidden network). segno has the
# backslashes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -qq --disable-pip-version-check wifi-qrcode-generator==1.0.1 segno==1.6.6
cat >try.py <<'END'
from segno.helpers import make_wifi_data
from wifi_qrcode_generator.generator import wifi_code

for name, password in (("Room 1; second floor", r"a;b\c"), ("Workshop", "samples;H:true")):
    print(wifi_code(name, hidden=False, authentication_type="WPA", password=password))
    print(make_wifi_data(ssid=name, password=password, security="WPA"))
END
cat >wanted <<'END'
WIFI:T:WPA;S:Room 1; second floor;P:a;b\c;H:false;;
WIFI:T:WPA;S:Room 1\; second floor;P:a\;b\\c;;
WIFI:T:WPA;S:Workshop;P:samples;H:true;H:false;;
WIFI:T:WPA;S:Workshop;P:samples\;H\:true;;
END
venv/bin/python try.py >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
