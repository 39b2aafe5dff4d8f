"""The German, French and Spanish names of months and days of the week, as Unicode has them.

Their short forms are left out: `mar` is March, and Tuesday in two of the languages.
"""

from __future__ import annotations

_MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_WEEKDAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
)

MONTHS_ELSEWHERE = {
    name: number for names in _MONTHS for number, name in enumerate(names.split(), start=1)
} | {"jänner": 1, "maerz": 3, "fevrier": 2, "aout": 8, "decembre": 12, "setiembre": 9}
"""The number of a month by its name; no name is that of two months."""

WEEKDAYS_ELSEWHERE = {
    name: number for names in _WEEKDAYS for number, name in enumerate(names.split())
} | {"sonnabend": 5, "miercoles": 2, "sabado": 5}
"""The number of a day of the week by its name, from Monday as 0."""
