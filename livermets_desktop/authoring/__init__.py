"""From the content source to a compiled library."""
