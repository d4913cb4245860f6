"""What people say that is no question: stop, thank you, never mind, a choice; and ordinary words for a command."""
