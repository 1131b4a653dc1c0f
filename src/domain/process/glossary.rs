//! The glossary: each concept of the source's table 1 (Begrebsliste), and the other terms the product uses.

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
