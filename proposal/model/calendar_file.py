"""Names the file with what calendars know of an edition."""

CALENDAR_FILE = "calendar.yaml"
"""The file's name in the edition's folder."""
