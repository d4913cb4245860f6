# Wat de straatbot zegt. Je/jij, korte zinnen, één boodschap per zin. De tekst is kleine Markdown.

## Wie ik ben

greeting =
    Hoi! Ik ben de straatbot{ $street ->
        [none] { "" }
       *[other] {" "}voor **{ $street }**
    }. Ik ben een bot. Geen mens dus, en geen adviseur.

    Stel gerust je vraag over je huis en het gas. Typ **agenda** om te zien wat er te doen is. Typ **help** om te zien wat ik nog meer kan.

    Ik onthoud je vragen niet. Meer weten? Typ **privacy**.
greeting-contact =
    { $note ->
        [none] Liever een mens? Vraag het aan **{ $name }**, het straatcontact.
       *[other] Liever een mens? Vraag het aan **{ $name }** ({ $note }).
    }
hello = Hoi! Ik ben de straatbot. Ik ben een bot en help buren om samen van het gas af te gaan.
help =
    Dit kan ik voor je doen:

    - Stel gewoon je vraag. Zet er in een groep **/vraag** voor, of noem mijn naam.
    - **/agenda**: wat er te doen is
    - **/contact**: wie je straatcontact is
    - **aanmelden** of **stop**: wel of geen berichten van je straat, in dit gesprek met mij
    - **/stil** 7: zeven dagen geen berichten
    - **/taal**: een andere taal
    - **/privacy**, **/mijngegevens**, **/vergeet**: over jouw gegevens

    Ik ben een bot. Ik geef geen persoonlijk advies.
help-contact =
    Voor jou als straatcontact:

    - **/planning**: wat ik de komende twee weken zeg
    - **/doorsturen**: een tekst om door te sturen naar je WhatsApp-groep
    - **/koppel** straat, in een groep: deze groep hoort bij die straat
help-organiser =
    Voor jou als organisator:

    - **/koppel** straat, in een groep: koppelt de groep meteen
    - **/koppel** straat, hier: een uitnodiging voor een nieuw straatcontact
only-text = Ik kan alleen tekst lezen. Wil je het opschrijven?
welcome-back = Graag gedaan! Nog een vraag? Stel hem gerust.
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
private-offer = Daar help ik je graag mee, zonder dat iedereen meeleest. Tik hieronder:
private-please = Daar help ik je graag mee, zonder dat iedereen meeleest. Stuur mij een privébericht.
private-link = Vraag het mij privé
choice-unknown = Die knop doet niets meer. Stel je vraag gerust opnieuw.

## Contact

contact =
    { $note ->
        [none] Vraag het aan **{ $name }**, het straatcontact.
       *[other] Vraag het aan **{ $name }** ({ $note }).
    }
no-contact = Voor { $street } is er nog geen straatcontact. Iets voor jou? Zeg het tegen de organisator.

## Agenda

agenda = **Agenda { $street }**
agenda-empty = Er staat nog niets op de agenda voor { $street }. Heb je een idee? Zeg het tegen je straatcontact.
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

    Een vraag? Typ /vraag en dan je vraag, of noem { $bot }. Ik ben een bot en bewaar jullie berichten niet. Meer weten? Typ /privacy.
linked-overhears = Ik kan meelezen in deze groep. Ik zeg alleen iets als ik zeker weet dat het helpt.
linked-only-addressed = Ik lees hier alleen wat voor mij is: een opdracht met /, een bericht met { $bot } erin, of een antwoord op een bericht van mij.
lost-gone = Ik ben uit een groep van { $street } gehaald. De berichten voor die groep vervallen. Wil je me terug? Voeg me dan weer toe aan de groep.
lost-muted = Ik mag niet meer schrijven in een groep van { $street }. De berichten voor die groep wachten. Een beheerder van de groep kan me weer laten schrijven.
welcome =
    Welkom { $names }! Hier hoor je over energie in onze straat: { $street }. Een vraag? Typ /vraag en dan je vraag, of noem { $bot }.{ $contact ->
        [none] { "" }
       *[other] {" "}Het straatcontact is { $contact }.
    } Ik ben een bot en bewaar je berichten niet (/privacy).
invitation =
    Stuur de link hieronder aan het nieuwe straatcontact. Het gaat om **{ $street }**. De link werkt één keer, { $days } dagen lang. Werkt de link niet? Laat die persoon dan **{ $code }** aan mij sturen.
invitation-link = Straatcontact worden
invitation-invalid = Deze uitnodiging werkt niet (meer). Vraag de organisator om een nieuwe.
contact-welcome =
    Welkom! Je bent nu straatcontact. Je straat: **{ $street }**. Fijn dat je dit doet.

    Typ **planning** om te zien wat ik ga zeggen. Typ **doorsturen** voor een tekst voor je WhatsApp-groep. Met **help** zie je alles.
contact-left = Het straatcontact van **{ $street }** is gestopt. Een nieuw straatcontact uitnodigen? Typ hier **/koppel** en de straat.

## Welke straat

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
stopped = Klaar. Ik stuur je niets meer uit mezelf. Vragen mag altijd.
stopped-already = Ik stuur je al niets uit mezelf. Vragen mag altijd.
stop-in-group = Dit is een groep. Wil je hier geen meldingen? Zet de groep dan stil in je telefoon. Krijg je ook privé berichten van mij? Typ dan **stop** in ons eigen gesprek.
muted =
    { $days ->
        [one] Ik ben een dag stil. Op vragen geef ik wel antwoord.
       *[other] Ik ben { $days } dagen stil. Op vragen geef ik wel antwoord.
    }
unmuted = Ik ben niet meer stil. Je krijgt weer berichten van je straat, als je die wilde.
mute-in-group = Alleen het straatcontact kan mij hier stil zetten voor iedereen. Wil je zelf geen meldingen? Zet deze groep dan stil in je telefoon.

## Jouw gegevens

privacy = **Wat ik bewaar**

    - Of je berichten van je straat wilt, en sinds wanneer.
    - Je straat en je taal, als je die kiest.
    - Wat ik je heb gestuurd, dertig dagen lang.
    - Je adres in deze app, versleuteld. Anders kan ik je niets sturen.

    Wat jij schrijft, bewaar ik niet. Ik geef niets door.

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
sign-of-life-unknown = Onbekend betekent: ik weet niet of het is aangekomen.
