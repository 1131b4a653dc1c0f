//! The words of the page "Begreber" around the entries themselves.

use super::dates;

pub const LEAD: &str = "Slå et ord op, og se, hvad det hedder i procesbeskrivelserne, i ADM og i \
    de tekniske definitioner.";
pub const SEARCH: &str = "Søg i begreberne";
pub const SEARCH_HINT: &str = "Skriv et begreb, et andet ord for det eller noget af forklaringen.";
pub const NOTHING_FOUND: &str = "Intet begreb passer til det. Prøv med færre bogstaver eller et \
    andet ord.";
pub const CLEAR: &str = "Ryd søgning";
pub const TABLE_1: &str = "De tre ordlister";
pub const TABLE_1_CAPTION: &str = "Det samme begreb i de tre ordlister";
pub const TABLE_1_LEAD: &str = "Det samme kan have tre navne, og det samme navn kan betyde flere \
    ting. Her bruges ordene fra procesbeskrivelserne.";
pub const NO_NAME: &str = "Intet eget navn";
pub const OTHERS: &str = "Andre ord";

pub const TERMS: &str = "Begreber her:";
pub const ON_PAGE: &str = "Ord på siden";
pub const ON_PAGE_LEAD: &str = "Begreberne på siden her, og hvad de betyder.";
pub const NONE_ON_PAGE: &str = "Der står ingen af guidens begreber på siden.";
pub const SEE_ENTRY: &str = "Se det i Begreber";
pub const MATTERS_IN: &str = "Har betydning i:";

pub const DIAGRAMS: &str = "Hvem er hvem i en rute";
pub const WEBSERVICE: &str = "Webservice-rute (figur 7)";
pub const WEBSERVICE_TEXT: &str = "En AnvenderOrganisation (i ADM: Datamodtager) har et \
    anvendersystem. Anvendersystemet kalder gennem Serviceplatformen et serviceudbydersystem hos \
    en ServiceudbyderOrganisation (i ADM: Dataejer), og svaret kommer samme vej tilbage.";
pub const SFTP: &str = "SFTP-rute (figur 8)";
pub const SFTP_TEXT: &str = "En AfsenderOrganisation (i ADM: Dataejer) har et afsendersystem. \
    Afsendersystemet afleverer filer gennem Serviceplatformen til et modtagersystem hos en \
    ModtagerOrganisation (i ADM: Datamodtager).";
pub const PLATFORM: [&str; 2] = ["Service-", "platformen"];
pub const CALLS: &str = "kalder";
pub const DELIVERS: &str = "afleverer";

pub const NEIGHBOURS: &str = "Processer ved siden af";
pub const NEIGHBOURS_TABLE: &str = "Tabel over processerne";
pub const NEIGHBOURS_LEAD: &str = "Disse processer har hver deres egen beskrivelse. Her er de én \
    aktivitet hver.";
pub const NEIGHBOURS_LINK: &str = "Find dem i Digitaliseringskataloget (åbner i en ny fane)";
pub const NEIGHBOUR: &str = "Proces";
pub const NEIGHBOUR_ABOUT: &str = "Hvad den handler om";
pub const NEIGHBOUR_WHERE: &str = "Hvor i denne proces";
pub const BEFORE: &str = "Før processen begynder";

pub const CHECKS: &str = "Også værd at tjekke";
pub const CHECKS_LEAD: &str = "Det står ikke i procesbeskrivelsen, og det er frivilligt: \
    guiden venter ikke på det. I en sag krydser du dem af ved det punkt, de hører til.";
pub const READ_MORE: &str = "Læs mere (åbner i en ny fane)";
pub const CHECK_AT: &str = "Hører til";

/// A term is not to be taken for the field of the same name.
pub fn what_means(term: &str) -> String {
    format!("Hvad betyder {term}?")
}

/// "12 begreber passer".
pub fn found(count: usize) -> String {
    match count {
        1 => "1 begreb passer.".to_owned(),
        _ => format!("{} passer.", dates::count(count, "begreb", "begreber")),
    }
}

/// In ADM the organisation goes by another name.
pub fn adm_name(name: &str) -> String {
    format!("ADM: {name}")
}
