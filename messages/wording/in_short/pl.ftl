# Co bot umie powiedzieć po polsku; resztę mówi po niderlandzku.

only-dutch = Niestety mogę to powiedzieć tylko po niderlandzku:
language-set = Dobrze. Jeśli mam odpowiedź po polsku, podam ją po polsku. Resztę powiem po niderlandzku.
danger-gas = **Czujesz gaz?** Otwórz okna. Żadnego ognia. Nie włączaj światła, nie dotykaj włączników ani dzwonka. Wszyscy na zewnątrz. Stamtąd zadzwoń pod **0800-9009**, a gdy zagrożone jest życie, pod **112**.
danger-koolmonoxide = **Tlenek węgla (czad) zagraża życiu.** Wszyscy natychmiast na zewnątrz. Stamtąd zadzwoń pod **112**. Nie wracajcie do środka. Powiedz, jeśli kogoś boli głowa albo ktoś ma mdłości.
danger-brand = **Ogień, dym albo iskry?** Wszyscy na zewnątrz, zamknijcie drzwi, nie jedźcie windą. Stamtąd zadzwoń pod **112**. Nie gaś sam. Nie możesz wyjść? Zamknij drzwi, podejdź do okna, zadzwoń pod **112**. Nie dotykaj osoby rażonej prądem: najpierw wyłącz prąd.
welcome-back = Nie ma za co! Masz jeszcze pytanie? Pytaj śmiało.
