//! What an event did to a route, in words.

use super::facts::{
    active_label, addressing_label, closer_label, end_label, handling_label, occasion_label,
    order_label, receipt_label, route_type_label, side_label,
};
use super::history::{entity, link, note, plain, set, word};
use crate::domain::case::{
    Addressing, Case, Closer, EntityKind, Handling, Id, Occasion, OrderField, OrderKind,
    ReceiptField, ReceiptState, RouteField, RouteType, Side, SideField, SignatureField, Value,
};

/// What setting a route's field to a value did.
pub(super) fn route_field(case: &Case, id: Id, field: RouteField, value: &Value) -> String {
    let route = entity(case, EntityKind::Route, id);
    let on = |what: &str| format!("{what} på {route}");
    match field {
        RouteField::Name => match plain(value) {
            Some(name) => format!("Navngav en rute: {name}"),
            None => "Ryddede navnet på en rute".to_owned(),
        },
        RouteField::Reference => set(&on("rute-id"), plain(value)),
        RouteField::Note => note(&route, value),
        RouteField::Handling => {
            set(&on("Handling"), label(value, Handling::from_code, handling_label))
        }
        RouteField::Closer => {
            set(&on("»Hvem nedlægger?«"), label(value, Closer::from_code, closer_label))
        }
        RouteField::OrderedEarly if *value == Value::Flag(true) => {
            format!("Noterede, at nedlægningen af {route} er bestilt før servicevinduet")
        }
        RouteField::OrderedEarly => {
            format!("Noterede, at nedlægningen af {route} ikke er bestilt før servicevinduet")
        }
        RouteField::Agreement => set(&on("serviceaftale"), link(case, value)),
        RouteField::ReplacedWith => match link(case, value) {
            Some(other) => format!("Satte {route} til at blive erstattet sammen med {other}"),
            None => format!("Skilte {route} fra de ruter, den skulle erstattes sammen med"),
        },
        RouteField::Side(side, field) => side_field(case, id, &route, side, field, value),
        RouteField::Order(order, field) => {
            let order = format!("»{}« på {route}", order_label(order));
            match field {
                OrderField::Party => {
                    let party = match value {
                        Value::Flag(true) => Some("part i rute".to_owned()),
                        Value::Flag(false) => Some("ikke part i rute".to_owned()),
                        _ => None,
                    };
                    set(&format!("bestiller af {order}"), party)
                }
                OrderField::PartyReason => match plain(value) {
                    Some(why) => format!("Begrundede svaret på »Part i rute?« for {order}: {why}"),
                    None => format!("Fjernede begrundelsen for »Part i rute?« for {order}"),
                },
                OrderField::Position => {
                    set(&format!("pladsen i eksekveringsoversigten for {order}"), plain(value))
                }
            }
        }
        RouteField::Receipt(order, occasion, field) => {
            receipt(&route, order, occasion, field, value)
        }
        RouteField::Signature(id, field) => signature(case, &route, id, field, value),
    }
}

fn side_field(
    case: &Case,
    id: Id,
    route: &str,
    side: Side,
    field: SideField,
    value: &Value,
) -> String {
    let kind = case.routes.get(&id).and_then(|route| route.side(side).kind);
    let side = side_label(side).to_lowercase();
    let (what, value) = match field {
        SideField::Type => {
            ("Rutetype".to_owned(), label(value, RouteType::from_code, route_type_label))
        }
        SideField::System(end) => (end_label(kind, end).to_owned(), link(case, value)),
        SideField::Authority => ("myndighed".to_owned(), link(case, value)),
        SideField::Addressing => (
            "eksplicit eller implicit".to_owned(),
            label(value, Addressing::from_code, addressing_label),
        ),
        SideField::Active => {
            let active = match value {
                Value::Flag(active) => Some(active_label(*active).to_owned()),
                _ => None,
            };
            ("aktiv eller inaktiv".to_owned(), active)
        }
    };
    set(&format!("{what} på {route} ({side})"), value)
}

fn receipt(
    route: &str,
    order: OrderKind,
    occasion: Occasion,
    field: ReceiptField,
    value: &Value,
) -> String {
    let of = format!("»{}« på {route} {}", order_label(order), occasion_label(occasion));
    match field {
        ReceiptField::State => set(
            &format!("kvitteringen for {of}"),
            label(value, ReceiptState::from_code, receipt_label),
        ),
        ReceiptField::Incident => match plain(value) {
            Some(what) => format!("Beskrev incident ved {of}: {what}"),
            None => format!("Fjernede beskrivelsen af incident ved {of}"),
        },
        ReceiptField::Reference => set(&format!("incidentens reference ved {of}"), plain(value)),
        ReceiptField::Resolved => match plain(value) {
            Some(day) => format!("Noterede, at incident ved {of} blev løst {day}"),
            None => format!("Noterede, at incident ved {of} ikke er løst"),
        },
    }
}

fn signature(case: &Case, route: &str, id: Id, field: SignatureField, value: &Value) -> String {
    let known = case.routes.values().find_map(|route| route.signatures.get(&id));
    let signer = known.and_then(|signature| {
        let organisation = case.organisation_name(signature.organisation);
        organisation.or(Some(signature.signer.as_str()).filter(|name| !name.is_empty()))
    });
    let of = match signer {
        Some(signer) => format!("underskriften fra {signer} på {route}"),
        None => format!("en underskrift på {route}"),
    };
    match field {
        SignatureField::Removed if *value == Value::Flag(true) => format!("Fjernede {of}"),
        SignatureField::Removed => format!("Gendannede {of}"),
        SignatureField::Order => set(
            &format!("bestillingen, der kræver {of},"),
            label(value, OrderKind::from_code, order_label),
        ),
        SignatureField::Organisation => {
            set(&format!("organisationen bag en underskrift på {route}"), link(case, value))
        }
        SignatureField::Signer => set(&format!("underskriver for {of}"), plain(value)),
        SignatureField::Asked => match plain(value) {
            Some(day) => format!("Noterede, at {of} blev bedt om {day}"),
            None => format!("Noterede, at {of} ikke er bedt om"),
        },
        SignatureField::Signed => match plain(value) {
            Some(day) => format!("Noterede {of}, givet {day}"),
            None => format!("Noterede, at {of} mangler"),
        },
        SignatureField::Reference => set(&format!("referencen for {of}"), plain(value)),
    }
}

/// A fixed word by its label.
fn label<T>(
    value: &Value,
    read: fn(&str) -> Option<T>,
    label: fn(T) -> &'static str,
) -> Option<String> {
    word(value).and_then(read).map(|word| label(word).to_owned())
}
