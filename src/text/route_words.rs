//! The words of lists of routes: what columns and values are called, by us and by those who send lists.

use super::facts::{
    active_label, addressing_label, closer_label, handling_label, route_type_label,
};
use crate::domain::case::{
    Addressing, Closer, End, Handling, OrderField, OrderKind, RouteField, RouteType, Side,
    SideField, SystemField, Value,
};
use crate::domain::route_overview::{Column, Words};

/// The words for reading and writing lists.
pub const WORDS: Words = Words {
    columns: COLUMNS,
    old: "gammel, gamle, gammelt, gml, nuværende, eksisterende, old, current, existing, \
         nedlæg, nedlægning, nedlægges, luk, lukning, close",
    new: "ny, nye, nyt, kommende, fremtidig, fremtidige, new, future, etabler, etablering, \
         etableres, opret, oprettelse, establish",
    fillers: "rute, ruten, rutens, ruter, for, på, af, the, of, route, sp, bestilling, kolonne, \
         navn, name",
    values: VALUES,
    yes: "ja, j, yes, y, true, sand, sandt, 1, x, aktiv, aktive, active, i brug, part, \
         part i rute, bestilt",
    no: "nej, n, no, false, falsk, 0, inaktiv, inaktive, inactive, ikke aktiv, \
         ikke i brug, ikke part, ikke part i rute, ikke bestilt, lukket",
    nothing: "ukendt, ved ikke, ikke oplyst, ikke afgjort, ikke besluttet, ikke angivet, \
         afventer, n a, na, unknown, null, none, tbd",
    totals: "i alt, ialt, total, totalt, sum, antal, antal ruter, subtotal",
    authorities: "kommune, kommuner, region, regioner",
    heading,
    value,
};

const fn old(field: SideField) -> Column {
    Column::Fact(RouteField::Side(Side::Old, field))
}

const fn close(field: OrderField) -> Column {
    Column::Fact(RouteField::Order(OrderKind::Close, field))
}

const fn party(end: End, field: SystemField) -> Column {
    Column::Party(Side::Old, end, field)
}

