"""What organisers type before a message, and what it means on Monday 23 November 2026 at 12.00."""

# ruff: noqa: E501 - a phrase and what it means are one line

# typed | the moment
ONCE = """
nu | Mon 2026-11-23 12:01
nu meteen | Mon 2026-11-23 12:01
zo snel mogelijk | Mon 2026-11-23 12:01
do 10 dec 19.30 | Thu 2026-12-10 19:30
do 10 dec 2026 om 19.30 uur | Thu 2026-12-10 19:30
do. 10 dec. 19.30 u. | Thu 2026-12-10 19:30
DONDERDAG 10 DECEMBER OM 19:30 UUR | Thu 2026-12-10 19:30
donderdag 10 december a.s. om 19.30 uur | Thu 2026-12-10 19:30
10-12-2026 19:30 | Thu 2026-12-10 19:30
10-12-26 19:30 | Thu 2026-12-10 19:30
10.12.2026 19.30 | Thu 2026-12-10 19:30
2026-12-10 19:30 | Thu 2026-12-10 19:30
2026-12-10T19:30 | Thu 2026-12-10 19:30
10/12 19.30 | Thu 2026-12-10 19:30
do 10/12 19.30 | Thu 2026-12-10 19:30
10 december 19u30 | Thu 2026-12-10 19:30
10 dec 19u | Thu 2026-12-10 19:00
10 dec 1930 | Thu 2026-12-10 19:30
10 dec 2030 | Thu 2026-12-10 20:30
do 10 dec 8 uur 's avonds | Thu 2026-12-10 20:00
do 10 dec 's avonds om 8 uur | Thu 2026-12-10 20:00
donderdagavond 10 december half acht | Thu 2026-12-10 19:30
19.30 do 10 dec | Thu 2026-12-10 19:30
wo 20 jan 19.00 | Wed 2027-01-20 19:00
20 januari 2027 kwart over zeven 's avonds | Wed 2027-01-20 19:15
1 april 10.00 | Thu 2027-04-01 10:00
31/12 23.00 | Thu 2026-12-31 23:00
10 dec 2030 19.00 | Tue 2030-12-10 19:00
morgen 8.30 | Tue 2026-11-24 08:30
morgen 20u | Tue 2026-11-24 20:00
morgen 19 uur 30 | Tue 2026-11-24 19:30
morgenochtend kwart voor tien | Tue 2026-11-24 09:45
morgenavond half 8 | Tue 2026-11-24 19:30
morgen twaalf uur 's middags | Tue 2026-11-24 12:00
morgen 12 uur | Tue 2026-11-24 12:00
morgen 3 uur | Tue 2026-11-24 15:00
morgen half zeven | Tue 2026-11-24 18:30
morgen 10 uur | Tue 2026-11-24 10:00
morgen 07.30 | Tue 2026-11-24 07:30
morgen 08 uur | Tue 2026-11-24 08:00
morgen kwart over 19 | Tue 2026-11-24 19:15
overmorgen 9.15 | Wed 2026-11-25 09:15
overmorgenmiddag vijf over half drie | Wed 2026-11-25 14:35
vandaag 19u | Mon 2026-11-23 19:00
vanavond half acht | Mon 2026-11-23 19:30
vanavond 8.30 | Mon 2026-11-23 20:30
vanavond 10 voor 8 | Mon 2026-11-23 19:50
vanmiddag 3 uur | Mon 2026-11-23 15:00
vannacht 2 uur | Tue 2026-11-24 02:00
vanavond om middernacht | Tue 2026-11-24 00:00
vandaag over een week 19.00 | Mon 2026-11-30 19:00
19.00 | Mon 2026-11-23 19:00
10.00 | Tue 2026-11-24 10:00
komende donderdag 19.00 | Thu 2026-11-26 19:00
a.s. donderdag 19.30 | Thu 2026-11-26 19:30
deze donderdag 19.30 | Thu 2026-11-26 19:30
komende maandag 19.30 | Mon 2026-11-30 19:30
volgende maandag 19.30 | Mon 2026-11-30 19:30
volgende week di 19.00 | Tue 2026-12-01 19:00
dinsdag volgende week 10.30 | Tue 2026-12-01 10:30
deze week do 19.00 | Thu 2026-11-26 19:00
donderdag over 2 weken 19.00 | Thu 2026-12-10 19:00
over 2 weken op zaterdag 16u | Sat 2026-12-12 16:00
over een uur | Mon 2026-11-23 13:00
over anderhalf uur | Mon 2026-11-23 13:30
over een half uur | Mon 2026-11-23 12:30
over een kwartier | Mon 2026-11-23 12:15
over 90 minuten | Mon 2026-11-23 13:30
over drie dagen 19.00 | Thu 2026-11-26 19:00
over een maand 10.00 | Wed 2026-12-23 10:00
zondag morgen 10 uur | Sun 2026-11-29 10:00
zaterdagmiddag 4 uur | Sat 2026-11-28 16:00
maandag 10.00 | Mon 2026-11-30 10:00
dinsdg 19.00 | Tue 2026-11-24 19:00
woensdah 19.00 | Wed 2026-11-25 19:00
donderag 10 decmber 19.00 | Thu 2026-12-10 19:00
zatterdagavond acht uur | Sat 2026-11-28 20:00
za 24.00 | Sun 2026-11-29 00:00
de 15e om 19.00 | Tue 2026-12-15 19:00
op 15 januari om half 9 's ochtends | Fri 2027-01-15 08:30
eerste dinsdag van januari 19.00 | Tue 2027-01-05 19:00
laatste vrijdag van volgende maand 17.00 | Fri 2026-12-25 17:00
één keer: do 10 dec, 08.30 uur | Thu 2026-12-10 08:30
eenmalig, morgen 8.30 | Tue 2026-11-24 08:30
tomorrow at 8.30 | Tue 2026-11-24 08:30
tomorrow 7pm | Tue 2026-11-24 19:00
Thursday 10 December at 7:30 pm | Thu 2026-12-10 19:30
Dec 10 at 19:30 | Thu 2026-12-10 19:30
in 2 hours | Mon 2026-11-23 14:00
"""

