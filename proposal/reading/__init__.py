"""Reads what somebody wrote for people: days, hours, names, places, pages."""
