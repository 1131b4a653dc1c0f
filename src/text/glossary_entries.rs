//! The glossary: table 1 in its three vocabularies, and the other terms the product uses.

use super::glossary::{Entry, Naming, named, plain};
use crate::domain::process::Concept;

/// What the product says about the concept.
pub const fn entry(concept: Concept) -> Entry {
    use Concept::*;
    match concept {
        ServiceProviderOrganisation => plain(
            "ServiceudbyderOrganisation",
            "Den myndighed eller organisation, der har ansvaret for, at en service udstilles.",
        )
        .adm(named("Dataejer"))
        .technical(named("ModtagerOrganisation"))
        .more("Den hører til webservice-ruter. Dens it-system er et serviceudbydersystem."),
        ServiceProviderSystem => {
            plain("Serviceudbydersystem", "Det it-system, der udstiller en service.")
                .adm(ADM_PROVIDER)
                .technical(TECHNICAL_RECEIVER)
                .more("Det er den ende af en webservice-rute, som svarer på kaldene.")
        }
        ServiceUserOrganisation => plain(
            "AnvenderOrganisation",
            "Den myndighed eller organisation, der har ansvaret for, at en service anvendes.",
        )
        .adm(named("Datamodtager"))
        .technical(named("AfsenderOrganisation"))
        .more("Den hører til webservice-ruter. Dens it-system er et anvendersystem."),
        ServiceUserSystem => {
            plain("Anvendersystem", "Det it-system, der kalder og anvender en service.")
                .adm(ADM_USER)
                .more("Det er den ende af en webservice-rute, som kaldene kommer fra.")
        }
        ReceiverOrganisation => plain(
            "ModtagerOrganisation",
            "Den myndighed eller organisation, der har ansvaret for at modtage data.",
        )
        .adm(named("Datamodtager"))
        .technical(named("ModtagerOrganisation"))
        .more("Den hører til SFTP-ruter. Dens it-system er et modtagersystem."),
        ReceiverSystem => plain("Modtagersystem", "Det it-system, der udstiller en service.")
            .adm(ADM_USER)
            .technical(TECHNICAL_RECEIVER)
            .more("På en SFTP-rute er det det it-system, som filerne afleveres til."),
        SenderOrganisation => plain(
            "AfsenderOrganisation",
            "Den myndighed eller organisation, der har ansvaret for at aflevere data.",
        )
        .adm(named("Dataejer"))
        .technical(named("AfsenderOrganisation"))
        .more("Den hører til SFTP-ruter. Dens it-system er et afsendersystem."),
        SenderSystem => plain(
            "Afsendersystem",
            "Det it-system, der sender eller afleverer data til et andet it-system.",
        )
        .adm(ADM_USER)
        .technical(TECHNICAL_SENDER)
        .more("På en SFTP-rute er det det it-system, som filerne kommer fra."),
        SystemOwner => plain(
            "Systemejer",
            "Den rolle, der ejer it-systemet og beslutter, at det skal udskiftes.",
        )
        .more("Rollen er beskrevet i KOMBITs rollegalleri."),
        SystemManager => plain(
            "Systemansvarlig",
            "Den rolle, der har ansvaret for et it-system og leder systemskiftet i kommunen.",
        )
        .adm(Naming {
            name: "Aftaleadministrator",
            meaning: Some("Det er den brugerrolle, som den systemansvarlige typisk har."),
        })
        .more("Rollen er beskrevet i KOMBITs rollegalleri."),
        OperationsManager => plain(
            "Forvaltningsansvarlig",
            "Den myndighed eller organisation, der har driftsansvaret for et it-system.",
        )
        .adm(Naming {
            name: "Leverandøradministrator",
            meaning: Some("Det er den brugerrolle, som den forvaltningsansvarlige typisk har."),
        })
        .more(
            "Det er kommunen selv, en leverandør eller en anden tredjepart. Opgaven er at holde \
             it-systemet kørende på driftskapaciteten, overvåge jobafvikling og andre tekniske \
             forhold og lægge patches på. Den forvaltningsansvarlige er part i kædesansvaret for \
             løsningen. Rollen er beskrevet i KOMBITs rollegalleri.",
        ),
        ItSystem => plain(
            "It-system",
            "Her det samme som en it-systeminstans: ét system, som det er sat op.",
        )
        .more("Det gamle it-system skal udskiftes, og det nye skal overtage dets ruter."),
        Serviceplatformen => plain(
            "Serviceplatformen (SP)",
            "Den fælleskommunale platform, som it-systemers data og kald går igennem.",
        ),
        Helpdesk => plain(
            "SP's Helpdesk",
            "Supporten på Serviceplatformen, som finder, opsætter og nedlægger ruter.",
        ),
        Kdi => {
            plain("KDI", "KOMBITs udvikling og forvaltning (KOMBIT Development and Operations).")
                .more("KDI har ingen opgaver her: meningen er, at parterne klarer skiftet selv.")
        }
        Adm => plain(
            "ADM",
            "Det fælleskommunale administrationsmodul, hvor it-systemer tilsluttes, og \
             serviceaftaler oprettes.",
        ),
        Digitaliseringskataloget => plain(
            "Digitaliseringskataloget",
            "Stedet, hvor ydelserne bestilles, og hvor formularer og procesbeskrivelser hentes.",
        ),
        Authority => plain(
            "Myndighed",
            "Den kommune eller anden offentlige myndighed, hvis data går over en rute.",
        ),
        AuthorityScope => plain(
            "Myndighedsafgrænsning",
            "Listen over de myndigheder, et it-system må virke for.",
        )
        .more("Bruger andre stadig det gamle it-system, fjernes kun den myndighed, der skifter."),
        DataOwner => plain(
            "Dataejer",
            "Det navn, ADM har for den organisation, der stiller data \
             til rådighed.",
        )
        .more("Det svarer til ServiceudbyderOrganisation og AfsenderOrganisation."),
        DataReceiver => plain(
            "Datamodtager",
            "Det navn, ADM har for den organisation, der får \
             data.",
        )
        .more("Det svarer til AnvenderOrganisation og ModtagerOrganisation."),
        Route => plain(
            "Rute",
            "Den vej over Serviceplatformen, som data går mellem to it-systemer for en myndighed.",
        )
        .more("Ved et systemskifte skal hver rute erstattes, etableres, nedlægges eller bevares."),
        WebserviceRoute => plain(
            "Webservice-rute",
            "En rute, hvor et anvendersystem kalder et serviceudbydersystem.",
        )
        .more("Den kræver en serviceaftale."),
        SftpRoute => plain(
            "SFTP-rute",
            "En rute, hvor et afsendersystem afleverer filer til et modtagersystem.",
        )
        .more("For SFTP er serviceaftaler ikke understøttet."),
        ExplicitRoute => plain(
            "Eksplicit rute",
            "En rute, hvor afsender kender både modtagermyndighed og modtager-it-system.",
        )
        .more(
            "En ny eksplicit rute kan oprettes under forberedelsen. En gammel, aktiv rute \
             nedlægges først, når kontrollen er OK.",
        ),
        ImplicitRoute => plain(
            "Implicit rute",
            "En rute, hvor afsender kender modtagermyndigheden, men ikke modtager-it-systemet.",
        )
        .more(
            "En ny implicit rute gøres klar og venter på Serviceplatformen. Den gamle nedlægges, \
             og den nye sættes op i servicevinduet.",
        ),
        ActiveRoute => plain("Aktiv rute", "En rute, der går data over nu.")
            .more("Den skal leve, til servicevinduet åbner."),
        InactiveRoute => {
            plain("Inaktiv rute", "En rute, der findes, men som der ikke går data over.")
                .more("Den kan nedlægges under forberedelsen.")
        }
        RouteOverview => plain(
            "Ruteoverblik",
            "Den samlede liste over gamle og nye ruter, og over hvad der skal ske med hver af dem.",
        ),
        PartyToRoute => plain(
            "Part i rute",
            "Bestiller er forvaltningsansvarlig for et af rutens to it-systemer.",
        )
        .more(
            "På en webservice-rute er det serviceudbydersystemet og anvendersystemet, på en \
             SFTP-rute afsendersystemet og modtagersystemet. Den, der ikke er part, skal have en \
             delegering.",
        ),
        Orderer => plain(
            "Bestiller",
            "Den forvaltningsansvarlige, der bestiller en rute eller \
             dens nedlægning.",
        ),
        OrderId => plain(
            "BestillingsID",
            "Det id, du får på mail, når ydelsen er bestilt i Digitaliseringskataloget.",
        )
        .more("Det samme id skal stå i alle sagens bestillingsformularer."),
        ExecutionPlan => plain(
            "Eksekveringsoversigt",
            "Skemaet med den rækkefølge, som bestillingerne skal udføres i.",
        )
        .more("Det hentes i Digitaliseringskataloget under ydelsen erstatning af ruter."),
        Delegation => plain(
            "Delegering",
            "En underskrevet tilladelse til at bestille en rute, som bestiller ikke er part i.",
        ),
        Signature => plain(
            "Underskrift",
            "Det, der gør en delegering gyldig: hvem, for hvilken organisation og hvornår.",
        )
        .more(
            "Hvem der skal underskrive, står i KOMBITs tabel 2, Beslutningstabel for underskrifter \
             ifm. delegering.",
        ),
        ServiceAgreement => plain(
            "Serviceaftale",
            "En aftale i ADM, som giver et anvendersystem adgang til en service.",
        )
        .more("Den bruges til webservices, ikke til SFTP."),
        Handover => {
            plain("Overlevering", "En besked fra én rolle til en anden, som får arbejdet videre.")
        }
        Cutover => plain(
            "Omlægning",
            "Det, der sker i servicevinduet: de gamle ruter nedlægges, og de nye tager over.",
        ),
        Attempt => plain(
            "Forsøg",
            "Én gang gennem aftale, beslutning og omlægning, fra pkt. 16 til pkt. 21.",
        )
        .more("Udskydes skiftet, eller rulles det tilbage, begynder et nyt forsøg."),
        ServiceWindow => {
            plain("Servicevindue", "Den aftalte tid, hvor SP's Helpdesk lægger ruterne om.")
        }
        Receipt => plain(
            "Kvittering",
            "Beskeden fra SP's Helpdesk om, at en rute er opsat eller nedlagt, eller at det fejlede.",
        ),
        Incident => {
            plain("Incident", "En fejl under omlægningen, som skal løses, før den kan gå videre.")
                .more("Incidentprocessen er ikke en del af denne proces.")
        }
        RollBack => plain(
            "Roll back",
            "SP's Helpdesk ruller omlægningen tilbage, så de gamle ruter gælder igen.",
        ),
    }
}

const ADM_PROVIDER: Naming = Naming {
    name: "Serviceudbyder",
    meaning: Some(
        "It-system, der tilbyder en service. Et anvendersystem når den ofte gennem en tilkoblet \
         service på Serviceplatformen.",
    ),
};
const ADM_USER: Naming = Naming {
    name: "Anvendersystem",
    meaning: Some(
        "It-system, der anvender en service, og hvis adgang til den styres af serviceaftaler i ADM.",
    ),
};
const TECHNICAL_RECEIVER: Naming = Naming {
    name: "Modtagersystem",
    meaning: Some(
        "It-system, der kan modtage og behandle data og anvende den funktionalitet, som Systemet \
         udstiller.",
    ),
};
const TECHNICAL_SENDER: Naming =
    Naming { name: "Afsendersystem", meaning: Some("It-system, der sender data til Systemet.") };
