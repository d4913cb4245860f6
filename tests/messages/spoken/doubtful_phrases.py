"""What organisers type that is asked back or refused on Monday 23 November 2026 at 12.00."""

# ruff: noqa: E501 - a phrase and what it means are one line

# typed | the question | the choices
DOUBTFUL = """
half 8 | doubt-part-of-day | ma 23 nov, 19.30 uur | di 24 nov, 07.30 uur
10 december half acht | doubt-part-of-day | do 10 dec, 19.30 uur | do 10 dec, 07.30 uur
morgen kwart voor acht | doubt-part-of-day | di 24 nov, 19.45 uur | di 24 nov, 07.45 uur
morgen kwart over 7 | doubt-part-of-day | di 24 nov, 19.15 uur | di 24 nov, 07.15 uur
morgen vijf voor half negen | doubt-part-of-day | di 24 nov, 20.25 uur | di 24 nov, 08.25 uur
morgen om 8 | doubt-part-of-day | di 24 nov, 20.00 uur | di 24 nov, 08.00 uur
morgen van half acht tot negen | doubt-part-of-day | di 24 nov, 19.30–21.00 uur | di 24 nov, 07.30–09.00 uur
tomorrow at half past seven | doubt-part-of-day | di 24 nov, 19.30 uur | di 24 nov, 07.30 uur
morgen | doubt-no-time | di 24 nov, 19.00 uur | di 24 nov, 20.00 uur | di 24 nov, 10.00 uur
overmorgen | doubt-no-time | wo 25 nov, 19.00 uur | wo 25 nov, 20.00 uur | wo 25 nov, 10.00 uur
10/12 | doubt-no-time | do 10 dec, 19.00 uur | do 10 dec, 20.00 uur | do 10 dec, 10.00 uur
vanavond | doubt-no-time | ma 23 nov, 19.00 uur | ma 23 nov, 20.00 uur
komende donderdag | doubt-no-time | do 26 nov, 19.00 uur | do 26 nov, 20.00 uur | do 26 nov, 10.00 uur
elke dinsdag | doubt-no-time | 19.00 uur | 20.00 uur | 10.00 uur
elke 1e dinsdag | doubt-no-time | 19.00 uur | 20.00 uur | 10.00 uur
maandag 19.30 | doubt-today | ma 23 nov, 19.30 uur | ma 30 nov, 19.30 uur
volgende dinsdag 19.00 | doubt-which-week | di 24 nov, 19.00 uur | di 1 dec, 19.00 uur
next Tuesday at 19:00 | doubt-which-week | di 24 nov, 19.00 uur | di 1 dec, 19.00 uur
do 11 dec 17u | doubt-weekday | do 10 dec, 17.00 uur | vr 11 dec, 17.00 uur
wo 20 jan 2028 19.00 | doubt-weekday | wo 19 jan 2028, 19.00 uur | do 20 jan 2028, 19.00 uur
10 november 19.00 | doubt-year | wo 10 nov 2027, 19.00 uur
29 februari 10.00 | doubt-year | di 29 feb 2028, 10.00 uur
do 10 dec middernacht | doubt-night | vr 11 dec, 00.00 uur | do 10 dec, 00.00 uur
morgen 12 uur 's nachts | doubt-night | wo 25 nov, 00.00 uur | di 24 nov, 00.00 uur
zaterdag 20.30 's ochtends | doubt-part-of-day | za 28 nov, 08.30 uur | za 28 nov, 20.30 uur
elke tweede dinsdag 19.00 | doubt-every-second | elke tweede dinsdag van de maand om 19.00 uur | om de twee weken op dinsdag om 19.00 uur
elke maand op dinsdag 19.00 | doubt-which-in-month | elke eerste dinsdag van de maand om 19.00 uur | elke tweede dinsdag van de maand om 19.00 uur | elke derde dinsdag van de maand om 19.00 uur | elke laatste dinsdag van de maand om 19.00 uur
elke dinsdag half acht | doubt-part-of-day | 19.30 uur | 07.30 uur
"""

# typed | the reason | its values
REFUSED = """
30 februari 19.00 | when-no-such-date | 30 februari
31 april 2027 10.00 | when-no-such-date | 31 april 2027
31-11 19.00 | when-no-such-date | 31-11
12/31 23.00 | when-no-such-date | 12/31
morgen 25.00 uur | when-no-such-time | 25.00 uur
morgen 19.75 | when-no-such-time | 19.75
morgen half 30 | when-no-such-time | half 30
10 november 2026 19.00 | when-past | 10 november 2026
do 19 nov 19.00 | when-past | 19 november
vanochtend 10 uur | when-past | 23 nov
vandaag 10.00 | when-past | 23 nov
deze week ma 9.00 | when-past | 23 nov
elke maand op de 32e 19.00 | when-no-such-date | de 32e
elke 6e dinsdag van de maand 19.00 | when-no-such-date | 6e dinsdag van de maand
elk uur | when-too-often
elke 5 minuten | when-too-often
ma en do 19.00 | when-several-days
10 en 17 december 19.30 | when-several-days
do 10 dec en do 17 dec 19.30 | when-several-days
elke dag om 8.00 en 20.00 | when-several-times
2 keer per week 19.00 | when-which-days
5x | when-which-rhythm
drie keer morgen 8.30 | when-which-rhythm
dinsdag 19.00 t/m 31 december | when-which-rhythm
elke 10 dagen op dinsdag 9.00 | when-rhythm-and-day
elke week de eerste dinsdag 9.00 | when-rhythm-and-day
elke vrijdag de 13e om 13.00 | when-rhythm-and-day
elke dinsdag 19.00 t/m 1 november 2026 | when-past | 1 november 2026
elke dinsdag vanaf 1 maart 19.00 t/m 1 februari 2027 | when-until-before-start | ma 1 feb 2027 | di 2 mrt 2027
elke dinsdag om 19.00 behalve in juli | when-except | behalve in juli
elke dinsdag zo rond een uur of zeven | when-words | zo rond een uur of zeven
elke dinsdag 19.00 in de zomer | when-words | in de zomer
elke blauwe dinsdag om 19.00 | when-nothing-found
niet elke dinsdag 19.00 | when-nothing-found
elke even week dinsdag 19.00 | when-nothing-found
hallo allemaal | when-nothing-found
elke | when-nothing-found
over 999 jaar 10.00 | when-too-far
"""
