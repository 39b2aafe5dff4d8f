"""The conferences that short names such as "WSDM 2026" mean."""

from __future__ import annotations

import re

from msgspec import Struct
from num2words import num2words

BESIDE = re.compile(
    r"(?:(?:held\s+)?in\s+(?:conjunction|cooperation|association)\s+with"
    r"|co-?located\s+(?:with|at)|held\s+(?:at|with)|workshop\s+(?:at|@))\s*",
    re.IGNORECASE,
)
"""How pages say that a workshop takes place beside a conference, whose name follows. Example:
`in conjunction with `."""


class ConferenceSeries(Struct, frozen=True):
    """A series of conferences beside which ACM's workshops take place."""

    name: str
    """The name of one year, with a place for its `{ordinal}` or its `{year}`."""
    before_first: int = 0
    """The year before the first conference, from which ordinals count."""
    in_words: bool = False
    """Whether its ordinals are written in words."""

    def name_in(self, year: int) -> str:
        """The full name of the conference of a year."""
        number = year - self.before_first
        kind = "ordinal" if self.in_words else "ordinal_num"
        ordinal = str(num2words(number, to=kind)) if self.before_first and number > 0 else ""
        name = self.name.format(ordinal=ordinal, year=year).strip()
        return name[:1].upper() + name[1:]


KNOWN = {
    "KDD": ConferenceSeries(
        "{ordinal} ACM SIGKDD Conference on Knowledge Discovery and Data Mining", 1994
    ),
    "WSDM": ConferenceSeries(
        "{ordinal} ACM International Conference on Web Search and Data Mining", 2007, in_words=True
    ),
    "SIGIR": ConferenceSeries(
        "{ordinal} International ACM SIGIR Conference on Research and Development in "
        "Information Retrieval",
        1977,
    ),
    "WWW": ConferenceSeries("ACM Web Conference {year}"),
    "RecSys": ConferenceSeries("{ordinal} ACM Conference on Recommender Systems", 2006),
    "CIKM": ConferenceSeries(
        "{ordinal} ACM International Conference on Information and Knowledge Management", 1991
    ),
}
"""The usual venues of the field by their acronyms; names and counts as in ACM's library."""

_OTHERS = {
    *("aaai", "aamas", "acl", "aistats", "ase", "asplos", "cav", "ccs", "chi", "coling"),
    *("colt", "corl", "cscw", "cvpr", "eacl", "ecai", "eccv", "ecir", "edbt", "emnlp"),
    *("eswc", "facct", "fse", "gecco", "hpdc", "icaps", "icassp", "iccv", "icde", "iclr"),
    *("icml", "icra", "icse", "ijcai", "interspeech", "ipdps", "iros", "isca", "ismir", "iswc"),
    *("iui", "jcdl", "kr", "lrec", "micro", "miccai", "midl", "naacl", "ndss", "neurips"),
    *("nsdi", "osdi", "pldi", "popl", "ppopp", "rss", "sc", "sigmod", "sosp", "uai"),
    *("uist", "vis", "vldb"),
}
"""More conferences, of which no workshop has the acronym either."""

_OTHER_NAMES = {
    "acm web conference": "WWW",
    "the acm web conference": "WWW",
    "the web conference": "WWW",
    "the webconf": "WWW",
    "thewebconf": "WWW",
    "web conference": "WWW",
    "sigkdd": "KDD",
}
_YEAR = re.compile(r"[\s@-]*(?:['’](\d\d)|\b['’]?((?:19|20|21)\d\d))\b")
"""What stands behind a conference's name: ` '26`, ` 2026`."""


class HostConference(Struct, frozen=True):
    """A host conference as a short name tells of it."""

    series: str
    year: int | None
    full_name: str | None
    """The full name, if the series is known."""

    @property
    def acronym(self) -> str:
        """The short name with its year, as ACM's conference line has it: WSDM '26."""
        return f"{self.series} '{self.year % 100:02}" if self.year else self.series


def read_host(text: str, year: int | None = None) -> HostConference:
    """Understand "WSDM 2026", "ACM RecSys '24" or "The Web Conference 2025 (WWW)".

    Args:
        text: the short name.
        year: the year to assume where the text has none.
    """
    line = " ".join(text.split())
    if match := _YEAR.search(line):
        year = int(match[2]) if match[2] else 2000 + int(match[1])
        line = f"{line[: match.start()]} {line[match.end() :]}"
    named = re.sub(r"\s*\([^()]*\)", "", line).strip(" ,.;:")
    series = known_series(named) or named
    known = KNOWN.get(series)
    return HostConference(series, year, known.name_in(year) if known and year else None)


def known_series(name: str) -> str | None:
    """The acronym of a known series, however it is written."""
    plain = re.sub(r"^(acm|the acm)\s+", "", name.casefold().strip())
    by_name = {name.casefold(): name for name in KNOWN} | _OTHER_NAMES
    return by_name.get(plain) or by_name.get(name.casefold().strip())


def is_known_conference(acronym: str) -> bool:
    """Whether letters are the acronym of a well-known conference, and so of no workshop."""
    return acronym.casefold() in _OTHERS or known_series(acronym) is not None


def is_misspelt(word: str, series: str) -> bool:
    """Whether a word is a series' acronym with letters in another order: WDSM for WSDM."""
    one, other = word.casefold(), series.casefold()
    return one != other and sorted(one) == sorted(other) and len(other) > 2


_KIND = r"(?:companion|adjunct|supplementary|supplemental|extended abstracts?)"
_BEFORE_HOST = re.compile(
    rf"^(?:in\s+)?(?:(?:conference\s+)?{_KIND}\s+(?:(?:proceedings|publication|volume)\s+)?(?:of|to|from)"
    rf"(?:\s+the\s+proceedings\s+of)?|(?P<main>proceedings\s+of))\s+(?:the\s+)?|^the\s+",
    re.IGNORECASE,
)
"""What stands before the host's name in the title of its proceedings, or of others beside them:
"Proceedings of the", "Companion Proceedings of the", "Extended Abstracts of the"."""

_BEHIND_HOST = re.compile(rf"[\s,:–-]+{_KIND}(?:\s+(?:proceedings|publication))?$", re.IGNORECASE)
"""The same behind the name: "CHI Conference on Human Factors … Extended Abstracts"."""

_IN_ACRONYM = re.compile(r"\s*\b(?:companion|comp|adjunct|ea|extended abstracts)\b", re.IGNORECASE)
"""How a short name tells proceedings that are not the main ones: WWW Companion '26."""


class Proceedings(Struct, frozen=True):
    """What the title and short name of some proceedings tell of the host conference."""

    host: str
    """The conference's full name."""
    acronym: str
    """The conference's short name, with its year."""
    is_companion: bool
    """Whether they are others than the main ones, so that title and short name are their own."""


def read_proceedings(title: str, acronym: str) -> Proceedings:
    """Tell the host conference from the proceedings in which a workshop's papers appear.

    Args:
        title: "Companion Proceedings of the ACM Web Conference 2026", or the conference's name.
        acronym: the short name beside it, "WWW Companion '26"; it may be empty.
    """
    before = _BEFORE_HOST.match(title)
    bare = title[before.end() :] if before else title
    host = _BEHIND_HOST.sub("", bare)
    is_beside = before is not None and before["main"] is None and before[0].casefold() != "the "
    is_companion = is_beside or host != bare
    short = " ".join(_IN_ACRONYM.sub("", acronym).split()) if is_companion else acronym
    return Proceedings(host, short or acronym, is_companion)
