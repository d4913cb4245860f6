"""What goes out by itself, and what becomes of it."""
