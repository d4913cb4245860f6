"""The web server: webhooks, the playground's pages, and what operators look at."""
