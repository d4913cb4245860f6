# Wat de straatbot zegt. Je/jij, korte zinnen, één boodschap per zin. De tekst is kleine Markdown.

## Wie ik ben

greeting =
    Hoi! Ik ben de straatbot{ $street ->
        [none] { "" }
       *[other] {" "}van { $street }
    }. Ik ben een bot, geen mens en geen adviseur.

    Stel gewoon je vraag over van het gas af gaan. Typ **agenda** om te zien wat er te doen is, of **help** voor wat ik nog meer kan.

    Ik onthoud je berichten niet. Meer weten? Typ **privacy**.
help =
    Dit kan ik voor je doen:

    - Stel gewoon je vraag. In een groep: zet /vraag ervoor, of noem mij.
    - **/agenda**: wat er te doen is
    - **/contact**: wie je straatcontact is
    - **/stil** 7: zeven dagen geen berichten
    - **aanmelden** of **stop**: wel of geen berichten van je straat, privé
    - **/taal**: een andere taal
    - **/privacy**, **/mijngegevens**, **/vergeet**: over jouw gegevens

    Ik ben een bot. Ik geef geen persoonlijk advies.
help-contact =
    Voor jou als straatcontact:

    - **/planning**: wat ik de komende twee weken zeg
    - **/doorsturen**: een tekst om door te sturen naar je WhatsApp-groep
    - **/koppel** straat: deze groep hoort bij een straat
help-organiser =
    Voor jou als organisator:

    - **/koppel** straat, in een groep: koppelt de groep meteen
    - **/koppel** straat, hier: een uitnodiging voor een nieuw straatcontact
only-text = Ik kan alleen tekst lezen. Wil je het opschrijven?
ask-away = Stel je vraag achter /vraag. Bijvoorbeeld: /vraag maakt een warmtepomp veel herrie?
not-there-yet = { $command } kan ik nog niet. Daar wordt aan gewerkt.
not-allowed =
    Dat mag alleen { $role ->
        [organiser] een organisator
       *[other] het straatcontact
    }.
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
unknown = Dat weet ik niet.
unknown-no-contact = Misschien weet een van je buren het.
answer-source =
    { $checked ->
        [none] _Bron: { $source }._
       *[other] _Bron: { $source }, gecheckt { $checked }._
    }
answer-expired =
    { $source ->
        [none] _Let op: dit antwoord kan oud zijn. Vraag het na voor je iets beslist._
       *[other] _Let op: dit antwoord kan oud zijn. Kijk voor je iets beslist bij { $source }{ $url ->
            [none] { "" }
           *[other] : { $url }
        }._
    }
private-offer = Dat bespreken we liever niet in de groep. Hier leest niemand mee:
private-link = Stel je vraag aan mij alleen
choice-unknown = Die knop doet niets meer. Stel je vraag gerust opnieuw.

## Contact

contact =
    { $note ->
        [none] Vraag het **{ $name }**, het straatcontact.
       *[other] Vraag het **{ $name }** ({ $note }).
    }
no-contact = { $street } heeft nog geen straatcontact. Iets voor jou? Zeg het de organisator.

## Agenda

