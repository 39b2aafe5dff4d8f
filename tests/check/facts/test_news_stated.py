"""News are facts of their edition, which pages must state."""

from __future__ import annotations

from tests.check.facts.conftest import after_change
from tests.workspace import Workspace


def test_what_tampers_with_news_is_found(workspace: Workspace) -> None:
    workspace.append(
        "editions/2026/edition.yaml",
        "news:\n"
        "  - {date: 2025-09-07, text: 'We have *moved* the [deadline](https://example.org/d).'}\n"
        "  - {date: 2025-09-08, text: Nobody moves any more., id: still}\n",
    )
    (workspace.data / "editions" / "2026" / "calendar.yaml").unlink()
    finished = workspace.run("build", "--only", "text,site,jekyll")
    assert finished.code == 0, finished.output + finished.errors
    for file in ("site/2026/index.html", "jekyll/_data/news2026.yml"):
        for value, wrong, fact in (
            ("<em>moved</em>", "kept", "news.2025-09-07.text"),
            ("Nobody moves", "Everybody moves", "news.still.text"),
            (
                "September\N{NO-BREAK SPACE}8, 2025",
                "September\N{NO-BREAK SPACE}9, 2025",
                "news.still.date",
            ),
        ):
            found = after_change(workspace, file, value, wrong)
            assert any(f" {fact}" in diagnostic.message for diagnostic in found), (file, fact)
    for file in ("site/news/index.html", "site/index.html"):
        found = after_change(workspace, file, "Nobody moves", "Everybody moves")
        assert [diagnostic.code for diagnostic in found] == ["changed-artefact"], file
