"""Names the file with what calendars know of an edition."""

CALENDAR_FILE = "calendar.yaml"
"""The file beside `edition.yaml` that holds the events; `proposal build` writes it."""
