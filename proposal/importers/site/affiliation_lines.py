"""Takes what stands behind a person's name apart: the post, the institution, the place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from proposal.importers.draft import Record
from proposal.importers.site.name_likeness import is_institution, names_institution
from proposal.model.affiliated import split_outside
from proposal.model.countries import country_code, country_named
from proposal.reading.cities import cities_called
from proposal.reading.person_titles import is_degree
from proposal.reading.states import state_code

_POST = re.compile(
    r"(?:(?:an?|the|currently|senior|principal|lead|chief|head|assistant|assoc\.?|asst\.?"
    r"|associate|full|research|staff"
    r"|visiting|adjunct|distinguished|applied|postdoctoral|post-?doc(?:toral)?|doctoral|junior"
    r"|tenured|tenure-track"
    r"|vice|managing|executive|deputy|global|technical|machine|learning|ai|ml|nlp|data"
    r"|software|research|project|group|team"
    r"|final-year|ph\.?\s?d\.?|emeritus|university|endowed|chair|w[123]|honorary|industrial"
    r"|founding|area|product|program(?:me)?"
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
_AT = re.compile(r"\s+(?:at|@|from|with)\s+(?:the\s+)?|@\s*", re.IGNORECASE)
_LONGEST = 160
_NOTE = re.compile(r"\s*\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class WrittenPost:
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
    line = _NOTE.sub("", " ".join(text.split())).strip(" ,;:.–—-|•()")
    if not line or len(line) > _LONGEST or re.search(r"@\w|https?://|www\.", line):
        return None
    if (outer := re.fullmatch(r"\(([^()]*)\)", line)) is not None:
        line = outer[1]
    parts = [
        part.strip()
        for part in split_outside(line, re.compile(r",|;|\s[|•·]\s|\s[–—-]\s(?=[A-Z])"))
        if part.strip()
    ]
    if not _is_dashed_name(line, parts):
        parts = [part for part in parts if part]
    count = len(parts)
    parts = _without_posts(parts)
    if not parts:
        return None
    rest, place = _without_place(parts)
    if not rest:
        if len(parts) == 1 or (
            country_code(parts[0]) is None and len(parts) == 2 and is_institution(parts[0])
        ):
            return WrittenPost(parts[0], written=", ".join(parts))
        return None
    institution, department = _main_of(rest)
    written = line if len(parts) == count else ", ".join(parts)
    return WrittenPost(institution, department, *place, written=written)


def _is_dashed_name(line: str, parts: list[str]) -> bool:
    """Whether a dash stands in an institution's own name: "TIB – Information Centre"."""
    return " – " in line and len(parts) > 1


def _without_posts(parts: list[str]) -> list[str]:
    """The parts of an affiliation without posts and degrees in front of the institution."""
    kept: list[str] = []
    for part in parts:
        bare = re.sub(r"^(?:and|&)\s+", "", part)
        if is_degree(bare) or bare.casefold().strip(".") in {"ph.d", "phd", "msc", "md"}:
            continue
        match = _POST.match(bare)
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


def _without_place(parts: list[str]) -> tuple[list[str], tuple[str, str, str]]:
    """The parts before the place at the end, and city, state and country."""
    rest, country, state, city = list(parts), "", "", ""
    if len(rest) > 1 and re.fullmatch(r"[A-Z]{2}", rest[-1]) and country_code(rest[-1]) is None:
        letters = rest.pop()
        if state_code("US", letters) and len(rest) == 1:
            return rest, ("", "", "")  # DE: Germany or Delaware
        country = "" if state_code("US", letters) else country_named(letters) or ""
        if not country:
            rest.append(letters)
    if (
        len(rest) > 1
        and country_code(rest[-1].strip(" .")) is not None
        and not names_institution(rest[-1])
    ):
        country = rest.pop()
    code = country_code(country) if country else None
    if len(rest) > 1 and (found := _state_of(rest[-1], code)):
        state = rest.pop() if found else ""
    if (
        len(rest) > 1 and code and not is_institution(rest[-1]) and cities_called(code, rest[-1])
    ) or (len(rest) > 1 and country and _is_city(rest[-1]) and is_institution(rest[-2])):
        city = rest.pop()
    if state and not country:
        if len(rest) == len(parts) - 1 and not city and not re.fullmatch(r"[A-Z]{2}", state):
            return parts, ("", "", "")
        country = "USA" if state_code("US", state) else ""
    return rest, (city, state, country)


def _is_city(text: str) -> bool:
    """Whether a part in front of a country may be a city: a name that is no institution's."""
    return (
        not is_institution(text)
        and re.fullmatch(r"[^\W\d_A-Z]?[^\W\d_][^\W\d_A-Z][\w .'’-]*", text) is not None
    )


def _state_of(text: str, code: str | None) -> bool:
    return bool(state_code(code or "US", text)) if code in {None, "US", "CA", "AU"} else False


def _main_of(parts: list[str]) -> tuple[str, str]:
    """The institution among the parts, and the department."""
    strong = [index for index, part in enumerate(parts) if names_institution(part)]
    if len(parts) == 1:
        return parts[0], ""
    if len(strong) == 1:
        main = strong[0]
        tail = parts[main + 1 :]
        if tail and not any(is_institution(part) for part in tail):
            return ", ".join(parts[main:]), ", ".join(parts[:main])
        others = [part for index, part in enumerate(parts) if index != main]
        return parts[main], ", ".join(others)
    return ", ".join(parts), ""
