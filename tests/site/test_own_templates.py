"""A workshop's own templates go before the built-in ones."""

from __future__ import annotations

from tests.site.browsing import Visitor, text_of
from tests.site.conftest import Serve
from tests.workspace import Workspace


def give(workspace: Workspace, name: str, text: str) -> None:
    place = workspace.root / "templates" / "site" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_a_workshops_own_template_is_used_in_place_of_the_built_in_one(
    workspace: Workspace, serve: Serve, visitor: Visitor
) -> None:
    give(workspace, "parts/submission.html", "<p>Write to us & wait: {{ edition.acronym }}.</p>")
    site = serve()
    shown = text_of(visitor.open(f"{site.address}2026/call-for-papers/"))
    assert "Write to us & wait: GenAIRecP." in shown
    assert "OpenReview" not in shown
    assert "Instruction-tuned recommender systems" in shown


def test_values_are_text_in_a_workshops_own_template_too(
    workspace: Workspace, serve: Serve, visitor: Visitor
) -> None:
    give(workspace, "parts/submission.html", "<p>{{ '<script>alert(1)</script>' }}</p>")
    shown = text_of(visitor.open(f"{serve().address}2026/"))
    assert "<script>alert(1)</script>" in shown
