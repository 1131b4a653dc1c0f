//! Rutebeslutningstjekliste in Danish: one route's sheet.

use super::super::{
    activity_title, answer_label, because_text, dates, facts, finding_text, gateway_question,
    question_text, role_short, scope_text, severity_word,
};
use super::{Clock, NOT_FILLED_IN, Tick, person, routes, sentence, waited_for};
use crate::domain::case::{
    Addressing, Case, Closer, End, Handling, Occasion, OrderKind, Receipt, ReceiptState, RouteSide,
    RouteType, Scope, Side,
};
use crate::domain::documents::{RouteSheet, SheetOrder, SheetQuestion, SignatureLine};
use crate::domain::guidance::{AgreementNeed, OrderStatus, PathStep, Question, Signing};
use crate::domain::process::{Gateway, Role};
use crate::text::routes::{REPLACED_WITH, replaced_with};

/// One route on the paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetText {
    pub number: String,
    pub name: String,
    /// "Erstat", or nothing where it is not decided.
    pub handling: &'static str,
    pub decided: bool,
    /// The old and the new side, each with its label.
    pub sides: Vec<(&'static str, String)>,
    pub note: String,
    pub questions: Vec<QuestionText>,
    pub orders: Vec<OrderText>,
    /// What the orders wait for, who has signed, and what was noted.
    pub remarks: Vec<String>,
    pub findings: Vec<String>,
}

/// A question with its answer, or with a box per answer to tick at the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionText {
    pub question: String,
    pub answer: Option<&'static str>,
    pub options: Vec<&'static str>,
    pub why: String,
}

/// An order with its boxes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderText {
    pub kind: &'static str,
    pub form: String,
    pub by: &'static str,
    pub organisation: String,
    pub delegated: &'static str,
    pub moment: &'static str,
    pub agreement: Option<String>,
    pub placed: Tick,
    pub receipts: Vec<ReceiptText>,
    /// Set while a signature is lacking.
    pub signing: Option<SigningText>,
}

/// A receipt: ok or failed, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceiptText {
    pub failed: bool,
    pub text: String,
}

/// The signatures of a delegated order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningText {
    pub caption: String,
    pub lines: Vec<SignLine>,
    /// Who may be the ones to sign, where nobody is named.
    pub candidates: Option<String>,
}

/// A line to sign on, or a signature that was given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignLine {
    pub name: String,
    pub organisation: String,
    pub date: String,
    pub signed: Option<String>,
}

pub const NOTE: &str = "Bemærkning";
pub const QUESTION_COLUMNS: [&str; 3] = ["Spørgsmål", "Svar", "Hvorfor"];
pub const ORDER_COLUMNS: [&str; 6] =
    ["Bestilling", "Bestiller", "Delegeret", "Udføres", "Bestilt", "Kvittering"];
pub const SIGN_COLUMNS: [&str; 4] = ["Navn", "Organisation", "Dato", "Underskrift"];
pub const FINDINGS: &str = "Skal løses eller afklares";
pub const RECEIPT_OK: &str = facts::receipt_label(ReceiptState::Ok);
pub const RECEIPT_FAILED: &str = facts::receipt_label(ReceiptState::Failed);

pub(super) fn sheet(case: &Case, route: &RouteSheet, clock: Clock) -> SheetText {
    let decision = &route.decision;
    let kinds = (decision.old.and_then(|old| old.kind), decision.new.and_then(|new| new.kind));
    let sides = route
        .sides
        .iter()
        .map(|(side, facts)| (facts::side_label(*side), side_text(case, *side, facts)));
    let mut sides: Vec<(&str, String)> = sides.collect();
    if !route.together.is_empty() {
        sides.push((REPLACED_WITH, replaced_with(case, &route.together, route.route)));
    }
    let about = format!("Rute {}", route.name);
    let findings = route.findings.iter().map(|found| {
        let text = finding_text(case, found);
        // The sheet is about the route already.
        let text = text.strip_prefix(&about).unwrap_or(&text).trim_start_matches([',', ':', ' ']);
        format!("{}: {}", severity_word(found.severity), sentence(text))
    });
    let mut findings: Vec<String> = findings.collect();
    if route.conflicts > 0 {
        findings.push("Konflikt: to har skrevet hver sit. Vælg, hvad der gælder.".to_owned());
    }
    SheetText {
        number: dates::number(route.number),
        name: routes::name(route),
        handling: decision.handling.map_or("", facts::handling_label),
        decided: decision.is_decided(),
        sides,
        note: route.note.clone(),
        questions: route.questions.iter().map(|q| question(case, kinds, q)).collect(),
        orders: route.orders.iter().map(|o| order(case, o, clock)).collect(),
        remarks: remarks(case, &route.orders),
        findings,
    }
}

