"""Publishing to a branch of a git repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposal.diagnostics import MachineError
from proposal.publishing.branch_target import BranchTarget, branch_target
from proposal.publishing.git import GitError
from proposal.publishing.publish_target import MovedError, WrongTargetError
from tests.publishing.websites import PAGES, Website, git, plan_for, publish


def target_of(website: Website, branch: str = "gh-pages", remote: str = "origin") -> BranchTarget:
    return branch_target(website.root, branch, remote)


def on_branch(bare: Path, branch: str = "gh-pages") -> dict[str, bytes]:
    """The files on a branch but the list of ours."""
    names = git(bare, "ls-tree", "-r", "--name-only", branch).splitlines()
    return {
        name: git(bare, "show", f"{branch}:{name}").encode("utf-8", "surrogateescape")
        for name in names
        if name not in {".proposal-published", "2026/files/slides.pdf"}
    }


TEXTS = {name: page for name, page in PAGES.items() if not name.endswith(".pdf")}


def pushed_by_others(bare: Path, folder: Path, name: str, content: str) -> None:
    """Let somebody else add a file to the branch."""
    clone = folder / f"clone-{name.replace('/', '-')}"
    git(folder, "clone", "--quiet", "--branch", "gh-pages", str(bare), str(clone))
    (clone / name).parent.mkdir(parents=True, exist_ok=True)
    (clone / name).write_text(content)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "Add a file")
    git(clone, "push", "--quiet", "origin", "gh-pages")


def test_a_branch_is_begun_and_a_second_time_no_commit_is_made(
    website: Website, bare: Path
) -> None:
    publish(target_of(website), website.files(**{".nojekyll": b""}))
    assert on_branch(bare) == {**TEXTS, ".nojekyll": b""}
    assert git(bare, "log", "--format=%s%b", "gh-pages").strip() == "Publish the website"
    assert publish(target_of(website), website.files(**{".nojekyll": b""})).is_empty
    assert git(bare, "rev-list", "--count", "gh-pages").strip() == "1"


def test_bytes_are_published_as_they_are(website: Website, bare: Path, tmp_path: Path) -> None:
    git(website.root, "config", "core.autocrlf", "true")
    (website.root / ".gitattributes").write_text("* text=auto eol=crlf\n")
    website.has(**{"2026__index.html": b"one\r\ntwo\n"})
    publish(target_of(website), website.files())
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(bare), "clone")
    for name in ("2026/files/slides.pdf", "2026/index.html"):
        built = website.root / "build/site" / name
        assert (tmp_path / "clone" / name).read_bytes() == built.read_bytes()


def test_the_users_files_index_and_branches_stay_as_they_are(website: Website, bare: Path) -> None:
    (website.root / "data/workshop.yaml").write_text("not committed\n")
    (website.root / "staged").write_text("staged\n")
    git(website.root, "add", "staged")
    state = ("status", "--porcelain"), ("branch", "--list"), ("stash", "list"), ("log", "--all")
    before = [git(website.root, *arguments) for arguments in state[:3]]
    index = (website.root / ".git/index").read_bytes()
    publish(target_of(website), website.files())
    website.has(**{"index.html": b"new"})
    publish(target_of(website), website.files())
    assert [git(website.root, *arguments) for arguments in state[:3]] == before
    assert (website.root / ".git/index").read_bytes() == index
    assert not (website.root / ".git/FETCH_HEAD").exists()
    assert git(bare, "rev-list", "--count", "gh-pages").strip() == "2"


def test_files_of_others_stay_and_their_commits_are_built_upon(
    website: Website, bare: Path, tmp_path: Path
) -> None:
    publish(target_of(website), website.files())
    pushed_by_others(bare, tmp_path, "another/index.html", "theirs\n")
    website.has(**{"index.html": b"new", "404.html": None})
    plan = publish(target_of(website), website.files())
    assert (plan.changed, plan.deleted) == (["index.html"], ["404.html"])
    there = on_branch(bare)
    assert there["another/index.html"] == b"theirs\n"
    assert "404.html" not in there
    assert git(bare, "rev-list", "--count", "gh-pages").strip() == "3"


def test_a_branch_that_moves_meanwhile_is_not_overwritten(
    website: Website, bare: Path, tmp_path: Path
) -> None:
    publish(target_of(website), website.files())
    website.has(**{"index.html": b"new"})
    target, site = target_of(website), website.files()
    plan = plan_for(target, site)
    pushed_by_others(bare, tmp_path, "theirs.txt", "theirs\n")
    with pytest.raises(MovedError):
        target.carry_out(plan, site)
    assert on_branch(bare)["index.html"] == PAGES["index.html"]
    publish(target, site)
    there = on_branch(bare)
    assert (there["index.html"], there["theirs.txt"]) == (b"new", b"theirs\n")


def test_a_branch_that_is_begun_meanwhile_is_not_overwritten(
    website: Website, bare: Path, tmp_path: Path
) -> None:
    target, site = target_of(website), website.files()
    plan = plan_for(target, site)
    other = Website(tmp_path / "other")
    other.holds({"index.html": b"theirs"})
    git(other.root, "init", "--quiet")
    git(other.root, "remote", "add", "origin", str(bare))
    publish(target_of(other), other.files())
    with pytest.raises(MovedError):
        target.carry_out(plan, site)


def test_changed_and_foreign_files_differ(website: Website, bare: Path, tmp_path: Path) -> None:
    publish(target_of(website), website.files())
    pushed_by_others(bare, tmp_path, "index.html", "changed there\n")
    website.has(**{"index.html": b"new", "2026__index.html": b"new"})
    plan = plan_for(target_of(website), website.files())
    assert (plan.foreign, plan.changed) == (["index.html"], ["2026/index.html"])


def test_a_file_in_the_place_of_a_folder_is_in_the_way(
    website: Website, bare: Path, tmp_path: Path
) -> None:
    website.holds({"index.html": b"home"})
    publish(target_of(website), website.files())
    pushed_by_others(bare, tmp_path, "2026", "a file\n")
    website.has()
    plan = plan_for(target_of(website), website.files())
    assert plan.blocked == ["2026/files/slides.pdf", "2026/index.html"]


@pytest.mark.parametrize(
    ("branch", "remote", "words"),
    [
        ("main", "origin", "the one that you work on"),
        ("gh-pages", "nowhere", "git remote add nowhere ADDRESS"),
    ],
)
def test_what_cannot_be_a_target_is_refused(
    website: Website, bare: Path, branch: str, remote: str, words: str
) -> None:
    with pytest.raises(WrongTargetError, match=words):
        target_of(website, branch, remote)


def test_a_branch_with_the_data_is_refused(website: Website, bare: Path) -> None:
    (website.root / "data/workshop.yaml").write_text("name: x\n")
    git(website.root, "add", "data")
    git(website.root, "commit", "--quiet", "-m", "Add data")
    git(website.root, "push", "--quiet", "origin", "main:sources")
    with pytest.raises(WrongTargetError, match="holds a workshop's data"):
        plan_for(target_of(website, "sources"), website.files())


def test_a_remote_that_is_gone_is_named_without_its_password(website: Website, bare: Path) -> None:
    address = "https://somebody:sesame@127.0.0.1:1/wsp.git"
    git(website.root, "remote", "set-url", "origin", address)
    with pytest.raises(GitError) as reason:
        plan_for(target_of(website), website.files())
    assert "sesame" not in str(reason.value)
    assert "127.0.0.1:1/wsp.git cannot be reached" in str(reason.value)


def test_a_hook_that_declines_is_no_fault_of_the_program(website: Website, bare: Path) -> None:
    hook = bare / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(GitError, match="does not let this branch be changed"):
        publish(target_of(website), website.files())


def test_without_a_name_in_git_it_is_said_what_to_type(
    website: Website, bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "empty"
    settings.write_text("[user]\nuseConfigOnly = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    with pytest.raises(GitError, match=r"git config --global user\.name"):
        publish(target_of(website), website.files())


def test_a_machine_without_git_is_one_that_lacks_something(
    website: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MachineError, match="lacks git"):
        target_of(website)


def test_a_folder_outside_of_git_is_refused(website: Website) -> None:
    with pytest.raises(WrongTargetError, match="in no git repository"):
        target_of(website)
