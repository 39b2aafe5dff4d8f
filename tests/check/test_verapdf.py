"""veraPDF, by programs that print what its documentation shows, or what goes wrong.

The reports have the form of https://docs.verapdf.org/cli/validation; the exit codes are those of
its command line.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from proposal.check import verapdf
from proposal.check.verapdf import validation
from proposal.check.verapdf_program import verapdf_identity
from proposal.diagnostics import Diagnostic, Severity

FILE = Path("paper.pdf")
PDF = b"%PDF-1.7 a paper"

BROKEN = """\
<?xml version="1.0" encoding="utf-8"?>
<report>
  <buildInformation>
    <releaseDetails id="core" version="1.28.2" buildDate="2025-07-15T16:07:00+03:00"/>
  </buildInformation>
  <jobs><job>
    <item size="9000"><name>document.pdf</name></item>
    <validationReport jobEndStatus="normal" profileName="PDF/UA-1 validation profile"
        statement="PDF file is not compliant with Validation Profile requirements."
        isCompliant="false">
      <details passedRules="104" failedRules="2" passedChecks="900" failedChecks="13">
        <rule specification="ISO 14289-1:2014" clause="7.1" testNumber="3" status="failed"
            failedChecks="12">
          <description>Content is neither marked as Artifact
            nor tagged as real content</description>
          <object>SESimpleContentItem</object>
          <test>isTaggedContent == true</test>
          <check status="failed">
            <context>root/document[0]/pages[1](9 0 obj PDPage)/contentStream[0]/content[4]</context>
          </check>
        </rule>
        <rule specification="ISO 14289-1:2014" clause="5" testNumber="1" status="failed"
            failedChecks="1">
          <description>The version of PDF/UA is missing</description>
          <check status="failed"><context>root/document[0]/metadata[0]</context></check>
        </rule>
      </details>
    </validationReport>
  </job></jobs>
</report>
"""
GOOD = """\
<?xml version="1.0" encoding="utf-8"?>
<report><jobs><job>
  <validationReport jobEndStatus="normal" profileName="PDF/UA-1 validation profile"
      statement="PDF file is compliant with Validation Profile requirements." isCompliant="true">
    <details passedRules="106" failedRules="0" passedChecks="913" failedChecks="0"/>
  </validationReport>
</job></jobs></report>
"""
UNPARSED = """\
<?xml version="1.0" encoding="utf-8"?>
<report><jobs><job>
  <taskResult type="PARSE" isExecuted="true" isSuccess="false">
    <exceptionMessage>Exception: Couldn't parse stream</exceptionMessage>
  </taskResult>
</job></jobs></report>
"""


class StandIn:
    """A program in place of veraPDF."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.calls = folder / "calls"

    def prints(self, report: str, code: int, errors: str = "") -> None:
        """Have it print a report, and end with an exit code."""
        (self.folder / "report").write_text(report, encoding="utf-8")
        (self.folder / "errors").write_text(errors, encoding="utf-8")
        self.does(f"cat {self.folder}/report; cat {self.folder}/errors >&2; exit {code}")

    def does(self, script: str, interpreter: str = "/bin/sh") -> None:
        """Have it note its arguments, and run a script."""
        program = self.folder / "verapdf"
        program.write_text(
            f'#!{interpreter}\necho "$@" >>{self.calls}\n{script}\n', encoding="utf-8"
        )
        program.chmod(0o755)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return StandIn(folder)


def only(found: list[Diagnostic]) -> Diagnostic:
    assert len(found) == 1, found
    return found[0]


def test_nothing_is_said_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert validation(PDF, FILE, 1) == []
    assert verapdf_identity() == ""


def test_a_pdf_that_conforms(stand_in: StandIn) -> None:
    stand_in.prints(GOOD, 0)
    assert validation(PDF, FILE, 1) == []


def test_broken_rules_are_reported_with_their_first_places(stand_in: StandIn) -> None:
    stand_in.prints(BROKEN, 1, "WARNING: something about a font")
    found = validation(PDF, FILE, 1)
    assert [(diagnostic.code, diagnostic.severity) for diagnostic in found] == [
        ("pdf-ua", Severity.WARNING)
    ] * 2
    says = "paper.pdf: veraPDF says that it breaks PDF/UA-1, clause"
    first, second = (diagnostic.message for diagnostic in found)
    assert first == (
        f"{says} 7.1, test 3, 12 times, first on page 2: Content is neither marked as Artifact nor "
        "tagged as real content"
    )
    assert second == (
        f"{says} 5, test 1, once, first at root/document[0]/metadata[0]: The version of PDF/UA is "
        "missing"
    )


@pytest.mark.parametrize("part", [1, 2])
def test_it_is_asked_for_the_part_that_is_claimed(stand_in: StandIn, part: int) -> None:
    stand_in.prints(GOOD, 0)
    validation(PDF, FILE, part)
    arguments = stand_in.calls.read_text(encoding="utf-8")
    assert f"--format xml --flavour ua{part} --maxfailuresdisplayed 1 " in arguments


def test_it_is_given_the_pdf(stand_in: StandIn) -> None:
    stand_in.does(f'for last; do :; done; cp "$last" {stand_in.folder}/given; exit 9')
    validation(PDF, FILE, 1)
    assert (stand_in.folder / "given").read_bytes() == PDF


