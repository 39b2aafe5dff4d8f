r"""Reads the commands that ACM emails when the rights form of a paper is completed.

Today's message has `\setcopyright`, `\copyrightyear`, `\acmConference` and so on; until 2023 it
had a price, and until 2016 it wrote `\CopyrightYear`, `\conferenceinfo`, `\isbn` and `\doi`.
The authors' choice comes as a word: `acmlicensed` for the exclusive licence, `rightsretained`
for a mere permission to publish, `cc` for a licence of Creative Commons, and formerly
`acmcopyright` for the transfer of copyright (acmart's guide, "Rights information").
"""

from __future__ import annotations

import re
import typing
from pathlib import Path

from msgspec import Struct, field
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, LatexWalkerError, get_default_latex_context_db
from pylatexenc.macrospec import MacroSpec

from proposal.diagnostics import Span
from proposal.importers.draft import Draft, ImportSourceError, Record, SourceDiagnostics
from proposal.importers.forbidden import refuse_text
from proposal.importers.messages import read_message
from proposal.importers.values import checked
from proposal.model.acm_numbers import ACM_PREFIX, contradiction
from proposal.model.acm_samples import is_sample_number
from proposal.model.acmart_versions import Copyright
from proposal.model.edition_id import year_of_id
from proposal.model.records.rights import LICENCE_WORDS
from proposal.reading.conferences import read_proceedings
from proposal.reading.days import first_and_last_day
from proposal.reading.places import read_place, spelled_out

_ARGUMENTS = {
    "setcopyright": "{",
    "setcctype": "[{",
    "copyrightyear": "{",
    "CopyrightYear": "{",
    "acmYear": "{",
    "acmDOI": "{",
    "doi": "{",
    "acmISBN": "{",
    "isbn": "{",
    "acmPrice": "{",
    "acmArticle": "{",
    "acmConference": "[{{{",
    "conferenceinfo": "{{",
    "acmBooktitle": "{",
}
"""ACM's commands, each with the kinds of its arguments as pylatexenc names them."""

_COMMAND = re.compile(rf"\\({'|'.join(sorted(_ARGUMENTS, key=len, reverse=True))})(?![A-Za-z@])")
r"""`\acmDOI`, `\copyrightyear`"""
_ACM_DOIS = (ACM_PREFIX, "10.5555/")
_ACM_ISBNS = ("9781450", "9798400")
"""How ACM's DOIs and, without hyphens, its ISBNs begin."""


def read_acm_rights(source: Path, edition_id: str) -> Draft:
    """Read ACM's rights message: the whole of it or only the commands, as text or HTML.

    Raises:
        ImportSourceError: it holds no such commands, or one that does not end.
    """
    text, lines = read_message(source)
    commands = _RightsCommands(source, lines)
    commands.read(text)
    reader = _RightsReader(commands, year_of_id(edition_id))
    reader.rights()
    reader.conference()
    reader.check_contradictions()
    rights = {"copyright": reader.copyright(), **reader.record}
    return Draft(
        venue=reader.venue,
        edition={"documents": {"camera-ready": {"rights": rights}}},
        diagnostics=commands.diagnostics,
    )


