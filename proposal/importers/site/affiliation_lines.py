"""Takes what stands behind a person's name apart: the post, the institution, the place."""

from __future__ import annotations

import re

from msgspec import Struct

from proposal.importers.draft import Record
from proposal.importers.site.name_likeness import is_institution, names_institution
from proposal.importers.written_affiliation import read_affiliation as written_post
from proposal.model.affiliated import is_balanced, split_outside
from proposal.model.countries import country_code, country_named
from proposal.reading.person_titles import is_degree
from proposal.reading.places import country_behind_city
from proposal.reading.states import state_code

_POST = re.compile(
    r"(?:(?:an?|the|currently|senior|principal|lead|chief|head|assistant|assoc\.?|asst\.?"
    r"|associate|full|research|staff"
    r"|visiting|adjunct|distinguished|applied|postdoctoral|post-?doc(?:toral)?|doctoral|junior"
    r"|tenured|tenure-track"
    r"|vice|managing|executive|deputy|global|technical|machine|learning|ai|ml|nlp|data"
    r"|software|research|project|group|team"
    r"|final-year|ph\.?\s?d\.?|emeritus|university|endowed|chair|w[123]|honorary|industrial"
    r"|founding|area|department|division|product|program(?:me)?"
    r"|independent|master'?s|graduate|undergraduate|clinical|teaching|co-?|senior/principal"
    r"|(?:first|second|third|fourth|fifth)-year)[\s-]+)*"
    r"(?:professor|prof\.?|lecturer|reader|researcher|scientist|engineer|director|manager"
    r"|president|founder|co-founder"
    r"|ceo|cto|cso|chair(?:man|woman|person)?|dean|fellow|student|candidate|postdoc"
    r"|postdoctoral|head|lead(?:er)?|architect|developer"
    r"|analyst|consultant|partner|officer|instructor|associate|assistant|investigator"
    r"|specialist|advisor|editor|member|vp|svp|evp|pi|faculty|doctorate|staff|ph\.?d\.?"
    r"|organi[sz]er)s?\b\.?",
    re.IGNORECASE,
)
"""A post at its beginning: `Assistant Professor`, `Senior Research Scientist`."""
_WHOLE_POST = re.compile(
    rf"{_POST.pattern}(?:\s+(?:of|in|for|emeritus)\s+(?P<field>[^,]*))?", re.IGNORECASE
)
"""`Professor of Computer Science`"""
_NAMED_CHAIR = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){2,6}(?:(?:Assistant|Associate|Full|Distinguished|Endowed)\s+)?"
    r"(?:Professor|Chair|Fellow)"
)
"""A post that is called after somebody: `A. Sample Donor Assistant Professor`."""
_AT = re.compile(r"\s+(?:at|@|from|with)\s+(?:the\s+)?|@\s*", re.IGNORECASE)
"""`Professor at the University`, `engineer @ Example Corp`"""
_POST_ELSEWHERE = re.compile(
    r"(?P<post>.*\b(?:professor|lecturer|reader|researcher|scientist|engineer|director|manager"
    r"|head|lead|fellow|student|candidate|officer|analyst|consultant|architect)\b[^,]*?)"
    r"\s+at\s+(?:the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
"""A post with words before it that none begins with: `HPC Researcher and Head of … at …`."""
_LINK_WORDS = re.compile(
    r"(?:(?:view|see|watch|download|read|get|open|full|the|more|link|to)\s+)*(?:slides?|video"
    r"|recording|paper|abstract|pdf|bio(?:graphy)?|details|profile|website|personal\s+(?:website"
    r"|page)|talk)(?:\s+(?:here|link|pdf))?",
    re.IGNORECASE,
)
"""What a link beside a name says: `View Slides`."""
_WIDE_BRACKETS = re.compile(r"（(?P<place>[^（）]+)）")
"""`（見本大学）`"""
_LONGEST = 160
_NOTE = re.compile(r"\s*\[[^\[\]]*\]")
"""`University of Somewhere [on leave]`"""


class WrittenPost(Struct, frozen=True):
    """Where somebody works."""

    institution: str
    department: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    written: str = ""
    """The affiliation as the page has it, without posts."""

    @property
    def record(self) -> Record:
        """The affiliation as a person's file has it."""
        record: Record = {
            "institution": self.institution,
            "department": self.department,
            "city": self.city,
            "state": self.state,
            "country": self.country,
        }
        return {key: value for key, value in record.items() if value}

    @property
    def line(self) -> str:
        """The affiliation in one line, as lists name it."""
        return self.written or self.institution


def read_affiliation(text: str) -> WrittenPost | None:
    """Understand "Assistant Professor, University of Testing, Lyon, France".

    Returns:
        The affiliation; nothing if the text names no institution.
    """
    line = _NOTE.sub("", " ".join(text.split())).strip(" ,;:.–—-|•")
    line = line if is_balanced(line) else line.strip("() ")
    if wide := _WIDE_BRACKETS.fullmatch(line):
        line = wide["place"].strip()
    if not re.search(r"[^\W\d_]{2}", line) or "{{" in line or "}}" in line:
        return None
    if _LINK_WORDS.fullmatch(line) or country_code(line) is not None:
        return None
    if len(line) > _LONGEST or re.search(r"@\w|https?://|www\.", line):
        return None
    outer = re.fullmatch(r"(?P<degrees>[^()]*)\((?P<place>[^()]*)\)", line)
    if outer and (not outer["degrees"].strip() or is_degree(outer["degrees"].replace(",", " "))):
        line = outer["place"]  # PhD (University of Testing)
    line = re.sub(
        r"^(?:(?:at|of|from|with)\s+)?the\s+(?=[A-Z])|^(?:at|from|with)\s+(?=[A-Z])", "", line
    )
    parts = [
        part.strip()
        for part in split_outside(line, re.compile(r",|;|\s[|•·]\s|\s[–—-]\s(?=[A-Z])"))
        if part.strip()
    ]
    count = len(parts)
    parts = without_posts(parts)
    if not parts:
        return None
    record = written_post([", ".join(_with_named_country(parts))])
    if not record:
        return None
    written = line if len(parts) == count else ", ".join(parts)
    return WrittenPost(**{key: str(value) for key, value in record.items()}, written=written)


def _with_named_country(parts: list[str]) -> list[str]:
    """The parts with a country's name for its code; a code that is also a state's is left out.

    `DE` may be Germany or Delaware where no city shows it, and `NL` can only be the Netherlands.
    """
    *rest, last = parts
    if rest and country_code(last) is None and (behind := country_behind_city(last, rest[-1])):
        return [*rest, behind]
    if not rest or not re.fullmatch(r"[A-Z]{2}", last) or country_code(last) is not None:
        return parts
    named = country_named(last)
    if named is None:
        return parts
    return rest if state_code("US", last) else [*rest, named]


def without_posts(parts: list[str]) -> list[str]:
    """The parts of an affiliation without posts and degrees in front of the institution."""
    kept: list[str] = []
    for part in parts:
        bare = re.sub(r"^(?:and|&)\s+", "", part)
        if bare == "BSC" and len(parts) > 1:
            kept.append(bare)  # a centre in Barcelona, while BSc is a degree
            continue
        if is_degree(bare) or bare.casefold().strip(".") in {"ph.d", "phd", "msc", "md"}:
            continue
        if len(parts) > 1 and _NAMED_CHAIR.fullmatch(bare):
            continue
        match = _POST.match(bare)
        if match is None and (elsewhere := _POST_ELSEWHERE.match(bare)):
            kept.append(bare[elsewhere.end() :].strip())
            continue
        if match is None or (names_institution(bare) and not _AT.search(bare) and match.end() < 6):
            kept.append(bare)
            continue
        at = _AT.search(bare, match.end())
        if at is not None:
            kept.append(bare[at.end() :].strip())
        elif _WHOLE_POST.fullmatch(bare):
            continue
        else:
            rest = bare[match.end() :].strip(" ,:–—-/&")
            rest = (
                re.sub(r"^(?:of|in|for|and)\s+.*", "", rest)
                if not names_institution(rest)
                else rest
            )
            if rest and is_institution(rest) and not re.match(r"(?:and|/)\b", rest):
                kept.append(re.sub(r"^(?:of|in|for|the)\s+", "", rest))
    return [part for part in kept if part]


def is_post(text: str) -> bool:
    """Whether a line says what somebody does somewhere: `Head of the Unit for Samples, TU Wien`."""
    match = _POST.match(text)
    behind = text[match.end() :] if match is not None else ""
    return match is not None and (
        not behind or re.match(r"\s*,|\s+(?:of|at|for|in)\b|\s*@", behind) is not None
    )


_WORKS_AT = re.compile(
    r"^[^.]{3,60}?\bis\s+(?:currently\s+)?(?:an?|the)\s+[^.;]{3,120}?"
    r"\s(?:at|with)\s+(?:the\s+)?(?P<where>[A-Z][^.;,()]{2,80}?)"
    r"(?=\.|,|;|\s\(|\s(?:and\s+(?![A-Z])|where\b|working\b|in\s+the\b|who\b|with\b|advised\b"
    r"|on\b|studying\b)|$)"
)
"""An example: `Ann Author is an Assistant Professor of Samples at the University of Testing.`"""
_TWO_PARTS = re.compile(r"\sand\s+[A-Z]")
"""`University of Testing and Sample Labs` may be two institutions, and `Tests and Samples` one."""


def affiliation_in_sentence(text: str) -> WrittenPost | None:
    """The institution at which the first sentence of a biography says that somebody works."""
    match = _WORKS_AT.match(text)
    if match is None or not is_institution(match["where"]) or _TWO_PARTS.search(match["where"]):
        return None
    return read_affiliation(match["where"])
