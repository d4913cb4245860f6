# Co bot umie powiedzieć po polsku; resztę mówi po niderlandzku.

only-dutch = Niestety mogę to powiedzieć tylko po niderlandzku:
language-set = Dobrze. Jeśli mam odpowiedź po polsku, podam ją po polsku. Resztę powiem po niderlandzku.
