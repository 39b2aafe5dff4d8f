"""Starts what comes next: a new series, or the next edition of one."""
