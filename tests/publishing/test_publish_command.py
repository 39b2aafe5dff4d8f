"""The command `proposal publish`, as somebody types it."""

from __future__ import annotations

import http.server
import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest

from tests.parts import require
from tests.publishing.websites import contents, git
from tests.terminal import Terminal
from tests.workspace import Workspace

URL = "\nurl: https://genai-personalization.github.io/\n"
BRANCH = ("publish", "--branch", "gh-pages")


@pytest.fixture
def bare(finished: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository at "GitHub", which is one of this machine, that is the workshop's remote."""
    require("Git")
    bare = tmp_path / "remote.git"
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\nname = Somebody\nemail = somebody@example.org\n[init]\ndefaultBranch = main\n"
        f'[url "{bare}"]\ninsteadOf = https://github.com/somebody/wsp.git\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    git(tmp_path, "init", "--quiet", "--bare", str(bare))
    git(finished.root, "init", "--quiet")
    git(finished.root, "remote", "add", "origin", "https://github.com/somebody/wsp.git")
    return bare


def names_on(bare: Path) -> list[str]:
    return git(bare, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


def test_the_website_goes_to_a_branch_by_one_command(finished: Workspace, bare: Path) -> None:
    finished.replace("workshop.yaml", URL, "\nurl: https://wsp.example.org/\n")
    published = finished.run(*BRANCH, "--yes")
    assert published.code == 0, published.output + published.errors
    assert "To branch gh-pages of https://github.com/somebody/wsp.git:" in published.output
    site = contents(finished.root / "build/site")
    assert sorted(names_on(bare)) == sorted([*site, ".nojekyll", ".proposal-published", "CNAME"])
    assert git(bare, "show", "gh-pages:CNAME") == "wsp.example.org\n"
    assert "Settings → Pages" in published.output
    again = finished.run(*BRANCH, "--yes")
    assert (again.code, "Everything is there already" in again.output) == (0, True)
    assert git(bare, "rev-list", "--count", "gh-pages") == "1\n"


def test_a_domain_that_somebody_else_has_set_stays(finished: Workspace, bare: Path) -> None:
    finished.replace("workshop.yaml", URL, "\nurl: https://wsp.example.org/\n")
    clone = bare.parent / "clone"
    git(bare.parent, "clone", "--quiet", str(bare), str(clone))
    (clone / "CNAME").write_text("other.example.org")
    git(clone, "add", "CNAME")
    git(clone, "commit", "--quiet", "-m", "Set the domain")
    git(clone, "push", "--quiet", "origin", "HEAD:gh-pages")
    published = finished.run(*BRANCH, "--yes")
    assert published.code == 0, published.output + published.errors
    assert git(bare, "show", "gh-pages:CNAME") == "other.example.org"
    assert "CNAME there names other.example.org, and `url` in workshop.yaml names " in (
        published.output
    )


def test_somebody_who_pushes_at_the_same_moment_loses_nothing(
    finished: Workspace, bare: Path
) -> None:
    hook = finished.root / ".git/hooks/pre-push"
    hook.write_text(
        "#!/bin/sh\nrm .git/hooks/pre-push\nunset GIT_DIR\n"
        "tree=$(printf '100644 blob %s\\ttheirs.txt\\n' $(echo theirs | git hash-object -w --stdin)"
        " | git mktree)\n"
        "git push --quiet origin $(git commit-tree $tree -m Theirs):refs/heads/gh-pages\n"
    )
    hook.chmod(0o755)
    published = finished.run(*BRANCH, "--yes")
    assert published.code == 0, published.output + published.errors
    assert "meanwhile; looking again" in published.output
    assert {"theirs.txt", "index.html"} <= set(names_on(bare))
    assert git(bare, "rev-list", "--count", "gh-pages") == "2\n"


def test_the_data_may_say_where(finished: Workspace, tmp_path: Path) -> None:
    finished.append("workshop.yaml", 'publish: {to: "../web site"}\n')
    published = finished.run("publish", "--yes")
    assert published.code == 0, published.output + published.errors
    assert contents(tmp_path / "web site") == contents(finished.root / "build/site")


def test_without_a_place_it_is_said_what_to_type(finished: Workspace) -> None:
    published = finished.run("publish")
    assert published.code == 2
    assert "publish: {branch: gh-pages}" in published.errors


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{branch: two words}", "not-a-branch"),
        ("{folder: ../site}", "unknown-key"),
        ("{to: ../site, branch: gh-pages}", "publish-place"),
    ],
)
def test_a_place_that_cannot_be_read_is_an_error_at_its_line(
    finished: Workspace, written: str, code: str
) -> None:
    finished.append("workshop.yaml", f"publish: {written}\n")
    published = finished.run("publish")
    assert published.code == 1
    assert f"[{code}]" in published.output
    assert "Nothing was published." in published.output
    assert "is not said" not in published.errors


