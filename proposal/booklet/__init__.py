"""Sets what is printed for the day: a booklet of the program, and signs for doors."""
