"""Small events, each as several outlets would tell it."""

from __future__ import annotations

from tests.index.compare.reports import MONDAY, TUESDAY, WEDNESDAY

QUAKE = (
    (
        TUESDAY,
        "An earthquake struck northern Valdora early on Tuesday, killing at least 17 people and "
        "injuring more than 200, officials said. About 3,000 people have been left homeless, the "
        "agency said. A quake in the same region killed 61 people in 2009.",
    ),
    (
        WEDNESDAY,
        "The death toll from the earthquake that hit northern Valdora rose to 43 on Wednesday as "
        "rescuers searched collapsed buildings. Another 310 people were injured, and 12 were still "
        "missing, the agency said. Some 5,000 people are homeless and spent the night in tents.",
    ),
    (
        WEDNESDAY,
        "Rescuers in Valdora searched for survivors of an earthquake that killed at least 40 "
        "people and left thousands homeless. Twelve people are unaccounted for, officials said.",
    ),
)
TRAIN = (
    (
        MONDAY,
        "Five people were killed and 30 injured on Monday when a train derailed near Ostby. The "
        "train was carrying 140 passengers and six crew. Nine of the injured are in critical "
        "condition. It was travelling at 120 km/h in a zone limited to 80 km/h.",
    ),
    (
        MONDAY,
        "At least four people died when a train came off the tracks outside Ostby on Monday. There "
        "were about 150 people on board the train, the operator said. The driver, a 42-year-old "
        "man, has been arrested. The line will stay closed for at least three days.",
    ),
    (
        TUESDAY,
        "Five people died in Monday's train crash near Ostby, police confirmed. There were 146 "
        "people aboard the train, police said. The driver, who is 41, was detained. The line is "
        "expected to be closed for a week. In 2011 a crash on the same line killed 12 people.",
    ),
)
STRIKE = (
    (
        TUESDAY,
        "Dockworkers at the port of Calder voted on Tuesday to end a strike that lasted 19 days "
        "after their union accepted a 7 percent pay rise.",
    ),
    (
        TUESDAY,
        "A nearly three-week strike at the port of Calder ended on Tuesday when members accepted a "
        "pay rise of 7.5 percent over three years.",
    ),
)
ELECTION = (
    (
        TUESDAY,
        "President Rask won a second term in the election with 54 percent of the vote. His rival, "
        "the former mayor Brandt, took 43 percent. Turnout was 61 percent, down from 70 percent in "
        "2025.",
    ),
    (
        MONDAY,
        "President Rask was leading with 57 percent of the vote after half of the ballots had been "
        "counted. Brandt had 40 percent, the commission said. It put turnout at 58 percent.",
    ),
)
COURT = (
    (
        WEDNESDAY,
        "A court sentenced former minister Dorn to six years in prison for taking bribes. Dorn, "
        "58, was found guilty of taking money from a company. She was fined 500,000 euros.",
    ),
    (
        WEDNESDAY,
        "Former minister Dorn was jailed for six and a half years for corruption. Judges found "
        "that Dorn, 59, took bribes. The court ordered her to pay a fine of 500,000 euros.",
    ),
)
STORM = (
    (
        TUESDAY,
        "The hurricane made landfall near Port Sabine on Tuesday with winds of 130 mph. More than "
        "400,000 homes were without power and at least three people were killed. About 90,000 "
        "people had been ordered to leave. Damage could reach $4 billion.",
    ),
    (
        WEDNESDAY,
        "The number of people killed by the hurricane rose to nine on Wednesday, and 350,000 homes "
        "were still without power. The storm hit Port Sabine with winds of 210 km/h. Calloway put "
        "the damage at $6 billion.",
    ),
)
OUTBREAK = (
    (
        MONDAY,
        "Four patients have died and 18 others fallen ill in an outbreak at Marlow General "
        "Hospital. Six of the sick are in intensive care.",
    ),
    (
        TUESDAY,
        "The outbreak at Marlow General Hospital has killed five patients. A total of 26 people "
        "have fallen ill at Marlow. Five remain in intensive care.",
    ),
)
CHOLERA = (
    (
        MONDAY,
        "An outbreak of cholera in Ostby province has killed 16 people, the ministry said, three "
        "weeks after it began.",
    ),
    (
        MONDAY,
        "Doctors in Ostby say that cholera has killed 28 people in the province, far more than the "
        "ministry admits.",
    ),
    (
        WEDNESDAY,
        "The outbreak of cholera in Ostby province has now killed 37 people, the ministry said, up "
        "from 16 dead on Monday. The association of doctors, which had put the toll at 28 on "
        "Monday, said that it had been right.",
    ),
)
MARCH = (
    (
        TUESDAY,
        "At least 310 marchers needed treatment in Ostby, doctors said; the ministry said that 21 "
        "policemen were hurt.",
    ),
    (
        TUESDAY,
        "Doctors said that 280 people were injured as police stopped a march in Ostby. Nine "
        "officers were injured, the city said.",
    ),
)
COACH = (
    (
        MONDAY,
        "A coach left the road near Ostby on Monday, killing at least 11 people and injuring 40. "
        "Two of the injured were in a critical condition. The driver, 34, was questioned.",
    ),
    (
        MONDAY,
        "Fourteen bodies were found in a gorge under Ostby, the sheriff said, and 52 people were "
        "taken to hospital, seven of them in a critical condition. The driver, a 36-year-old man, "
        "was held.",
    ),
    (
        WEDNESDAY,
        "The death toll from the crash of a coach near Ostby rose to 16 on Wednesday after two "
        "passengers died in hospital.",
    ),
)
