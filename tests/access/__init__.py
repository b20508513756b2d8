"""What is measured so that everybody can use the window, and its bounds."""
