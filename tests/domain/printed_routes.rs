//! The documents of routes and of the service window in words: overview, plan, signers' sheets, run book.

use udskift_it_system::domain::case::*;
use udskift_it_system::domain::documents::{Choices, Document};
use udskift_it_system::domain::process::Activity;
use udskift_it_system::domain::time::{Day, LocalTime};

use super::printed::{case, in_order, lines_with, paper, plain};

#[test]
fn the_route_overview_has_a_row_per_route_and_a_line_for_what_is_missing() {
    for count in [5, 100] {
        let (mut p, ids) = case(count);
        p.route(ids[0], RouteField::Side(Side::Old, SideField::Active), Value::Nothing);
        p.route(ids[0], RouteField::Side(Side::Old, SideField::System(End::To)), Value::Nothing);
        let lines = plain(&p, Document::RouteOverview);
        let rows = lines_with(&lines, "SP-");
        assert_eq!(rows.len(), count);
        assert!(
            rows[0].starts_with("1 | SP-001 | Erstat | SFTP Implicit ____ / Nabo → ____"),
            "{}",
            rows[0]
        );
        let third = "3 | SP-003 | Etabler | – | Webservice Eksplicit / Anden → Nye";
        assert!(rows[2].starts_with(third), "{}", rows[2]);
        assert!(rows[2].contains("Ingen serviceaftale"), "{}", rows[2]);
    }
}

#[test]
fn the_plan_has_every_order_in_its_phase_and_a_box_for_when_it_is_placed() {
    let (p, _) = case(4);
    let lines = plain(&p, Document::Plan);
    in_order(
        &lines,
        &[
            "BestillingsID: ____",
            "## Under forberedelsen: etabler (2 bestillinger) · pkt. 14",
            "1 | SP-002 | Etabler",
            "[ ] Dato ____ / Init. ____",
            "## I servicevinduet: nedlæg (1 bestilling) · 2.3 pkt. 3",
            "## I servicevinduet: etabler (1 bestilling) · 2.3 pkt. 4",
            "## I servicevinduet efter kontrollen: nedlæg (1 bestilling) · 2.3 pkt. 10",
            "## Efter omlægningen: nedlæg (1 bestilling) · pkt. 22",
        ],
    );
}

#[test]
fn a_placed_order_is_left_out_where_only_what_lacks_is_wanted() {
    let (mut p, ids) = case(4);
    p.orders_anyway(ids[3], OrderKind::Close);
    let only = Choices { only_open: true, ..Choices::default() };
    assert_eq!(lines_with(&plain(&p, Document::Plan), "SP-004").len(), 1);
    assert_eq!(lines_with(&paper(&p, Document::Plan, &only).plain(), "SP-004").len(), 0);
    assert_eq!(lines_with(&paper(&p, Document::RouteOverview, &only).plain(), "SP-004").len(), 0);
}

#[test]
fn the_run_book_goes_through_the_window_to_the_point_of_no_return_and_back() {
    let (mut p, _) = case(8);
    p.window(1, "2026-12-01T20:00", "2026-12-02T04:00");
    let lines = plain(&p, Document::RunBook);
    in_order(
        &lines,
        &[
            "Servicevinduet begynder: 1.12.2026 kl. 20.00",
            "# Trin for trin",
            "2.3 pkt. 1 Bestil omlægning",
            "2.3 pkt. 2 Åbn servicevindue | SP's Helpdesk / ____ | 1.12.2026 kl. 20.00 | ____ | [ ] Init. ____",
            "## Herfra er der ingen vej tilbage",
            "2.3 pkt. 10 Nedlæg gamle eksplicitte ruter",
            "2.3 pkt. 12 ",
            "# 2.3 pkt. 3 Nedlæg gamle implicitte ruter (2 ruter)",
            "SP-001 | ____ | Nedlægges | [ ]OK [ ]Fejlet | ____",
            "SP-005",
            "# 2.3 pkt. 4 Opsæt afventende ruter på SP (2 ruter)",
            "SP-001 | ____ | Sættes op",
            "# Kontrol: kan vi gå videre?",
            "Er alle kvitteringer modtaget og i orden? | 0 af 4 – mangler | [ ]Ja [ ]Nej",
            "Besluttet af: ____",
            "! Herfra er der ingen vej tilbage",
            "# 2.3 pkt. 10",
            "SP-002 | ____ | Nedlægges",
            "---",
            "# Rul tilbage",
            "# 2.3 pkt. 11 Roll back (4 ruter)",
            "SP-005 | ____ | Tages ned igen",
            "SP-001 | ____ | Tages ned igen",
            "SP-005 | ____ | Genåbnes",
            "SP-001 | ____ | Genåbnes",
            "# Fejl undervejs",
            "# Ruter, der ikke skifter i servicevinduet",
            "SP-004 | Nedlæg gammel rute | Efter omlægningen",
        ],
    );
}

