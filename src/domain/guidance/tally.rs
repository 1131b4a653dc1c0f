//! Sums over the routes: all that the case's guidance needs to know of them, so that one route's change costs one route.

use std::collections::BTreeMap;

use super::decision::RouteDecision;
use super::order::{Moment, Signing};
use crate::domain::case::{Id, Occasion, OrderKind, ReceiptState, Route, RouteSide, RouteType};

/// Counts over the routes of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub routes: usize,
    pub decided: usize,
    /// FN's orders and how many of them are placed.
    pub fn_orders: usize,
    pub fn_placed: usize,
    /// FG's orders and how many of them are placed.
    pub fg_orders: usize,
    pub fg_placed: usize,
    pub delegated: usize,
    /// Delegated orders with a signature lacking or nobody named to sign.
    pub unsigned: usize,
    pub to_close: usize,
    pub to_establish: usize,
    /// Lines with a webservice route, old or new.
    pub with_webservice: usize,
    /// New webservice routes.
    pub webservices: usize,
    /// Orders by the moment they are carried out in.
    pub moments: BTreeMap<Moment, usize>,
    /// Implicit old routes to close in G3, and awaiting routes to set up in G4.
    pub window_closes: usize,
    pub window_sets_up: usize,
    /// Receipts of each attempt's window.
    pub receipts: BTreeMap<u16, Receipts>,
    /// New webservice routes that each agreement covers.
    pub covered: BTreeMap<Id, usize>,
}

/// How the receipts of an attempt stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Receipts {
    pub ok: usize,
    /// Failed, and the incident resolved since.
    pub resolved: usize,
    /// Failed, and the incident open.
    pub incidents: usize,
}

impl Tally {
    /// Adds the sums of other routes.
    pub fn plus(&mut self, other: &Tally) {
        self.shift(other, |sum, count| sum + count);
    }

    /// Takes away the sums of routes that were added.
    pub fn minus(&mut self, other: &Tally) {
        self.shift(other, usize::saturating_sub);
    }

    fn shift(&mut self, other: &Tally, by: fn(usize, usize) -> usize) {
        for (sum, count) in self.counts().into_iter().zip(other.clone().counts()) {
            *sum = by(*sum, *count);
        }
        for (moment, count) in &other.moments {
            let sum = self.moments.entry(*moment).or_default();
            *sum = by(*sum, *count);
        }
        for (agreement, count) in &other.covered {
            let sum = self.covered.entry(*agreement).or_default();
            *sum = by(*sum, *count);
        }
        for (attempt, counts) in &other.receipts {
            let sums = self.receipts.entry(*attempt).or_default();
            sums.ok = by(sums.ok, counts.ok);
            sums.resolved = by(sums.resolved, counts.resolved);
            sums.incidents = by(sums.incidents, counts.incidents);
        }
        self.moments.retain(|_, count| *count > 0);
        self.covered.retain(|_, count| *count > 0);
        self.receipts.retain(|_, receipts| *receipts != Receipts::default());
    }

    fn counts(&mut self) -> [&mut usize; 14] {
        [
            &mut self.routes,
            &mut self.decided,
            &mut self.fn_orders,
            &mut self.fn_placed,
            &mut self.fg_orders,
            &mut self.fg_placed,
            &mut self.delegated,
            &mut self.unsigned,
            &mut self.to_close,
            &mut self.to_establish,
            &mut self.with_webservice,
            &mut self.webservices,
            &mut self.window_closes,
            &mut self.window_sets_up,
        ]
    }

    /// Adds a route to the sums.
    pub fn add(&mut self, route: &Route, decision: &RouteDecision) {
        self.routes += 1;
        self.decided += usize::from(decision.is_decided());
        let sides = [decision.old, decision.new].into_iter().flatten();
        let is_webservice = |side: RouteSide| side.kind == Some(RouteType::Webservice);
        self.with_webservice += usize::from(sides.into_iter().any(is_webservice));
        for order in &decision.orders {
            let placed = usize::from(order.placed.is_some());
            if order.by_old_operations() {
                self.fg_orders += 1;
                self.fg_placed += placed;
            } else {
                self.fn_orders += 1;
                self.fn_placed += placed;
            }
            if order.delegated() == Some(true) {
                self.delegated += 1;
                self.unsigned += usize::from(order.signing != Signing::Complete);
            }
            match order.kind {
                OrderKind::Close => self.to_close += 1,
                OrderKind::Establish => {
                    self.to_establish += 1;
                    self.webservices +=
                        usize::from(order.route_type == Some(RouteType::Webservice));
                }
            }
            if let super::order::AgreementNeed::Named(agreement) = order.agreement {
                *self.covered.entry(agreement).or_default() += 1;
            }
            if let Some(moment) = order.moment {
                *self.moments.entry(moment).or_default() += 1;
            }
            if order.moment == Some(Moment::Window) {
                match order.kind {
                    OrderKind::Close => self.window_closes += 1,
                    OrderKind::Establish => self.window_sets_up += 1,
                }
                self.add_receipts(route, order.kind);
            }
        }
    }

    /// How many receipts an attempt's window gives.
    pub fn receipts_due(&self) -> usize {
        self.window_closes + self.window_sets_up
    }

    /// The receipts of an attempt.
    pub fn receipts_of(&self, attempt: u16) -> Receipts {
        self.receipts.get(&attempt).copied().unwrap_or_default()
    }

    fn add_receipts(&mut self, route: &Route, kind: OrderKind) {
        for (occasion, receipt) in &route.order(kind).receipts {
            let Occasion::Attempt(attempt) = occasion else { continue };
            let sums = self.receipts.entry(*attempt).or_default();
            match receipt.state {
                Some(ReceiptState::Ok) => sums.ok += 1,
                Some(ReceiptState::Failed) if receipt.is_open_incident() => sums.incidents += 1,
                Some(ReceiptState::Failed) => sums.resolved += 1,
                None => {}
            }
        }
    }
}
