"""Small pages as organizers make them by hand: each agrees with itself until a test changes it."""

from __future__ import annotations

from pathlib import Path

from proposal.audit.with_each_other import disagreements
from proposal.diagnostics import Diagnostic, Span

JEKYLL = """\
---
permalink: /GenAIRecP2026
title: "Third Workshop on Generative AI for Recommender Systems and Personalization"
excerpt: Thursday, February 26, 2026, Boise, Idaho, USA <br> Held in conjunction with WSDM 2026
keynote:
  - title: "Meng Jiang"
    image_path: /assets/meng.jpg
    excerpt: |
      ***University of Notre Dame*** <br>
      **What Does It Mean to Personalize a Language Model? Insights from RecSys to LLMs**
    bio: Meng Jiang is a professor at the University of Notre Dame.
  - title: "Yinglong Xia"
    excerpt: |
      ***Meta*** <br>
      **The Graph Trilogy: Unlocking Personalization at Scale**
organizers:
  - title: "Narges Tabari"
    excerpt: AWS AI Labs
  - title: "Neil Shah"
    excerpt: Snap Research
  - title: "Julian McAuley"
    excerpt: University of California San Diego
---

<script>
var startTime = moment("2026-02-26T15:55:00Z");
</script>

# Overview

The workshop is about models that generate what one person reads. See the
[schedule](#schedule) and the [speakers](#keynote-speakers). An editor of IEEE TBD is there.

## Important dates

- Submission deadline: ~~November 21, 2025~~ November 28, 2025
- Author notification: December 18, 2025
- Workshop: February 26, 2026

Papers are sent to [OpenReview](https://openreview.net/group?id=WSDM/2026/Workshop/GenAIRecP).

# Schedule

| Time (MST) | Agenda |
| --- | --- |
| **8:55 - 9:00am** | **Opening remarks** |
| **9:00 - 9:45am** | **[Keynote by Dr. Meng Jiang](#Meng+Jiang) (45 min)** |
| **9:45 - 10:30am** | **[Keynote by Dr. Yinglong Xia](#Yinglong+Xia) (45 min)** |
| **11:00 - 11:45am** | **Oral Session 1 (45 min)**<br>- AGP: Auto-Guided Prompt Refinement for \
Personalized Reranking in Recommender Systems<br>- InsertRank: LLMs can Reason over BM25 Scores to \
Improve Listwise Reranking |
| **12:30 - 1:45pm** | **Lunch (75 min)** |

# Keynote Speakers

{% include feature_row id="keynote" type="left" %}

# Accepted Papers

- AGP: Auto-Guided Prompt Refinement for Personalized Reranking in Recommender Systems
- InsertRank: LLMs can Reason over BM25 Scores to Improve Listwise Reranking

# Organizers

{% include feature_row id="organizers" %}

# Program Committee

- Praneeth Reddy (Regions Bank)
- Juntao Tan (Salesforce)
"""

HTML = """\
<!DOCTYPE html>
<html lang="en">
<head><title>GenAIRecP 2024</title></head>
<body>
<h1>First Workshop on Generative AI for Recommender Systems and Personalization</h1>
<p>Sunday, August 25, 2024, Barcelona, Spain</p>
<p><a href="#program">Program</a></p>
<h2 id="dates">Dates</h2>
<table>
<tr><td>Submission deadline</td><td><del>May 28, 2024</del> June 10, 2024</td></tr>
<tr><td>Author notification</td><td>June 28, 2024</td></tr>
</table>
<h2 id="program">Program</h2>
<p>All times are in CEST.</p>
<ul>
<li>14:00 - 14:10 Opening
<li>14:10 - 14:50 Keynote by Dietmar Jannach (40 min)
<li>14:50 - 15:30 Coffee and posters
<li>15:30 - 16:10 Keynote by Xiao-Ming Wu (40 min)
</ul>
<h2 id="speakers">Keynote speakers</h2>
<ul>
<li>Dietmar Jannach, University of Klagenfurt</li>
<li>Xiao-Ming Wu, The Hong Kong Polytechnic University</li>
</ul>
<h2 id="organizers">Organizers</h2>
<ul>
<li>Narges Tabari, AWS AI Labs</li>
<li>Hamed Zamani, University of Massachusetts Amherst</li>
</ul>
</body>
</html>
"""

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//by hand//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20260101T000000Z
SUMMARY:Opening remarks
DTSTART:20260226T155500Z
DTEND:20260226T160000Z
END:VEVENT
BEGIN:VEVENT
UID:2@example.org
DTSTAMP:20260101T000000Z
SUMMARY:GenAIRecP 2026: Submission deadline
DTSTART;VALUE=DATE:20251128
END:VEVENT
END:VCALENDAR
"""

_START = {"index.md": JEKYLL, "index.html": HTML, "schedule.ics": CALENDAR}


def written(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """A page with some changes, as a file."""
    text = _START[name]
    for old, new in changes:
        assert text.count(old) >= 1, f"{old!r} does not stand in {name}"
        text = text.replace(old, new)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def found(folder: Path, name: str, *changes: tuple[str, str]) -> list[Diagnostic]:
    """What is found in a page with some changes."""
    return disagreements([written(folder, name, *changes)])


def codes(diagnostics: list[Diagnostic]) -> list[str]:
    """The codes, in the order of the lines."""
    return [diagnostic.code for diagnostic in diagnostics]


def pointed_at(diagnostic: Diagnostic) -> str:
    """The words under the caret."""
    span = diagnostic.span
    assert isinstance(span, Span)
    line = span.file.read_text(encoding="utf-8").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]


def line_of(file: Path, words: str) -> int:
    """The first line on which words stand."""
    lines = file.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)
