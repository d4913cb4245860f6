# Wat de straatbot zegt. Je/jij, korte zinnen, één boodschap per zin. De tekst is kleine Markdown.

## Wie ik ben

greeting =
    Hoi! Ik ben de straatbot{ $street ->
        [none] { "" }
       *[other] {" "}voor **{ $street }**
    }. Ik ben een bot. Geen mens dus, en geen adviseur.

    Stel gerust je vraag over je huis en het gas. Typ **agenda** om te zien wat er te doen is. Typ **help** om te zien wat ik nog meer kan.

    Weet ik iets niet, dan bewaar ik je vraag zonder je naam. Meer weten? Typ **privacy**.
greeting-contact =
    { $note ->
        [none] Liever een mens? Vraag het aan **{ $name }**, het straatcontact.
       *[other] Liever een mens? Vraag het aan **{ $name }** ({ $note }).
    }
greeting-you-are-contact = Je bent hier straatcontact. Met **help** zie je wat ik voor je kan doen.
greeting-you-are-organiser = Je bent organisator. Met **help** zie je wat ik voor je kan doen. Gaat het om één straat? Zet de naam dan achter je vraag.
hello = Hoi! Ik ben de straatbot. Ik ben een bot en help buren om samen van het gas af te gaan.
help =
    Dit kan ik voor je doen:

    - Stel gewoon je vraag. Zet er in een groep **/vraag** voor, of noem mijn naam.
    - **/agenda**: wat er te doen is
    - **/contact**: wie je straatcontact is
    - **/idee** en dan je idee: ik geef het door aan je straatcontact
    - **aanmelden** of **stop**: wel of geen berichten van je straat, in dit gesprek met mij
    - **/stil** 7: zeven dagen geen berichten
    - **/taal**: een andere taal
    - **/privacy**, **/mijngegevens**, **/vergeet**: over jouw gegevens

    Ik ben een bot. Ik geef geen persoonlijk advies.
help-contact =
    Voor jou als straatcontact:

    - **/planning**: wat ik de komende twee weken zeg
    - **/nieuw** en dan een regel: een nieuw bericht of een nieuwe activiteit
    - **/vragen**: vragen waarop ik geen antwoord wist
    - **/onthoud**, als antwoord op een goed bericht: voortaan weet ik het zelf
    - **/pauze** en **/hervat**: ik zeg even niets uit mezelf, of weer wel
    - **/afgelast** en de naam: een activiteit gaat niet door
    - **/verplaats** energiecafé naar do 17 dec 19.30: een andere tijd of plek
    - **/doorsturen**: een tekst om door te sturen naar je WhatsApp-groep
    - **/koppel** straat, in een groep: deze groep hoort bij die straat
help-organiser =
    Voor jou als organisator:

    - **/nieuw** lindelaan, eikenlaan: of **/nieuw** alle straten: en dan de regel
    - **/pauze** alles en **/hervat** alles: de noodrem
    - **/koppel** straat, in een groep: koppelt de groep meteen
    - **/koppel** straat, hier: een uitnodiging voor een nieuw straatcontact
only-text = Ik kan alleen tekst lezen. Wil je het opschrijven?
welcome-back = Graag gedaan! Nog een vraag? Stel hem gerust.
unclear = Sorry, dat was niet duidelijk. Zeg in een paar woorden wat je wilt weten. Dan probeer ik het nog eens.
wants-to-die = Wat erg dat je je zo voelt. Ik ben maar een bot. Praat er nu over met een mens: bel 113. Dat is gratis, dag en nacht. Of chat op 113.nl. Is er direct gevaar? Bel 112.
down = Wat naar dat je je zo voelt. Ik ben maar een bot: een mens luistert beter. De Luisterlijn is er dag en nacht, ook als je alleen wilt praten: 088 0767 000.
here = Ja, ik ben er. Stel je vraag gerust.
worried = Dat snap ik. Je hoeft het niet alleen uit te zoeken. Waar maak je je zorgen over?
laughing = Haha! Vragen mag altijd.
sighing = Kom je er niet uit? Zeg in een paar woorden wat je wilt weten.
cross = Ik snap dat je baalt. Wil je er met een mens over praten?
coming =
    Leuk! Ik houd zelf geen lijst bij.{ $contact ->
        [none] { "" }
       *[other] {" "}Geef het even door aan { $contact }.
    }
not-coming =
    Jammer, een andere keer dan. Ik houd zelf geen lijst bij.{ $contact ->
        [none] { "" }
       *[other] {" "}Had je je opgegeven? Geef het dan door aan { $contact }.
    }
no-list =
    Dat weet ik niet: ik houd geen lijst bij van wie er komt.{ $contact ->
        [none] { "" }
       *[other] {" "}Vraag het aan { $contact }.
    }
