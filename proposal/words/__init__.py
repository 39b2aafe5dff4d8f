"""The fixed words of all that is made for readers, in the languages that have a catalogue."""
