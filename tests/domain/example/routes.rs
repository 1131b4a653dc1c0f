//! The example's route overview: some thirty lines of every kind.

use udskift_it_system::domain::case::*;

use super::teller::*;
use Addressing::{Explicit, Implicit};
use Closer::{NewOperations as ByFn, OldOperations as ByFg};
use RouteType::{Sftp, Webservice};

/// The old side: type, from, to, addressing, active.
type Old = (RouteType, &'static str, &'static str, Addressing, bool);
/// The new side, where nothing is taken over.
type New = (RouteType, &'static str, &'static str, Addressing);

const WS: RouteType = Webservice;

/// Replaced lines: the new side takes all over.
const REPLACED: [(&str, Closer, Old); 14] = [
    ("SP-1001 Borgeropslag", ByFn, (WS, OLD, BORGER, Explicit, true)),
    ("SP-1002 Adresseændringer", ByFn, (Sftp, BORGER, OLD, Implicit, true)),
    ("SP-1003 Civilstand og dødsfald", ByFn, (Sftp, BORGER, OLD, Implicit, true)),
    ("SP-1010 Bevilget hjemmehjælp til ydelse", ByFg, (WS, OLD, YDELSE, Explicit, true)),
    ("SP-1011 Egenbetaling", ByFg, (Sftp, OLD, YDELSE, Explicit, true)),
    ("SP-1012 Opkrævning af madservice", ByFg, (Sftp, OLD, BALANCE, Implicit, true)),
    ("SP-1013 Udbetalt kontanthjælp, besked", ByFg, (Sftp, YDELSE, OLD, Implicit, true)),
    ("SP-1020 Vagtplan til løn", ByFn, (Sftp, OLD, LOEN, Explicit, true)),
    ("SP-1021 Fravær fra løn", ByFn, (Sftp, LOEN, OLD, Implicit, true)),
    ("SP-1030 Bevillingsbreve til arkiv", ByFg, (WS, OLD, ARKIV, Explicit, true)),
    ("SP-1031 Journalopslag i arkiv", ByFg, (WS, OLD, ARKIV, Explicit, true)),
    ("SP-1040 Bestilling af hjælpemiddel", ByFn, (WS, OLD, DEPOT, Explicit, true)),
    ("SP-1041 Lagerstatus", ByFn, (Sftp, DEPOT, OLD, Implicit, true)),
    ("SP-1050 Udskrivning fra sygehus", ByFn, (Sftp, SUNDHED, OLD, Implicit, true)),
];

/// Routes that nothing comes in place of.
const CLOSED: [(&str, Closer, Old); 5] = [
    ("SP-0912 Gammel borgerimport", ByFn, (Sftp, BORGER, OLD, Implicit, false)),
    ("SP-0915 Test af lønfil", ByFn, (Sftp, OLD, LOEN, Explicit, false)),
    ("SP-0931 Arkivkopi, nat", ByFg, (Sftp, OLD, ARKIV, Explicit, false)),
    ("SP-1061 Indberetning efter gammel model", ByFn, (Sftp, OLD, STATISTIK, Explicit, true)),
    ("SP-1062 Månedsfil til økonomi", ByFg, (Sftp, OLD, BALANCE, Explicit, true)),
];

/// New routes.
const ESTABLISHED: [(&str, New); 5] = [
    ("Ny: Kørelister til hjælpemidler", (Sftp, NEW, DEPOT, Explicit)),
    ("Ny: Indberetning efter ny model", (Sftp, NEW, STATISTIK, Explicit)),
    ("Ny: Opslag i sundhedsjournal", (WS, NEW, SUNDHED, Explicit)),
    ("Ny: Besked om indlæggelse", (Sftp, SUNDHED, NEW, Implicit)),
    ("Ny: Depotstatus til ydelse", (Sftp, YDELSE, LOEN, Explicit)),
];

const KEPT: [(&str, Old); 2] = [
    ("SP-1070 Ydelse til økonomi", (WS, YDELSE, BALANCE, Explicit, true)),
    ("SP-1071 Løn til økonomi", (Sftp, LOEN, BALANCE, Explicit, true)),
];

