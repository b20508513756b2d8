"""The steps that turn a checkout into a release."""