def test_a_dry_run_shows_everything_and_does_nothing(finished: Workspace, tmp_path: Path) -> None:
    published = finished.run("publish", "--to", "../site", "--dry-run")
    assert published.code == 0
    for name in contents(finished.root / "build/site"):
        assert f"    {name}\n" in published.output
    assert not (tmp_path / "site").exists()


def test_where_nobody_can_be_asked_nothing_is_done_without_a_word(
    finished: Workspace, tmp_path: Path
) -> None:
    published = finished.run("publish", "--to", "../site")
    assert published.code == 2
    assert "Add --yes" in published.output
    assert not (tmp_path / "site").exists()


def test_files_of_others_are_overwritten_only_on_demand(
    finished: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("theirs")
    refused = finished.run("publish", "--to", "../site", "--yes")
    assert refused.code == 1
    assert "--overwrite" in refused.output
    assert contents(tmp_path / "site") == {"index.html": b"theirs"}
    published = finished.run("publish", "--to", "../site", "--yes", "--overwrite")
    assert published.code == 0
    assert contents(tmp_path / "site") == contents(finished.root / "build/site")


@pytest.mark.parametrize(
    ("answers", "code"), [(("y", "y"), 0), (("n",), 1), (("y", "n"), 1), (("", ""), 1)]
)
def test_at_a_terminal_one_is_asked(
    finished: Workspace, tmp_path: Path, answers: tuple[str, ...], code: int
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("theirs")
    terminal = Terminal("publish", "--to", "../site", folder=finished.root)
    for question, answer in zip(("Overwrite 1 file", "Publish this?"), answers, strict=False):
        if answer or question.startswith("Overwrite"):
            terminal.answer(question, answer)
    assert terminal.finish() == code, terminal.screen
    there = contents(tmp_path / "site")
    assert (there == contents(finished.root / "build/site")) == (code == 0)
    assert ("Nothing was published." in terminal.screen) == (code == 1)


def test_errors_of_check_keep_a_website_from_being_published(
    finished: Workspace, tmp_path: Path
) -> None:
    finished.append("workshop.yaml", "rules: {to-be-confirmed: error}\n")
    finished.replace("editions/2026/edition.yaml", "60}", "60, tentative: true}")
    published = finished.run("publish", "--to", "../site", "--yes")
    assert published.code == 1
    assert "[to-be-confirmed]" in published.output
    assert "Nothing was published." in published.output
    assert not (tmp_path / "site").exists()
    anyway = finished.run("publish", "--to", "../site", "--yes", "--despite-errors")
    assert anyway.code == 0, anyway.output
    assert (tmp_path / "site/index.html").is_file()


def test_data_that_cannot_be_built_are_never_published(finished: Workspace, tmp_path: Path) -> None:
    finished.replace("editions/2026/edition.yaml", "venue:", "venu:")
    published = finished.run("publish", "--to", "../site", "--yes", "--despite-errors")
    assert published.code == 1
    assert "[unknown-key]" in published.output
    assert not (tmp_path / "site").exists()


# Below a path, as at https://somebody.github.io/wsp/


class Links(HTMLParser):
    """The addresses to which a page leads, and what it loads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value:
                self.found.add(urldefrag(value).url)
            elif name == "srcset" and value:
                self.found |= {entry.split()[0] for entry in value.split(",")}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """The address at which a folder `served` is shown."""
    (tmp_path / "served").mkdir()
    handler = partial(QuietHandler, directory=str(tmp_path / "served"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        pass


def links_of(page: str, address: str, start: str) -> set[str]:
    """The addresses on the same server to which a page leads."""
    whole = {urljoin(address, link) for link in Links(page).found}
    return {link for link in whole if urlsplit(link).netloc == urlsplit(start).netloc}


def test_below_a_path_all_links_hold_and_those_of_the_404_page(
    finished: Workspace, served: str, tmp_path: Path
) -> None:
    finished.replace("workshop.yaml", URL, f"\nurl: {served}/wsp/\n")
    published = finished.run("publish", "--to", "../served/wsp", "--yes")
    assert published.code == 0, published.output + published.errors
    seen: set[str] = set()
    to_see = {f"{served}/wsp/"}
    while to_see:
        address = to_see.pop()
        seen.add(address)
        assert address.startswith(f"{served}/wsp/"), address
        with urllib.request.urlopen(address) as answer:  # noqa: S310 - of this machine
            content = answer.read()
            if answer.headers.get_content_type() == "text/html":
                to_see |= links_of(content.decode(), address, served) - seen
    pages = {
        file.parent.relative_to(tmp_path / "served").as_posix()
        for file in (tmp_path / "served").rglob("index.html")
    }
    assert pages <= {urlsplit(address).path.strip("/") for address in seen}
    nothing = (tmp_path / "served/wsp/404.html").read_text(encoding="utf-8")
    address = f"{served}/wsp/no/such/page"
    leads = links_of(nothing, address, served) - {address}  # as by a link to a part of the page
    assert f"{served}/wsp/" in leads
    assert leads <= seen
