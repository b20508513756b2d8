"""What a public screen must hold: see rules.py."""
