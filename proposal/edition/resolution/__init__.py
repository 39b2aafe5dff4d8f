"""Works out of what the data say what is true of one edition."""
