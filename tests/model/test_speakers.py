"""Who gives a talk, and as what, can be written in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import Diagnostic
from proposal.model.loading.validation import validate_record
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.speaker_record import Speaker
from proposal.source.yaml import parse_yaml


def read(person: str, role: str = "talk") -> tuple[Speaker, list[Diagnostic]]:
    node, _ = parse_yaml(
        f"person: {person}\nrole: {role}\nstatus: confirmed\n", Path("edition.yaml")
    )
    assert node is not None
    read = validate_record(node, Speaker)
    assert read.value is not None
    return read.value, read.diagnostics


@pytest.mark.parametrize(
    ("person", "talk"),
    [
        ("ada-lovelace", "ada-lovelace"),
        ("[ada-lovelace, grace-hopper]", "ada-lovelace"),
        ('"Grace Hopper (US Navy)"', "grace-hopper"),
        ("{name: Plato, affiliation: Academy}", "plato"),
        ("[{person: ada-lovelace}, Grace Hopper]", "ada-lovelace"),
    ],
)
def test_a_talk_is_known_by_its_first_speaker(person: str, talk: str) -> None:
    speaker, diagnostics = read(person)
    assert (speaker.talk_id, diagnostics) == (talk, [])


def test_somebody_without_a_file_has_an_affiliation() -> None:
    speaker, _ = read("[ada-lovelace, Grace Hopper (US Navy)]")
    assert speaker.people == ["ada-lovelace"]
    assert (speaker.person[1].name, speaker.person[1].affiliation) == ("Grace Hopper", "US Navy")


@pytest.mark.parametrize("person", ["Ada_Lovelace", "AdaLovelace", "ada lovelace"])
def test_an_id_that_is_misspelt_is_no_name(person: str) -> None:
    _, (diagnostic,) = read(person)
    assert diagnostic.code == "not-an-id"
    assert diagnostic.span is not None
    assert (diagnostic.span.line, diagnostic.span.column) == (1, 9)


def test_a_role_in_ones_own_words_has_a_key_of_its_own() -> None:
    _, (diagnostic,) = read("ada-lovelace", "Industry talk")
    assert diagnostic.code == "not-a-choice"
    assert str(diagnostic.hint).endswith("and below it `role_title: Industry talk`")
    _, (diagnostic,) = read("ada-lovelace", "keynot")
    assert diagnostic.hint == "did you mean `keynote`?"
    _, (diagnostic,) = read("ada-lovelace", "mentor")
    assert str(diagnostic.hint).endswith("write `role: talk` and add `role_title: mentor`")


def test_several_ids_in_one_text_are_answered_with_a_list() -> None:
    _, (diagnostic,) = read("ada-lovelace and grace-hopper")
    assert diagnostic.code == "not-an-id"
    assert str(diagnostic.hint).endswith("write them as a list: [ada-lovelace, grace-hopper]")


@pytest.mark.parametrize(
    ("role", "meant"),
    [("tutorials", "tutorial"), ("invited talk", "talk"), ("Keynotes", "keynote")],
)
def test_a_heading_is_that_of_a_role(role: str, meant: str) -> None:
    node, _ = parse_yaml(f"speaker_headings: {{{role}: Lectures}}\n", Path("edition.yaml"))
    assert node is not None
    found = validate_record(node, EditionRecord).diagnostics
    hints = [diagnostic.hint for diagnostic in found if diagnostic.code == "not-a-choice"]
    assert hints == [f"did you mean `{meant}`?"]
