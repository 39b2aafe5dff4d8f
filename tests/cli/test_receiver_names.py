"""`proposal bundle --for` knows receivers by name, and answers the names of other publishers."""

from __future__ import annotations

import pytest
import typer

from proposal.bundling.contents import Receiver
from proposal.cli.receiver_names import receiver_named


@pytest.mark.parametrize("receiver", list(Receiver))
def test_a_receiver_is_known_by_its_name(receiver: Receiver) -> None:
    assert receiver_named(str(receiver)) is receiver


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("LNCS", "the sources of all papers"),
        ("Springer", "signed licences"),
        ("OASIcs", "in its own system"),
        ("EPTCS", "which authors hand over there"),
        ("OpenReview", "`proposal import papers`"),
        ("CEUR-WS.org", "`--for ceur`"),
        ("acm", "`--for acm-toc`"),
        ("samples", "none of `taps`, `arxiv`"),
    ],
)
def test_the_name_of_another_publisher_is_answered(name: str, answer: str) -> None:
    with pytest.raises(typer.BadParameter) as refused:
        receiver_named(name)
    assert answer in str(refused.value)
