//! The neighbouring processes: their names, what they are for, and where they are found.

use crate::domain::process::Neighbour;

/// Digitaliseringskataloget's page with the process descriptions and order forms.
pub const SUPPORT_SERVICES_URL: &str = "https://digitaliseringskataloget.dk/supportydelser";

/// The process's official name.
pub const fn neighbour_name(neighbour: Neighbour) -> &'static str {
    match neighbour {
        Neighbour::ConnectSystem => "Tilslut it-system",
        Neighbour::CreateWebservice => "Opret webservice",
        Neighbour::CreateAgreement => "Opret serviceaftaler",
        Neighbour::OrderRoute => "Bestil rute",
        Neighbour::CloseRoute => "Nedlæg rute",
        Neighbour::CloseSystem => "Nedlæg it-system",
        Neighbour::RemoveAuthority => "Fjern myndighed",
    }
}

/// What the process is for, in one sentence.
pub const fn neighbour_about(neighbour: Neighbour) -> &'static str {
    match neighbour {
        Neighbour::ConnectSystem => {
            "Sådan registreres et it-system i ADM og tilsluttes til Serviceplatformen."
        }
        Neighbour::CreateWebservice => {
            "Sådan kommer en ny webservice på Serviceplatformen, før andre kan kalde den."
        }
        Neighbour::CreateAgreement => {
            "Sådan anmodes der i ADM om en serviceaftale, og sådan godkendes den."
        }
        Neighbour::OrderRoute => {
            "Sådan bestilles en SFTP-rute eller en webservice-rute, med og uden delegering."
        }
        Neighbour::CloseRoute => "Sådan bestilles nedlægning af en rute, med og uden delegering.",
        Neighbour::CloseSystem => "Sådan nedlægges et it-system, som ingen anvender længere.",
        Neighbour::RemoveAuthority => {
            "Sådan fjernes en myndighed fra et it-systems myndighedsafgrænsning, når andre \
             fortsat anvender systemet."
        }
    }
}
