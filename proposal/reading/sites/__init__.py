"""Pages of a site as its program makes them of its sources, whose words know where they stand."""
