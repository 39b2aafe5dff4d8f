"""What of an edition is announced on its page: whoever has agreed, and where each one stands."""

from __future__ import annotations

from operator import attrgetter

from msgspec import Struct

from proposal.edition.edition import Edition
from proposal.edition.paper_groups import PaperGroup, paper_groups, parted_by
from proposal.edition.participants import Person
from proposal.edition.schedule import Slot, Talk
from proposal.edition.series import Series
from proposal.model.material_kinds import MATERIAL_KINDS, MaterialKind
from proposal.model.own_file_names import OWN_FILES
from proposal.model.talk_roles import TALK_ROLES, TalkRole
from proposal.render.own_targets import EDITIONS, OwnTarget
from proposal.render.template_filters import host


class Announced(Struct, frozen=True):
    """An edition with the addresses of its pages and its pictures."""

    edition: Edition

    @property
    def slug(self) -> str:
        """The name of the edition in addresses: GenAIRecP2026."""
        return f"{self.edition.acronym}{self.edition.id}"

    @property
    def short_title(self) -> str:
        """The edition in two words: GenAIRecP 2026."""
        return self.edition.short_name

    @property
    def host(self) -> str:
        """The host conference in two words: WSDM 2026."""
        return host(self.edition.venue)

    @property
    def page(self) -> str:
        """The address of the edition's page, from the site's root."""
        return f"/{self.slug}"

    @property
    def call(self) -> str:
        """The address of the call for papers."""
        return f"/{self.slug}/call-for-papers"

    @property
    def pictures(self) -> str:
        """The address of the folder with the edition's pictures."""
        return f"/assets/images/{self.slug}"

    @property
    def own_files(self) -> str:
        """The address of the folder with the edition's own files."""
        return f"/assets/{OWN_FILES}/{self.slug}"

    @property
    def papers(self) -> str:
        """The name of the data file with the accepted papers."""
        return f"papers{self.edition.id}"

    @property
    def committee(self) -> str:
        """The name of the data file with the program committee."""
        return f"pc-members{self.edition.id}"

    @property
    def news(self) -> str:
        """The name of the data file with the edition's news."""
        return f"news{self.edition.id}"

    @property
    def keynotes(self) -> tuple[Talk, ...]:
        """The keynotes that are certain."""
        return self.edition.announced("keynote")

    @property
    def invited(self) -> tuple[Talk, ...]:
        """The invited talks that are certain."""
        return self.edition.announced("talk")

    @property
    def panelists(self) -> tuple[Talk, ...]:
        """The seats on the panel that are certain."""
        return self.edition.panel

    @property
    def other_roles(self) -> tuple[TalkRole, ...]:
        """The roles with a row of their own that the theme's pages do not have from the start."""
        return tuple(
            role
            for role in TALK_ROLES
            if role.name not in {"keynote", "talk"} and not role.is_seat
            if self.edition.announced(role.name)
        )

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody whose picture the page shows, once."""
        roles = ("keynote", "talk", *(role.name for role in self.other_roles))
        talks = [talk for role in roles for talk in self.edition.announced(role)]
        shown = [person for talk in (*talks, *self.panelists) for person in talk.people]
        shown += [organizer.person for organizer in self.edition.organizers]
        return tuple({person.file_name: person for person in shown}.values())

    @property
    def shows_logos(self) -> bool:
        """Whether any sponsor has a logo, so that a list of names would not show it."""
        return any(sponsor.logo for sponsor in self.edition.sponsors)

    @property
    def paper_groups(self) -> tuple[PaperGroup, ...]:
        """The accepted papers in the parts in which they are listed."""
        return paper_groups(self.edition.papers)

    @property
    def parts_papers(self) -> bool:
        """Whether the papers are listed in several parts."""
        return len(self.paper_groups) > 1

    @property
    def details(self) -> tuple[str, ...]:
        """The keys of lines that some paper has in the data file beside its authors."""
        names = ("presented", "corresponding", "kind", "track", "keywords", "pages")
        papers = self.edition.papers
        shown = (name for name in names if name != parted_by(papers))
        return tuple(name for name in shown if any(map(attrgetter(name), papers)))

    @property
    def further_materials(self) -> tuple[MaterialKind, ...]:
        """What some paper offers beside PDF, code and data, the DOI as the last one."""
        papers = self.edition.papers
        listed = [
            kind
            for kind in (*MATERIAL_KINDS[3:], MaterialKind("doi", "DOI", ()))
            if any(getattr(paper, kind.name) for paper in papers)
        ]
        return tuple(listed)

    def described(self, slot: Slot) -> Talk | None:
        """The talk in a part of the schedule, if the page describes it."""
        talk = slot.talk
        return talk if talk and talk.is_confirmed and not talk.is_seat else None


def anchor(talk: Talk) -> str:
    """The name by which the schedule finds a talk on the page."""
    return f"talk-{talk.id}"


def address_of(target: OwnTarget, series: Series) -> str:
    """The address of something of ours in the tree for Jekyll, from its root."""
    first, _, rest = target.path.partition("/")
    editions = {edition.id: Announced(edition) for edition in series.editions}
    if first in editions:
        announced = editions[first]
        folder, name = announced.page, rest
        files = announced.own_files
    else:
        folder, name, files = "", target.path, series_files(series)
        name = "all-editions" if name == EDITIONS else name
    if name.startswith(f"{OWN_FILES}/"):
        return f"{files}/{name.removeprefix(f'{OWN_FILES}/')}{target.behind}"
    address = f"{folder}/{name}".rstrip("/") or "/"
    return f"{address}{target.behind}"


def series_files(series: Series) -> str:
    """The address of the folder with the files of the series."""
    return f"/assets/{OWN_FILES}/{series.acronym}"
