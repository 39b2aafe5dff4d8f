"""Which words around a name are no part of it: titles before it, degrees behind it.

The lists are short on purpose: a word that is also a given or a family name somewhere (Dean, King,
Baron, Md., Ma) is a title only where the words beside it leave no doubt.
"""

from __future__ import annotations

import re

from proposal.model.family_names import SUFFIX, is_family_first, is_vietnamese

_TITLES = {
    *("prof", "professor", "professorin", "professeur", "professeure", "profesor", "profesora"),
    *("dr", "dra", "drs", "doctor", "docteur", "doktor", "mr", "mrs", "ms", "mx", "mme", "mlle"),
    *("herr", "frau", "sir", "dame", "privatdozent", "privatdozentin", "juniorprofessor"),
    *("juniorprofessorin", "dottssa", "dottoressa", "profssa", "rndr", "mudr", "judr", "phdr"),
    *("paeddr", "mvdr", "thdr", "pharmdr", "mddr", "mga", "mgr", "docent", "docens", "adjunktus"),
    *("profa", "profª", "drª", "chiarmo", "chiarma", "chmo", "chma", "üyesi", "pgs", "pgsts"),
    *("ths", "gsts", "gstskh", "tskh", "проф", "доц", "преп", "καθ"),
    *("профессор", "професор", "доцент", "академик", "доктор", "др", "δρ", "καθηγητής"),
    *("καθηγήτρια",),
}
"""Words that stand for a title wherever a name begins with them."""
_WITH_FULL_STOP = {
    *("ing", "mag", "sr", "sra", "ir", "rev", "hon", "dott", "lic", "doc", "bc", "inż"),
    *("avv", "arch", "eng", "engr", "mtro", "mtra", "pr", "doç", "yrd", "arş", "öğr", "gör", "lek"),
    *("акад", "канд"),
}
"""Words that stand for a title if a full stop follows."""
_QUALIFIERS = {
    *("univ", "uni", "em", "emer", "emeritus", "emerita", "apl", "ao", "o", "jun", "junior", "pd"),
    *("priv", "doz", "assoc", "associate", "assist", "asst", "assistant", "adj", "adjunct"),
    *("visiting", "distinguished", "full", "honorary", "hon", "habil", "mult", "hc", "eh", "h"),
    *("c", "e", "dipl", "ing", "mag", "rer", "nat", "techn", "phil", "med", "jur", "pol", "oec"),
    *("theol", "sc", "agr", "vet", "math", "hab", "inż", "inz", "fh"),
    *("dent", "ass", "zw", "nadzw", "ndzw", "ks", "egyetemi", "tanár", "ª", "izv", "red"),
    *("conf", "lect", "asist", "lucr", "ст", "гл", "ас", "αναπλ", "επικ"),
}
"""Words that belong to a title beside them: em. Prof., Dr. rer. nat., prof. nadzw., conf. univ."""
_OF_VIETNAM = {"gs", "ts"}
"""Titles with a full stop that are initials but before a name of Vietnam."""
_RUSSIAN_DEGREE = re.compile(r"[дк]\.(?:[а-яії]{1,5}\.?-?){1,3}\.н\.?,?", re.IGNORECASE)
"""`д.т.н.`, `к.ф.-м.н.,`"""
_COMPOUND = re.compile(
    r"^(?:(?:univ|uni|jun|junior|priv|dipl|dr|prof|assoc|asst)\.?-)+[^\W\d_]+\.?$", re.IGNORECASE
)
"""Words that a hyphen makes one title: Dr.-Ing., Univ.-Prof., Dipl.-Inform."""

_DEGREES = {
    *("phd", "msc", "bsc", "dphil", "mphil", "drphil", "mba", "meng", "beng", "mres", "msca"),
    *("dsc", "scd", "edd", "llm", "llb", "frcs", "frcp", "frs", "fieee", "facm", "facp", "facs"),
    *("mph", "mbbs", "mbchb", "dds", "dvm", "psyd", "pharmd", "engd", "mfa", "msw", "msn"),
    *("esq", "emeritus", "emerita", "rn", "mps", "mpa", "mpp", "cfa", "pmp", "csc", "drsc"),
}
"""Degrees and the like behind a name, as letters alone; none of them is a name."""
_DEGREES_OR_NAMES = {"md", "ma", "ba", "bs", "ms", "jd", "do", "ed", "dd"}
"""Degrees that are also initials, given names or family names: Md. Rahman, Yi Ma, Anh Do."""

_DEGREES_IN_FRONT = {"phd", "msc", "bsc", "dphil", "mphil", "mba", "meng", "beng", "dsc"}
"""Degrees that people also write before a whole name."""
_AUSTRIAN_ENGINEER = "DI"
"""Diplom-Ingenieur; in other letters, or before anything but a title, it is a name."""


def without_titles(text: str) -> tuple[str, list[str]]:
    """A name without the titles before it, and those titles in lower case."""
    words = _spaced(text).split()
    titles: list[str] = []
    while words and _is_title(words[0], words[1:], titles):
        titles.append(words.pop(0).casefold())
    return _without_title_behind(" ".join(words), titles), titles


_BEHIND = re.compile(
    r"(?P<name>\S{2,}?|\S+\s\S+?)\s*"
    r"(?P<title>(?:名誉|名譽|特任|客員|특임|석좌|명예)?(?:准|副|助|부|조)?(?:教授|교수님?)"
    r"|(?P<unsure>博士|박사님?|院士|先生|老师|老師|선생님|氏|様|님))"
)
"""What stands behind a name in Chinese, Japanese and Korean: `仮名 太郎 教授`, `仮名太郎先生`."""


