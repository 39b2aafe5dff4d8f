"""frab's schedule in JSON and in XML, which pretalx and others write in the same form."""

from __future__ import annotations

from proposal.importers.exports.export import Export, document_reader
from proposal.importers.exports.export_document import ExportDocument
from proposal.importers.program.frab_schedule import (
    is_frab_json,
    is_frab_xml,
    program_of_frab_json,
    program_of_frab_xml,
)
from proposal.importers.program.scheduled import ScheduledProgram

_REPOSITORY = "https://github.com/voc/schedule/blob/0a403ee52/validator"
_VERSION = "commit 0a403ee52 of 2026-06-27; pretalx 2026.2, frab 0.7"


def _of_xml(document: ExportDocument) -> ScheduledProgram:
    if document.xml is None:
        raise ValueError("the document is no XML")
    return program_of_frab_xml(document.xml)


SCHEDULE_JSON = Export(
    system="frab",
    name="schedule, as pretalx writes it, too",
    form="JSON",
    source=f"{_REPOSITORY}/json/schema.json",
    version=_VERSION,
    fits=lambda document: is_frab_json(document.json),
    program=document_reader(lambda document, _: program_of_frab_json(document.json)),
)
SCHEDULE_XML = Export(
    system="frab",
    name="schedule, as pretalx writes it, too",
    form="XML",
    source=f"{_REPOSITORY}/xsd/schedule.xml.xsd",
    version=_VERSION,
    fits=lambda document: document.xml is not None and is_frab_xml(document.xml),
    program=document_reader(lambda document, _: _of_xml(document)),
)
FRAB = (SCHEDULE_JSON, SCHEDULE_XML)
