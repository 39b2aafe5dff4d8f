"""Every code is registered once, and the source uses no others."""

from __future__ import annotations

from collections import Counter

from proposal.diagnostics import Severity
from proposal.diagnostics.registry import CHAPTERS, REGISTRY
from tests.diagnostics.codes_in_source import uses

_SEVERITIES = {
    "error": Severity.ERROR,
    "refuse": Severity.ERROR,
    "report_error": Severity.ERROR,
    "wrong": Severity.ERROR,
    "warning": Severity.WARNING,
    "unlikely": Severity.WARNING,
}
"""How severe what a function makes is."""


def test_every_code_in_the_source_is_registered() -> None:
    strangers = {(use.code, use.place) for use in uses() if use.code not in REGISTRY}
    assert strangers == set()


def test_every_registered_code_is_used_by_the_source() -> None:
    assert set(REGISTRY) - {use.code for use in uses()} == set()


def test_a_code_is_registered_once() -> None:
    counts = Counter(kind.code for chapter in CHAPTERS for kind in chapter.kinds)
    assert [code for code, count in counts.items() if count > 1] == []


def test_what_the_source_makes_of_a_code_has_a_severity_that_is_registered() -> None:
    others = {
        (use.code, use.place)
        for use in uses()
        if use.function in _SEVERITIES
        and _SEVERITIES[use.function] not in REGISTRY[use.code].severities
    }
    assert others == set()


def test_a_code_says_in_sentences_what_why_and_what_to_do() -> None:
    for kind in REGISTRY.values():
        for text in (kind.meaning, kind.why, kind.action):
            assert text[0].isupper() or text[0] in "`\\", (kind.code, text)
            assert text.endswith("."), (kind.code, text)
