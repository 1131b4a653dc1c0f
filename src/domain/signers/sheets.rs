//! The signatures of a case by who signs: one sheet can cover many routes for the same signer.

use super::{Ruling, Unnamed};
use crate::domain::case::{
    Batch, Case, Field, Id, Log, OrderKind, RouteField, Signature, SignatureField, Value,
};
use crate::domain::guidance::{Guidance, Order};
use crate::domain::time::Day;

/// The signatures of all delegated orders, recorded or asked for by a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignatureList {
    /// By signer, in the order of the route overview.
    pub sheets: Vec<(SheetSigner, Vec<SheetRow>)>,
    /// Orders of which it is not settled who signs.
    pub unclear: Vec<UnclearRow>,
}

/// Who signs a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SheetSigner {
    Organisation(Id),
    /// A name without an organisation; empty where there is none either.
    Person(String),
}

/// A signature on a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetRow {
    pub route: Id,
    pub order: OrderKind,
    /// None where a rule asks for it and nothing is recorded yet.
    pub signature: Option<Id>,
    pub signer: String,
    pub asked: Option<Day>,
    pub signed: Option<Day>,
    pub reference: String,
    /// The place of the rule that the order is under.
    pub rule: Option<usize>,
}

/// A delegated order of which it is not settled who signs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UnclearRow {
    pub route: Id,
    pub order: OrderKind,
    pub why: Why,
}

/// Why it is not settled who signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Why {
    /// The site has no rules.
    NoRules,
    Uncovered,
    Overlap(usize, usize),
    /// This signer of this rule is not entered in the case.
    Unknown {
        rule: usize,
        signer: usize,
    },
}

impl Why {
    /// Whether it helps to name somebody: who a rule asks for is entered with the case's systems instead.
    pub fn can_name(self) -> bool {
        !matches!(self, Why::Unknown { .. })
    }
}

/// The signatures of a case.
pub fn signature_list(case: &Case, guidance: &Guidance) -> SignatureList {
    let mut list = SignatureList::default();
    for (id, route) in case.list_routes() {
        let orders = guidance.routes.get(&id).into_iter().flat_map(|decision| &decision.orders);
        for order in orders.filter(|order| order.delegated() == Some(true)) {
            let rule = match order.ruled.by {
                Ruling::Rule(rule) => Some(rule),
                _ => None,
            };
            let mut none = true;
            for (signature, it) in route.signatures(order.kind) {
                none = false;
                list.add(signer(case, it), row(id, order.kind, Some(signature), it, rule));
            }
            for Unnamed { organisation, signer } in &order.ruled.unnamed {
                none = false;
                match (*organisation, rule) {
                    (Some(organisation), _) => {
                        let row = row(id, order.kind, None, &Signature::default(), rule);
                        list.add(SheetSigner::Organisation(organisation), row);
                    }
                    (None, Some(rule)) => {
                        let why = Why::Unknown { rule, signer: *signer };
                        list.unclear.push(UnclearRow { route: id, order: order.kind, why });
                    }
                    (None, None) => {}
                }
            }
            if none {
                list.unclear.extend(unclear(id, order));
            }
        }
    }
    list
}

impl SignatureList {
    fn add(&mut self, signer: SheetSigner, row: SheetRow) {
        match self.sheets.iter_mut().find(|(other, _)| *other == signer) {
            Some((_, rows)) => rows.push(row),
            None => self.sheets.push((signer, vec![row])),
        }
    }
}

fn row(
    route: Id,
    order: OrderKind,
    signature: Option<Id>,
    it: &Signature,
    rule: Option<usize>,
) -> SheetRow {
    SheetRow {
        route,
        order,
        signature,
        signer: it.signer.clone(),
        asked: it.asked,
        signed: it.signed,
        reference: it.reference.clone(),
        rule,
    }
}

fn signer(case: &Case, signature: &Signature) -> SheetSigner {
    let known = signature.organisation.filter(|id| case.organisation_name(Some(*id)).is_some());
    known.map_or_else(|| SheetSigner::Person(signature.signer.clone()), SheetSigner::Organisation)
}

fn unclear(route: Id, order: &Order) -> Option<UnclearRow> {
    let why = match order.ruled.by {
        Ruling::None => Why::NoRules,
        Ruling::Uncovered => Why::Uncovered,
        Ruling::Overlap(one, other) => Why::Overlap(one, other),
        // All that it asks for is named.
        Ruling::Rule(_) => return None,
    };
    Some(UnclearRow { route, order: order.kind, why })
}

/// What sets these fields of the rows of a signer's sheet, as one batch; a row without a signature gets one.
pub fn record(
    log: &Log,
    signer: &SheetSigner,
    rows: &[SheetRow],
    values: &[(SignatureField, Value)],
) -> Batch {
    let mut batch = Batch::new(log);
    for row in rows {
        let id = row.signature.unwrap_or_else(|| batch.part());
        let field = |field| Field::Route(row.route, RouteField::Signature(id, field));
        if row.signature.is_none() {
            batch.set(field(SignatureField::Order), row.order);
            match signer {
                SheetSigner::Organisation(organisation) => {
                    batch.set(field(SignatureField::Organisation), *organisation);
                }
                SheetSigner::Person(name) => {
                    batch.set(field(SignatureField::Signer), Value::text(name));
                }
            }
        }
        for (of, value) in values {
            batch.set(field(*of), value.clone());
        }
    }
    batch
}

impl UnclearRow {
    /// A row of the sheet of whoever is named to sign.
    pub fn named(&self) -> SheetRow {
        row(self.route, self.order, None, &Signature::default(), None)
    }
}
