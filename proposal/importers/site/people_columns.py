"""Puts the lines of tables of people in the order of reading, and tells which cells name people."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from proposal.importers.site.line_starts import line_start
from proposal.importers.site.site_lines import SiteLine
from proposal.model.countries import country_code
from proposal.reading.roles import part_in_organizing


def in_reading_order(lines: list[SiteLine]) -> list[SiteLine]:
    """The lines as people read them: a table of portraits goes column by column."""
    tables: dict[int, list[SiteLine]] = {}
    for line in lines:
        if line.table:
            tables.setdefault(line.table, []).append(line)
    ordered: list[SiteLine] = []
    done: set[int] = set()
    for line in lines:
        if not line.table:
            ordered.append(line)
        elif line.table not in done:
            done.add(line.table)
            ordered += _of_table(tables[line.table])
    return ordered


def _of_table(lines: list[SiteLine]) -> list[SiteLine]:
    """The lines of a table: row by row, or cell by cell where a row has several people."""
    others = titles_in_tables(lines)
    names: Counter[int] = Counter()
    for line in lines:
        if _begins_with_name(line) and id(line) not in others:
            names[line.item] += 1
    if not names or max(names.values()) < 2:
        column = _column_of_names(lines)
        lines = _with_roles_of_rows_above(lines)
        return sorted(
            lines,
            key=lambda line: (line.item, line.cell != column, _is_country(line), line.cell),
        )
    bands: dict[int, int] = {}
    band = 0
    for item in dict.fromkeys(line.item for line in lines):
        band = item if names[item] >= 1 else band
        bands[item] = band
    return sorted(lines, key=lambda line: (bands[line.item], line.cell, line.item))


def _is_country(line: SiteLine) -> bool:
    """Whether a cell has a country alone, which belongs behind the institution beside it."""
    return country_code(line.text.strip(" .")) is not None


def _column_of_names(lines: list[SiteLine]) -> int:
    """The column that has a name in most rows."""
    found = Counter(line.cell for line in lines if _begins_with_name(line))
    return found.most_common(1)[0][0] if found else 0


def _with_roles_of_rows_above(lines: list[SiteLine]) -> list[SiteLine]:
    """The lines of a table in which a part in organizing stands in the first of its rows alone."""
    roles = [line for line in lines if part_in_organizing(line.text.strip(" :"))]
    columns = {line.cell for line in roles}
    if len(columns) != 1 or not all(_is_alone_in_column(line, lines) for line in roles):
        return lines
    column = columns.pop()
    found: list[SiteLine] = []
    role: SiteLine | None = None
    for item in dict.fromkeys(line.item for line in lines):
        row = [line for line in lines if line.item == item]
        own = next((line for line in row if line.cell == column), None)
        role = own or role
        found += row if own is not None or role is None else [*row, replace(role, item=item)]
    return found


def _is_alone_in_column(role: SiteLine, lines: list[SiteLine]) -> bool:
    return sum((one.item, one.cell) == (role.item, role.cell) for one in lines) == 1


def titles_in_tables(lines: list[SiteLine]) -> set[int]:
    """The ids of lines that read like names in columns of tables most of whose texts are none.

    They are titles of talks or posts beside those of others: `Careful Samples` among `On Tests`.
    """
    texts: Counter[tuple[int, int]] = Counter()
    names: Counter[tuple[int, int]] = Counter()
    for line in lines:
        if line.table and line.position == 0:
            texts[line.table, line.cell] += 1
            names[line.table, line.cell] += _begins_with_name(line)
    others = {
        place
        for place, count in names.items()
        if count * 2 < texts[place]
        and any(names[table, cell] > count for table, cell in names if table == place[0])
    }
    return {
        id(line) for line in lines if (line.table, line.cell) in others and _begins_with_name(line)
    }


def _begins_with_name(line: SiteLine) -> bool:
    return line.position == 0 and line_start(line.text) is not None