leaving = Dag! Vragen mag altijd.
bare-answer-which = Welke bedoel je? Tik erop, of typ het nummer.
one-at-a-time = Ik kan er één tegelijk. Welke eerst? Tik erop, of typ het nummer.
not-done-yet = Let op: ik heb nog niets gedaan. Wat kies je?
bare-answer = Waar zeg je dat op? Stel je vraag gerust in woorden.
number-without-choices = Er valt nu niets te kiezen. Stel je vraag gerust in woorden.
ask-away = Vraag het maar! Zet je vraag achter /vraag. Bijvoorbeeld: /vraag maakt een warmtepomp veel herrie?
command-unknown = Die opdracht ken ik niet. Typ **help** om te zien wat ik kan. Of stel gewoon je vraag.
not-there-yet =
    De opdracht **{ $command }** kan ik nog niet. Daar wordt aan gewerkt.{ $contact ->
        [none] { "" }
       *[other] {" "}Zeg het tot die tijd tegen { $contact }, je straatcontact.
    }
not-allowed =
    Dat kan alleen { $role ->
        [organiser] een organisator
       *[other] het straatcontact
    }. Weten wie dat is? Typ **contact**.
some-street = je straat
some-town = je gemeente
yes = Ja
no = Nee
and = en
everybody = allemaal

## Vragen en antwoorden

suggest =
    { $count ->
        [one] Bedoel je dit?
       *[other] Bedoel je een van deze vragen?
    }
suggest-none = Nee, iets anders
suggest-private = Gaat het over geldzorgen of iets anders persoonlijks? Stuur mij dan liever een privébericht. Daar leest niemand mee.
unknown = Dat weet ik niet.
unknown-no-contact = Misschien weet een van je buren het.
unknown-organiser = Weet jij het wel? Typ **/onthoud**, de vraag en je antwoord. Dan weet ik het voortaan ook.
pass-ask =
    Ik geef je vraag door aan { $to ->
        [organiser] de organisator
       *[contact] { $name ->
            [none] het straatcontact
           *[other] **{ $name }**, het straatcontact
        }
    }, zonder je naam. Mag dat?
pass-yes = Ja, door
pass-refused = Goed, ik geef niets door.
passed =
    Doorgegeven aan { $to ->
        [organiser] de organisator
       *[contact] { $name ->
            [none] het straatcontact
           *[other] { $name }
        }
    }, zonder je naam. Het antwoord komt hier.
passed-withdraw = Wil je het toch niet meer weten? Typ **laat maar**.
idea-how = Heb je een idee voor je straat? Typ **/idee** en dan je idee, zoals: **/idee** een bankje op de hoek.
idea = Idee: { $text }
idea-stays = Dank je voor je idee! Ik kan het zelf niet doorgeven.
idea-ask =
    Dank je! Ik geef je idee door aan { $to ->
        [organiser] de organisator
       *[contact] { $name ->
            [none] het straatcontact
           *[other] **{ $name }**, het straatcontact
        }
    }, zonder je naam. Mag dat?
never-mind = Goed. Vragen mag altijd.
question-withdrawn = Goed, deze vraag heb ik ingetrokken: “{ $question }”
question-waits = Goed. Deze vraag wacht nog op antwoord: “{ $question }” Wil je die intrekken?
question-withdraw = Trek in
question-leave = Laat staan
declined-withdrawing = Goed, ik laat die vraag staan.
answer-source =
    { $checked ->
        [none] _Bron: { $source }._
       *[other] _Bron: { $source }, gecheckt { $checked }._
    }
answer-expired =
    { $source ->
        [none] _Let op: dit antwoord kan oud zijn. Vraag het na voordat je iets beslist._
       *[other] _Let op: dit antwoord kan oud zijn. Kijk voordat je iets beslist bij_ { $url ->
            [none] _{ $source }._
           *[other] [{ $source }]({ $url }).
        }
    }
only-dutch = Dit kan ik alleen in het Nederlands zeggen:
danger-above = Gevaar? Doe nu wat hierboven staat, van { $time } uur. Bel: **{ $numbers }**.
said-above = Zie mijn antwoord van { $time } uur hierboven.
answer-wrong = Klopt niet
objected = Sorry, dan begreep ik je verkeerd. Vraag het nog eens, in andere woorden.
objected-gone = Sorry, dan begreep ik je verkeerd. Ik heb mijn antwoord weggehaald. Vraag het nog eens, in andere woorden.
not-that = Sorry. Wat bedoel je dan?
objected-enough = Je vond vandaag al vijf antwoorden niet kloppen. Wil je erover praten?
objected-told = In { $street } vond iemand mijn antwoord niet kloppen. De vraag was: “{ $question }” Ik heb mijn antwoord weggehaald.
objected-told-stays = In { $street } vond iemand mijn antwoord niet kloppen. De vraag was: “{ $question }” Weghalen kon ik mijn antwoord niet.
private-offer = Daar help ik je graag mee, zonder dat iedereen meeleest. Tik hieronder:
private-here = Hier leest niemand mee. Wat wil je weten?
private-please = Daar help ik je graag mee, zonder dat iedereen meeleest. Stuur mij een privébericht.
private-link = Vraag het mij privé
choice-unknown = Die knop doet niets meer. Stel je vraag gerust opnieuw.