agenda = Dit is er te doen voor { $street }:
agenda-empty = Er staat nog niets op de agenda van { $street }. Heb je een idee? Zeg het je straatcontact.
reminder = **{ $title }**: { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Kun je toch niet? Zeg het even tegen je straatcontact.
signature = _Je krijgt dit omdat je je hebt aangemeld voor { $street }. Geen berichten meer? Typ **stop**._

## Planning

plan = Dit zeg ik de komende twee weken in { $street }:
plan-empty = De komende twee weken zeg ik niets uit mezelf in { $street }.
plan-announcement = bericht:
plan-event = uitnodiging:
plan-reminder = herinnering:
plan-moved = verschoven
plan-dropped = gaat niet door
reason-quiet_hours = stille uren
reason-weekly_limit = genoeg berichten in die week
reason-expired = te laat
reason-paused = gepauzeerd
reason-busy = er wordt gepraat

## Doorsturen

forward-how = Hieronder staat een bericht voor de WhatsApp-groep van { $street }. Houd het ingedrukt, kies doorsturen en kies je groep.

## Koppelen

joined =
    Hoi! Ik ben Straatbot, een bot die buren helpt om samen van het gas af te gaan. Ik ben hier net bij gekomen.

    Tot iemand zegt bij welke straat deze groep hoort, ben ik stil. Dat gaat met: /koppel en dan de straat, bijvoorbeeld **/koppel lindelaan**. Ik bewaar geen berichten.
rejoined = Ik ben er weer, voor { $street }. Alles gaat verder zoals het was.
link-how = Zet de straat erachter, zoals **/koppel lindelaan**. Ik ken: { $streets }.
link-asked = Ik vraag de organisator of deze groep bij { $street } hoort. Tot die tijd ben ik stil.
link-nobody = Deze groep moet door een organisator worden gekoppeld aan { $street }, en ik kan nu geen organisator bereiken. Tot die tijd ben ik stil.
link-approve = Iemand wil een groep koppelen aan **{ $street }**. Mag dat? Dan krijgt die groep de berichten van de straat.
yes-link = Ja, koppelen
link-approved = De groep hoort nu bij { $street }.
link-refused = Goed, ik koppel die groep niet. Ik blijf er stil.
link-too-late = Die vraag is al beantwoord.
linked =
    Deze groep hoort nu bij **{ $street }**. Hier hoor je wat er te doen is{ $contact ->
        [none] { "" }
       *[other] , samen met { $contact }, het straatcontact
    }.

    Een vraag? Typ /vraag en dan je vraag, of noem { $bot }. Ik ben een bot en bewaar geen berichten (/privacy).
linked-overhears = Ik kan meelezen. Ik zeg alleen ongevraagd iets als ik heel zeker weet dat het helpt.
linked-only-addressed = Ik lees alleen wat aan mij gericht is: een opdracht met /, mijn naam { $bot }, of een antwoord op een bericht van mij.
lost-gone = Ik ben uit een groep van { $street } gehaald. De berichten voor die groep staan stil. Wil je me terug? Voeg me weer toe aan de groep.
lost-muted = Ik mag niet meer schrijven in een groep van { $street }. De berichten voor die groep wachten. Een beheerder van de groep kan me weer laten schrijven.
welcome =
    Welkom { $names }! Hier hoor je over energie in { $street }. Stel een vraag met /vraag of { $bot }.{ $contact ->
        [none] { "" }
       *[other] {" "}Straatcontact: { $contact }.
    } Ik ben een bot en bewaar geen berichten (/privacy).
invitation =
    Stuur de link hieronder aan het nieuwe straatcontact van **{ $street }**. De link werkt één keer, { $days } dagen lang. Werkt de link niet? Laat dan **{ $code }** aan mij sturen.
invitation-link = Straatcontact worden
invitation-invalid = Deze uitnodiging werkt niet (meer). Vraag de organisator om een nieuwe.
contact-welcome =
    Welkom! Je bent nu straatcontact van **{ $street }**. Fijn dat je dit doet.

    Typ **planning** om te zien wat ik ga zeggen, of **doorsturen** voor een tekst voor je WhatsApp-groep. Met **help** zie je alles.

## Welke straat

which-street = Voor welke straat?
no-streets = Ik ken nog geen straten. De organisator moet die eerst toevoegen.
street-settled = Dan praat ik met je over { $street }. Stel gerust je vraag. Met **aanmelden** krijg je hier de berichten van je straat.

## Aanmelden en stoppen

subscribe-ask = Wil je hier berichten van de straatbot over { $street }? Je krijgt uitnodigingen en soms een tip, hooguit een paar per week. Stoppen kan altijd: typ **stop**.
subscribe-in-private = Aanmelden kan in een privégesprek met mij.
subscribed = Mooi! Je krijgt hier de berichten van { $street }. Stoppen? Typ **stop**.
subscribe-declined = Goed. Ik stuur je niets uit mezelf. Vragen mag altijd.
stopped = Klaar. Je krijgt geen berichten meer van mij uit mezelf. Vragen mag altijd.
stopped-already = Ik stuur je niets uit mezelf. Vragen mag altijd.
stop-in-group = Dit is een groep. Wil je hier geen meldingen? Zet de groep dan stil in je telefoon. Berichten die ik jou privé stuur, stop je privé met **stop**.
muted =
    { $days ->
        [one] Ik ben een dag stil. Op vragen geef ik wel antwoord.
       *[other] Ik ben { $days } dagen stil. Op vragen geef ik wel antwoord.
    }
unmuted = Ik ben er weer.
mute-in-group = Alleen het straatcontact kan mij hier voor iedereen stil zetten. Voor jezelf kun je deze groep dempen in je telefoon.

## Jouw gegevens

privacy = **Wat ik bewaar**

    - Geen berichten, en geen telefoonnummers die leesbaar zijn.
    - Of je berichten van je straat wilt, en sinds wanneer.
    - Wat ik zelf heb gestuurd, dertig dagen lang.

    Ik ben een bot van je bewonersinitiatief. Zien wat ik van jou heb: **/mijngegevens**. Alles wissen: **/vergeet**. Berichten in de groep staan bij de app zelf; die wis je daar.
my-data = Dit weet ik van je:
my-data-messages =
    { $count ->
        [0] Er zijn geen berichten van mij aan jou bewaard.
        [one] Ik heb één bericht van mij aan jou bewaard, hooguit dertig dagen.
       *[other] Ik heb { $count } berichten van mij aan jou bewaard, hooguit dertig dagen.
    }
my-data-street = Je praat met me over { $street }.
my-data-subscription = Je krijgt berichten van { $street }.
my-data-role =
    { $role ->
        [organiser] Je bent organisator.
       *[other] Je bent straatcontact.
    }
in-private-please = Dat doe ik liever niet in de groep. Stuur mij privé: { $command }
forget-ask = Zal ik alles wissen wat ik van je weet? Je krijgt dan ook geen berichten van je straat meer.
forget-yes = Ja, wis alles
forgotten = Klaar. Ik heb alles van je gewist. Je berichten in een groep staan bij de app zelf; die wis je daar.

## Taal

language-choose = Welke taal wil je met me praten?
language-set = Goed, ik praat Nederlands met je.
language-in-private = Je taal kies je in een privégesprek met mij. In de groep praat ik de taal van de straat.

## WhatsApp, buiten de 24 uur

knock = Er is een nieuw bericht voor de bewoners van { $street }. Antwoord **lees** om het te krijgen, of **stop**.
read-held = Hier komt het.

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
