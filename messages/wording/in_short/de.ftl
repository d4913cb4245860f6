# Was der Bot auf Deutsch sagen kann; alles andere sagt er auf Niederländisch.

only-dutch = Das kann ich leider nur auf Niederländisch sagen:
language-set = Gut. Wo es eine Antwort auf Deutsch gibt, gebe ich sie auf Deutsch. Alles andere sage ich auf Niederländisch.
