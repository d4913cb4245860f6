"""Life: hears, speaks, wakes up, and wires it all together; the only folder that starts anything."""