/// Adds every line and what is recorded of it.
pub fn overview(teller: &mut Teller, systems: &Systems) {
    teller.days(2);
    let agreements = agreements(teller, systems);
    for (name, closer, old) in REPLACED {
        let route = line(teller, systems, name, Handling::Replace, Some(closer), Some(old));
        agree(teller, route, &agreements, old.0, [old.1, old.2]);
    }
    for (name, closer, old) in CLOSED {
        line(teller, systems, name, Handling::Close, Some(closer), Some(old));
    }
    for (name, new) in ESTABLISHED {
        let route = line(teller, systems, name, Handling::Establish, None, None);
        let facts = side(systems, route, Side::New, (new.0, new.1, new.2, new.3));
        teller.write(SA, facts);
        agree(teller, route, &agreements, new.0, [new.1, new.2]);
    }
    for (name, old) in KEPT {
        line(teller, systems, name, Handling::Keep, None, Some(old));
    }
    special(teller, systems, &agreements);
    signatures(teller, systems);
}

/// Lines that show something of their own.
fn special(teller: &mut Teller, systems: &Systems, agreements: &[(&str, Id)]) {
    // SFTP becomes a webservice, and implicit becomes explicit.
    let old = (Sftp, OLD, BORGER, Implicit, true);
    let name = "SP-1004 Opslag af pårørende";
    let route = line(teller, systems, name, Handling::Replace, Some(ByFn), Some(old));
    let new = |field| Field::Route(route, RouteField::Side(Side::New, field));
    teller.write(
        SA,
        vec![(new(SideField::Type), WS.into()), (new(SideField::Addressing), Explicit.into())],
    );
    agree(teller, route, agreements, WS, [OLD, BORGER]);

    // Part i rute is overruled, with a reason.
    let old = (WS, OLD, YDELSE, Explicit, true);
    let name = "SP-1014 Friplads og tilskud";
    let route = line(teller, systems, name, Handling::Replace, Some(ByFn), Some(old));
    let close = |field| Field::Route(route, RouteField::Order(OrderKind::Close, field));
    teller.write(
        FN,
        vec![
            (close(OrderField::Party), true.into()),
            (
                close(OrderField::PartyReason),
                "Fyrtårn har overtaget driften af grænsefladen pr. 1.10.".into(),
            ),
        ],
    );
    agree(teller, route, agreements, WS, [OLD, YDELSE]);

    // A webservice without an agreement.
    let old = (WS, OLD, BALANCE, Explicit, true);
    line(teller, systems, "SP-1015 Kontoplan", Handling::Replace, Some(ByFg), Some(old));

    // Nobody has decided who closes.
    let old = (Sftp, OLD, STATISTIK, Implicit, true);
    line(teller, systems, "SP-1060 Kvartalstal", Handling::Replace, None, Some(old));

    // Nothing is decided, or not all.
    line(teller, systems, "SP-1080 Ukendt rute fra Helpdesk", Handling::Keep, None, None);
    let undecided = last(teller);
    teller.write(
        SA,
        vec![
            (Field::Route(undecided, RouteField::Handling), Value::Nothing),
            (
                Field::Route(undecided, RouteField::Note),
                "Står på Helpdeskens liste, men ingen kender den. Afklares på mødet.".into(),
            ),
        ],
    );
    let route =
        line(teller, systems, "Ny: Bestilling af madservice", Handling::Establish, None, None);
    let new = |field| Field::Route(route, RouteField::Side(Side::New, field));
    teller.write(
        SA,
        vec![
            (new(SideField::Type), Sftp.into()),
            (new(SideField::System(End::From)), systems.systems[NEW].into()),
            (new(SideField::System(End::To)), systems.systems[BALANCE].into()),
        ],
    );
}

