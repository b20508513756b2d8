"""The window of a public touch screen."""
