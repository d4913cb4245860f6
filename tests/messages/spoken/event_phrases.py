"""What people type about an event, and what it means on Monday 23 November 2026 at 12.00."""

# ruff: noqa: E501 - a phrase and what it means are one line

# typed | when | the rest of the line
CLEAR = """
warmtescan wo 20 jan 19.00-20.30, De Linde | Wed 2027-01-20 19:00-20:30 | warmtescan, De Linde
warmtescan wo 20 jan 19.00, start De Linde, reserve do 21 jan | Wed 2027-01-20 19:00 | warmtescan, start De Linde, reserve do 21 jan
borrel do 10 dec in De Linde om 19.30 uur | Thu 2026-12-10 19:30 | borrel in De Linde
Borrel (za 12 dec 16u) bij Henk (met kinderen) | Sat 2026-12-12 16:00 | Borrel bij Henk (met kinderen)
borrel op zaterdag 12 december (16.00 - 18.00 uur) bij Henk | Sat 2026-12-12 16:00-18:00 | borrel bij Henk
borrel za 12 dec van 4 tot 6 | Sat 2026-12-12 16:00-18:00 | borrel
inloop za 12 dec 10-12 uur | Sat 2026-12-12 10:00-12:00 | inloop
inloop 10-12 uur za 12 dec | Sat 2026-12-12 10:00-12:00 | inloop
vergadering do 10 dec van half acht tot negen uur 's avonds | Thu 2026-12-10 19:30-21:00 | vergadering
afspraak 3 dec tussen 9 en 12 uur | Thu 2026-12-03 09:00-12:00 | afspraak
warmtescan 22.00-01.00 do 10 dec | Thu 2026-12-10 22:00-01:00 | warmtescan
2026-12-10T19:30 energiecafé | Thu 2026-12-10 19:30 | energiecafé
borrel Lindelaan 10-12, do 10 dec 17.00, entree 2.50 euro | Thu 2026-12-10 17:00 | borrel Lindelaan 10-12, entree 2.50 euro
borrel vr 17u, kinderen van 5 tot 12 jaar | Fri 2026-11-27 17:00 | borrel, kinderen van 5 tot 12 jaar
borrel morgen om 5 uur, duurt 2 uur | Tue 2026-11-24 17:00 | borrel, duurt 2 uur
borrel: zo 13 dec, 15.00 uur. Tot dan! | Sun 2026-12-13 15:00 | borrel. Tot dan!
zo gezellig: borrel zo 13 dec 15 uur | Sun 2026-12-13 15:00 | zo gezellig: borrel
zorgen over warmte? do 10 dec 19.00 | Thu 2026-12-10 19:00 | zorgen over warmte?
jaarvergadering 12 maart 2027 20:00 uur, zaal open 19:30 uur | Fri 2027-03-12 20:00 | jaarvergadering, zaal open 19:30 uur
buurtborrel over 2 weken op zaterdag 16u | Sat 2026-12-12 16:00 | buurtborrel
borrel do 10 dec 17u, aanmelden t/m 8 dec | Thu 2026-12-10 17:00 | borrel, aanmelden t/m 8 dec
1e dinsdag van de maand 19.00 inloop | Tue 2026-12-01 19:00 | inloop
energiecafé elke 2e donderdag van de maand 19.30-21.00 in De Linde | Thu 2026-12-10 19:30-21:00 FREQ=MONTHLY;BYDAY=2TH | energiecafé in De Linde
elke donderdag 10.00-12.00 inloop t/m 31 maart | Thu 2026-11-26 10:00-12:00 FREQ=WEEKLY;BYDAY=TH;UNTIL=20270331 | inloop
3x inloop, elke donderdag 10.00-12.00 | Thu 2026-11-26 10:00-12:00 FREQ=WEEKLY;BYDAY=TH | 3x inloop
borrel do 10 om 20 uur | Thu 2026-12-10 20:00 | borrel
borrel donderdag 10 om half 8 's avonds | Thu 2026-12-10 19:30 | borrel
borrel vr 11 17u | Fri 2026-12-11 17:00 | borrel
borrel vrijdag 11 van 16 tot 18 uur | Fri 2026-12-11 16:00-18:00 | borrel
borrel donderdag 10, De Linde, 17.00 | Thu 2026-12-10 17:00 | borrel, De Linde
vrijdag 11 borrel 17.00 | Fri 2026-12-11 17:00 | borrel
borrel do 26 20.00 | Thu 2026-11-26 20:00 | borrel
borrel vrijdag 11 uur | Fri 2026-11-27 11:00 | borrel
borrel vrijdag 11 tot 13 uur | Fri 2026-11-27 11:00-13:00 | borrel
borrel vrijdag 5 over half 6 | Fri 2026-11-27 17:35 | borrel
borrel donderdag half 8 savonds | Thu 2026-11-26 19:30 | borrel
borrel vrijdag om 7 uur s avonds | Fri 2026-11-27 19:00 | borrel
borrel vrydag 5 uur smiddags | Fri 2026-11-27 17:00 | borrel
borrel morgen vroeg 8 uur | Tue 2026-11-24 08:00 | borrel
borrel vrijdag rond een uur of vijf | Fri 2026-11-27 17:00 | borrel
borrel vrijdag om vijven | Fri 2026-11-27 17:00 | borrel
borrel vrijdag tegen 5 uur | Fri 2026-11-27 17:00 | borrel
borrel over een uurtje | Mon 2026-11-23 13:00 | borrel
koffie de komende 3 dinsdagen om 10.00 | Tue 2026-11-24 10:00 FREQ=WEEKLY;BYDAY=TU;COUNT=3 | koffie
koffie de komende 3 weken elke dinsdag om 10.00 | Tue 2026-11-24 10:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214 | koffie
koffie 2 wekelijks op woensdag 10.00 | Wed 2026-11-25 10:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=WE | koffie
koffie iedere 1e di vd maand 19u | Tue 2026-12-01 19:00 FREQ=MONTHLY;BYDAY=1TU | koffie
koffie elke dinsdag tot en met maart om 10.00 | Tue 2026-11-24 10:00 FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331 | koffie
borrel vrijdag 11 dec 17.00 in de kerstvakantie | Fri 2026-12-11 17:00 | borrel in de kerstvakantie
Thursday 10 December 7pm-9pm energy café | Thu 2026-12-10 19:00-21:00 | energy café
"""

