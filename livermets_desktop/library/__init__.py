"""The compiled library: its format, its writer and its reader."""
