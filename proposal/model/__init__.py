"""What the data may say: one class a noun, each key documented in its schema.

Modules are called by what they hold:

- `workshop`, `venue`, `person`, `paper`, `program`, `call`, `rights` and `…_record`: what a file or
  a part of it says, with `record` as their base;
- `…_kinds`, `talk_roles`, `publication_places`, `web_services`, `acmart_versions`: tables, from
  which keys, labels and words follow;
- `fields`, `time_fields`, `ordinal`, `slot_day`, `page_span`, `variant`, …: single values;
- `validation`, `…_hints`, `meant_keys`, `guessed_keys`, `read_values`, `unlikely_names`: what is said of wrong
  ones, and what to type instead;
- `english_days`, `typed_times`, `family_names`, `…_names`, `countries`: how people write things;
- `folder`, `file_cache`, `own_…`, `paper_files`, `unread_files`: the files in `data/`;
- `data_writer`, `published_events`: what the program writes into them;
- `schema`, `key_reference`, `formula_reference`, `examples`: schemas and pages of reference.
"""