class _RightsCommands(Struct):
    """The commands of a message with their arguments as text."""

    file: Path
    lines: list[str]
    found: dict[str, list[str]] = field(default_factory=dict)
    diagnostics: SourceDiagnostics = field(default_factory=SourceDiagnostics)

    def read(self, text: str) -> None:
        """Read the commands; of one that stands twice the last holds, as in LaTeX."""
        context = get_default_latex_context_db()
        macros = [MacroSpec(name, arguments) for name, arguments in _ARGUMENTS.items()]
        context.add_context_category("acm", macros=macros, prepend=True)
        walker = LatexWalker(text, latex_context=context, tolerant_parsing=False)
        for match in _COMMAND.finditer(text):
            if _is_comment(text, match.start()):
                continue
            arguments = self.arguments(walker, match)
            known = self.found.get(match[1])
            if known is not None and known != arguments:
                message = f"\\{match[1]} stands twice; the last one holds: {arguments[-1]}"
                self.warn("command-twice", message, match[1])
            self.found[match[1]] = arguments
        if "setcopyright" not in self.found:
            raise ImportSourceError(
                f"{self.file} has no command \\setcopyright{{…}}; ACM's rights message, or the "
                "commands in it, was expected"
            )

    def arguments(self, walker: LatexWalker, match: re.Match[str]) -> list[str]:
        name, span = match[1], self.place(match[1])
        try:
            nodes, _, _ = walker.get_latex_nodes(pos=match.start(), read_max_nodes=1)
        except LatexWalkerError as reason:
            raise ImportSourceError(
                f"{span}: \\{name} does not end: look for a missing brace"
            ) from reason
        arguments = [_text_of(argument) for argument in nodes[0].nodeargd.argnlist]
        if _COMMAND.search("".join(node.latex_verbatim() for node in nodes)[1:]):
            raise ImportSourceError(f"{span}: \\{name} holds other commands: a brace is missing")
        for argument in arguments:
            refuse_text(argument, f"{span}: \\{name}")
        return arguments

    def last(self, *names: str) -> str:
        """The last argument of a command, or of the one that was in its place formerly."""
        return self.found.get(self.used(*names), [""])[-1]

    def used(self, *names: str) -> str:
        """Which of several commands the message has; the last of them if it has none."""
        return next((name for name in names if name in self.found), names[-1])

    def place(self, name: str) -> Span:
        """The first line of the file on which a command stands."""
        for number, line in enumerate(self.lines, start=1):
            if match := re.search(rf"\\{name}(?![A-Za-z])", line):
                return Span(self.file, number, match.start() + 1, match.end() + 1)
        return Span.of_file(self.file)

    def warn(self, code: str, message: str, name: str, hint: str | None = None) -> None:
        self.diagnostics.warn(code, message, self.place(name), hint)


def _is_comment(text: str, position: int) -> bool:
    line = text[text.rfind("\n", 0, position) + 1 : position]
    return line.lstrip().startswith("%")


_TO_TEXT = LatexNodes2Text(strict_latex_spaces=False)


def _text_of(node: object) -> str:
    """An argument's text on one line; empty for an optional one that is not there."""
    if node is None:
        return ""
    text = " ".join(str(_TO_TEXT.nodelist_to_text([node])).split())
    return text.replace("’", "'").replace("‘", "'")