# typed | the question | the choices
DOUBTFUL = """
borrel do 11 dec 17u | doubt-weekday | do 10 dec, 17.00 uur | vr 11 dec, 17.00 uur
borrel volgende zaterdag 16u | doubt-which-week | za 28 nov, 16.00 uur | za 5 dec, 16.00 uur
vergadering do 10 dec half acht tot negen | doubt-part-of-day | do 10 dec, 19.30–21.00 uur | do 10 dec, 07.30–09.00 uur
zomerfeest 20 juni 15.00 | doubt-year | zo 20 jun 2027, 15.00 uur
borrel ma 5 19.00 | doubt-weekday | ma 7 dec, 19.00 uur | za 5 dec, 19.00 uur
borrel do 10 half 8 | doubt-part-of-day | do 10 dec, 19.30 uur | do 10 dec, 07.30 uur
borrel vr 11 | doubt-no-time | vr 11 dec, 19.00 uur | vr 11 dec, 20.00 uur | vr 11 dec, 10.00 uur
borrel vrijdag | doubt-no-time | vr 27 nov, 19.00 uur | vr 27 nov, 20.00 uur | vr 27 nov, 10.00 uur
De Linde 1930 borrel do 10 dec | doubt-no-time | do 10 dec, 19.00 uur | do 10 dec, 20.00 uur | do 10 dec, 10.00 uur
"""

# typed | the reason | its values
REFUSED = """
ma komt do langs in zo een huis | when-nothing-found
borrel om 19.30 | when-no-day
borrel eind van de maand 17.00 | when-which-day | eind van de maand
borrel half januari 17.00 | when-which-day | half januari
borrel volgende week 17.00 | when-which-day | volgende week
borrel dit weekend | when-which-day | dit weekend
borrel gisteren 17.00 | when-past | 22 nov
1e kerstdag 12.00 kerstlunch | when-no-day
borrel 10 t/m 12 dec 19.00 | when-several-days
borrel 10 en 11 dec 19.00 | when-several-days
borrel donderdag 10 en vrijdag 11 17.00 | when-several-days
borrel donderdag 10 en 17 17.00 | when-several-days
koffie elke dinsdag 10.00 behalve in de vakantie | when-except | behalve in de vakantie
koffie elke dinsdag 10.00, niet in de kerstvakantie | when-except | niet in de kerstvakantie
koffie elke dinsdag in januari 10.00 | when-words | in januari
koffie elke even week op dinsdag 10.00 | when-words | even week
koffie in de even weken op dinsdag 10.00 | when-words | even weken
koffie elke dinsdag 10.00 tot de zomervakantie | when-words | tot de zomervakantie
borrel de eerste vrijdag in het nieuwe jaar 17.00 | when-words | nieuwe jaar
borrel vrijdag week 50 17.00 | when-words | week 50
borrel 20.30-19.30 do 10 dec | when-end-before-start | 20.30-19.30
borrel 30 februari 19.00 | when-no-such-date | 30 februari
24/7 bereikbaar | when-nothing-found
bel 06-12345678 | when-nothing-found
"""