def test_a_verdict_is_kept_until_the_pdf_or_the_program_changes(stand_in: StandIn) -> None:
    stand_in.prints(BROKEN, 1)
    first = validation(PDF, FILE, 1)
    assert validation(PDF, FILE, 1) == first
    assert len(stand_in.calls.read_text(encoding="utf-8").splitlines()) == 1
    validation(PDF + b"!", FILE, 1)
    assert len(stand_in.calls.read_text(encoding="utf-8").splitlines()) == 2
    before = verapdf_identity()
    os.utime(stand_in.folder / "verapdf", (1, 1))
    assert verapdf_identity() != before
    validation(PDF, FILE, 1)
    assert len(stand_in.calls.read_text(encoding="utf-8").splitlines()) == 3


def test_a_failure_is_not_kept(stand_in: StandIn) -> None:
    stand_in.prints("", 9)
    assert only(validation(PDF, FILE, 1)).code == "verapdf-failed"
    stand_in.prints(GOOD, 0)
    assert validation(PDF, FILE, 1) == []


@pytest.mark.parametrize(
    ("report", "code", "errors", "words"),
    [
        (UNPARSED, 7, "", "failed with the exit code 7: said “Exception: Couldn't parse stream”"),
        ("", 9, "SEVERE: no heap\n\n", "failed with the exit code 9: SEVERE: no heap"),
        ("", 2, "", "failed with the exit code 2, so"),
        ("", 0, "", "printed something that is no report"),
        ("All is well.\n", 0, "", "printed something that is no report"),
        (BROKEN[:900], 1, "", "printed something that is no report"),
        ("<report><jobs/></report>", 0, "", "printed something that is no report"),
        ("\x00\x01\x02", 0, "", "printed something that is no report"),
        (f"<!DOCTYPE report>{GOOD[39:]}", 0, "", "printed something that is no report"),
        (UNPARSED, 1, "", "said “Exception: Couldn't parse stream”"),
        (BROKEN.replace('"false"', '"true"'), 1, "", "printed a report that contradicts itself"),
        (GOOD.replace('"true"', '"false"'), 1, "", "printed a report that contradicts itself"),
        (GOOD.replace('"true"', '"perhaps"'), 0, "", "printed a report that contradicts itself"),
    ],
)
def test_what_is_no_verdict_is_reported(
    stand_in: StandIn, report: str, code: int, errors: str, words: str
) -> None:
    stand_in.prints(report, code, errors)
    found = only(validation(PDF, FILE, 1))
    assert (found.code, found.severity) == ("verapdf-failed", Severity.WARNING)
    assert found.message.startswith("paper.pdf: veraPDF ")
    assert found.message.endswith(", so its claim of PDF/UA-1 is not proved")
    assert words in found.message


def test_long_words_are_cut(stand_in: StandIn) -> None:
    long = BROKEN.replace("The version of PDF/UA is missing", "very " * 1000)
    stand_in.prints(long.replace("root/document[0]/metadata[0]", "root/a[0]" * 500), 1)
    assert len(validation(PDF, FILE, 1)[1].message) < 700


def test_it_is_stopped_with_all_that_it_started(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_TIME", 0.6)
    stand_in.does(f"sleep 300 & echo $! >{stand_in.folder}/started; wait")
    begun = time.monotonic()
    message = only(validation(PDF, FILE, 1)).message
    assert "veraPDF did not end within 1 seconds, so" in message
    assert time.monotonic() - begun < 10
    assert _has_ended(int((stand_in.folder / "started").read_text(encoding="utf-8")))


def test_what_it_leaves_running_is_ended(stand_in: StandIn) -> None:
    stand_in.prints(GOOD, 0)
    script = (stand_in.folder / "verapdf").read_text(encoding="utf-8")
    left = f"sleep 300 & echo $! >{stand_in.folder}/started\n"
    (stand_in.folder / "verapdf").write_text(script.replace("cat ", f"{left}cat ", 1), "utf-8")
    assert validation(PDF, FILE, 1) == []
    assert _has_ended(int((stand_in.folder / "started").read_text(encoding="utf-8")))


def _has_ended(number: int) -> bool:
    """Whether a process ends soon; one that its parent did not ask for has ended, too."""
    for _ in range(100):
        try:
            os.kill(number, 0)
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        except OSError:
            return True
        if state.split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_it_is_stopped_when_it_prints_without_end(
    stand_in: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verapdf, "_MOST", 10_000)
    stand_in.does("while :; do echo '<report>and so on, and so on</report>'; done")
    assert "veraPDF printed more than any report" in only(validation(PDF, FILE, 1)).message


def test_a_program_that_cannot_be_run(stand_in: StandIn) -> None:
    stand_in.does("", interpreter="/no/such/interpreter")
    found = only(validation(PDF, FILE, 1))
    assert found.message.startswith("paper.pdf: veraPDF cannot be run: ")


def test_the_hint_can_be_typed(stand_in: StandIn) -> None:
    stand_in.prints("", 9)
    assert only(validation(PDF, FILE, 2)).hint == "try `verapdf --flavour ua2 paper.pdf` yourself"