type Called = (Column, &'static str);

const COLUMNS: &[Called] = &[
    (Column::Id, "id i appen, linje id, linjenummer i appen, app id"),
    (
        Column::Fact(RouteField::Reference),
        "rute id på sp, rute id, ruteid, rutens id, id på sp, uuid, rute uuid, id, \
         route id, routeid, route uuid, guid, rute guid, sp id, reference",
    ),
    (
        Column::Fact(RouteField::Name),
        "navn, rute, rutenavn, rutens navn, navn eller nummer, rutenummer, rutenr, \
         rute nr, nr, nummer, name, route, route name, routename, title, betegnelse, \
         beskrivelse, integration, service, servicenavn, snitflade",
    ),
    (
        Column::Fact(RouteField::Note),
        "bemærkning, bemærkninger, kommentar, kommentarer, note, noter, comment, comments, \
         notes, remarks",
    ),
    (
        Column::Fact(RouteField::Handling),
        "handling, hvad skal der ske, hvad skal der ske med ruten, beslutning, action, \
         handling på ruten, erstat etabler nedlæg, handlinger",
    ),
    (
        Column::Fact(RouteField::Closer),
        "hvem nedlægger, nedlægges af, nedlægger, lukkes af, closed by, closer",
    ),
    (
        Column::Fact(RouteField::OrderedEarly),
        "bestilt før servicevinduet, nedlægning bestilt før servicevinduet, bestilt før",
    ),
    (
        Column::Fact(RouteField::Agreement),
        "serviceaftale, serviceaftaler, aftale, agreement, service agreement",
    ),
    (
        Column::Fact(RouteField::ReplacedWith),
        "erstattes sammen med, erstattes sammen, replaced with",
    ),
    (
        old(SideField::Type),
        "rutetype, type, rute type, route type, routetype, protokol, protocol, kind, \
         integrationstype",
    ),
    (
        old(SideField::System(End::From)),
        "anvender eller afsendersystem, anvendersystem, afsendersystem, afsender, \
         anvender, afsender it system, anvender it system, fra system, fra it system, fra, \
         kildesystem, kilde, afsendende system, from, from system, sender, sender system, \
         consumer, consumer system, source, source system, anvendersystem afsendersystem, \
         afsendersystem anvendersystem",
    ),
    (
        old(SideField::System(End::To)),
        "serviceudbyder eller modtagersystem, serviceudbydersystem, modtagersystem, \
         modtager, serviceudbyder, modtager it system, til system, til it system, til, \
         modtagende system, udbydersystem, to, to system, receiver, receiver system, \
         recipient, provider, provider system, target, target system, \
         serviceudbydersystem modtagersystem, modtagersystem serviceudbydersystem",
    ),
    (
        old(SideField::Authority),
        "myndighed, myndigheder, myndighedsnavn, kommune, kommunenavn, authority, \
         municipality, modtagermyndighed, dataejer",
    ),
    (
        old(SideField::Addressing),
        "eksplicit eller implicit, eksplicit implicit, implicit eksplicit, eksplicit, \
         implicit, adressering, addressing, explicit implicit, rutens adressering",
    ),
    (
        old(SideField::Active),
        "aktiv eller inaktiv, aktiv inaktiv, aktiv, status, active, rutestatus, i brug, \
         er ruten aktiv, tilstand",
    ),
    (
        party(End::From, SystemField::Operator),
        "forvaltningsansvarlig anvender eller afsendersystem, \
         forvaltningsansvarlig afsendersystem, forvaltningsansvarlig for afsendersystem, \
         forvaltningsansvarlig for anvendersystem, forvaltningsansvarlig anvendersystem, \
         leverandør af afsendersystem, leverandør afsendersystem, \
         leverandør anvendersystem, leverandør af anvendersystem, leverandør fra, \
         afsenderleverandør, anvenderleverandør, afsenders leverandør, anvenders leverandør",
    ),
    (
        party(End::To, SystemField::Operator),
        "forvaltningsansvarlig serviceudbyder eller modtagersystem, \
         forvaltningsansvarlig modtagersystem, forvaltningsansvarlig for modtagersystem, \
         forvaltningsansvarlig for serviceudbydersystem, \
         forvaltningsansvarlig serviceudbydersystem, leverandør af modtagersystem, \
         leverandør modtagersystem, leverandør serviceudbydersystem, \
         leverandør af serviceudbydersystem, leverandør til, modtagerleverandør, \
         modtagers leverandør, serviceudbyders leverandør",
    ),
    (
        party(End::From, SystemField::Manager),
        "systemansvarlig anvender eller afsendersystem, systemansvarlig afsendersystem, \
         systemansvarlig for afsendersystem, systemansvarlig for anvendersystem, \
         systemansvarlig anvendersystem",
    ),
    (
        party(End::To, SystemField::Manager),
        "systemansvarlig serviceudbyder eller modtagersystem, \
         systemansvarlig modtagersystem, systemansvarlig for modtagersystem, \
         systemansvarlig for serviceudbydersystem, systemansvarlig serviceudbydersystem",
    ),
    (close(OrderField::Party), "part i rute, part, party"),
    (
        close(OrderField::PartyReason),
        "begrundelse for part i rute, begrundelse for svaret på part i rute, \
         begrundelse part i rute",
    ),
    (
        close(OrderField::Position),
        "plads i eksekveringsoversigten, plads i eksekveringsoversigt, rækkefølge, plads, \
         position",
    ),
];

const VALUES: &[(&str, &str)] = &[
    ("replace", "erstat, erstattes, erstatning, erstattet, udskift, udskiftes, replace"),
    (
        "establish",
        "etabler, etableres, etablering, ny, ny rute, opret, oprettes, establish, create, \
         new",
    ),
    ("close", "nedlæg, nedlægges, nedlægning, luk, lukkes, slet, slettes, close, delete"),
    ("keep", "bevar, bevares, behold, beholdes, uændret, ingen ændring, keep"),
    (
        "webservice",
        "webservice, webservices, web service, web services, ws, soap, webservicerute, \
         webservice rute",
    ),
    ("sftp", "sftp, ftp, sftp rute, filoverførsel, fil"),
    ("explicit", "eksplicit, eksplicitte, explicit, eksplicit rute"),
    ("implicit", "implicit, implicitte, implicit rute"),
    (
        "FN",
        "fn, forvaltningsansvarlig nyt, forvaltningsansvarlig nyt it system, nyt, \
         ny leverandør, nyt system",
    ),
    (
        "FG",
        "fg, forvaltningsansvarlig gammelt, forvaltningsansvarlig gammelt it system, \
         gammelt, gammel leverandør, gammelt system",
    ),
];

/// A column by its name: a heading of the lists that the app writes, and a choice when a list is read.
pub const fn heading(column: Column) -> &'static str {
    match column {
        Column::Id => "Id i appen",
        Column::Fact(field) => match field {
            RouteField::Name => "Rute",
            RouteField::Reference => "Rute-id på SP",
            RouteField::Note => "Bemærkning",
            RouteField::Handling => "Handling",
            RouteField::Closer => "Hvem nedlægger?",
            RouteField::OrderedEarly => "Bestilt før servicevinduet",
            RouteField::Agreement => "Serviceaftale",
            RouteField::ReplacedWith => "Erstattes sammen med",
            RouteField::Side(Side::Old, field) => match field {
                SideField::Type => "Gammel rute: Rutetype",
                SideField::System(End::From) => "Gammel rute: Anvender- eller afsendersystem",
                SideField::System(End::To) => "Gammel rute: Serviceudbyder- eller modtagersystem",
                SideField::Authority => "Gammel rute: Myndighed",
                SideField::Addressing => "Gammel rute: Eksplicit eller implicit",
                SideField::Active => "Gammel rute: Aktiv eller inaktiv",
            },
            RouteField::Side(Side::New, field) => match field {
                SideField::Type => "Ny rute: Rutetype",
                SideField::System(End::From) => "Ny rute: Anvender- eller afsendersystem",
                SideField::System(End::To) => "Ny rute: Serviceudbyder- eller modtagersystem",
                SideField::Authority => "Ny rute: Myndighed",
                SideField::Addressing => "Ny rute: Eksplicit eller implicit",
                SideField::Active => "Ny rute: Aktiv eller inaktiv",
            },
            RouteField::Order(OrderKind::Close, field) => match field {
                OrderField::Party => "Nedlæg: Part i rute",
                OrderField::PartyReason => "Nedlæg: Begrundelse for part i rute",
                OrderField::Position => "Nedlæg: Plads i eksekveringsoversigten",
            },
            RouteField::Order(OrderKind::Establish, field) => match field {
                OrderField::Party => "Etabler: Part i rute",
                OrderField::PartyReason => "Etabler: Begrundelse for part i rute",
                OrderField::Position => "Etabler: Plads i eksekveringsoversigten",
            },
            RouteField::Receipt(..) => "Kvittering",
            RouteField::Signature(..) => "Underskrift",
        },
        Column::Party(side, end, field) => match (side, end, is_manager(field)) {
            (Side::Old, End::From, false) => {
                "Gammel rute: Forvaltningsansvarlig for anvender- eller afsendersystem"
            }
            (Side::Old, End::To, false) => {
                "Gammel rute: Forvaltningsansvarlig for serviceudbyder- eller modtagersystem"
            }
            (Side::Old, End::From, true) => {
                "Gammel rute: Systemansvarlig for anvender- eller afsendersystem"
            }
            (Side::Old, End::To, true) => {
                "Gammel rute: Systemansvarlig for serviceudbyder- eller modtagersystem"
            }
            (Side::New, End::From, false) => {
                "Ny rute: Forvaltningsansvarlig for anvender- eller afsendersystem"
            }
            (Side::New, End::To, false) => {
                "Ny rute: Forvaltningsansvarlig for serviceudbyder- eller modtagersystem"
            }
            (Side::New, End::From, true) => {
                "Ny rute: Systemansvarlig for anvender- eller afsendersystem"
            }
            (Side::New, End::To, true) => {
                "Ny rute: Systemansvarlig for serviceudbyder- eller modtagersystem"
            }
        },
    }
}

