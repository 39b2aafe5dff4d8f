"""Which saves are noticed, and how many builds follow."""

from __future__ import annotations

import json
import shutil
import signal
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.preview.live import Live, save_by_rename

EDITION = "editions/2026/edition.yaml"
OLD, NEW = "Deployment case studies", "Case studies of deployments"


class Listener:
    """Hears all that the preview tells."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.heard: list[dict[str, Any]] = []
        self._connection = HTTPConnection("127.0.0.1", live.port, timeout=60)
        self._connection.request("GET", "/events")
        self._answer = self._connection.getresponse()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        self.until(lambda state: state["phase"] == "idle")
        self.heard.clear()

    def _listen(self) -> None:
        for line in self._answer:
            if line.startswith(b"data: "):
                self.heard.append(json.loads(line.removeprefix(b"data: ")))

    def leave(self) -> None:
        """Go, which the preview notices when it ends at the latest."""
        self.live.end(signal.SIGTERM)
        self._thread.join(20)
        self._answer.close()
        self._connection.close()

    def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        end = time.monotonic() + 30
        while not (self.heard and holds(self.heard[-1])):
            assert time.monotonic() < end, self.heard[-1:]
            time.sleep(0.02)
        return self.heard[-1]

    def after_build(self) -> dict[str, Any]:
        """What is told when the build that follows a save is over."""
        return self.until(lambda state: state["phase"] == "idle" and bool(state["saved"]))

    def builds(self) -> list[list[str]]:
        """The files of each build that was begun."""
        begun = [
            message["saved"] for message in self.heard if message["step"] == "reading the data"
        ]
        return [saved for saved, _ in groupby(begun)]


@pytest.fixture
def listener(quick_preview: Live) -> Iterator[Listener]:
    """Somebody who hears what the preview tells."""
    listener = Listener(quick_preview)
    yield listener
    listener.leave()


def page_of(live: Live, path: str) -> bytes:
    """A page of the website as it is served."""
    connection = HTTPConnection("127.0.0.1", live.port, timeout=10)
    connection.request("GET", path)
    with connection.getresponse() as answer:
        content = answer.read()
    connection.close()
    return content


def test_a_file_that_is_saved_by_a_rename_is_noticed(
    quick_preview: Live, listener: Listener
) -> None:
    file = quick_preview.workspace.data / EDITION
    save_by_rename(file, file.read_text(encoding="utf-8").replace(OLD, NEW))
    state = listener.after_build()
    assert [change["after"] for change in state["changes"]] == [NEW]
    assert state["saved"] == [f"data/{EDITION}"]


def test_many_files_at_once_are_one_build(quick_preview: Live, listener: Listener) -> None:
    people = sorted((quick_preview.workspace.data / "people").glob("*.yaml"))[:12]
    for file in people:
        with file.open("a", encoding="utf-8") as text:
            text.write("# looked at\n")
    state = listener.after_build()
    assert len(listener.builds()) == 1
    assert len(state["saved"]) == len(people)


def test_what_editors_keep_for_themselves_is_no_save(
    quick_preview: Live, listener: Listener
) -> None:
    folder = quick_preview.workspace.data
    for name in (".edition.yaml.swp", "edition.yaml~", "4913", "#edition.yaml#"):
        (folder / "editions" / "2026" / name).write_text("x")
    quick_preview.workspace.replace(EDITION, OLD, NEW)
    listener.after_build()
    assert listener.builds() == [[f"data/{EDITION}"]]


def test_the_newest_of_quick_saves_is_what_is_shown(
    quick_preview: Live, listener: Listener
) -> None:
    topics = [OLD, *(f"Topic {number}" for number in range(6))]
    for old, new in pairwise(topics):
        quick_preview.workspace.replace(EDITION, old, new)
        time.sleep(0.08)
    listener.until(
        lambda state: (
            state["phase"] == "idle"
            and any(change["after"] == "Topic 5" for change in state["changes"])
        )
    )
    assert b"Topic 5" in page_of(quick_preview, "/site/2026/")


def test_a_template_of_ones_own_is_noticed_where_there_was_none(
    quick_preview: Live, listener: Listener
) -> None:
    place = quick_preview.workspace.root / "templates" / "site" / "404.html"
    place.parent.mkdir(parents=True)
    place.write_text("<!DOCTYPE html><title>Mine</title>", encoding="utf-8")
    listener.until(lambda state: state["website"]["version"] > 1)
    assert b"<title>Mine</title>" in page_of(quick_preview, "/site/nothing-here")


def test_a_folder_that_is_replaced_is_still_watched(
    quick_preview: Live, listener: Listener, tmp_path: Path
) -> None:
    data = quick_preview.workspace.data
    shutil.copytree(data, tmp_path / "copy")
    shutil.rmtree(data)
    shutil.move(tmp_path / "copy", data)
    listener.until(lambda state: state["phase"] == "idle" and not state["problems"])
    time.sleep(1.5)
    quick_preview.workspace.replace(EDITION, OLD, NEW)
    state = listener.until(lambda state: bool(state["changes"]))
    assert state["changes"][0]["after"] == NEW
