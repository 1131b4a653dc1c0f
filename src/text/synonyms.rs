//! Other words that people search for a concept by.

use crate::domain::process::Concept;

/// Words, in lower case, that find the concept besides its term and its names in the other vocabularies.
pub const fn synonyms(concept: Concept) -> &'static [&'static str] {
    use Concept::*;
    match concept {
        ServiceProviderOrganisation => &["udbyder", "serviceudbyder", "udstiller"],
        ServiceProviderSystem => &["udbydersystem", "serviceudbyder", "kildesystem"],
        ServiceUserOrganisation => &["anvender", "serviceanvender"],
        ServiceUserSystem => &["anvender", "serviceanvender", "kaldende system"],
        ReceiverOrganisation => &["modtager", "modtagende organisation"],
        ReceiverSystem => &["modtager", "modtagende system", "målsystem"],
        SenderOrganisation => &["afsender", "afsendende organisation"],
        SenderSystem => &["afsender", "afsendende system", "kildesystem"],
        SystemOwner => &["ejer", "systemejerskab"],
        SystemManager => &["aftaleadministrator", "sa", "systemansvar"],
        OperationsManager => {
            &["driftsansvarlig", "driftsleverandør", "leverandør", "leverandøradministrator"]
        }
        ItSystem => &["system", "it-systeminstans", "fagsystem", "instans"],
        Serviceplatformen => &["sp", "platform", "fælleskommunal infrastruktur"],
        Helpdesk => &["support", "sp-helpdesk", "servicedesk"],
        Kdi => &["kombit", "kombit development and operations", "udvikling og forvaltning"],
        Adm => &["administrationsmodul", "stsadm", "fælleskommunale administrationsmodul"],
        Digitaliseringskataloget => &["katalog", "supportydelser", "bestillingsformular", "ydelse"],
        Authority => &["kommune", "cvr", "organisation"],
        AuthorityScope => &["afgrænsning", "fjern myndighed", "myndigheder på systemet"],
        DataOwner => &["ejer af data", "dataansvarlig"],
        DataReceiver => &["modtager af data"],
        Route => &["integration", "dataflow", "forbindelse"],
        WebserviceRoute => &["ws-rute", "api", "kald", "soap", "rest"],
        SftpRoute => &["filrute", "filoverførsel", "fil", "ssh"],
        ExplicitRoute => &["modtager-it-system kendt", "direkte rute"],
        ImplicitRoute => &["afventende rute", "modtager-it-system ukendt"],
        ActiveRoute => &["i drift", "i brug"],
        InactiveRoute => &["ikke i brug", "slumrende"],
        RouteOverview => &["ruteliste", "oversigt over ruter", "overblik"],
        PartyToRoute => &["ikke part", "part", "rolle i rute"],
        Orderer => &["bestilleropgave", "rekvirent", "ordregiver"],
        OrderId => &["bestillingsnummer", "ordrenummer", "bestillings-id"],
        ExecutionPlan => &["rækkefølge", "køreplan", "eksekveringsplan"],
        Delegation => &["fuldmagt", "med delegering", "uden delegering", "bemyndigelse"],
        Signature => &["underskriver", "signatur", "tabel 2", "beslutningstabel"],
        ServiceAgreement => &["aftale", "databehandlerinstruks", "adgang til service"],
        Handover => &["besked", "give videre", "aflevering"],
        Cutover => &["ruteskift", "systemskifte", "overgang", "skiftet"],
        Attempt => &["nyt forsøg", "udskyd", "udskydelse"],
        ServiceWindow => &["vindue", "nedetid", "lukketid"],
        Receipt => &["svar", "resultat", "bekræftelse"],
        Incident => &["fejl", "hændelse", "driftsforstyrrelse"],
        RollBack => &["rollback", "rulle tilbage", "tilbagerulning", "fortryd omlægning"],
    }
}
