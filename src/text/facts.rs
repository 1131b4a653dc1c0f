//! The words for a route's facts and orders, as the source and the order forms use them.

use crate::domain::case::{
    Addressing, Closer, End, Handling, Occasion, OrderKind, ReceiptState, RouteType, Side,
};
use crate::domain::guidance::Moment;

pub const fn handling_label(handling: Handling) -> &'static str {
    match handling {
        Handling::Replace => "Erstat",
        Handling::Establish => "Etabler",
        Handling::Close => "Nedlæg",
        Handling::Keep => "Bevar",
    }
}

/// What the handling means, in a sentence.
pub const fn handling_help(handling: Handling) -> &'static str {
    match handling {
        Handling::Replace => "Den gamle rute nedlægges, og en ny etableres i stedet.",
        Handling::Establish => "En ny rute etableres, uden at en gammel nedlægges.",
        Handling::Close => "Den gamle rute nedlægges, og intet kommer i stedet.",
        Handling::Keep => "Ruten røres ikke. Den står her, så ingen er i tvivl.",
    }
}

pub const fn route_type_label(kind: RouteType) -> &'static str {
    match kind {
        RouteType::Webservice => "Webservice",
        RouteType::Sftp => "SFTP",
    }
}

pub const fn addressing_label(addressing: Addressing) -> &'static str {
    match addressing {
        Addressing::Explicit => "Eksplicit",
        Addressing::Implicit => "Implicit",
    }
}

/// The question whose answer yes makes a route explicit.
pub const ADDRESSING_QUESTION: &str =
    "Kender afsender både modtagermyndighed og modtager-it-system?";

pub const fn active_label(active: bool) -> &'static str {
    if active { "Aktiv" } else { "Inaktiv" }
}

pub const fn closer_label(closer: Closer) -> &'static str {
    match closer {
        Closer::NewOperations => "Forvaltningsansvarlig (nyt)",
        Closer::OldOperations => "Forvaltningsansvarlig (gammelt)",
    }
}

pub const fn side_label(side: Side) -> &'static str {
    match side {
        Side::Old => "Gammel rute",
        Side::New => "Ny rute",
    }
}

/// The source's name of the system at an end; without a known type both names.
pub const fn end_label(kind: Option<RouteType>, end: End) -> &'static str {
    match (kind, end) {
        (Some(RouteType::Webservice), End::From) => "Anvendersystem",
        (Some(RouteType::Webservice), End::To) => "Serviceudbydersystem",
        (Some(RouteType::Sftp), End::From) => "Afsendersystem",
        (Some(RouteType::Sftp), End::To) => "Modtagersystem",
        (None, End::From) => "Anvender- eller afsendersystem",
        (None, End::To) => "Serviceudbyder- eller modtagersystem",
    }
}

pub const fn order_label(order: OrderKind) -> &'static str {
    match order {
        OrderKind::Close => "Nedlæg gammel rute",
        OrderKind::Establish => "Etabler ny rute",
    }
}

pub const fn delegated_label(delegated: Option<bool>) -> &'static str {
    match delegated {
        Some(true) => "Med delegering",
        Some(false) => "Uden delegering",
        None => "Ikke afgjort",
    }
}

/// When an order is carried out.
pub const fn moment_label(moment: Moment) -> &'static str {
    match moment {
        Moment::Preparation => "Under forberedelsen",
        Moment::Window => "I servicevinduet",
        Moment::AfterCheck => "I servicevinduet efter kontrollen",
        Moment::AfterChange => "Efter omlægningen",
    }
}

/// Why an order is carried out then.
pub const fn moment_why(moment: Moment, order: OrderKind) -> &'static str {
    match (moment, order) {
        (Moment::Preparation, OrderKind::Establish) => {
            "En eksplicit rute kan oprettes allerede under forberedelsen."
        }
        (Moment::Preparation, OrderKind::Close) => {
            "En inaktiv rute kan nedlægges allerede under forberedelsen."
        }
        (Moment::Window, OrderKind::Establish) => {
            "En implicit rute gøres klar og venter på SP, til servicevinduet åbner."
        }
        (Moment::Window, OrderKind::Close) => {
            "En aktiv implicit rute nedlægges i servicevinduet, før de nye sættes op."
        }
        (Moment::AfterCheck, _) => {
            "En aktiv eksplicit rute nedlægges først, når kontrollen har vist, at skiftet holder."
        }
        (Moment::AfterChange, _) => {
            "Forvaltningsansvarlig (gammelt) bestiller den selv, når omlægningen er lykkedes."
        }
    }
}

pub const fn receipt_label(state: ReceiptState) -> &'static str {
    match state {
        ReceiptState::Ok => "OK",
        ReceiptState::Failed => "Fejlet",
    }
}

pub fn occasion_label(occasion: Occasion) -> String {
    match occasion {
        Occasion::Preparation => "under forberedelsen".to_owned(),
        Occasion::Attempt(number) => format!("i forsøg {number}"),
        Occasion::After => "efter omlægningen".to_owned(),
    }
}
