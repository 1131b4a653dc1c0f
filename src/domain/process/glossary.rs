//! The glossary (Begrebsliste, table 1): each concept and in which vocabularies it has a name.

use crate::domain::codes::codes;

codes! {
    /// A concept of the source's table 1, in its order.
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
