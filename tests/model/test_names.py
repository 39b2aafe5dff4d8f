"""Who is who, however a name is written."""

from __future__ import annotations

import pytest

from proposal.model.name_comparison import (
    identifier,
    may_be_same,
    name_key,
    same_name,
    same_text,
    words,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Julian McAuley", "julian mcauley"),
        ("Julian McAuley", "McAuley, Julian"),
        ("Julian McAuley", "McAuley Julian"),
        ("Julian McAuley", "Prof. Dr. Julian McAuley"),
        ("Julian McAuley", "Julian McAuley, Ph.D."),
        ("Julian McAuley", "Julian McAuley, PhD"),
        ("Julian McAuley", "J. McAuley"),
        ("Xiao-Ming Wu", "Xiaoming Wu"),
        ("Xiao-Ming Wu", "Xiao Ming Wu"),
        ("Xiao-Ming Wu", "Wu Xiaoming"),
        ("Xiao-Ming Wu", "Wu, Xiao-Ming"),
        ("Xiao-Ming Wu", "X.-M. Wu"),
        ("Xiao-Ming Wu", "X. M. Wu"),
        ("Wang-Cheng Kang", "Wang-cheng Kang"),
        ("Philip S. Yu", "Philip Yu"),
        ("Philip S. Yu", "P. S. Yu"),
        ("Philip S. Yu", "P.S. Yu"),
        ("Kurt Gödel", "Kurt Godel"),
        ("Kurt Gödel", "Kurt Goedel"),
        ("Kurt Go\u0308del", "Kurt Goedel"),
        ("Niels Henrik Abel", "N. H. Abel"),
        ("Stanisław Ulam", "Stanislaw Ulam"),
        ("Søren Kierkegaard", "Soeren Kierkegaard"),
        ("Flannery O’Connor", "Flannery O'Connor"),
        ("Flannery O'Connor", "F. OConnor"),
        ("Emmy Nœther", "Emmy Noether"),
        ("華羅庚", "華羅庚"),
    ],
)
def test_one_person_is_recognized_under_two_spellings(one: str, other: str) -> None:
    assert may_be_same(one, other)
    assert may_be_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wei Wang", "Wen Wang"),
        ("Wei Wang", "Wei-Li Wang"),
        ("Wei Wang", "Weili Wang"),
        ("J. Smith", "K. Smith"),
        ("John A. Smith", "J. B. Smith"),
        ("John Allan Smith", "John Andrew Smith"),
        ("John Smith", "Jane Smith"),
        ("John Smith", "John Smythe"),
        ("Neil Shah", "Chirag Shah"),
        ("Yu", "Philip Yu"),
        ("Dr.", "Prof."),
        ("…", "—"),
        ("華羅庚", "陳省身"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert not may_be_same(one, other)
    assert not may_be_same(other, one)


def test_initials_are_likely_but_not_the_same_name() -> None:
    assert may_be_same("J. McAuley", "Julian McAuley")
    assert not same_name("J. McAuley", "Julian McAuley")


def test_a_key_forgets_order_case_accents_and_titles() -> None:
    assert name_key("Dr. Ed Chi") == name_key("CHI, Éd") == ("chi", "ed")


def test_an_institution_is_the_same_however_it_is_punctuated() -> None:
    assert same_text("University of California, San Diego", "University of California San Diego")
    assert same_text("Snap Inc.", "snap inc")
    assert not same_text("Snap Research", "Snap")


def test_names_that_differ_in_a_sign_behind_a_letter_are_two() -> None:
    assert not same_text("Comments in C++", "Comments in C#")
    assert not same_text("C", "C++")
    assert same_text("A+B", "A + B")
    assert same_text("Track #1", "track 1")


def test_a_name_is_taken_apart_with_the_given_name_first() -> None:
    assert words("Kang, Wang-Cheng") == ["wang", "cheng", "kang"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Wang-Cheng Kang", "wang-cheng-kang"),
        ("Łukasz Kaiser", "lukasz-kaiser"),
        ("3DV", "3dv"),
        ("The Web Conference", "the-web-conference"),
        ("華羅庚", "person"),
        ("Софья Ковалевская", "person"),
    ],
)
def test_an_id_is_made_of_plain_letters_and_digits(name: str, found: str) -> None:
    assert identifier(name, "person") == found