/// "Webservice · Omsorg Klassik (anvendersystem) → Borgerbasen (serviceudbydersystem) · Nordlund Kommune · Eksplicit".
fn side_text(case: &Case, side: Side, facts: &RouteSide) -> String {
    let end = |end: End| {
        let name = case.system_name(facts.system(end)).filter(|name| !name.is_empty());
        let label = facts::end_label(facts.kind, end).to_lowercase();
        format!("{} ({label})", name.unwrap_or(NOT_FILLED_IN))
    };
    let unknown = |what: &str| format!("{what} {NOT_FILLED_IN}");
    let kind = facts.kind.map(facts::route_type_label).map(str::to_owned);
    let mut parts = vec![
        kind.unwrap_or_else(|| unknown("Rutetype")),
        format!("{} → {}", end(End::From), end(End::To)),
    ];
    parts.extend(case.authority_name(facts.authority).map(str::to_owned));
    let addressing = facts.addressing.map(facts::addressing_label).map(str::to_owned);
    parts.push(addressing.unwrap_or_else(|| unknown("Eksplicit eller implicit")));
    if side == Side::Old {
        let active = facts.active.map(facts::active_label).map(str::to_owned);
        parts.push(active.unwrap_or_else(|| unknown("Aktiv eller inaktiv")));
    }
    parts.join(" · ")
}

fn question(
    case: &Case,
    (old, new): (Option<RouteType>, Option<RouteType>),
    question: &SheetQuestion,
) -> QuestionText {
    match question {
        SheetQuestion::Answered(PathStep { gateway, answer, because }) => {
            let kind = if *gateway == Gateway::CloseParty { old } else { new };
            QuestionText {
                question: path_question(*gateway),
                answer: answer.map(|answer| answer_label(*gateway, answer)),
                options: Vec::new(),
                why: sentence(&because_text(case, because, kind)),
            }
        }
        SheetQuestion::Open(open) => QuestionText {
            question: question_text(*open),
            answer: None,
            options: options(*open),
            why: String::new(),
        },
        SheetQuestion::FollowUp(open) => QuestionText {
            question: question_text(*open),
            answer: None,
            options: options(*open),
            why: match open {
                Question::Type(_)
                | Question::Addressing(Side::New)
                | Question::Party(Side::New) => "Hvis der skal etableres en ny rute".to_owned(),
                _ => "Hvis den gamle rute skal nedlægges".to_owned(),
            },
        },
    }
}

fn path_question(gateway: Gateway) -> String {
    let question = gateway_question(gateway);
    match gateway {
        Gateway::CloseParty => format!("{question} (gammel rute)"),
        Gateway::EstablishParty => format!("{question} (ny rute)"),
        _ => question.to_owned(),
    }
}

/// The answers to choose among.
fn options(question: Question) -> Vec<&'static str> {
    match question {
        Question::Handling => Handling::ALL.iter().map(|h| facts::handling_label(*h)).collect(),
        Question::Closer => Closer::ALL.iter().map(|c| facts::closer_label(*c)).collect(),
        Question::Active => [true, false].map(facts::active_label).to_vec(),
        Question::Addressing(_) => {
            Addressing::ALL.iter().map(|a| facts::addressing_label(*a)).collect()
        }
        Question::Type(_) => RouteType::ALL.iter().map(|t| facts::route_type_label(*t)).collect(),
        Question::Party(side) => {
            let gateway = match side {
                Side::Old => Gateway::CloseParty,
                Side::New => Gateway::EstablishParty,
            };
            let answers = gateway.info().answers.iter();
            answers.map(|(answer, _)| answer_label(gateway, *answer)).collect()
        }
    }
}

fn order(case: &Case, sheet: &SheetOrder, clock: Clock) -> OrderText {
    let order = &sheet.order;
    let system = if order.by_old_operations() { case.old_system } else { case.new_system };
    let operator = system.and_then(|id| case.systems.get(&id)).and_then(|system| system.operator);
    let placed = order.placed.as_ref();
    OrderText {
        kind: facts::order_label(order.kind),
        form: order.form.map_or_else(|| "Formular ikke afgjort".to_owned(), activity_title),
        by: role_short(if order.by_old_operations() { Role::OldOperations } else { order.orderer }),
        organisation: case.organisation_name(operator).unwrap_or_default().to_owned(),
        delegated: routes::yes_no(order.delegated()),
        moment: order.moment.map_or("Ikke afgjort", facts::moment_label),
        agreement: match order.agreement {
            AgreementNeed::NotNeeded => None,
            AgreementNeed::Missing => Some("Serviceaftale: mangler".to_owned()),
            AgreementNeed::Named(id) => {
                let name = scope_text(case, Scope::Agreement(id)).unwrap_or_default();
                Some(format!("Serviceaftale: {name}"))
            }
        },
        placed: Tick {
            done: placed.is_some(),
            date: placed.map(|stamp| dates::day(clock(stamp.at).day)).unwrap_or_default(),
            by: placed.map(|stamp| person(&stamp.author)).unwrap_or_default(),
        },
        receipts: sheet
            .receipts
            .iter()
            .map(|(when, receipt)| receipt_text(*when, receipt))
            .collect(),
        signing: matches!(order.signing, Signing::Unclear | Signing::Lacking(_))
            .then(|| signing(case, sheet)),
    }
}

