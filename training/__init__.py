"""How the understanding learns: from lines that people wrote to a small model, by `make train`."""