class _RightsReader(Struct):
    """What the commands mean."""

    commands: _RightsCommands
    year: int
    record: Record = field(default_factory=dict)
    """The keys of `rights` but the first."""
    venue: Record = field(default_factory=dict)

    def copyright(self) -> str:
        """The word for what the authors have granted."""
        word = self.commands.last("setcopyright").strip()
        if word not in typing.get_args(Copyright):
            span = self.commands.place("setcopyright")
            known = ", ".join(typing.get_args(Copyright))
            raise ImportSourceError(f"{span}: `{word}` is no word of \\setcopyright's: {known}")
        return word

    def rights(self) -> None:
        self.licence()
        year = self.number("copyrightyear", "CopyrightYear") or self.number("acmYear")
        if year:
            self.record["year"] = year
        self.identifier("not-a-doi", "doi", *_DOIS)
        self.identifier("not-an-isbn", "isbn", *_ISBNS)
        price = re.search(r"\d+(\.\d{2})?", self.commands.last("acmPrice"))
        if price:
            self.record["price"] = price[0]
        if article := self.number("acmArticle"):
            self.record["article"] = article

    def licence(self) -> None:
        licence = self.commands.last("setcctype").strip().lower()
        is_cc = self.copyright() == "cc"
        if not is_cc:
            if licence:
                message = "\\setcctype has no effect without \\setcopyright{cc}; it is left out"
                self.commands.warn("contradiction", message, "setcctype")
            return
        if not licence:
            message = "no \\setcctype says which licence it is; acmart takes CC BY"
            self.commands.warn("assumed", message, "setcopyright")
        if licence and licence not in LICENCE_WORDS:
            span = self.commands.place("setcctype")
            known = ", ".join(LICENCE_WORDS)
            raise ImportSourceError(f"{span}: `{licence}` is no word of \\setcctype's: {known}")
        self.record["licence"] = licence or "by"
        version = self.commands.found.get("setcctype", ["", ""])[0].strip()
        if version in {"3.0", "4.0"}:
            self.record["licence_version"] = version

    def number(self, *names: str) -> str:
        match = re.fullmatch(r"\s*0*(\d+)\s*", self.commands.last(*names))
        return match[1] if match else ""

    def identifier(self, code: str, kind: str, *names: str) -> None:
        name, text = self.commands.used(*names), self.commands.last(*names)
        if not text.strip():
            return
        result = checked(kind, text)
        if result.value and not is_sample_number(text):
            self.record[kind] = result.value
        else:
            is_sample = is_sample_number(text)
            unfilled = f"`{text}` is acmart's placeholder, which is not filled in yet"
            message = unfilled if is_sample else result.error or f"`{text}` is not understood"
            self.commands.warn(code, f"{message}; it is left out", name, result.hint)

    # The conference

    def conference(self) -> None:
        acronym, title, days, place = self.conference_arguments()
        published = read_proceedings(title, acronym)
        if published.host:
            self.venue["name"] = published.host
        if acronym:
            self.venue["series"] = re.sub(r"\s*'?(\d\d|\d{4})$", "", published.acronym)  # KDD '26
            self.venue["acronym"] = published.acronym
        if published.acronym != acronym:
            self.venue["proceedings_acronym"] = acronym
        self.days(days)
        self.place(place)
        proceedings = self.proceedings(acronym) or (title if published.is_companion else "")
        usual = f"proceedings of the {published.host}".casefold()
        if proceedings and published.host and proceedings.casefold() != usual:
            self.venue["proceedings"] = proceedings

    def conference_arguments(self) -> tuple[str, str, str, str]:
        """Acronym, name, dates and place of the conference."""
        found = self.commands.found
        if "acmConference" in found:
            acronym, name, days, place = found["acmConference"]
            return acronym, name, days, place
        if "conferenceinfo" in found:
            acronym, rest = found["conferenceinfo"]
            days, *behind = re.split(r"(?<=\d{4}),?\s*", rest, maxsplit=1)
            return acronym.strip(" ,"), "", days, "".join(behind)
        return "", "", "", ""

    def days(self, text: str) -> None:
        days = first_and_last_day(text)
        if days is not None:
            self.venue["start"], self.venue["end"] = (day.isoformat() for day in days)
        elif text:
            message = f"`{text}` are no dates that are understood"
            self.commands.warn("not-a-date", message, self.commands.used(*_CONFERENCE))

    def place(self, text: str) -> None:
        place = read_place(text)
        if place is not None:
            whole = spelled_out(place)
            self.venue["city"] = whole.city
            if whole.state:
                self.venue["state"] = whole.state
            self.venue["country"] = whole.country
        elif text:
            message = f"`{text}` is no place that is understood: city and country were expected"
            self.commands.warn("not-a-place", message, self.commands.used(*_CONFERENCE))

    def proceedings(self, acronym: str) -> str:
        """The title of the proceedings, without conference, dates and place behind it."""
        title = self.commands.last("acmBooktitle")
        behind = title.find(f"({acronym})") if acronym else -1
        return title[:behind].strip(" ,") if behind > 0 else ""

    # Contradictions

    def check_contradictions(self) -> None:
        """Warn where the message contradicts itself, the edition, or ACM's own numbers."""
        warn = self.commands.warn
        year = str(self.record.get("year", ""))
        if year and year != str(self.year):
            message = f"the rights are of {year}, the edition is {self.year}"
            warn("contradiction", message, self.commands.used(*_YEARS))
        published = self.number("acmYear")
        if published and year and published != year:
            message = f"\\acmYear says {published}, \\copyrightyear {year}, which holds"
            warn("contradiction", message, "acmYear")
        doi, isbn = str(self.record.get("doi", "")), str(self.record.get("isbn", ""))
        of_doi, of_isbn = self.commands.used(*_DOIS), self.commands.used(*_ISBNS)
        if doi and not doi.startswith(_ACM_DOIS):
            warn("contradiction", f"{doi} is none of ACM's DOIs, which begin with 10.1145", of_doi)
        number, _, issue = isbn.partition("/")
        if number and not number.replace("-", "").startswith(_ACM_ISBNS):
            message = f"{number} is none of ACM's ISBNs, which begin with 979-8-4007 or 978-1-4503"
            warn("contradiction", message, of_isbn)
        if doi and isbn and (apart := contradiction(doi, isbn)):
            warn("contradiction", apart, of_doi)
        begins = str(self.venue.get("start", ""))
        if issue and begins and not _is_same_month(issue, begins):
            message = f"the ISBN is of {issue}, the conference begins on {begins}"
            warn("contradiction", message, of_isbn)


_YEARS = ("copyrightyear", "CopyrightYear", "acmYear")
_DOIS, _ISBNS = ("acmDOI", "doi"), ("acmISBN", "isbn")
_CONFERENCE = ("acmConference", "conferenceinfo")
"""What is said by one command today, and was said by another one formerly."""


def _is_same_month(issue: str, day: str) -> bool:
    """Whether `24/08` or `2024/08` is the month of a day."""
    year, _, month = issue.partition("/")
    return day[:4].endswith(year) and day[5:7] == month