fn receipt_text(when: Occasion, receipt: &Receipt) -> ReceiptText {
    let failed = receipt.state == Some(ReceiptState::Failed);
    let mut parts = vec![facts::occasion_label(when)];
    if failed {
        parts.extend([&receipt.incident, &receipt.reference].into_iter().cloned());
        parts.push(match receipt.resolved {
            Some(day) => format!("løst {}", dates::day(day)),
            None => "ikke løst".to_owned(),
        });
    }
    parts.retain(|part| !part.is_empty());
    ReceiptText { failed, text: parts.join(", ") }
}

fn remarks(case: &Case, orders: &[SheetOrder]) -> Vec<String> {
    let mut remarks = Vec::new();
    match orders {
        [close, establish] if waits(case, close) == waits(case, establish) => {
            remarks.extend(waits(case, close).map(|waits| format!("Begge bestillinger {waits}.")));
        }
        orders => {
            let waits = |order| Some(format!("{} {}.", label(order), waits(case, order)?));
            remarks.extend(orders.iter().filter_map(waits));
        }
    }
    for order in orders {
        let what = label(order);
        if order.order.signing == Signing::Complete {
            let lines: Vec<String> =
                order.signatures.iter().map(|line| signed_text(case, line)).collect();
            let whose = delegation(order.order.kind);
            remarks.push(format!("{whose} er underskrevet af {}.", dates::list(&lines)));
        }
        if !order.reason.is_empty() {
            remarks.push(format!("{what}, registreret før tur: {}", order.reason));
        }
        if !order.note.is_empty() {
            remarks.push(format!("{what}, {}: {}", NOTE.to_lowercase(), order.note));
        }
    }
    remarks
}

/// "venter på …", or what it should have waited for.
fn waits(case: &Case, order: &SheetOrder) -> Option<String> {
    let (verb, waits) = match &order.status {
        OrderStatus::Waiting(waits) => ("venter på", waits),
        OrderStatus::Placed { lacks, .. } => ("er bestilt, men manglede", lacks),
        OrderStatus::Undecided | OrderStatus::Ready => return None,
    };
    let waits: Vec<String> = waits.iter().map(|wait| waited_for(case, wait)).collect();
    (!waits.is_empty()).then(|| format!("{verb} {}", dates::list(&waits)))
}

fn label(order: &SheetOrder) -> &'static str {
    facts::order_label(order.order.kind)
}

const fn delegation(kind: OrderKind) -> &'static str {
    match kind {
        OrderKind::Close => "Delegering af nedlægning af gammel rute",
        OrderKind::Establish => "Delegering af etablering af ny rute",
    }
}

/// "Karen Lindtofte, Klippe Systemer A/S, 2.10.2026, Fuldmagt 2026-114".
fn signed_text(case: &Case, line: &SignatureLine) -> String {
    let organisation = case.organisation_name(line.organisation).unwrap_or_default();
    let day = line.signed.map(dates::day).unwrap_or_default();
    let parts = [&line.signer, organisation, &day, &line.reference];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn signing(case: &Case, sheet: &SheetOrder) -> SigningText {
    let mut lines: Vec<SignLine> =
        sheet.signatures.iter().map(|line| sign_line(case, line)).collect();
    lines.resize_with(lines.len() + sheet.blank_lines, SignLine::default);
    let organisations = sheet.candidates.iter().map(|candidate| candidate.organisation);
    let names = organisations.filter_map(|id| case.organisation_name(Some(id)));
    let names: Vec<String> = names.map(str::to_owned).collect();
    SigningText {
        caption: format!("{}: underskrift mangler", delegation(sheet.order.kind)),
        lines,
        candidates: (sheet.blank_lines > 0).then(|| match names.as_slice() {
            [] => "Afklar underskriver.".to_owned(),
            names => format!("Afklar underskriver. Det kan være {}.", alternatives(names)),
        }),
    }
}

fn sign_line(case: &Case, line: &SignatureLine) -> SignLine {
    SignLine {
        name: line.signer.clone(),
        organisation: case.organisation_name(line.organisation).unwrap_or_default().to_owned(),
        date: line.signed.map(dates::day).unwrap_or_default(),
        signed: line.signed.map(|_| match line.reference.as_str() {
            "" => "Underskrevet".to_owned(),
            reference => format!("Underskrevet, {reference}"),
        }),
    }
}

/// `a`, `a eller b`, `a, b eller c`.
fn alternatives(names: &[String]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => format!("{} eller {last}", rest.join(", ")),
        names => names.concat(),
    }
}
