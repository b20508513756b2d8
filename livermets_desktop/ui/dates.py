"""Dates as readers write them."""

from datetime import date


def long_date(day: date) -> str:
    """Write a date in full: 3 November 2026."""
    return f"{day.day} {day:%B %Y}"
