"""The content that a new initiative begins with: Dutch, for a street that wants to leave natural gas."""
