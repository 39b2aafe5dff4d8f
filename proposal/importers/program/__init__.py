"""Reads schedules that other systems export, and brings them into an edition's program."""
