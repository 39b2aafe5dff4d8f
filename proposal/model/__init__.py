"""What the data may say: one class a noun, each key documented in its schema.

- here: tables, from which keys, labels and words follow (`…_kinds`, `talk_roles`, `countries`);
  single values (`fields`, `edition_id`); how people write things (`typed_times`, `family_names`,
  `…_names`), and what to type instead (`…_hints`); `record`, the base of all records;
- `records/`: what a file or a part of it says;
- `loading/`: reads the files in `data/`, and says at once all that is wrong with them;
- `reference/`: schemas for editors, and the page of all keys.

A package in this list imports only those above it.
"""
