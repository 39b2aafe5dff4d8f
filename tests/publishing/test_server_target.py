"""Publishing to a server by rsync over ssh."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from proposal.diagnostics import MachineError
from proposal.publishing.manifest import INTENT, MANIFEST
from proposal.publishing.publish_target import PublishError
from proposal.publishing.publishing_plan import PublishPlan
from proposal.publishing.server_target import server_target
from tests.publishing.conftest import Server
from tests.publishing.websites import PAGES, Website, contents, plan_for, publish
from tests.workspace import Workspace


def published(server: Server, website: Website, folder: str = "wsp") -> PublishPlan:
    with server_target(f"{server.login}:{server.home}/{folder}") as target:
        return publish(target, website.files())


def test_all_files_are_published_by_one_login_and_a_second_time_nothing_is_sent(
    website: Website, server: Server
) -> None:
    assert published(server, website, "public html").added == sorted(PAGES)
    there = server.home / "public html"
    assert contents(there) == PAGES
    assert server.logins == 1
    before = {file: file.stat().st_mtime_ns for file in there.rglob("*")}
    assert published(server, website, "public html").is_empty
    assert {file: file.stat().st_mtime_ns for file in there.rglob("*")} == before


def test_changes_are_sent_and_files_of_others_stay(website: Website, server: Server) -> None:
    published(server, website)
    there = server.home / "wsp"
    others = {
        ".htaccess": b"theirs",
        ".well-known/security.txt": b"theirs",
        "2026/files/recording.mp4": b"theirs",
        "another/index.html": b"theirs",
    }
    for name, content in others.items():
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        (there / name).write_bytes(content)
    website.has(**{"index.html": b"<h1>Hime</h1>\n", "2026__files__slides.pdf": None})
    plan = published(server, website)
    assert (plan.changed, plan.deleted) == (["index.html"], ["2026/files/slides.pdf"])
    expected = {**PAGES, **others, "index.html": b"<h1>Hime</h1>\n"}
    del expected["2026/files/slides.pdf"]
    assert contents(there) == expected
    assert not (there / INTENT).exists()


def test_what_others_wrote_or_changed_is_known_from_what_is_ours(
    website: Website, server: Server
) -> None:
    published(server, website)
    there = server.home / "wsp"
    for name in ("index.html", "404.html"):
        (there / name).write_bytes(b"changed there")
    website.has(**{"404.html": None, "new.html": b"new"})
    (there / "new.html").write_bytes(b"theirs")
    with server_target(f"{server.login}:{there}") as target:
        plan = plan_for(target, website.files())
    assert (plan.foreign, plan.kept) == (["index.html", "new.html"], ["404.html"])


def test_what_the_website_no_longer_has_is_deleted_though_a_copy_lies_beside_it(
    website: Website, server: Server
) -> None:
    published(server, website)
    website.has(**{"404.html": None})
    (website.root / "build/site/404.html").write_bytes(PAGES["404.html"])
    assert published(server, website).deleted == ["404.html"]


def test_only_the_file_of_the_very_name_is_deleted(website: Website, server: Server) -> None:
    ours, others = "2026/files/slides [1*].pdf", "2026/files/slides 1.pdf"
    website.has(**{ours: b"ours"})
    published(server, website)
    (server.home / "wsp" / others).write_bytes(b"of others")
    website.has(**{ours: None})
    assert published(server, website).deleted == [ours]
    files = {file.name for file in (server.home / "wsp/2026/files").iterdir()}
    assert files == {"slides.pdf", "slides 1.pdf"}


@pytest.mark.parametrize("name", ["index.html", "2026"])
def test_nothing_is_sent_through_a_link(
    website: Website, server: Server, tmp_path: Path, name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (server.home / "wsp").mkdir()
    (server.home / "wsp" / name).symlink_to(tmp_path / "elsewhere")
    with server_target(f"{server.login}:{server.home}/wsp") as target:
        assert plan_for(target, website.files()).blocked


def test_a_publishing_that_broke_off_is_completed(website: Website, server: Server) -> None:
    published(server, website)
    there = server.home / "wsp"
    before = (there / MANIFEST).read_bytes()
    new = {name: b"new " + page for name, page in PAGES.items()}
    website.holds(new)
    with server_target(f"{server.login}:{there}") as target:
        site = website.files()
        changed = plan_for(target, site).changed
        target.carry_out(PublishPlan(changed=changed[:2], is_listed=False), site)
    # As if the line had been cut behind two files.
    (there / MANIFEST).rename(there / INTENT)
    (there / MANIFEST).write_bytes(before)
    plan = published(server, website)
    assert (plan.changed, plan.unchanged, plan.foreign) == (changed[2:], changed[:2], [])
    assert contents(there) == new
    assert not (there / INTENT).exists()


def test_a_command_that_is_killed_while_it_sends_is_completed_by_the_next_one(
    finished: Workspace, server: Server
) -> None:
    there = server.home / "wsp"
    arguments = ("publish", "--yes", "--rsync", f"{server.login}:{there}")
    process = subprocess.Popen(
        [sys.executable, "-m", "proposal", *arguments],
        cwd=finished.root,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (there / INTENT).exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    again = finished.run(*arguments)
    assert again.code == 0, again.output + again.errors
    assert contents(there) == contents(finished.root / "build/site")
    assert not (there / INTENT).exists()
    assert "Everything is there already" in finished.run(*arguments).output


def test_a_missing_folder_above_is_said_with_what_to_type(website: Website, server: Server) -> None:
    with pytest.raises(PublishError, match=r"mkdir -p .*one/two"):
        published(server, website, "one/two/three")


def test_a_wrong_key_of_the_host_is_said(website: Website, server: Server, tmp_path: Path) -> None:
    known = tmp_path / "ssh/known"
    name, _, _ = known.read_text().split()
    user = (tmp_path / "ssh/user.pub").read_text().split()
    known.write_text(f"{name} {user[0]} {user[1]}\n")
    with pytest.raises(PublishError, match="another one than the last time"):
        published(server, website)
    known.write_text("")
    with pytest.raises(PublishError, match="is not known here"):
        published(server, website)


def test_who_may_not_log_in_reads_why(website: Website, server: Server, tmp_path: Path) -> None:
    (tmp_path / "ssh/authorized").write_text("")
    with pytest.raises(PublishError, match="does not let you in"):
        published(server, website)


def test_a_folder_that_is_a_file_is_refused(website: Website, server: Server) -> None:
    (server.home / "wsp").write_text("a file")
    with pytest.raises(PublishError, match="is a file"):
        published(server, website)


def test_a_machine_without_rsync_is_one_that_lacks_something(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MachineError, match="lacks rsync"), server_target("host:wsp"):
        pass