## Gevaar, voor wie het antwoord niet in de eigen taal krijgt

danger-gas = **Ruik je gas?** Ramen open. Geen vuur, geen licht, geen schakelaars of deurbel. Iedereen naar buiten. Bel daar **0800-9009**, bij levensgevaar **112**.
danger-koolmonoxide = **Koolmonoxide is levensgevaarlijk.** Iedereen meteen naar buiten. Bel buiten **112**. Ga niet meer naar binnen. Zeg het als iemand hoofdpijn heeft of misselijk is.
danger-brand = **Brand, rook of vonken?** Iedereen naar buiten, deur dicht, niet met de lift. Bel buiten **112**. Blus niet zelf. Kun je er niet uit? Deur dicht, naar een raam, bel **112**. Raak niemand aan die onder stroom staat: eerst de stroom uit.

## Contact

contact =
    { $note ->
        [none] Vraag het aan **{ $name }**, het straatcontact.
       *[other] Vraag het aan **{ $name }** ({ $note }).
    }
contact-or =
    { $note ->
        [none] Of vraag het aan **{ $name }**, het straatcontact.
       *[other] Of vraag het aan **{ $name }** ({ $note }).
    }
contact-is-you = Dat ben jij: straatcontact van { $street }. Kom je er niet uit? Vraag het aan de organisator.
no-contact = Voor { $street } is er nog geen straatcontact. Iets voor jou? Zeg het tegen de organisator.

## Agenda

