"""The names of months in languages of Europe and of days of the week in some, as Unicode has them.

Their short forms are left out: `mar` is March, and Tuesday in two of the languages.
"""

from __future__ import annotations

from proposal.model.small_letters import small_letters

_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januar februar mars april mai juni juli august september oktober november desember",
    "januari februari mars april maj juni juli augusti september oktober november december",
    (
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta"
        " syyskuuta lokakuuta marraskuuta joulukuuta"
    ),
    (
        "stycznia lutego marca kwietnia maja czerwca lipca"
        " sierpnia września października listopada grudnia"
    ),
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    (
        "január február március április május június július"
        " augusztus szeptember október november december"
    ),
    (
        "ianuarie februarie martie aprilie mai iunie iulie"
        " august septembrie octombrie noiembrie decembrie"
    ),
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    (
        "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου"
        " Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου"
    ),
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
)

MONTHS_ELSEWHERE = {
    small_letters(name): number
    for names in _MONTHS
    for number, name in enumerate(names.split(), start=1)
} | {"jänner": 1, "maerz": 3, "fevrier": 2, "aout": 8, "decembre": 12, "setiembre": 9}
"""The number of a month by its name; no name is that of two months."""

WEEKDAYS_ELSEWHERE = {
    name: number for names in _WEEKDAYS for number, name in enumerate(names.split())
} | {"sonnabend": 5, "miercoles": 2, "sabado": 5}
"""The number of a day of the week by its name, from Monday as 0."""