const fn is_manager(field: SystemField) -> bool {
    matches!(field, SystemField::Manager)
}

/// A fixed word, or yes and no as the field has them; nothing for what is no such word.
pub fn value(field: RouteField, value: &Value) -> &'static str {
    match (field, value) {
        (RouteField::Side(_, SideField::Active), Value::Flag(active)) => active_label(*active),
        (_, Value::Flag(true)) => "Ja",
        (_, Value::Flag(false)) => "Nej",
        (RouteField::Handling, Value::Word(code)) => {
            Handling::from_code(code).map_or("", handling_label)
        }
        (RouteField::Closer, Value::Word(code)) => Closer::from_code(code).map_or("", closer_label),
        (RouteField::Side(_, SideField::Type), Value::Word(code)) => {
            RouteType::from_code(code).map_or("", route_type_label)
        }
        (RouteField::Side(_, SideField::Addressing), Value::Word(code)) => {
            Addressing::from_code(code).map_or("", addressing_label)
        }
        _ => "",
    }
}

/// The words that a field takes, as its cells may have them.
pub fn choices(field: RouteField) -> Vec<&'static str> {
    match field {
        RouteField::Handling => Handling::ALL.iter().map(|word| handling_label(*word)).collect(),
        RouteField::Closer => Closer::ALL.iter().map(|word| closer_label(*word)).collect(),
        RouteField::Side(_, SideField::Type) => {
            RouteType::ALL.iter().map(|word| route_type_label(*word)).collect()
        }
        RouteField::Side(_, SideField::Addressing) => {
            Addressing::ALL.iter().map(|word| addressing_label(*word)).collect()
        }
        _ => Vec::new(),
    }
}
