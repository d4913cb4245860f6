"""One folder per platform: `listen` (theirs → ours), `render` (ours → theirs), `send` (the call)."""