# typed | the first moment | the rule | its end
REPEATED = """
elke dag om middernacht | Tue 2026-11-24 00:00 | FREQ=DAILY
elke 1e dinsdag om 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU
elke eerste dinsdag van de maand om 19.00 uur | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU
1e dinsdag van de maand 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU
eerste dinsdag v.d. maand 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU
drie keer, om de week op woensdag 19.30 | Wed 2026-11-25 19:30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | 3 times
om de week op woensdag om half acht 's avonds | Wed 2026-11-25 19:30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE
om de 2 weken op di 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
elke 2 weken op di 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
elke 2 weken 19.00 | Mon 2026-11-23 19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO
elke twee weken dinsdag 19u | Tue 2026-11-24 19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
elke andere week op di 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
eens in de twee weken op vrijdag 17.00 | Fri 2026-11-27 17:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
tweewekelijks op vrijdag 17.00 | Fri 2026-11-27 17:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
elke dag om 20.00 | Mon 2026-11-23 20:00 | FREQ=DAILY
dagelijks 20u | Mon 2026-11-23 20:00 | FREQ=DAILY
elke avond 8 uur | Mon 2026-11-23 20:00 | FREQ=DAILY
elke morgen half negen | Tue 2026-11-24 08:30 | FREQ=DAILY
om de dag 9.00 | Tue 2026-11-24 09:00 | FREQ=DAILY;INTERVAL=2
om de 3 dagen om 9.00 | Tue 2026-11-24 09:00 | FREQ=DAILY;INTERVAL=3
elke 14 dagen op dinsdag 9.00 | Tue 2026-11-24 09:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
elke werkdag 9.00 | Tue 2026-11-24 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
doordeweeks om 9.00 | Tue 2026-11-24 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
op werkdagen om 9.00 | Tue 2026-11-24 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
elke maandag t/m vrijdag 9.00 | Tue 2026-11-24 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
elk weekend 10.00 | Sat 2026-11-28 10:00 | FREQ=WEEKLY;BYDAY=SA,SU
iedere zondagochtend 10 uur | Sun 2026-11-29 10:00 | FREQ=WEEKLY;BYDAY=SU
elke maandag en donderdag 19u30 | Mon 2026-11-23 19:30 | FREQ=WEEKLY;BYDAY=MO,TH
elke ma, wo en vr 12.00 | Wed 2026-11-25 12:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
op dinsdagen en donderdagen om 19.30 | Tue 2026-11-24 19:30 | FREQ=WEEKLY;BYDAY=TU,TH
's maandags om 19.30 | Mon 2026-11-23 19:30 | FREQ=WEEKLY;BYDAY=MO
wekelijks op donderdag 19.00 | Thu 2026-11-26 19:00 | FREQ=WEEKLY;BYDAY=TH
elke week 19.00 | Mon 2026-11-23 19:00 | FREQ=WEEKLY;BYDAY=MO
elke dinsdg 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU
iedre woensdah 19.00 | Wed 2026-11-25 19:00 | FREQ=WEEKLY;BYDAY=WE
om de maand op de 1e om 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=1
de laatste vrijdag van de maand 17.00 | Fri 2026-11-27 17:00 | FREQ=MONTHLY;BYDAY=-1FR
elke maand op de laatste vrijdag 17.00 | Fri 2026-11-27 17:00 | FREQ=MONTHLY;BYDAY=-1FR
één keer per maand op de eerste maandag om 19.00 | Mon 2026-12-07 19:00 | FREQ=MONTHLY;BYDAY=1MO
elke eerste en derde dinsdag van de maand 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU,3TU
elke maand op de 15e om 10.00 | Tue 2026-12-15 10:00 | FREQ=MONTHLY;BYMONTHDAY=15
op de 15e van elke maand 10.00 | Tue 2026-12-15 10:00 | FREQ=MONTHLY;BYMONTHDAY=15
elke maand op de 1e en de 15e om 9.00 | Tue 2026-12-01 09:00 | FREQ=MONTHLY;BYMONTHDAY=1,15
elke 31e 10.00 | Thu 2026-12-31 10:00 | FREQ=MONTHLY;BYMONTHDAY=31
elke laatste dag van de maand om 16.00 | Mon 2026-11-30 16:00 | FREQ=MONTHLY;BYMONTHDAY=-1
elke laatste werkdag van de maand om 16.00 | Mon 2026-11-30 16:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
elk kwartaal om 19.00 | Mon 2026-11-23 19:00 | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=23
elk kwartaal op de eerste dinsdag 19.00 | Tue 2026-12-01 19:00 | FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU
elk half jaar op de 1e 9.00 | Tue 2026-12-01 09:00 | FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=1
jaarlijks op 10 oktober om 9.00 | Sun 2027-10-10 09:00 | FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10
elk jaar op 10 oktober om 9.00 | Sun 2027-10-10 09:00 | FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10
elke 10 oktober om 9.00 | Sun 2027-10-10 09:00 | FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=10
elke 29 februari 10.00 | Tue 2028-02-29 10:00 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
elke 1e dinsdag van januari 19.00 | Tue 2027-01-05 19:00 | FREQ=YEARLY;BYMONTH=1;BYDAY=1TU
elke dinsdag 19.00 tot en met 31 december | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2026-12-31
elke dinsdag 19.00 tot 1 maart | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2027-02-28
elke dinsdag 19.00 t/m maart | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2027-03-31
elke dinsdag 19.00 t/m eind juni | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2027-06-30
elke dinsdag 19.00 tot het einde van het jaar | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2026-12-31
tot 1 maart elke dinsdag 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | until 2027-02-28
5x elke dinsdag 19.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | 5 times
elke dinsdag 19.00, 5 keer | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU | 5 times
drie keer op woensdag 19.30 | Wed 2026-11-25 19:30 | FREQ=WEEKLY;BYDAY=WE | 3 times
wekelijks op donderdag 19.00, 6 weken lang | Thu 2026-11-26 19:00 | FREQ=WEEKLY;BYDAY=TH | until 2027-01-06
elke dinsdag 19.00, vanaf januari | Tue 2027-01-05 19:00 | FREQ=WEEKLY;BYDAY=TU
elke dinsdag vanaf volgende maand 19.00 | Tue 2026-12-01 19:00 | FREQ=WEEKLY;BYDAY=TU
wekelijks vanaf do 10 dec 19.30 | Thu 2026-12-10 19:30 | FREQ=WEEKLY;BYDAY=TH
elke 2 weken vanaf do 10 dec 19.30 t/m 1 april | Thu 2026-12-10 19:30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH | until 2027-04-01
do 10 dec 19.30, daarna elke 2 weken | Thu 2026-12-10 19:30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH
elke dinsdag van 19.00 tot 20.00 | Tue 2026-11-24 19:00 | FREQ=WEEKLY;BYDAY=TU
every first Tuesday at 7pm | Tue 2026-12-01 19:00 | FREQ=MONTHLY;BYDAY=1TU
every other week on Wednesday at 7:30 pm | Wed 2026-11-25 19:30 | FREQ=WEEKLY;INTERVAL=2;BYDAY=WE
every weekday at 9am | Tue 2026-11-24 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
three times, every two weeks on Friday at 5pm, until 1 March | Fri 2026-11-27 17:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR | until 2027-03-01 | 3 times
the last Friday of the month at 17:00 | Fri 2026-11-27 17:00 | FREQ=MONTHLY;BYDAY=-1FR
every 15th of the month at 10:00 | Tue 2026-12-15 10:00 | FREQ=MONTHLY;BYMONTHDAY=15
"""