/// Every delegated order is signed but for two of which nobody knows who signs, and one whose signature is awaited.
fn signatures(teller: &mut Teller, systems: &Systems) {
    use udskift_it_system::domain::guidance::{Signing, guide};
    use udskift_it_system::domain::process::Process;
    let guidance = guide(&Process::UDSKIFT_IT_SYSTEM, teller.file.case());
    let delegated: Vec<(Id, OrderKind)> = teller
        .file
        .case()
        .list_routes()
        .into_iter()
        .flat_map(|(id, _)| {
            let orders = guidance.routes[&id].orders.clone();
            orders.into_iter().filter(|o| o.signing == Signing::Unclear).map(move |o| (id, o.kind))
        })
        .collect();
    let known = delegated.len() - 2;
    for (index, (route, order)) in delegated.into_iter().take(known).enumerate() {
        // The first event of a group names the signature, as it would a route.
        let signature = teller.next_id(SA);
        let field = |field| Field::Route(route, RouteField::Signature(signature, field));
        let mut facts = vec![
            (field(SignatureField::Order), order.into()),
            (field(SignatureField::Organisation), systems.organisations[KLIPPE].into()),
            (field(SignatureField::Signer), "Karen Lindtofte".into()),
            (field(SignatureField::Asked), Teller::day(9, 28)),
        ];
        if index + 1 < known {
            facts.push((field(SignatureField::Signed), Teller::day(10, 2)));
            facts.push((field(SignatureField::Reference), "Fuldmagt 2026-114".into()));
        }
        teller.write(SA, facts);
    }
}

/// Three agreements: with what is at the other end.
fn agreements(teller: &mut Teller, systems: &Systems) -> Vec<(&'static str, Id)> {
    let names = [
        (BORGER, "Borgeropslag"),
        (YDELSE, "Bevillinger og tilskud"),
        (SUNDHED, "Sundhedsjournal, opslag"),
    ];
    let mut list: Vec<(&'static str, Id)> = names
        .map(|(system, name)| {
            let facts = |id| {
                vec![
                    (Field::Agreement(id, AgreementField::Name), name.into()),
                    (Field::Agreement(id, AgreementField::System), systems.systems[system].into()),
                ]
            };
            (system, teller.create(FN, EntityKind::Agreement, facts))
        })
        .into();
    // The archive and the depot come under the first: one agreement can cover several services.
    list.extend([(ARKIV, list[0].1), (DEPOT, list[1].1)]);
    list
}

fn agree(
    teller: &mut Teller,
    route: Id,
    agreements: &[(&str, Id)],
    kind: RouteType,
    ends: [&str; 2],
) {
    let covers = agreements.iter().find(|(system, _)| ends.contains(system));
    if let (Webservice, Some((_, agreement))) = (kind, covers) {
        let field = Field::Route(route, RouteField::Agreement);
        teller.write(FN, vec![(field, (*agreement).into())]);
    }
}

fn line(
    teller: &mut Teller,
    systems: &Systems,
    name: &str,
    handling: Handling,
    closer: Option<Closer>,
    old: Option<Old>,
) -> Id {
    teller.create(SA, EntityKind::Route, |id| {
        let mut facts = vec![
            (Field::Route(id, RouteField::Name), name.into()),
            (Field::Route(id, RouteField::Handling), handling.into()),
        ];
        if let Some((kind, from, to, addressing, active)) = old {
            facts.extend(side(systems, id, Side::Old, (kind, from, to, addressing)));
            let active_field = RouteField::Side(Side::Old, SideField::Active);
            facts.push((Field::Route(id, active_field), active.into()));
        }
        if let Some(closer) = closer {
            facts.push((Field::Route(id, RouteField::Closer), closer.into()));
        }
        facts
    })
}

fn side(systems: &Systems, route: Id, side: Side, facts: New) -> Vec<(Field, Value)> {
    let (kind, from, to, addressing) = facts;
    let field = |field| Field::Route(route, RouteField::Side(side, field));
    vec![
        (field(SideField::Type), kind.into()),
        (field(SideField::System(End::From)), systems.systems[from].into()),
        (field(SideField::System(End::To)), systems.systems[to].into()),
        (field(SideField::Authority), systems.authority.into()),
        (field(SideField::Addressing), addressing.into()),
    ]
}

fn last(teller: &Teller) -> Id {
    teller.file.case().list_routes().last().unwrap().0
}
