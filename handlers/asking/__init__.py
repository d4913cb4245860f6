"""What residents ask, and how it is answered: by the bot, or by a person."""
