"""Publishing into a folder."""

from __future__ import annotations

import os
import subprocess
from multiprocessing import get_context
from pathlib import Path

import pytest

from proposal.publishing.folder_target import FolderTarget, folder_target
from proposal.publishing.manifest import INTENT, MANIFEST
from proposal.publishing.publish_target import PublishError, WrongTargetError
from tests.publishing.websites import PAGES, Website, contents, plan_for, publish


@pytest.fixture
def target(tmp_path: Path) -> FolderTarget:
    return FolderTarget(tmp_path / "public html", "public html")


def test_all_files_are_published_and_a_second_time_nothing_is_to_do(
    website: Website, target: FolderTarget
) -> None:
    plan = publish(target, website.files())
    assert plan.added == sorted(PAGES)
    assert contents(target.folder) == PAGES
    before = {file: file.stat().st_mtime_ns for file in target.folder.rglob("*")}
    assert publish(target, website.files()).is_empty
    assert {file: file.stat().st_mtime_ns for file in target.folder.rglob("*")} == before


def test_what_was_published_can_be_checked_with_sha256sum(
    website: Website, target: FolderTarget
) -> None:
    publish(target, website.files())
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    assert subprocess.run(command, cwd=target.folder, check=False).returncode == 0


def test_changes_are_published_and_what_is_gone_is_deleted_with_its_folder(
    website: Website, target: FolderTarget
) -> None:
    publish(target, website.files())
    website.has(**{"index.html": b"<h1>New</h1>\n", "2026__files__slides.pdf": None})
    plan = publish(target, website.files())
    assert (plan.changed, plan.deleted) == (["index.html"], ["2026/files/slides.pdf"])
    assert (target.folder / "index.html").read_bytes() == b"<h1>New</h1>\n"
    assert not (target.folder / "2026/files").exists()


def test_files_of_others_stay(website: Website, target: FolderTarget) -> None:
    others = {
        ".htaccess": b"Options -Indexes\n",
        ".well-known/security.txt": b"Contact: somebody\n",
        "2026/files/recording.mp4": b"recording",
        "another-workshop/index.html": b"theirs",
    }
    for name, content in others.items():
        (target.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (target.folder / name).write_bytes(content)
    publish(target, website.files())
    website.has(**{"2026__files__slides.pdf": None, "2026__index.html": None})
    publish(target, website.files())
    there = contents(target.folder)
    assert {name: there[name] for name in others} == others
    assert "2026/index.html" not in there


def test_a_file_that_somebody_else_wrote_is_named_before_it_is_overwritten(
    website: Website, target: FolderTarget
) -> None:
    target.folder.mkdir()
    (target.folder / "index.html").write_bytes(b"theirs")
    assert plan_for(target, website.files()).foreign == ["index.html"]


def test_a_file_that_somebody_has_changed_since_is_named_and_never_deleted(
    website: Website, target: FolderTarget
) -> None:
    publish(target, website.files())
    for name in ("index.html", "404.html"):
        (target.folder / name).write_bytes(b"changed there")
    website.has(**{"404.html": None})
    plan = publish(target, website.files())
    assert (plan.foreign, plan.kept) == (["index.html"], ["404.html"])
    assert (target.folder / "404.html").read_bytes() == b"changed there"


@pytest.mark.parametrize("name", ["index.html", "2026"])
def test_nothing_is_written_through_a_link(
    website: Website, target: FolderTarget, tmp_path: Path, name: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target.folder.mkdir()
    (target.folder / name).symlink_to(elsewhere)
    plan = plan_for(target, website.files())
    assert plan.blocked
    assert all(blocked.startswith(name) for blocked in plan.blocked)


def test_a_list_that_leads_elsewhere_deletes_nothing(
    website: Website, target: FolderTarget, tmp_path: Path
) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"")
    target.folder.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    lines = [f"{empty}  {name}\n" for name in ("../precious", str(precious), ".git/config")]
    (target.folder / MANIFEST).write_text("".join(lines))
    assert publish(target, website.files()).deleted == []
    assert precious.exists()


def _be_killed(target: FolderTarget, website: Website, moves: int) -> None:
    """Publish, and end at once after some files have been moved into place."""
    replace, count = Path.replace, 0

    def counted(self: Path, other: Path) -> Path:
        nonlocal count
        count += 1
        if count > moves:
            os._exit(9)
        return replace(self, other)

    Path.replace = counted  # type: ignore[method-assign, assignment]  # in a process of its own
    publish(target, website.files())


@pytest.mark.parametrize("moves", [0, 1, 2, 3, 4])
def test_a_publishing_that_is_killed_is_completed_by_the_next_one(
    website: Website, target: FolderTarget, moves: int
) -> None:
    publish(target, website.files())
    new = {name: b"new " + page for name, page in PAGES.items() if name != "404.html"}
    website.holds(new)
    process = get_context("fork").Process(target=_be_killed, args=(target, website, moves))
    process.start()
    process.join()
    assert process.exitcode == 9
    there = target.look(PAGES, website.files())
    assert there.is_broken_off == (moves > 0)
    plan = publish(target, website.files())
    assert (plan.foreign, plan.kept) == ([], [])
    assert contents(target.folder) == new
    assert [file.name for file in target.folder.glob(".*")] == [MANIFEST]


def test_a_disk_that_is_full_leaves_what_was_there(
    website: Website, target: FolderTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(target, website.files())
    website.has(**{"index.html": b"new"})
    write = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        if self.name.startswith(".index.html."):
            raise OSError(28, "No space left on device")
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(PublishError, match=r"the disk is full.*Nothing was published"):
        publish(target, website.files())
    monkeypatch.undo()
    assert contents(target.folder) == PAGES
    assert not (target.folder / INTENT).exists()


def test_a_folder_that_is_half_written_is_said_to_be(
    website: Website, target: FolderTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(target, website.files())
    website.holds({name: b"new " + page for name, page in PAGES.items()})
    replace = Path.replace

    def refused(self: Path, other: Path) -> Path:
        if other.name == "index.html" and other.parent == target.folder:
            raise OSError(1, "Operation not permitted", str(other))
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PublishError, match=r"incomplete: \d of 4 new files"):
        publish(target, website.files())
    monkeypatch.undo()
    assert target.look(PAGES, website.files()).is_broken_off
    publish(target, website.files())
    assert plan_for(target, website.files()).is_empty


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (".", "own folder"),
        ("data/site", "own folder data/"),
        ("build", "own folder build/"),
        ("build/site/2026", "own folder build/"),
        ("link-to-data", "own folder data/"),
        ("file", "is a file"),
        ("lost", "does not exist"),
    ],
)
def test_folders_that_hold_something_else_are_refused(
    website: Website, typed: str, words: str
) -> None:
    (website.root / "file").write_text("")
    (website.root / "lost").symlink_to("nowhere")
    (website.root / "link-to-data").symlink_to("data")
    with pytest.raises(WrongTargetError, match=words):
        folder_target(website.root, typed, website.root)


def test_a_link_to_a_folder_may_be_named(website: Website, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "link").symlink_to("disk")
    publish(folder_target(website.root, "../link", website.root), website.files())
    assert contents(tmp_path / "disk") == PAGES
