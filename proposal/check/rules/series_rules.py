"""Rules on the series: the edition is the one that its number, year and outcome say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposal.check.rules.context import Rule, Subject
from proposal.check.rules.severities import diagnostic
from proposal.diagnostics import Diagnostic, Span
from proposal.edition import wording
from proposal.edition.counting import CountedEdition, counted_together
from proposal.edition.wording import ordinal_word
from proposal.model.series_titles import begins_with_number, without_article


def folder_year(subject: Subject) -> Iterator[Diagnostic]:
    """Addresses of pages and PDFs have the folder's year, titles that of the day."""
    files, date = subject.files, subject.edition.when.date
    if date.year != files.year:
        message = f"the workshop of the folder {files.id} takes place in {date.year}"
        span = subject.files.edition.place("when", "date")
        yield diagnostic("folder-year", message, span, "correct the day, or rename the folder")


def ordinal(subject: Subject) -> Iterator[Diagnostic]:
    """The number stands in the title of everything; a copied edition keeps the old one."""
    number, date = subject.edition.ordinal, subject.edition.when.date.date
    span = subject.files.edition.place("ordinal")
    others = _others(subject)
    if number is None:
        return
    twins = [other for other in others if other.ordinal == number]
    if twins:
        message = f"{twins[0].label} is the {_word(number)} workshop, too"
        yield diagnostic("ordinal-twice", message, span, "correct one of the two numbers")
    for other in others:
        if (other.ordinal < number and other.date > date) or (
            other.ordinal > number and other.date < date
        ):
            when = "before" if other.date < date else "after"
            message = (
                f"the {_word(other.ordinal)} workshop ({other.label}) took place {when} this one, "
                f"which is the {_word(number)}"
            )
            yield diagnostic("ordinal-order", message, span, "correct one of the two numbers")
            return


def ordinal_gap(subject: Subject) -> Iterator[Diagnostic]:
    """Reviewers look for all editions in a proposal's table; the first ones may be left out."""
    number = subject.edition.ordinal
    if number is None:
        return
    known = {other.ordinal for other in _others(subject)}
    before = {earlier for earlier in known if earlier < number}
    missing = sorted(set(range(min(before, default=number), number)) - known)
    if missing or (number > 1 and not before):
        which = wording.joined(_runs(missing)) or f"ones before the {_word(number)}"
        message = f"of this series, the {which} {'is' if len(missing) == 1 else 'are'} not listed"
        hint = "add them to `earlier` in workshop.yaml, or correct the number"
        span = subject.files.edition.place("ordinal")
        yield diagnostic("ordinal-gap", message, span, hint)


def _runs(numbers: list[int]) -> list[str]:
    """Numbers in words, those that follow each other as one: "second", "fourth to seventh"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        words
        for run in runs
        for words in ([f"{_word(run[0])} to {_word(run[-1])}"] if len(run) > 2 else map(_word, run))
    ]


def series_name(subject: Subject) -> Iterator[Diagnostic]:
    """An edition puts its number before the name, and its year behind the acronym."""
    named = [(subject.files.edition.name, subject.files.edition.place("name"))]
    if workshop := subject.folder.workshop:
        named.append((workshop.name, workshop.place("name")))
        yield from _year_in("acronym", workshop.acronym, workshop.place("acronym"), subject)
    for name, span in named:
        if name is None:
            continue
        yield from _year_in("name", name, span, subject)
        printed = f"“{_word(subject.edition.ordinal or 1).capitalize()} {name}”"
        bare = without_article(name)
        if bare is not None:
            message = f"the name `{name}` is printed behind the number of an edition: {printed}"
            yield diagnostic("series-name", message, span, f"write `name: {bare}`")
        elif begins_with_number(name):
            message = f"the name `{name}` begins with a number, and is printed as {printed}"
            hint = "leave the number out if it is that of an edition, which is `ordinal`"
            yield diagnostic("series-name", message, span, hint)


def _year_in(key: str, name: str, span: Span | None, subject: Subject) -> Iterator[Diagnostic]:
    """Whether a name says the year of an edition, in four digits or, at its end, in two."""
    for year in sorted({files.year for files in subject.folder.editions.values()}):
        is_end = key == "acronym" and not name.isdecimal()
        short = rf"|(?<=\D){year % 100:02}$" if is_end else rf"|['’]{year % 100:02}\b"
        match = re.search(rf"(?<!\d){year}(?!\d){short}", name)
        if match:
            bare = _without(name, match)
            message = f"the {key} `{name}` has the year of an edition, which stands beside it"
            hint = f"write `{key}: {bare}`" if bare else "leave the year out"
            yield diagnostic("series-name", message, span, hint)


def _without(name: str, match: re.Match[str]) -> str:
    """A name without a part of it, and without the marks or the brackets around it."""
    for bracket in re.finditer(r"\s*\([^()]*\)", name):
        if bracket.start() <= match.start() and match.end() <= bracket.end():
            return f"{name[: bracket.start()]}{name[bracket.end() :]}".strip()
    before = name[: match.start()].rstrip(" ([,:–—-'’")
    behind = name[match.end() :].lstrip(" )],:–—-")
    return f"{before} {behind}".strip()


def outcome_numbers(subject: Subject) -> Iterator[Diagnostic]:
    """Numbers of past editions are compared with the lists on their pages."""
    outcome, papers = subject.files.edition.outcome, len(subject.files.shown_papers)
    hint = "correct one of the numbers"
    accepted = papers if outcome.accepted is None else outcome.accepted
    if outcome.submissions is not None and accepted > outcome.submissions:
        message = f"{_accepted(accepted)}, and only {outcome.submissions} submitted"
        yield _outcome(subject, "submissions", message, hint)
    if papers and outcome.accepted is not None and outcome.accepted != papers:
        message = f"{_accepted(outcome.accepted)}, but papers.yaml lists {papers}"
        yield _outcome(subject, "accepted", message, "delete the line; the papers are counted")


def _accepted(count: int) -> str:
    return "1 paper was accepted" if count == 1 else f"{count} papers were accepted"


def _outcome(subject: Subject, key: str, message: str, hint: str) -> Diagnostic:
    span: Span | None = subject.files.edition.place("outcome", key)
    return diagnostic("outcome-numbers", message, span, hint)


def _others(subject: Subject) -> list[CountedEdition]:
    """The other editions among which this one is counted."""
    together = counted_together(subject.folder, subject.files.edition.name)
    return [other for other in together if other.edition_id != subject.files.id]


def _word(number: int) -> str:
    return ordinal_word(number).lower()


SERIES: tuple[Rule, ...] = (folder_year, ordinal, ordinal_gap, outcome_numbers, series_name)
