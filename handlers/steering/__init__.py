"""What street contacts and organisers have the bot do: plan, change, pause, pass on."""
