# Was der Bot auf Deutsch sagen kann; alles andere sagt er auf Niederländisch.

only-dutch = Das kann ich leider nur auf Niederländisch sagen:
language-set = Gut. Wo es eine Antwort auf Deutsch gibt, gebe ich sie auf Deutsch. Alles andere sage ich auf Niederländisch.
danger-gas = **Gasgeruch?** Fenster auf. Kein Feuer, kein Licht, keine Schalter und keine Klingel. Alle nach draußen. Dort **0800-9009** anrufen, bei Lebensgefahr **112**.
danger-koolmonoxide = **Kohlenmonoxid ist lebensgefährlich.** Alle sofort nach draußen. Dort **112** anrufen. Nicht wieder hineingehen. Sag es dort, wenn jemand Kopfschmerzen hat oder wenn jemandem übel ist.
danger-brand = **Feuer, Rauch oder Funken?** Alle nach draußen, Tür zu, nicht mit dem Aufzug. Dort **112** anrufen. Nicht selbst löschen. Du kommst nicht hinaus? Tür zu, ans Fenster, **112** anrufen. Niemanden berühren, der unter Strom steht: zuerst den Strom abschalten.
welcome-back = Gern geschehen! Noch eine Frage? Frag ruhig.
