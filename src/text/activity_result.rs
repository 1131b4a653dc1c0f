//! When each activity is done.

use crate::domain::process::Activity;

/// When the activity is done, in one sentence.
pub const fn activity_result(activity: Activity) -> &'static str {
    use Activity::*;
    match activity {
        Start => "Den systemansvarlige har fået besked om beslutningen.",
        U1 => "Begge forvaltningsansvarlige har fået besked.",
        U2 => {
            "Det nye it-system er registreret i ADM, og oplysningerne er provisioneret til \
             Serviceplatformen."
        }
        U3 => "Den systemansvarlige har fået besked om, at det nye it-system er klar.",
        U4 => "Du ved, at det nye it-system er klar.",
        U5 => {
            "SP's Helpdesk har fået din forespørgsel; du sender listen videre, så snart den er \
             kommet."
        }
        U6 => {
            "Den forvaltningsansvarlige for det gamle it-system har fået listen over ruter begge \
             veje."
        }
        U7 => {
            "Alle ruter står i overblikket, og den forvaltningsansvarlige for det nye it-system \
             har fået det."
        }
        U8 => "Du har ruteoverblikket og kan arbejde ud fra det.",
        U9 => "Du og den systemansvarlige er enige om, at serviceaftalen skal oprettes.",
        U10 => "De systemansvarlige for de involverede it-systemer har fået din henvendelse.",
        U11 => "Serviceaftalen er på plads, og den systemansvarlige har fået besked.",
        U12 => "Du har anmodet om serviceaftalen i ADM.",
        U13 => "Begge forvaltningsansvarlige ved, hvilke ruter de hver især skal tage sig af.",
        U14 => "Alle ruter er forberedt, og de eksplicitte ruter er oprettet.",
        U15 => "Du ved, hvilke ruter du skal nedlægge.",
        U16 => "Alle involverede har fået tidspunktet for ruteskiftet.",
        U17 => "Alle, der deltager, har svaret på tidspunktet.",
        U18 => {
            "Beslutningen er truffet, og den forvaltningsansvarlige for det nye it-system kender \
             den."
        }
        U19 => "Servicevinduet er lukket, og du har fået resultatet af SP's Helpdesk.",
        U20 => "Alle involverede har fået resultatet.",
        U21 => "Alle, der skal kende resultatet, har modtaget det.",
        U22 => "Nedlægningen af dine gamle ruter er bestilt.",
        U23 => "It-systemet er nedlagt, eller myndigheden er fjernet fra myndighedsafgrænsningen.",
        U24 => "Der er ingen serviceaftaler tilbage, som ikke længere bruges.",
        F1 => "Du har BestillingsID, og eksekveringsoversigten er udfyldt.",
        F2 | F3 => "Nedlægningen af ruten er bestilt med sagens BestillingsID.",
        F4 | F5 => "SFTP-ruten er bestilt med sagens BestillingsID.",
        F6 | F7 => "Webservice-ruten er bestilt med sagens BestillingsID.",
        F8 => "Der er ikke flere ruter at bestille.",
        G1 => "SP's Helpdesk har fået bestillingen og tidspunktet.",
        G2 => "Servicevinduet er åbent.",
        G3 => "De gamle implicitte ruter er nedlagt, og kvitteringerne er sendt.",
        G4 => "De afventende ruter er oprettet, og kvitteringerne er sendt.",
        G5 => "Der er en kvittering for hver rute.",
        G6 => "Den forvaltningsansvarlige for det nye it-system har fået status på alle ruter.",
        G7 => "Du ved, om hele systemskiftet kan gennemføres.",
        G8 => "SP's Helpdesk har fået resultatet af din kontrol.",
        G9 => "Det er afgjort, om omlægningen fortsætter eller rulles tilbage.",
        G10 => "De gamle eksplicitte ruter og de ruter, som ikke længere bruges, er nedlagt.",
        G11 => "Omlægningen er rullet tilbage.",
        G12 => {
            "Den forvaltningsansvarlige for det nye it-system har fået resultatet, og \
             servicevinduet er lukket."
        }
    }
}
