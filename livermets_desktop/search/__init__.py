"""Full-text search over the sections of a library."""
