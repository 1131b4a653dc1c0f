//! What you do in each activity, told to the role that performs it.

use crate::domain::process::Activity;

/// What the activity's role does, in one to three short sentences.
pub const fn activity_what(activity: Activity) -> &'static str {
    use Activity::*;
    match activity {
        Start => {
            "Beslut, at it-systemet skal udskiftes. Giv den systemansvarlige besked om beslutningen."
        }
        U1 => {
            "Bed den forvaltningsansvarlige for det nye it-system om at gøre det klar og tilslutte \
             det til Serviceplatformen. Bed samtidig den forvaltningsansvarlige for det gamle \
             it-system om at sætte systemskiftet i gang."
        }
        U2 => "Tilslut det nye it-system i ADM. Følg processen Tilslut it-system.",
        U3 => {
            "Fortæl den systemansvarlige, at det nye it-system er klar. Det er det, når det er \
             registreret i ADM, og oplysningerne er provisioneret til Serviceplatformen."
        }
        U4 => {
            "Modtag beskeden om, at det nye it-system er klar. Du skal bruge den, før du danner \
             ruteoverblikket."
        }
        U5 => {
            "Bed SP's Helpdesk om en liste over det gamle it-systems ruter, både til og fra \
             systemet. Send listen videre til den systemansvarlige, når du har fået den."
        }
        U6 => {
            "Find de ruter, der findes på Serviceplatformen til og fra det gamle it-system. Send \
             listen til den forvaltningsansvarlige for det gamle it-system."
        }
        U7 => {
            "Saml de eksisterende og de nye ruter i ét overblik. Få underskrevet en delegering, \
             hvor den forvaltningsansvarlige for det nye it-system ikke selv må bestille. Send \
             overblikket til den forvaltningsansvarlige for det nye it-system."
        }
        U8 => {
            "Modtag ruteoverblikket fra den systemansvarlige. Se efter, at du kan bestille hver \
             rute ud fra det."
        }
        U9 => "Aftal med den systemansvarlige, hvilke serviceaftaler der skal oprettes.",
        U10 => {
            "Bed de systemansvarlige for de involverede it-systemer om at få de serviceaftaler på \
             plads, som ruteoverblikket kræver. Giv den forvaltningsansvarlige for det nye \
             it-system besked, når de er klar."
        }
        U11 => {
            "Aftal med din forvaltningsansvarlige, hvad der skal gøres, og få serviceaftalerne \
             ajourført. Det forudsætter, at kommunerne har informeret alle involverede. Giv den \
             systemansvarlige besked, når aftalerne er på plads."
        }
        U12 => {
            "Anmod i ADM om serviceaftalen til den service, som det nye it-system skal kalde. \
             Aftaler hører til webservices; for SFTP er de ikke understøttet."
        }
        U13 => {
            "Beslut, hvem der nedlægger hver gammel rute. Giv begge forvaltningsansvarlige besked \
             om, hvilke ruter der skal erstattes, etableres og nedlægges."
        }
        U14 => {
            "Bestil de ruter, der skal etableres og nedlægges, én for én. Eksplicitte ruter kan \
             oprettes nu, og inaktive kan nedlægges nu. Implicitte ruter gøres klar og venter på \
             servicevinduet."
        }
        U15 => {
            "Modtag besked om, hvilke ruter du skal nedlægge efter omlægningen. Sig til, hvis der \
             er ruter, du ikke kan nedlægge."
        }
        U16 => {
            "Aftal med alle involverede, hvornår ruterne skal skifte fra det gamle til det nye \
             it-system. Send tidspunktet til dem, der deltager."
        }
        U17 => {
            "Tag del i aftalen om, hvornår ruterne skifter, og meld tilbage, om tiden passer. Den \
             systemansvarlige har ansvaret og aftaler med øvrige parter: UDK, kommuner og \
             leverandører."
        }
        U18 => {
            "Beslut, om systemskiftet gennemføres efter planen eller udskydes. Giv den \
             forvaltningsansvarlige for det nye it-system besked."
        }
        U19 => {
            "Få ruterne lagt om i servicevinduet sammen med SP's Helpdesk. Trinnene står under \
             Gennemfør omlægning af ruter."
        }
        U20 => {
            "Fortæl den systemansvarlige og de andre forvaltningsansvarlige, om ruterne er lagt om \
             eller rullet tilbage."
        }
        U21 => {
            "Modtag resultatet af omlægningen. Er den rullet tilbage, aftales et nyt tidspunkt i \
             pkt. 16."
        }
        U22 => {
            "Bestil nedlægning af de gamle ruter, som ikke erstattes af nye, og af dem, den \
             systemansvarlige har givet dig. Følg processen Nedlæg rute."
        }
        U23 => {
            "Nedlæg det gamle it-system, hvis ingen anvender det længere. Anvender andre \
             myndigheder det stadig, så fjern kun myndigheden fra myndighedsafgrænsningen."
        }
        U24 => {
            "Afslut de gamle serviceaftaler, som ikke længere skal bruges. Er det gjort, så vælg \
             Ikke relevant."
        }
        F1 => {
            "Bestil ydelsen i Digitaliseringskataloget. Du får et BestillingsID på mail, som skal \
             stå i alle sagens bestillingsformularer. Udfyld eksekveringsoversigten med den \
             rækkefølge, bestillingerne skal udføres i."
        }
        F2 => "Bestil, at ruten nedlægges. Du er part i ruten og behøver derfor ingen delegering.",
        F3 => {
            "Bestil, at ruten nedlægges. Du er ikke part i ruten, så delegeringen skal være \
             underskrevet, før du bestiller."
        }
        F4 => {
            "Bestil SFTP-ruten. Du er ikke part i ruten, så delegeringen skal være underskrevet, \
             før du bestiller."
        }
        F5 => "Bestil SFTP-ruten. Du er part i ruten og behøver derfor ingen delegering.",
        F6 => {
            "Bestil webservice-ruten. Du er ikke part i ruten, så delegeringen skal være \
             underskrevet, før du bestiller. Ruten skal også have en serviceaftale."
        }
        F7 => {
            "Bestil webservice-ruten. Du er part i ruten og behøver derfor ingen delegering. Ruten \
             skal også have en serviceaftale."
        }
        F8 => "Gå ruteoverblikket igennem, og se, om der er flere ruter, du skal bestille.",
        G1 => {
            "Bed SP's Helpdesk om at gennemføre det aftalte systemskifte på det aftalte tidspunkt."
        }
        G2 => "Åbn servicevinduet for omlægningen.",
        G3 => {
            "Nedlæg de gamle implicitte ruter, og arkivér dem efter behov. Send en kvittering for \
             hver rute til den forvaltningsansvarlige for det nye it-system."
        }
        G4 => {
            "Opret de ruter, der venter på Serviceplatformen. Send en kvittering for hver rute til \
             den forvaltningsansvarlige for det nye it-system."
        }
        G5 => {
            "Notér for hver rute, om kvitteringen siger OK eller fejl. Ved fejl starter du en \
             incident, og omlægningen venter, til den er løst eller rullet tilbage."
        }
        G6 => {
            "Fortæl den forvaltningsansvarlige for det nye it-system, hvordan det står til med \
             alle ruter i forhold til ruteoverblikket."
        }
        G7 => {
            "Hold status på ruterne op mod ruteoverblikket. Afgør, om hele systemskiftet kan \
             gennemføres."
        }
        G8 => "Fortæl SP's Helpdesk, hvad din kontrol viste.",
        G9 => "Se på kontrolresultatet. Afgør, om omlægningen fortsætter eller rulles tilbage.",
        G10 => {
            "Nedlæg de gamle eksplicitte ruter og de ruter, som ikke længere skal bruges, og \
             arkivér dem efter behov. Det gælder bestillinger fra begge forvaltningsansvarlige."
        }
        G11 => "Rul omlægningen tilbage, så de gamle ruter gælder igen.",
        G12 => {
            "Fortæl den forvaltningsansvarlige for det nye it-system, om ruterne er lagt om eller \
             rullet tilbage. Luk servicevinduet."
        }
    }
}
