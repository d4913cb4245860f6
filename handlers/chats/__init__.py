"""The places where the bot speaks: which street, who speaks for it, in which language, and what is kept."""