#[test]
fn every_order_stands_in_the_run_book_once_on_the_way_forward() {
    for count in [0, 5, 100] {
        let (p, ids) = case(count);
        let lines = plain(&p, Document::RunBook);
        let forward = lines.iter().position(|line| line == "# Rul tilbage").unwrap();
        let beside = lines.iter().position(|line| line.starts_with("# Ruter, der ikke"));
        for (place, id) in ids.iter().enumerate() {
            let orders = p.decision(*id).orders.len();
            let name = format!("SP-{:03} |", place + 1);
            let first = lines_with(&lines[..forward], &name).len();
            let after = beside.map_or(0, |beside| lines_with(&lines[beside..], &name).len());
            assert_eq!(first + after, orders, "{name}");
        }
    }
}

#[test]
fn a_signers_sheet_says_what_is_signed_and_has_lines_for_it() {
    let (mut p, ids) = case(5);
    let signature = p.signature(ids[1], OrderKind::Establish, None);
    let field = RouteField::Signature(signature, SignatureField::Organisation);
    p.route(ids[1], field, p.involved);
    let paper = paper(&p, Document::Signatures, &Choices::default());
    let lines = paper.plain();
    in_order(
        &lines,
        &[
            "# Tredje A/S",
            "Med sin underskrift delegerer Tredje A/S disse bestillinger til Nyt A/S.",
            "BestillingsID: ____",
            "1 | SP-002",
            "Navn | Organisation | Dato | Underskrift",
            "| Tredje A/S |",
        ],
    );
}

#[test]
fn a_steps_planned_time_stands_in_the_run_book() {
    let (mut p, _) = case(4);
    p.set(Field::Planned(1, Activity::G4), LocalTime::parse("2026-12-01T21:30"));
    let lines = plain(&p, Document::RunBook);
    in_order(
        &lines,
        &["2.3 pkt. 4 Opsæt afventende ruter på SP | SP's Helpdesk / ____ | 1.12.2026 kl. 21.30"],
    );
}

#[test]
fn the_run_book_of_a_rehearsal_says_so_and_has_the_planned_times() {
    let (mut p, _) = case(5);
    let rehearsal = Field::Attempt(1, AttemptField::Rehearsal);
    assert_eq!(lines_with(&plain(&p, Document::RunBook), "Generalprøve").len(), 0);
    p.set(rehearsal, true);
    p.set(Field::Planned(1, Activity::G3), LocalTime::parse("2026-12-01T21:30"));
    let lines = plain(&p, Document::RunBook);
    in_order(&lines, &["Generalprøve. Forsøget køres som et rigtigt, men tæller ikke", "21.30"]);
}

#[test]
fn the_status_has_the_frister_among_the_next_dates() {
    let (mut p, _) = case(5);
    let topic = Topic::Activity(Activity::U7, Scope::Case);
    p.set(Field::Due(topic), Day::new(2026, 11, 30));
    let lines = plain(&p, Document::Status);
    in_order(&lines, &["Næste datoer", "Frist: pkt. 7", "Servicevindue", "Næste møde"]);
    assert_eq!(lines_with(&lines, "30.11.2026").len(), 1);
}
