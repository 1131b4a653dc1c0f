//! "Vejledning" to each role: its task, what it does with the app, and when it is done.

use super::guide::{RoleGuide, Shot, step};
use crate::domain::process::Role;

/// What the role does with the app.
pub const fn role_guide(role: Role) -> RoleGuide {
    match role {
        Role::SystemOwner => RoleGuide {
            task: "Du beslutter, at it-systemet skal udskiftes. Derfra driver den systemansvarlige \
                   sagen, og du følger med.",
            steps: const {
                &[
                    step(
                        "Markér beslutningen",
                        "Er det besluttet, så markér starten udført, og giv den systemansvarlige \
                     besked. Før det er det ingen andens tur.",
                        None,
                    ),
                    step(
                        "Følg med",
                        "Overblik viser, hvis tur det er, hvor langt I er, og hvad der er galt. Til \
                     papir er der »Status til koordineringsmøde«.",
                        Some(Shot::Overview),
                    ),
                ]
            },
            done: "når den systemansvarlige har fået din beslutning.",
        },
        Role::SystemManager => RoleGuide {
            task: "Du holder trådene: ruteoverblikket, underskrifterne, serviceaftalerne og \
                   tidspunktet.",
            steps: const {
                &[
                    step(
                        "Saml ruterne (pkt. 7)",
                        "Skriv hver rute ind under Ruter: den gamle, den nye eller begge. Har du dem i \
                     et regneark, så vælg »Indlæs ruteliste«.",
                        Some(Shot::Routes),
                    ),
                    step(
                        "Afgør hver rute",
                        "Åbn en rute, og svar på ét spørgsmål ad gangen. Guiden siger, hvem der \
                     bestiller, med hvilken formular, og hvorfor.",
                        Some(Shot::Route),
                    ),
                    step(
                        "Skaf underskrifterne",
                        "Bestilles en rute med delegering, skal den, der delegerer, skrive under. Siden \
                     Underskrifter viser, hvem der mangler, og har et ark til hver.",
                        Some(Shot::Signatures),
                    ),
                    step(
                        "Få serviceaftalerne på plads (pkt. 10)",
                        "Bed de systemansvarlige for de involverede it-systemer om at ajourføre \
                     aftalerne. Hver aftale har sin egen række, så I kan se, hvor den er.",
                        Some(Shot::Agreements),
                    ),
                    step(
                        "Fordel nedlæggelserne (pkt. 13)",
                        "Beslut for hver gammel rute, hvem af de to forvaltningsansvarlige der bestiller \
                     nedlæggelsen, og giv begge besked.",
                        None,
                    ),
                    step(
                        "Hold mødet, og beslut (pkt. 17 og 18)",
                        "Møde går de åbne beslutninger igennem, én ad gangen. Til sidst siger du, om \
                     omlægningen gennemføres som planlagt. Siger du nej, begynder et nyt forsøg.",
                        Some(Shot::Meeting),
                    ),
                ]
            },
            done: "når der er ryddet op i serviceaftalerne, eller du har sagt, at det ikke er \
                   relevant (pkt. 24).",
        },
        Role::NewOperations => RoleGuide {
            task: "Du gør det nye it-system klar, bestiller ruterne og styrer omlægningen.",
            steps: const {
                &[
                    step(
                        "Tilslut it-systemet (pkt. 2 og 3)",
                        "Registrér det i ADM efter processen Tilslut it-system. Giv så den \
                     systemansvarlige besked om, at det er klar.",
                        None,
                    ),
                    step(
                        "Anmod om serviceaftalerne (pkt. 9 og 12)",
                        "Aftal med den systemansvarlige, hvilke der skal oprettes. Anmod om dem i ADM, \
                     når den anden side er klar. Kun webservice-ruter har serviceaftaler.",
                        Some(Shot::Agreements),
                    ),
                    step(
                        "Bestil ruterne (pkt. 14)",
                        "Eksekveringsoversigten har hver bestilling i rækkefølge. En bestilling med \
                     delegering venter, til alle har skrevet under.",
                        Some(Shot::Plan),
                    ),
                    step(
                        "Find tidspunktet (pkt. 16)",
                        "Find et servicevindue, som alle kan, og skriv det under Omlægning. »Hent \
                     kalenderfil« lægger det i kalenderen.",
                        Some(Shot::Cutover),
                    ),
                    step(
                        "Gennemfør omlægningen (pkt. 19)",
                        "Følg kørebogen, ét trin ad gangen, med navn og klokkeslæt. Tag imod en \
                     kvittering for hver rute, og kontrollér, at alt holder, før de gamle eksplicitte \
                     ruter nedlægges.",
                        Some(Shot::RunBook),
                    ),
                ]
            },
            done: "når alle har fået besked om, hvordan omlægningen gik (pkt. 20).",
        },
        Role::OldOperations => RoleGuide {
            task: "Du skaffer listen over det gamle it-systems ruter og nedlægger dem, du har \
                   ansvaret for, når omlægningen er lykkedes.",
            steps: const {
                &[
                    step(
                        "Bed om rutelisten (pkt. 5)",
                        "Spørg SP's Helpdesk om ruterne til og fra det gamle it-system, og send listen \
                     til den systemansvarlige.",
                        None,
                    ),
                    step(
                        "Se, hvad du skal nedlægge (pkt. 15)",
                        "Når nedlæggelserne er fordelt, står dine under Ruter. Er du uenig, så sig det \
                     før mødet om tidspunktet.",
                        Some(Shot::Routes),
                    ),
                    step(
                        "Vær med i omlægningen (pkt. 17 og 21)",
                        "Sig, hvornår du kan, og tag imod beskeden om, hvordan det gik.",
                        Some(Shot::Cutover),
                    ),
                    step(
                        "Nedlæg (pkt. 22 og 23)",
                        "Først når omlægningen er lykkedes, bestiller du nedlæggelse af dine ruter. \
                     Bruger andre myndigheder stadig it-systemet, så fjern kun myndigheden.",
                        Some(Shot::Plan),
                    ),
                ]
            },
            done: "når dine gamle ruter er bestilt nedlagt, og it-systemet er nedlagt eller \
                   myndigheden fjernet (pkt. 22 og 23).",
        },
        Role::Helpdesk => RoleGuide {
            task: "Du finder de ruter, der er, åbner og lukker servicevinduet og lægger ruterne om.",
            steps: const {
                &[
                    step(
                        "Find ruterne (pkt. 6)",
                        "Find de ruter, der går til og fra det gamle it-system, og send dem til den \
                     forvaltningsansvarlige for det.",
                        None,
                    ),
                    step(
                        "Sig, hvornår I kan (pkt. 17)",
                        "Under Omlægning står det vindue, der er foreslået, og hvad der skal ske i det.",
                        Some(Shot::Cutover),
                    ),
                    step(
                        "Følg kørebogen (2.3 pkt. 2–4 og 6)",
                        "Åbn vinduet, nedlæg de gamle implicitte ruter, og opsæt de afventende. Stempl \
                     hvert trin, når det er gjort, så alle kan se, hvor I er.",
                        Some(Shot::RunBook),
                    ),
                    step(
                        "Vent på kontrollen (2.3 pkt. 9–12)",
                        "De gamle eksplicitte ruter nedlægges først, når kontrollen er i orden. Er den \
                     ikke det, rulles der tilbage. Luk vinduet, og giv besked.",
                        None,
                    ),
                ]
            },
            done: "når servicevinduet er lukket, og den forvaltningsansvarlige har fået besked (2.3 \
                   pkt. 12).",
        },
        Role::InvolvedManagers => RoleGuide {
            task: "Du har ansvaret for et it-system i den anden ende af en rute. Du sørger for, at \
                   serviceaftalen passer til det nye it-system.",
            steps: const {
                &[
                    step(
                        "Ajourfør aftalen (pkt. 11)",
                        "Aftal med din forvaltningsansvarlige, hvad der skal ændres. Er aftalen på \
                     plads, så markér dens række, og giv den systemansvarlige besked.",
                        Some(Shot::Agreements),
                    ),
                    step(
                        "Skriv under, hvis du delegerer",
                        "Får du et underskriftsark, så står der på hver linje, hvad du lader en anden \
                     bestille. Det er den systemansvarlige, der samler arkene.",
                        Some(Shot::Signatures),
                    ),
                ]
            },
            done: "når dine serviceaftaler er ajourført, og du har skrevet under, hvor du er bedt om \
                   det.",
        },
        Role::InvolvedOperations => RoleGuide {
            task: "Du driver et it-system i den anden ende af en rute. Du er med, når tidspunktet \
                   aftales, og får besked om, hvordan det gik.",
            steps: const {
                &[
                    step(
                        "Sig, hvornår du kan (pkt. 17)",
                        "Under Omlægning står det foreslåede servicevindue. I det kan ruterne til dit \
                     it-system være nede.",
                        Some(Shot::Cutover),
                    ),
                    step(
                        "Tag imod resultatet (pkt. 21)",
                        "Se efter, at dit it-system sender og modtager, som det skal, og markér, at du \
                     har fået beskeden.",
                        None,
                    ),
                ]
            },
            done: "når du har fået besked om resultatet (pkt. 21).",
        },
    }
}
