"""Parts the names of people into family name and given names, for forms that ask for both."""

from __future__ import annotations

from msgspec import Struct

from proposal.edition.participants import Person
from proposal.model.family_names import is_family_first, shown_family_name
from proposal.proceedings.author_index import parts_of_name


class NameParts(Struct, frozen=True):
    """A name in two parts."""

    family: str
    given: str
    """All other names; empty of somebody who has one name."""

    @property
    def inverted(self) -> str:
        """The name with the family name first: Lovelace, Ada."""
        return f"{self.family}, {self.given}" if self.given else self.family


def name_parts(person: Person) -> NameParts:
    """The parts of a name; where the data name the family name, that is it."""
    name = " ".join(person.name.split())
    if is_family_first(name):  # 山田 太郎, 王小明
        family = person.family_name or shown_family_name(name)
        if name.startswith(family) and family != name:
            return NameParts(family, name.removeprefix(family).strip())
    return NameParts(*parts_of_name(person))
