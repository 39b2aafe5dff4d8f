"""Keeps what was made of each edition, so that only editions that changed are rendered again.

Texts are kept in `build/.pages/EDITION.json`; of pages it holds the digests, and they are taken
from `build/site/`, where they stand already.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from proposal.build.edition_rendering import EditionInputs, EditionPages
from proposal.build.fingerprints import Fingerprints
from proposal.build.graph import Source
from proposal.build.value_bytes import value_bytes
from proposal.caching import digest, program_digest
from proposal.delivery import deliver_as_read
from proposal.model.loading.own_site import OwnSite
from proposal.render.rendered_files import RenderedFiles
from proposal.render.site.edition_pages import SitePart, Surroundings
from proposal.render.stored_files import ContentStore


class KeptPages(Struct):
    """What the last build has made of editions, as far as it is still in `build/`."""

    before: Fingerprints
    """Taken before the data were read."""
    _new: dict[Path, Mapping[str, bytes]] = field(default_factory=dict)
    """What was rendered now, to be kept, by the files for it."""

    def surroundings(self, around: Surroundings, site: OwnSite | None) -> str:
        """The digest of all that editions are rendered with beside what is their own.

        Args:
            around: what their pages show of the series.
            site: what organizers put on the website, which is the same for all editions.
        """
        return digest(
            program_digest(),
            self.before.digest_of(Source.TEXT),
            self.before.digest_of(Source.SITE),
            self.before.digest_of_files(),
            value_bytes(around, self.before.root),
            value_bytes(site, self.before.root),
        )

    def find(self, inputs: EditionInputs, surroundings: str) -> EditionPages | None:
        """What would be made of an edition again; nothing if it is not known, or not there.

        Args:
            inputs: what it would be made of.
            surroundings: the digest of all else.
        """
        root = self.before.root
        try:
            stored = json.loads(_file(root, inputs.edition.id).read_text(encoding="utf-8"))
            if stored["key"] != inputs.key(root, surroundings, inputs.known_events):
                return None
            texts = {name: text.encode() for name, text in stored["texts"].items()}
            files = {name: (root / "build/site" / name).read_bytes() for name in stored["site"]}
            if any(digest(files[name]) != known for name, known in stored["site"].items()):
                return None
            site = SitePart(files, [], tuple(stored["paths"]), stored["site"])
            return EditionPages(RenderedFiles(texts, []), stored["events"].encode(), site)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def take(
        self, inputs: EditionInputs, surroundings: str, made: EditionPages, store: ContentStore
    ) -> None:
        """Remember what was made of an edition, to be kept when all of it is in its place.

        If anything is said of it, it is made again: the data may have moved on which it was said,
        and what the machine lacked may have been installed.

        Args:
            inputs: what it was made of.
            surroundings: the digest of all else.
            made: what was made.
            store: where to put it by until then.
        """
        root, site = self.before.root, made.site
        if site is None or site.diagnostics or made.texts.diagnostics:
            return
        kept = {
            "key": inputs.key(root, surroundings, made.events),
            "texts": {name: text.decode() for name, text in made.texts.files.items()},
            "events": made.events.decode(),
            "site": {name: digest(page) for name, page in site.files.items()},
            "paths": site.paths,
        }
        content = json.dumps(kept, ensure_ascii=False).encode()
        self._new[_file(root, inputs.edition.id)] = store.stored({"": content})

    def write(self) -> None:
        """Keep what was made; all of it is in its place.

        Raises:
            DeliveryError: `build/` cannot be written to.
        """
        deliver_as_read((file, kept[""]) for file, kept in self._new.items())
        self._new.clear()


def _file(root: Path, edition_id: str) -> Path:
    return root / "build" / ".pages" / f"{edition_id}.json"
