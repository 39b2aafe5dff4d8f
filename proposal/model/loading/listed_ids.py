"""Finds ids of people's files in lists where a name may stand as well."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypeVar

from proposal.model.records.committee_record import CommitteeRecord
from proposal.model.records.edition_record import EditionRecord
from proposal.model.records.paper import PaperRecord, Participant
from proposal.model.records.workshop import Workshop

_Listed = TypeVar("_Listed", bound=Participant)
_Group = TypeVar("_Group", bound=CommitteeRecord)


def edition_with_ids(edition: EditionRecord, ids: Collection[str]) -> EditionRecord:
    """An edition whose committees and editors with a file are named by their ids."""
    committee = _with_ids(edition.committee, ids)
    committees = [_committee(group, ids) for group in edition.committees]
    volume = edition.proceedings
    editors = _with_ids(volume.editors, ids)
    changed: dict[str, Any] = {}
    if not _are_same(committee, edition.committee):
        changed["committee"] = committee
    if not _are_same(committees, edition.committees):
        changed["committees"] = committees
    if not _are_same(editors, volume.editors):
        changed["proceedings"] = volume.model_copy(update={"editors": editors})
    return edition.model_copy(update=changed) if changed else edition


def workshop_with_ids(workshop: Workshop, ids: Collection[str]) -> Workshop:
    """A series whose committees name people with a file by their ids."""
    committees = [_committee(group, ids) for group in workshop.committees]
    if _are_same(committees, workshop.committees):
        return workshop
    return workshop.model_copy(update={"committees": committees})


def paper_with_ids(paper: PaperRecord, ids: Collection[str]) -> PaperRecord:
    """A paper that names authors with a file by their ids."""
    authors = _with_ids(paper.authors, ids)
    if _are_same(authors, paper.authors):
        return paper
    return paper.model_copy(update={"authors": authors})


def _committee(group: _Group, ids: Collection[str]) -> _Group:
    members = _with_ids(group.members, ids)
    if _are_same(members, group.members):
        return group
    return group.model_copy(update={"members": members})


def _with_ids(listed: list[_Listed], ids: Collection[str]) -> list[_Listed]:
    """The same people; records that were read are shared, so that copies take their places."""
    return [
        person.model_copy(update={"person": person.name, "name": None})
        if person.is_bare and person.name in ids
        else person
        for person in listed
    ]


def _are_same(some: list[_Listed] | list[_Group], others: list[_Listed] | list[_Group]) -> bool:
    return all(one is other for one, other in zip(some, others, strict=True))
