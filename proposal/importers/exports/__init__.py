"""Exports of review and conference systems: recognized, and read by each system's own grammar.

A file becomes tables and documents (`source.py`: CSV, XLSX, SpreadsheetML, JSON, XML, folders and
archives). `recognition.py` compares them with what `registry.py` knows of exports, and each kind of
import (papers, people, program) takes those that feed it. What is not known is mapped by the
meaning of its headings.

How a system is added:

1. Look the form up in the system's own source or documents, and note the address and the version.
2. Write a module that is named as the system, with an `Export` for each of its exports:
   - `headings`, by which a table is recognized: those that every such table has and that together
     no other table has; or `fits`, which looks at a document in JSON or XML;
   - `papers`, `people`: what each heading means for that kind of import (`columns` writes it by
     meaning); the empty text stands for what is left out knowingly;
   - `authors`, the system's grammar of authors in a row; `submissions`, which lists the papers of a
     document; `beside`, for a table of authors that completes a list of papers;
   - `gives`, what is read of each paper, as the page of exports says it;
   - `program`, a function that reads its schedule (`proposal/importers/program/`);
   - `advice`, if no import reads it alone: what to do instead. An export that is read by one kind
     of import is refused by the others with the command to type.
3. Add the exports to `registry.py`, and a sample of placeholders to the tests. Write the page of
   exports anew: `scripts/exports.py`.
"""