_SHORTEST_WHOLE = 3
"""Signs of a whole name: of fewer, as in `山田博士`, what stands behind may be the given name."""


def _without_title_behind(name: str, titles: list[str]) -> str:
    """A name without the title behind it in a script in which titles stand there."""
    match = _BEHIND.fullmatch(name) if is_family_first(name) else None
    if match is None or (match["unsure"] and len(match["name"]) < _SHORTEST_WHOLE):
        return name
    titles.append(match["title"])
    return match["name"]


def _spaced(text: str) -> str:
    """A text in which titles stand apart: Prof.Dr.Ann becomes Prof. Dr. Ann."""
    joined = re.sub(r"^\s*Ph\.?\s+D\b\.?", "PhD", text)  # Ph. D.
    titles = r"\b(prof|dr|mrs|mr|ms|univ)\.(?!ssa\b|ª)(?=[^\W\d_])"
    return re.sub(titles, r"\1. ", joined, flags=re.IGNORECASE)


def _is_title(word: str, following: list[str], titles: list[str]) -> bool:
    bare = _letters(word)
    if bare in _TITLES or _COMPOUND.match(word) or _RUSSIAN_DEGREE.fullmatch(word):
        return True
    if bare in _OF_VIETNAM and word.endswith("."):
        return "pgs" in map(_letters, titles) or is_vietnamese(" ".join(following))
    if _is_university(word) and "prof" in map(_letters, titles) and _opens_title(following):
        return True
    if bare in _DEGREES_IN_FRONT and len(following) > 1:
        return True
    if word == _AUSTRIAN_ENGINEER and following:
        return following[0] == "(FH)" or _opens_title(following)
    if bare in _WITH_FULL_STOP and word.endswith(".") and following:
        return True
    parts = [part for part in re.split(r"[.()/-]+", word.casefold().strip(",")) if part]
    if not parts or not all(part in _QUALIFIERS or part in _TITLES for part in parts):
        return False
    if any(part in _TITLES for part in parts):  # o.Univ.-Prof.
        return True
    if titles:  # Dr. rer. nat., Prof. em.; but in Dr. H Author and Prof. Ed Author it is a name
        return word.endswith((".", ")")) and (len(bare) > 1 or _opens_title(following))
    return _opens_title(following)


def _is_university(word: str) -> bool:
    """Whether a word may be the letters of a university between Polish titles: prof. PW dr hab."""
    return word.isalpha() and word.isupper() and 1 < len(word) <= _LONGEST_UNIVERSITY


_LONGEST_UNIVERSITY = 6
"""Letters of a university behind a title, as in `prof. PW`."""


def _opens_title(following: list[str]) -> bool:
    """Whether a title stands among the next words, behind qualifiers only."""
    for word in following:
        bare = _letters(word)
        if bare in _TITLES or _COMPOUND.match(word):
            return True
        if bare not in _QUALIFIERS:
            return False
    return False


_ABBREVIATION = re.compile(r"[^\W\d_]{4,}\.|[^\W\d_]{2,}\.[^\W\d_]+")
"""A long word with a full stop behind it or in it: `Univ.`, `Prof.Dr`."""


def may_be_title(word: str) -> bool:
    """Whether a word before a name looks like a title that is not known: Capt., Mag.a; not Yu."""
    return word.casefold() != "mohd." and _ABBREVIATION.fullmatch(word) is not None


def honorific_of(titles: list[str]) -> str | None:
    """What announces a talk, of a name's titles: `Prof.`, `Dr.` or nothing."""
    parts = [part for title in titles for part in re.split(r"[^\w]+", title)]
    if any(re.search("prof|проф|καθ|^gs|教授|교수", part) for part in parts):
        return "Prof."
    is_doctor = any(re.match("д-р", title) for title in titles)
    return (
        "Dr."
        if is_doctor
        or any(
            re.match(r"dr|do[cç]|dok|dott|док|др|δρ|[a-z]{2,4}dr$|博士|박사", part)
            for part in parts
        )
        else None
    )


def is_suffix(text: str) -> bool:
    """Whether a text is what tells a son from his father: Jr., III."""
    return SUFFIX.fullmatch(text.strip()) is not None


def is_degree(text: str) -> bool:
    """Whether all of a text are degrees that no name looks like: PhD, M.Sc. DPhil."""
    words = _degree_words(text)
    is_position = _POSITION_BEHIND.fullmatch(text.strip()) is not None
    return is_position or (bool(words) and all(word in _DEGREES for word in words))


_POSITION_BEHIND = re.compile(r"prof\.?\s+(?:uczelni|(?:nad)?zw\.?)", re.IGNORECASE)
"""A Polish position behind a name: `dr hab. Ann Author, prof. uczelni`."""


_PROFESSOR_AT = re.compile(r"prof\.\s+[^\W\d_]{2,6}(?:-[^\W\d_]+)?", re.IGNORECASE)


def is_position_of(titles: list[str], text: str) -> bool:
    """Whether behind a Polish doctor's name stands where that is a professor: `prof. PW`."""
    at = _PROFESSOR_AT.fullmatch(text)
    return at is not None and at[0].split()[1].isupper() and "hab" in map(_letters, titles)


def may_be_degree(text: str) -> bool:
    """Whether a text is a degree, or a name that looks like one: MD, MA, Do."""
    words = _degree_words(text)
    return bool(words) and all(word in _DEGREES | _DEGREES_OR_NAMES for word in words)


def _degree_words(text: str) -> list[str]:
    joined = re.sub(r"\bph\.?\s+d\b", "phd", text, flags=re.IGNORECASE)
    return [word for part in joined.split() if (word := _letters(part))]


def _letters(word: str) -> str:
    return re.sub(r"[^\w]", "", word.casefold())
