"""Has veraPDF, if this machine has it, judge PDFs that claim PDF/UA.

veraPDF is the validator of the PDF Association and the Open Preservation Foundation
(https://verapdf.org). Its command line and reports: https://docs.verapdf.org/cli/validation. Its
exit codes: 0 for a PDF that conforms, 1 for one that does not, and others for what went wrong
(https://github.com/veraPDF/veraPDF-apps, `CliConstants.java`).
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from msgspec import Struct

from proposal.caching import digest, keep, kept
from proposal.check.verapdf_program import FAILED, PROGRAM, verapdf, verapdf_identity
from proposal.diagnostics import Diagnostic, warning
from proposal.scratch import scratch_folder

_TIME = 120.0
"""Seconds after which veraPDF is stopped: it takes some for a paper, most of them to start."""
_LOOK = 0.2
"""Seconds between two looks at how long it takes and how much it prints."""
_MOST = 4_000_000
"""Bytes of a report: one with one place for each rule has some thousands."""
_VERDICTS = (0, 1)
"""Exit codes with which it has judged."""
_LONGEST = 240
"""Letters of a rule, a place or an error that a message shows."""


class VerapdfError(Exception):
    """It did not judge; the text says why, and completes "veraPDF …"."""


class FailedRule(Struct, frozen=True):
    """A rule of PDF/UA that a PDF breaks."""

    clause: str
    """The clause of the standard and the number of its test: "7.1, test 3"."""
    text: str
    """What the rule demands, in veraPDF's words."""
    count: int
    """How often it is broken."""
    page: int | None
    """The page of the first place, counted from 1, if veraPDF names one."""
    place: str
    """The first place as veraPDF writes it, from the document down to the object."""


def validation(content: bytes, file: Path, part: int) -> list[Diagnostic]:
    """The rules of PDF/UA that a PDF breaks; nothing where there is no veraPDF.

    Args:
        content: the PDF.
        file: the PDF as messages are to name it.
        part: the part of PDF/UA that it claims, 1 or 2.
    """
    program = verapdf()
    if program is None:
        return []
    try:
        broken = list(failed_rules(_report(program, content, part)))
    except VerapdfError as reason:
        message = f"{file}: veraPDF {reason}, so its claim of PDF/UA-{part} is not proved"
        hint = f"try `{PROGRAM} --flavour ua{part} {file}` yourself"
        return [warning(FAILED, message, hint=hint)]
    return [_diagnostic(rule, file, part) for rule in broken]


def _diagnostic(rule: FailedRule, file: Path, part: int) -> Diagnostic:
    times = "once" if rule.count == 1 else f"{rule.count} times"
    shown = f"page {rule.page}" if rule.page else rule.place
    place = f", first on {shown}" if rule.page else f", first at {shown}" if shown else ""
    message = (
        f"{file}: veraPDF says that it breaks PDF/UA-{part}, clause {rule.clause}, {times}{place}: "
        f"{rule.text}"
    )
    return warning("pdf-ua", message, hint="mend it, or do not claim PDF/UA (`pdfstandard`)")


def _report(program: Path, content: bytes, part: int) -> bytes:
    """What veraPDF says of a PDF, in XML, as it was kept or as it is said now.

    Raises:
        VerapdfError: it cannot be run, does not end, or ends without a verdict.
    """
    key = digest(content, verapdf_identity(), str(part))
    known = kept("verapdf", key)
    if known is not None:
        return known
    with scratch_folder() as folder:
        report = _run(program, folder, content, part)
    list(failed_rules(report))  # what is no report is not kept
    keep("verapdf", key, report)
    return report


def _run(program: Path, folder: Path, content: bytes, part: int) -> bytes:
    pdf, said, errors_file = folder / "document.pdf", folder / "report.xml", folder / "errors"
    options = ["--format", "xml", "--flavour", f"ua{part}", "--maxfailuresdisplayed", "1"]
    try:
        pdf.write_bytes(content)
        code = _exit_code([str(program), *options, str(pdf)], said, errors_file)
        report, errors = said.read_bytes(), errors_file.read_bytes()
    except OSError as reason:
        raise VerapdfError(f"cannot be run: {reason.strerror or reason}") from reason
    if code not in _VERDICTS:
        said_why = _exception(report) or _last_line(errors)
        raise VerapdfError(f"failed with the exit code {code}{f': {said_why}' if said_why else ''}")
    return report


def _exit_code(command: list[str], said: Path, errors_file: Path) -> int:
    """Run a program that writes to two files, and end all that it started if it is too much."""
    until = time.monotonic() + _TIME
    with said.open("wb") as out, errors_file.open("wb") as log:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=log, start_new_session=True
        )
    try:
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                return process.wait(_LOOK)
            if time.monotonic() > until:
                raise VerapdfError(f"did not end within {_TIME:.0f} seconds")
            if max(said.stat().st_size, errors_file.stat().st_size) > _MOST:
                raise VerapdfError("printed more than any report")
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _last_line(log: bytes) -> str:
    lines = [line for line in log.decode("utf-8", "replace").splitlines() if line.strip()]
    return _short(lines[-1]) if lines else ""


def failed_rules(report: bytes) -> Iterator[FailedRule]:
    """The rules that a PDF breaks, from a report in XML.

    Raises:
        VerapdfError: it is no report, or one without a verdict.
    """
    root = _parsed(report)
    verdicts = list(root.iter("validationReport")) if root is not None else []
    if not verdicts:
        raise VerapdfError(_exception(report) or "printed something that is no report")
    for verdict in verdicts:
        rules = [rule for rule in verdict.iter("rule") if rule.get("status") == "failed"]
        if verdict.get("isCompliant") not in ({"true"} if not rules else {"false"}):
            raise VerapdfError("printed a report that contradicts itself")
        yield from map(_failed_rule, rules)


def _failed_rule(rule: ET.Element) -> FailedRule:
    context = " ".join((rule.findtext("check/context") or "").split())
    page = re.search(r"/pages\[(\d+)\]", context)  # counted from 0
    count = rule.get("failedChecks", "")
    return FailedRule(
        clause=f"{rule.get('clause', 'unknown')}, test {rule.get('testNumber', 'unknown')}",
        text=_short(rule.findtext("description") or rule.findtext("check/errorMessage") or ""),
        count=int(count) if count.isdecimal() else 1,
        page=int(page[1]) + 1 if page else None,
        place=_short(context, from_end=True),
    )


def _exception(report: bytes) -> str:
    """What went wrong, if that is what a report says."""
    root = _parsed(report)
    said = root.findtext(".//exceptionMessage") if root is not None else None
    return f"said “{_short(said)}”" if said and said.strip() else ""


def _parsed(report: bytes) -> ET.Element | None:
    if b"<!DOCTYPE" in report:  # no entities to be blown up
        return None
    try:
        return ET.fromstring(report)  # noqa: S314 - see above
    except (ET.ParseError, ValueError, LookupError):
        return None


def _short(text: str, *, from_end: bool = False) -> str:
    """A text in one line, cut where it is too long for a message."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    line = " ".join(line.split())
    if len(line) <= _LONGEST:
        return line
    return f"…{line[-_LONGEST:]}" if from_end else f"{line[:_LONGEST]}…"
