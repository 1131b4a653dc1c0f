//! The glossary: each concept of the source's table 1 (Begrebsliste), and the other terms the product uses.

use super::Activity;
use crate::domain::codes::codes;

codes! {
    /// A concept: first those of the source's table 1, in its order, then others.
    pub enum Concept {
        ServiceProviderOrganisation = "serviceudbyderorganisation",
        ServiceProviderSystem = "serviceudbydersystem",
        ServiceUserOrganisation = "anvenderorganisation",
        ServiceUserSystem = "anvendersystem",
        ReceiverOrganisation = "modtagerorganisation",
        ReceiverSystem = "modtagersystem",
        SenderOrganisation = "afsenderorganisation",
        SenderSystem = "afsendersystem",
        SystemOwner = "systemejer",
        SystemManager = "systemansvarlig",
        OperationsManager = "forvaltningsansvarlig",
        // Table 1 ends here: see `is_in_table_1`.
        ItSystem = "it-system",
        Serviceplatformen = "serviceplatformen",
        Helpdesk = "helpdesk",
        Kdi = "kdi",
        Adm = "adm",
        Digitaliseringskataloget = "digitaliseringskataloget",
        Authority = "myndighed",
        AuthorityScope = "myndighedsafgraensning",
        DataOwner = "dataejer",
        DataReceiver = "datamodtager",
        Route = "rute",
        WebserviceRoute = "webservice-rute",
        SftpRoute = "sftp-rute",
        ExplicitRoute = "eksplicit-rute",
        ImplicitRoute = "implicit-rute",
        ActiveRoute = "aktiv-rute",
        InactiveRoute = "inaktiv-rute",
        RouteOverview = "ruteoverblik",
        PartyToRoute = "part-i-rute",
        Orderer = "bestiller",
        OrderId = "bestillingsid",
        ExecutionPlan = "eksekveringsoversigt",
        Delegation = "delegering",
        Signature = "underskrift",
        ServiceAgreement = "serviceaftale",
        Handover = "overlevering",
        Cutover = "omlaegning",
        Attempt = "forsoeg",
        ServiceWindow = "servicevindue",
        Receipt = "kvittering",
        Incident = "incident",
        RollBack = "roll-back",
    }
}

impl Concept {
    /// Whether it is a row of the source's table 1, which maps three vocabularies to each other.
    pub fn is_in_table_1(self) -> bool {
        self <= Concept::OperationsManager
    }
}

codes! {
    /// The three vocabularies that table 1 maps to each other.
    pub enum Vocabulary {
        /// Procesbeskrivelser og bestillingsformularer.
        Process = "process",
        /// Fælleskommunale Administrationsmodul (ADM).
        Adm = "adm",
        /// Tekniske definitioner (KOMBIT's contracts).
        Technical = "technical",
    }
}

impl Concept {
    /// The activities in which the concept matters most, in the process's order; none for what lies around it all.
    pub const fn activities(self) -> &'static [Activity] {
        use Activity::*;
        match self {
            Concept::ServiceProviderOrganisation
            | Concept::ServiceProviderSystem
            | Concept::ServiceUserOrganisation
            | Concept::ServiceUserSystem => &[U7, U9, U12, F6, F7],
            Concept::ReceiverOrganisation
            | Concept::ReceiverSystem
            | Concept::SenderOrganisation
            | Concept::SenderSystem => &[U7, F4, F5],
            Concept::SystemOwner => &[Start],
            Concept::SystemManager => &[U1, U7, U10, U13, U18],
            Concept::OperationsManager => &[U2, U5, U14, U16, U22],
            Concept::ItSystem => &[Start, U2, U23],
            Concept::Serviceplatformen => &[U3, U6, G2, G4],
            Concept::Helpdesk => &[U6, U17, G2, G12],
            Concept::Kdi => &[],
            Concept::Adm => &[U2, U3, U12],
            Concept::Digitaliseringskataloget => &[F1],
            Concept::Authority | Concept::AuthorityScope => &[U23],
            Concept::DataOwner | Concept::DataReceiver => &[U9, U12],
            Concept::Route => &[U5, U6, U7, U13],
            Concept::WebserviceRoute => &[U12, F6, F7],
            Concept::SftpRoute => &[F4, F5],
            Concept::ExplicitRoute => &[U14, G10],
            Concept::ImplicitRoute => &[U14, G3, G4],
            Concept::ActiveRoute => &[G3, G10],
            Concept::InactiveRoute => &[F2, F3],
            Concept::RouteOverview => &[U7, U8, G6],
            Concept::PartyToRoute => &[F2, F3, F4, F5, F6, F7],
            Concept::Orderer => &[U7, F1],
            Concept::OrderId | Concept::ExecutionPlan => &[F1],
            Concept::Delegation | Concept::Signature => &[U7, F3, F4, F6],
            Concept::ServiceAgreement => &[U9, U10, U11, U12, U24],
            Concept::Handover => &[U1, U7, U13, U20],
            Concept::Cutover => &[U19, G1],
            Concept::Attempt => &[U16, U18, G11],
            Concept::ServiceWindow => &[U16, G2, G12],
            Concept::Receipt => &[G3, G4, G5],
            Concept::Incident => &[G5],
            Concept::RollBack => &[G9, G11],
        }
    }
}