agenda = **Agenda { $street }**
agenda-empty = Er staat nog niets op de agenda voor { $street }. Heb je een idee? Zeg het tegen je straatcontact.
agenda-not-then = Dan staat er niets op de agenda. Dit komt eerst:
meeting-more = Staat je antwoord er niet bij? Vraag het aan { $name }.
reminder = **{ $title }**: { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Kun je toch niet? Zeg het even tegen je straatcontact.
signature = _Je krijgt dit omdat je je hebt aangemeld voor { $street }. Geen berichten meer? Typ **stop**._
elsewhere =
    In deze groep praat ik over { $street }. Een vraag over { $other }? { $contact ->
        [none] Daar is nog geen straatcontact.
       *[other] Vraag het aan { $contact }, het straatcontact daar.
    }
elsewhere-private =
    Ik praat nu met je over { $street }. Een vraag over { $other }? { $contact ->
        [none] Daar is nog geen straatcontact.
       *[other] Vraag het aan { $contact }, het straatcontact daar.
    } Of woon je daar zelf?
elsewhere-move = Ja, ik woon daar

## Planning

plan = **Dit zeg ik de komende twee weken: { $street }**
plan-empty = De komende twee weken zeg ik uit mezelf niets. Straat: { $street }.
plan-more =
    { $count ->
        [one] en nog één bericht
       *[other] en nog { $count } berichten
    }
plan-announcement = bericht
plan-event = uitnodiging
plan-reminder = herinnering
plan-moved = verschoven
plan-dropped = gaat niet door
reason-quiet_hours = stille uren
reason-weekly_limit = genoeg berichten in die week
reason-expired = te laat
reason-paused = gepauzeerd
reason-busy = er wordt gepraat

## Open vragen, voor het straatcontact en de organisator

questions-new = Iemand vroeg iets wat ik niet wist. Het gaat om { $street }. Typ **/vragen** om het te zien.
questions-show = Bekijk de vragen
questions = **Dit wist ik niet**
questions-none = Er zijn geen open vragen. Mooi!
questions-line =
    { $number }\. “{ $text }”{ $count ->
        [one] { "" }
       *[other] {" "}({ $count } keer gevraagd)
    }{ $street ->
        [none] { "" }
       *[other] {" "}· { $street }
    }
questions-more =
    { $count ->
        [one] Er is nog één andere vraag.
       *[other] Er zijn nog { $count } andere vragen.
    }
questions-hidden =
    { $count ->
        [one] Eén vraag is niet doorgegeven. Die laat ik niet zien.
       *[other] { $count } vragen zijn niet doorgegeven. Die laat ik niet zien.
    }
questions-how =
    Zo antwoord je: typ **antwoord 1:** en dan je antwoord. Het gaat naar iedereen die erop wacht.

    Heb ik het antwoord al? Typ **1 is** en de naam van dat antwoord. Wil je niet antwoorden? Typ **laat zitten 1**.
proposals =
    { $count ->
        [one] Eén voorstel voor een nieuw antwoord wacht op je ja.
       *[other] { $count } voorstellen voor nieuwe antwoorden wachten op je ja.
    }
phrasings =
    { $count ->
        [one] Eén nieuwe zin: overnemen?
       *[other] { $count } nieuwe zinnen: overnemen?
    }
phrasings-show = Bekijk de zinnen
phrasings-ask = Zo vroegen bewoners het ook. Zal ik dat onthouden?
phrasing-line = “{ $text }” hoort bij: { $entry }
phrasings-yes = Ja, overnemen
phrasings-no = Nee, weg ermee
phrasings-none = Er zijn geen zinnen die ik veilig kan overnemen.
phrasings-refused = Goed, ik neem ze niet over.
phrasings-kept =
    { $count ->
        [0] Deze zinnen lijken te veel op een andere vraag. Ik neem ze niet over.
        [one] Eén zin overgenomen.
       *[other] { $count } zinnen overgenomen.
    }
proposals-show = Bekijk het voorstel
answer-number = Antwoord { $number }
answer-type = Wat is je antwoord op “{ $question }”? Typ het hier. Ik laat het je eerst nog zien. Toch niet? Typ **laat maar**.
answer-told-back = Dit stuur ik aan wie het vroeg:
answer-send = Versturen
answer-away = Niet versturen
answer-not-sent-yet = Let op: je antwoord is nog niet verstuurd. Zal ik dat doen?
answer-not-sent = Goed, ik stuur het niet. Typ /vragen voor de lijst.
answer-sent =
    { $count ->
        [0] Er wacht niemand meer op dit antwoord. De vraag is van de lijst.
        [one] Verstuurd naar één gesprek. De vraag is van de lijst.
       *[other] Verstuurd naar { $count } gesprekken. De vraag is van de lijst.
    }
answer-left = Goed, die vraag is van de lijst.
answer-gone = Die vraag staat niet meer op de lijst. Typ /vragen voor de nieuwste.
answer-list-first = Typ eerst /vragen. Dan zie je welk nummer bij welke vraag hoort.
answer-no-entry = Ik ken geen antwoord dat zo heet: { $entry }.
answer-you-asked = Je vroeg: “{ $question }”
answer-from =
    { $name ->
        [none] **Antwoord van de organisator:**
       *[other] **Antwoord van { $name }:**
    }

## Onthouden

remember-how =
    Zo bewaar je een goed antwoord: antwoord in de groep op dat bericht. Typ dan **/onthoud** en de vraag erachter.

    Of typ alles in één keer: **/onthoud** vraag? antwoord. Bijvoorbeeld: **/onthoud** Mag mijn schuur ook? Ja, dat mag.
remember-which = Bij welke vraag hoort dit antwoord? Antwoord nog eens op dat bericht met **/onthoud** en de vraag erachter.
remember-this = Onthoud dit antwoord
remember-there = Op die vraag heb ik al een antwoord. Het heet { $entry }.
remember-bad = Zo kan ik het niet bewaren: { $problem }
remember-proposed = Dank je! Ik stel het voor aan de organisator. Na een ja weet ik het voortaan zelf.
remember-ask =
    Zal ik dit voortaan zelf antwoorden?{ $source ->
        [none] { "" }
       *[other] {" "}Het komt van: { $source }.
    }
remember-yes = Ja, bewaar
remember-kept = Bewaard. Vanaf nu antwoord ik op: { $question } Het heet { $entry }.
remember-refused = Goed, ik bewaar het niet.
remember-decided = Daar is al over beslist.
remember-told = De organisator zei ja. Voortaan antwoord ik zelf op: { $question }
remember-source =
    { $name ->
        [none] bewoners van { $street }
       *[other] { $name }, straatcontact van { $street }
    }
remember-organiser = de organisator

## Doorsturen

forward-how = Hieronder staat een bericht voor de WhatsApp-groep van { $street }. Houd het bericht even ingedrukt. Kies doorsturen, en kies dan je groep.

## Koppelen

joined =
    Hoi! Ik ben Straatbot, een bot. Ik help buren om samen van het gas af te gaan.

    Bij welke straat hoort deze groep? Zeg het met /koppel en de straat, bijvoorbeeld **/koppel lindelaan**. Soms vraag ik het eerst aan de organisator. Tot het rond is, zeg ik niets. Ik bewaar geen berichten van jullie.
rejoined = Ik ben er weer, voor { $street }. Alles gaat verder zoals het was.
link-how = Zet de straat erachter, zoals **/koppel lindelaan**. Deze straten ken ik: { $streets }.
link-nobody = Een organisator moet deze groep koppelen aan { $street }. Ik kan nu geen organisator bereiken. Ken je er een? Vraag of die hier /koppel typt. Tot die tijd ben ik stil.
link-approve = Iemand wil een groep koppelen aan **{ $street }**. Mag dat? Dan krijgt die groep de berichten van de straat.
yes-link = Ja, koppelen
link-approved = Gelukt. De groep hoort nu bij { $street }.
link-refused = Goed, ik koppel die groep niet. Ik blijf er stil.
link-too-late = Die vraag is al beantwoord.
linked =
    Gelukt! Deze groep hoort nu bij **{ $street }**. Hier hoor je wat er te doen is.{ $contact ->
        [none] { "" }
       *[other] {" "}Het straatcontact is { $contact }.
    }

    Een vraag? Typ /vraag en dan je vraag, of noem { $bot }. Ik ben een bot en bewaar jullie gesprekken niet. Meer weten? Typ /privacy.
linked-overhears = Ik kan meelezen in deze groep. Ik zeg alleen iets als ik zeker weet dat het helpt.
linked-only-addressed = Ik lees hier alleen wat voor mij is: een opdracht met /, een bericht met { $bot } erin, of een antwoord op een bericht van mij.
lost-gone = Ik ben uit een groep van { $street } gehaald. De berichten voor die groep vervallen. Wil je me terug? Voeg me dan weer toe aan de groep.
lost-muted = Ik mag niet meer schrijven in een groep van { $street }. De berichten voor die groep wachten. Een beheerder van de groep kan me weer laten schrijven.
bot-away =
    De sleutel van bot { $bot } staat niet meer in mijn instellingen. Die bot zit nog in { $chats ->
        [one] één gesprek
       *[other] { $chats } gesprekken
    }. Wat ik daar wil zeggen, blijft wachten tot de sleutel terug is, of tot het te laat is.
welcome =
    Welkom { $names }! Hier hoor je over energie in onze straat: { $street }. Een vraag? Typ /vraag en dan je vraag, of noem { $bot }.{ $contact ->
        [none] { "" }
       *[other] {" "}Het straatcontact is { $contact }.
    } Ik ben een bot en bewaar jullie gesprekken niet (/privacy).
invitation =
    Stuur de link hieronder aan het nieuwe straatcontact. Het gaat om **{ $street }**. De link werkt één keer, { $days } dagen lang. Werkt de link niet? Laat die persoon dan **{ $code }** aan mij sturen.
invitation-link = Straatcontact worden
invitation-invalid = Deze uitnodiging werkt niet (meer). Vraag de organisator om een nieuwe.
contact-welcome =
    Welkom! Je bent nu straatcontact. Je straat: **{ $street }**. Fijn dat je dit doet.

    Typ **planning** om te zien wat ik ga zeggen. Typ **doorsturen** voor een tekst voor je WhatsApp-groep. Met **help** zie je alles.
contact-left = Het straatcontact van **{ $street }** is gestopt. Een nieuw straatcontact uitnodigen? Typ hier **/koppel** en de straat.

## Welke straat

about-which-street = Om welke straat gaat het?
about-which-street-or-type = Om welke straat gaat het? Kies er een, of typ de naam.
which-street = In welke straat woon je?
which-street-or-type = In welke straat woon je? Kies er een, of typ de naam.
no-streets = Ik ken nog geen straten. De organisator moet die eerst toevoegen.
street-settled = Dan praat ik met je over { $street }. Stel gerust je vraag. Typ **aanmelden** als je hier de berichten van je straat wilt krijgen.

## Aanmelden en stoppen

subscribe-ask = Wil je in dit gesprek berichten van de straatbot krijgen? Het gaat om { $street }: uitnodigingen, herinneringen en soms een tip. Stoppen kan altijd: typ **stop**.
subscribe-in-private = Aanmelden kan in een privégesprek met mij. Deze groep krijgt de berichten van de straat al.
subscribed = Mooi! Je krijgt hier de berichten van je straat: { $street }. Stoppen? Typ **stop**.
subscribed-already = Je bent al aangemeld voor { $street }. Stoppen? Typ **stop**.
declined-subscription = Goed. Ik stuur je niets uit mezelf. Vragen mag altijd.
declined-forgetting = Goed, ik wis niets.
declined-street = Goed, dan blijft het zo.
stopped = Klaar. Ik stuur je niets meer uit mezelf.
stopped-already = Ik stuur je al niets uit mezelf.
stopped-questions =
    { $count ->
        [one] Je vraag heb ik ook ingetrokken.
       *[other] Je vragen heb ik ook ingetrokken.
    }
stopped-answering = Op je antwoord wacht ik niet meer.
stopped-contact = Je bent nog wel straatcontact. Wil je daarmee stoppen? Typ **/vergeet**.
stopped-but-ask = Vragen mag altijd.
stop-in-group =
    Dit is een groep. Wil je hier geen meldingen? Zet de groep dan stil in je telefoon. Krijg je ook privé berichten van mij? Typ dan **stop** in ons eigen gesprek. { $may ->
        [yes] Moet ik hier voor iedereen stil zijn? Typ **/stil** 7.
       *[no] { $contact ->
            [none] { "" }
           *[other] Moet ik hier voor iedereen stil zijn? Vraag dat aan { $contact }.
        }
    }
muted =
    { $days ->
        [one] Ik ben een dag stil. Op vragen geef ik wel antwoord. Toch weer berichten? Typ **/stil 0**.
       *[other] Ik ben { $days } dagen stil. Op vragen geef ik wel antwoord. Toch weer berichten? Typ **/stil 0**.
    }
unmuted = Ik ben niet meer stil. Je krijgt weer berichten van je straat, als je die wilde.
unmuted-group = Ik ben niet meer stil. Hier komen weer berichten van de straat.
unmute-in-group = Alleen het straatcontact kan mij hier weer berichten laten sturen. Op vragen geef ik gewoon antwoord.
not-muted = Ik ben niet stil. Vraag maar!
not-muted-subscribe = Ik ben niet stil. Vraag maar! Wil je ook berichten van je straat? Typ **aanmelden**.
mute-in-group = Alleen het straatcontact kan mij hier stil zetten voor iedereen. Wil je zelf geen meldingen? Zet deze groep dan stil in je telefoon.

## Jouw gegevens

privacy = **Wat ik bewaar**

    - Of je berichten van je straat wilt, en sinds wanneer.
    - Je straat en je taal, als je die kiest.
    - Wat ik je heb gestuurd, dertig dagen lang.
    - Je adres in deze app, versleuteld. Anders kan ik je niets sturen.
    - Wat je als straatcontact of organisator plant, en dat jij dat deed.
    - Vragen waarop ik geen antwoord wist of waarbij ik moest raden, dertig dagen lang. Namen, nummers en adressen haal ik eruit. Zo ziet het straatcontact wat er leeft en hoe mensen iets vragen.
    - Een goed antwoord uit de groep, als de organisator dat wil. Ook daar haal ik namen uit.
    - Vragen waarbij iemand op “Klopt niet” tikte, een half jaar lang. Ook zonder namen, nummers en adressen.

    Wat je verder schrijft, bewaar ik niet. Alleen je laatste regels onthoud ik even, versleuteld, hoogstens een minuut. Zo lees ik ze als één vraag. Ik vraag alleen een mens om antwoord als jij ja zegt, of als meer mensen hetzelfde vragen.

    Zien wat ik van je heb? Typ **/mijngegevens**. Alles wissen? Typ **/vergeet**. Berichten in de groep staan in de app zelf. Die wis je daar.

    Ik ben een bot van je bewonersinitiatief. Vragen of klachten? Zeg het tegen je straatcontact (**/contact**).
my-data = Dit weet ik van je:
my-data-messages =
    { $count ->
        [0] Er zijn geen berichten van mij aan jou bewaard.
        [one] Ik heb één bericht van mij aan jou bewaard, hoogstens dertig dagen.
       *[other] Ik heb { $count } berichten van mij aan jou bewaard, hoogstens dertig dagen.
    }
my-data-street = Je straat is { $street }.
my-data-language = Je koos een taal: { $language }.
my-data-muted = Ik stuur je niets uit mezelf tot { $until }.
my-data-subscription = Je bent aangemeld voor de berichten van { $street }.
my-data-questions =
    { $count ->
        [one] Ik bewaar één vraag van je waarop ik geen antwoord wist. Daar staat geen naam in.
       *[other] Ik bewaar { $count } vragen van je waarop ik geen antwoord wist. Daar staat geen naam in.
    }
my-data-role =
    { $role ->
        [organiser] Je bent organisator.
       *[other] Je bent straatcontact.
    }
in-private-please = Dat doe ik liever niet in de groep. Stuur mij een privébericht: { $command }
forget-ask = Zal ik alles wissen wat ik van je weet? Je krijgt dan ook geen berichten van je straat meer.
forget-yes = Ja, wis alles
forgotten = Klaar. Alles wat ik van je wist, is gewist. Je berichten in een groep staan in de app zelf. Die wis je daar.

## Taal

language-choose = Welke taal zal ik met je praten?
language-set = Goed, ik praat Nederlands met je. De meeste antwoorden zijn in het Nederlands.
language-in-private = Je taal kies je in een privégesprek met mij. In de groep praat ik de taal van de straat.

## WhatsApp, buiten de 24 uur

knock = Er is een nieuw bericht voor de bewoners van { $street }. Antwoord **lees** om het te krijgen, of **stop**.

## Het menu van Telegram

menu-vraag = Stel een vraag
menu-agenda = Wat er te doen is
menu-contact = Wie je straatcontact is
menu-stil = Een tijd geen berichten
menu-taal = Een andere taal
menu-privacy = Wat ik bewaar
menu-mijngegevens = Wat ik van jou weet
menu-vergeet = Alles van jou wissen
menu-help = Wat ik kan

## Het teken van leven, elke maandag aan de organisatoren

sign-of-life =
    Ik leef. Deze week: { $questions ->
        [one] 1 vraag
       *[other] { $questions } vragen
    }, { $sent ->
        [one] 1 bericht
       *[other] { $sent } berichten
    } verstuurd, { $failed } mislukt, { $unknown } onbekend.
sign-of-life-unanswered =
    { $count ->
        [one] Op één vraag wist ik geen antwoord
       *[other] Op { $count } vragen wist ik geen antwoord
    }: typ /vragen.
sign-of-life-unknown = Onbekend betekent: ik weet niet of het is aangekomen.

## Na een storing, aan de organisatoren

away =
    Ik was er niet van { $from } tot { $until }. { $count ->
        [one] 1 bericht is
       *[other] { $count } berichten zijn
    } vervallen: { $items }. Wat nog zin had, heb ik alsnog verstuurd.
away-more = nog { $count }

## Wat misschien niet is aangekomen, aan de organisatoren

repeated = Herhaald:
unknown-group =
    Ik weet niet of dit bericht van { $time } is aangekomen in de groep van { $street }. Kijk even in de groep. Staat het er niet, dan kan ik het nog eens sturen.
unknown-private =
    Ik weet niet of een bericht van { $time } is aangekomen in een privégesprek. Stuur ik het nog eens, dan krijgt die bewoner het misschien twee keer.
unknown-many =
    Van { $count } berichten weet ik niet of ze zijn aangekomen. Stuur ik ze nog eens, dan komen ze misschien twee keer.
unknown-send = Stuur nogmaals
unknown-leave = Laat zo
unknown-again = { $count ->
        [one] Goed, ik stuur het nog een keer.
       *[other] Goed, ik stuur er { $count } nog een keer.
    }
unknown-left = Goed, ik laat het zo.
unknown-known = Dat is al afgehandeld.
unknown-too-late = Daarvoor is het nu te laat, of niemand wil het meer. Ik stuur het niet.

## Iets nieuws plannen, pauzeren en afzeggen in het gesprek

doubt-part-of-day = Bedoel je { $time } 's ochtends of 's avonds?
doubt-weekday = { $date } is een { $weekday }. Bedoel je { $first } of { $second }?
doubt-which-week = Welke dag bedoel je met "{ $said }"?
doubt-today = Vandaag is het { $weekday }. Bedoel je vandaag of volgende week?
doubt-year = Die datum komt pas over lange tijd weer. Bedoel je deze?
doubt-no-time = Hoe laat?
doubt-night = In welke nacht bedoel je { $time }?
doubt-every-second = Elke tweede van de maand, of om de twee weken?
doubt-which-in-month = Welke van de maand?
when-nothing-found = Ik zie niet wanneer. Begin bijvoorbeeld met "elke 1e dinsdag om 19.00:".
when-no-day = Op welke dag?
when-words = "{ $words }" begrijp ik niet.
when-except = Een uitzondering kan ik niet onthouden: "{ $words }". Plan het zonder. Gaat het een keer niet door? Zet het dan even stil met /pauze.
when-which-day = Welke dag bedoel je met "{ $said }"?
when-past = { $date } is al voorbij.
when-too-far = Dat is te ver weg.
when-no-such-date = { $date } bestaat niet.
when-no-such-time = { $time } bestaat niet.
when-weekday = { $date } is een { $weekday }.
when-several-days = Dat zijn meer dagen. Maak er twee van, of zet er "elke" voor.
when-several-times = Dat zijn meer tijden. Maak er twee van.
when-which-days = Op welke dagen?
when-which-rhythm = Hoe vaak? Bijvoorbeeld elke week.
when-rhythm-and-day = Die herhaling en die dag gaan niet samen.
when-too-often = Vaker dan elke dag kan niet.
when-until-before-start = De einddatum ({ $until }) is voor het begin ({ $start }).
when-end-before-start = Het einde klopt niet: { $time }.
when-never = Dat komt nooit voor.
new-how =
    Zet het erachter, in één regel. Bijvoorbeeld:

    - **/nieuw** elke 1e dinsdag om 19.00: Tip van de maand …
    - **/nieuw** buurtborrel vr 15 jan 17.00-19.00, De Linde
new-again = Wil je de hele regel nog eens typen, met /nieuw ervoor?
new-when = Wanneer zal ik dit sturen? Kies, of typ zelf een dag en een tijd.
new-now = Nu
said-that = Even laten weten dat { $what }.
said-remind = Denk aan { $what }.
said-remind-that = Denk eraan dat { $what }.
new-which-kind = Is dit een bericht dat ik stuur, of een activiteit voor op de agenda?
new-as-announcement = Een bericht
new-as-event = Een activiteit
new-message = **Nieuw bericht**
new-event = **Nieuwe activiteit**
new-dates = De eerste keren: { $dates }.
new-said = Ik vertel het op: { $moments }.
new-said-nothing = Ik vertel het niet vooraf: daar is het te laat voor.
new-reach =
    Gaat naar: { $streets } ({ $chats ->
        [one] 1 gesprek
       *[other] { $chats } gesprekken
    }).
new-yes = Ja, plan het
new-change = Veranderen
new-cancel = Weg
new-kept = Gepland. Het gaat naar: { $what }. Typ **planning** om te zien wat ik ga zeggen. Stoppen? Typ /pauze.
new-kept-event = Het staat op de agenda: { $what }. Typ **planning** om te zien wat ik ga zeggen.
new-retype = Goed. Typ de regel opnieuw, zoals je hem wilt hebben. Dit was hem: /nieuw { $line }
new-away = Goed, ik plan het niet.
new-gone = Dat voorstel is er niet meer. Typ het nog eens, met /nieuw ervoor.
new-nothing-announcement = Wat zal ik dan zeggen? Zet het achter de dubbele punt.
new-nothing-event = Hoe heet het? Zet de naam ervoor.
new-placeholder = Dit kan ik niet invullen: { $name }. Wel kan: { $known }.
new-bad = Zo kan ik het niet bewaren: { $problem }
mind-same-day = Let op, op deze dag is er nog iets: { $days }.
mind-holiday = Let op, dat is een feestdag: { $days }.
mind-school-holiday = Let op, dan is het schoolvakantie: { $days }.
mind-same-text = Let op, deze tekst is dan al drie keer gebruikt: { $days }. Tijd voor een nieuwe?
mind-moved = Let op, ik zeg het later ({ $reason }): { $days }.
mind-dropped = Let op, zo gaat het niet door ({ $reason }): { $days }.
overview =
    { $count ->
        [one] Dit is je straat:
       *[other] Dit zijn je { $count } straten:
    }
overview-line = **{ $street }**{ $contact ->
        [none] , nog geen straatcontact
       *[other] , straatcontact { $contact }
    }: { $groups ->
        [0] nog geen groep
        [one] 1 groep
       *[other] { $groups } groepen
    }, { $people ->
        [0] nog niemand aangemeld
        [one] 1 bewoner aangemeld
       *[other] { $people } bewoners aangemeld
    }
overview-more = en nog { $count }
which-item = Welke bedoel je?
pause-nothing-found = Ik vind niets met die woorden. Typ **planning** om te zien wat ik ga zeggen.
everything = alles
paused =
    Gepauzeerd: { $what }. { $count ->
        [0] { "" }
        [one] Eén bericht dat klaarstond, gaat niet door.{" "}
       *[other] { $count } berichten die klaarstonden, gaan niet door.{" "}
    }Op vragen geef ik wel antwoord. Weer verder? Typ /hervat.
paused-already = Dat was al gepauzeerd: { $what }. Weer verder? Typ /hervat.
resumed = Ik ga weer verder: { $what }. Wat er in de pauze was, haal ik niet in.
not-paused = Dat was niet gepauzeerd: { $what }.
still-paused = Nog gepauzeerd: { $what }.
move-how = Zet erachter wat waarheen gaat. Bijvoorbeeld: **/verplaats** energiecafé naar do 17 dec 19.30. Of: **/verplaats** energiecafé naar Basisschool De Eik.
move-repeats = Die activiteit herhaalt zich. Zeg hem af met /afgelast, en maak een nieuwe met /nieuw.
moved-event =
    ❗ **Andere tijd:** { $title } is op { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Dus niet op { $old }.
moved-place =
    ❗ **Andere plek:** { $title }. Nieuw: { $new }.{ $old ->
        [none] { "" }
       *[other] {" "}Dus niet: { $old }.
    } De tijd blijft: { $when }.
move-done =
    Klaar. De agenda klopt weer. { $count ->
        [one] Het gaat naar één gesprek.
       *[other] Het gaat naar { $count } gesprekken.
    }
item-for-more-streets = Die activiteit is voor meer straten. Alleen een organisator kan dat veranderen.
item-is-message = Dat is een bericht, geen activiteit. Wil je het niet meer? Typ **/pauze { $words }**. Daarna kun je het opnieuw plannen met **/nieuw**.
cancel-nothing-found = Ik vind geen activiteit met die woorden. Typ **agenda** om te zien wat er is.
cancelled-event = ❗ **Gaat niet door:** { $title }, { $when }.
cancel-reach = Gaat naar: { $streets }.
cancel-repeats = Let op: dit herhaalt zich. Alle keren vervallen.
cancel-yes = Plaats nu
cancel-done =
    Klaar. Het is van de agenda. { $count ->
        [one] Het gaat naar één gesprek.
       *[other] Het gaat naar { $count } gesprekken.
    }
