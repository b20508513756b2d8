"""Plain, frozen values that the layers hand to each other; no input or output here."""
