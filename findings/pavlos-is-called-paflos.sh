#!/bin/sh
# greek-utils 1.3.0 (npm), Node.js 20.
#
# Expected: toPhoneticLatin() writes Greek as it sounds ("sound mapping"). The υ of αυ and ευ is a v before a vowel
# and before a voiced sound, and an f before the others (Παύλος is Pavlos, Ευστάθιος is Efstathios), and γγ is ng:
# Άγγελος is Angelos. Passports have the same (ELOT 743).
# Seen: the v is there before vowels only, and γγ before ε and ι is taken for two letters of which the first one
# stays and the second one is a y. Common names come out as no Greek says them:
#   Παύλος Páflos    Ευγενία Efyenía    Άγγελος Ágyelos    Ευαγγελία Evagyelía
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund greek-utils@1.3.0 >/dev/null
cat >try.cjs <<'END'
const { toPhoneticLatin } = require("greek-utils");
for (const name of ["Ευστάθιος", "Εύα", "Παύλος", "Ευγενία", "Άγγελος", "Ευαγγελία", "Αγγελική"]) {
  console.log(name, toPhoneticLatin(name));
}
END
cat >wanted <<'END'
Ευστάθιος Efstáthios
Εύα Éva
Παύλος Páflos
Ευγενία Efyenía
Άγγελος Ágyelos
Ευαγγελία Evagyelía
Αγγελική Agyelikí
END
node try.cjs >seen
cmp -s seen wanted || { echo "now: $(cat seen)"; exit 1; }
echo "as described"
