"""`python -m bot` is the command `straatbot`."""

from bot.cli import main

main(prog_name="straatbot")
