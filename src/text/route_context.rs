//! Figures 7 and 8 on one route: their words.

use crate::domain::case::RouteType;

pub const TITLE: &str = "Hvem er hvem på ruten";
pub const UNKNOWN: &str = "ikke oplyst";

/// "Hvem er hvem på ruten: Gammel rute".
pub fn figure_title(side: &str) -> String {
    format!("{TITLE}: {side}")
}

/// Who does what to whom, with the organisation and the system at each end.
pub fn told(kind: RouteType, [from, to]: &[[String; 2]; 2]) -> String {
    let [from_organisation, from_system] = from;
    let [to_organisation, to_system] = to;
    match kind {
        RouteType::Webservice => format!(
            "Anvendersystem: {from_system} ({from_organisation}). Det kalder gennem \
             Serviceplatformen serviceudbydersystemet: {to_system} ({to_organisation}). Svaret \
             kommer samme vej tilbage."
        ),
        RouteType::Sftp => format!(
            "Afsendersystem: {from_system} ({from_organisation}). Det afleverer filer gennem \
             Serviceplatformen til modtagersystemet: {to_system} ({to_organisation})."
        ),
    }
}
