//! The soundness check of a process value: what would make it impossible or contradictory to follow.

use std::collections::BTreeSet;

use super::order::Order;
use super::{Activity, Answer, Gateway, Handover, Leads, Origin, Part, Process, Role};

/// Something wrong with a process value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// The table's rows and the enum's values differ at this activity.
    MisplacedActivity(Activity),
    /// The table's rows and the enum's values differ at this gateway.
    MisplacedGateway(Gateway),
    /// The table's rows and the enum's values differ at this handover.
    MisplacedHandover(Handover),
    /// No role performs it.
    NobodyPerforms(Activity),
    /// It is part of no activity or of several, or is made of what is no part of a subprocess.
    WrongParts(Activity),
    /// It needs itself, directly or through others.
    Circular(Activity),
    /// No chain of needs and answers leads from the start event to it: what it waits for is reached, and it is not.
    Unreachable(Activity),
    /// It lies on a branch that its gateway does not have.
    UnknownBranch(Activity),
    /// It lies on a branch that leads elsewhere, or on two branches of one gateway.
    WrongBranch(Activity),
    /// It decides a gateway that is not met at it.
    WrongDecision(Activity),
    /// The gateway has fewer than two answers, one twice, or one that leads to nothing.
    DeadEnd(Gateway),
    /// An answer leads from question to question and back to this one.
    EndlessQuestion(Gateway),
    /// It asks a role that does not perform the activity where it is met.
    WrongAsked(Gateway),
    /// Its sender or receiver activity is not performed by its role, or it goes from a role to itself.
    WrongParty(Handover),
    /// It would be received before it is sent, or sent before it can be.
    OutOfOrder(Handover),
    /// The role has nothing to do, or nothing to hand over or receive.
    IdleRole(Role),
}

/// Every flaw of the process; none for a sound one.
pub fn flaws(process: &Process) -> Vec<Flaw> {
    let order = Order::of(process);
    let mut found = Vec::new();
    misplaced(process, &mut found);
    for row in process.activities {
        activity_flaws(process, &order, row.activity, &mut found);
    }
    unreachable(process, &order, &mut found);
    for row in process.gateways {
        gateway_flaws(process, row.gateway, &mut found);
    }
    for row in process.handovers {
        handover_flaws(process, &order, row.handover, &mut found);
    }
    let idle = |role: &&Role| {
        !process.activities.iter().any(|row| row.roles.contains(role))
            || !process.handovers.iter().any(|row| row.from == **role || row.to == **role)
    };
    found.extend(Role::ALL.iter().filter(idle).map(|role| Flaw::IdleRole(*role)));
    found
}

/// `info()` finds a row by its place, so each table must follow its enum.
fn misplaced(process: &Process, found: &mut Vec<Flaw>) {
    let activities: Vec<_> = process.activities.iter().map(|row| row.activity).collect();
    let gateways: Vec<_> = process.gateways.iter().map(|row| row.gateway).collect();
    let handovers: Vec<_> = process.handovers.iter().map(|row| row.handover).collect();
    found.extend(differing(Activity::ALL, &activities).map(Flaw::MisplacedActivity));
    found.extend(differing(Gateway::ALL, &gateways).map(Flaw::MisplacedGateway));
    found.extend(differing(Handover::ALL, &handovers).map(Flaw::MisplacedHandover));
}

/// The values whose row is not in their place, and the values of rows too many.
fn differing<T: Copy + PartialEq>(values: &[T], rows: &[T]) -> impl Iterator<Item = T> {
    let places = values.len().max(rows.len());
    (0..places)
        .filter(|place| values.get(*place) != rows.get(*place))
        .filter_map(|place| values.get(place).or(rows.get(place)).copied())
        .collect::<Vec<_>>()
        .into_iter()
}

fn activity_flaws(process: &Process, order: &Order, activity: Activity, found: &mut Vec<Flaw>) {
    let Some(row) = process.activity(activity) else { return };
    if row.roles.is_empty() {
        found.push(Flaw::NobodyPerforms(activity));
    }
    let wholes: usize = process
        .activities
        .iter()
        .map(|whole| whole.made_of.iter().filter(|part| **part == activity).count())
        .sum();
    let is_part = activity.part() != Part::Main;
    let strange = |part: &Activity| part.part() == Part::Main || process.activity(*part).is_none();
    if (is_part && wholes != 1) || row.made_of.iter().any(strange) {
        found.push(Flaw::WrongParts(activity));
    }
    if order.is_before(activity, activity) {
        found.push(Flaw::Circular(activity));
    }
    let has_branch = |gateway, answer| leads(process, gateway, answer).is_some();
    if row.when.iter().any(|on| !has_branch(on.gateway, on.answer)) {
        found.push(Flaw::UnknownBranch(activity));
    } else if row.when.iter().any(|on| {
        !is_on_branch(process, order, activity, on.gateway, on.answer)
            || row.when.iter().any(|also| also.gateway == on.gateway && also.answer != on.answer)
    }) {
        found.push(Flaw::WrongBranch(activity));
    }
    let met_here = |gateway| process.gateway(gateway).is_some_and(|row| row.at == activity);
    if row.decides.is_some_and(|gateway| !met_here(gateway)) {
        found.push(Flaw::WrongDecision(activity));
    }
}

/// Whether the answer leads to the activity, or to one before it, and no other answer to the same question leads to it.
fn is_on_branch(
    process: &Process,
    order: &Order,
    activity: Activity,
    gateway: Gateway,
    answer: Answer,
) -> bool {
    let Some(row) = process.gateway(gateway) else { return false };
    let led = targets(process, gateway, answer);
    let leads_here = led.iter().any(|to| *to == activity || order.is_before(*to, activity));
    let other_leads_here = row.answers.iter().any(|(other, leads)| {
        *other != answer && matches!(leads, Leads::To(to) if to.contains(&activity))
    });
    leads_here && !other_leads_here
}

fn unreachable(process: &Process, order: &Order, found: &mut Vec<Flaw>) {
    let mut reached = BTreeSet::from([Activity::Start]);
    loop {
        let next: Vec<Activity> = process
            .activities
            .iter()
            .filter(|row| !reached.contains(&row.activity) && !row.needs.is_empty())
            .filter(|row| order.directly_before(row.activity).is_subset(&reached))
            .filter(|row| {
                row.when.iter().all(|on| {
                    process.gateway(on.gateway).is_some_and(|gateway| {
                        reached.contains(&gateway.at)
                            && gateway.answers.iter().any(|(answer, _)| *answer == on.answer)
                    })
                })
            })
            .map(|row| row.activity)
            .collect();
        if next.is_empty() {
            break;
        }
        reached.extend(next);
    }
    // Only where the chain breaks: what waits for a broken link, or in a circle, has no fault of its own.
    let waits = |activity| {
        order
            .directly_before(activity)
            .iter()
            .any(|before| process.activity(*before).is_some() && !reached.contains(before))
    };
    found.extend(
        process
            .activities
            .iter()
            .map(|row| row.activity)
            .filter(|activity| !reached.contains(activity) && !waits(*activity))
            .map(Flaw::Unreachable),
    );
}

fn gateway_flaws(process: &Process, gateway: Gateway, found: &mut Vec<Flaw>) {
    let Some(row) = process.gateway(gateway) else { return };
    let distinct: BTreeSet<Answer> = row.answers.iter().map(|(answer, _)| *answer).collect();
    let exists = |leads: &Leads| match leads {
        Leads::To(to) => {
            !to.is_empty() && to.iter().all(|activity| process.activity(*activity).is_some())
        }
        Leads::Ask(next) => process.gateway(*next).is_some(),
        Leads::End => true,
    };
    if distinct.len() < 2
        || distinct.len() != row.answers.len()
        || !row.answers.iter().all(|(_, leads)| exists(leads))
    {
        found.push(Flaw::DeadEnd(gateway));
    }
    if asked_after(process, gateway).contains(&gateway) {
        found.push(Flaw::EndlessQuestion(gateway));
    }
    if let Origin::Asked(role) | Origin::Proposed(role) = row.origin
        && !performs(process, role, row.at)
    {
        found.push(Flaw::WrongAsked(gateway));
    }
}

fn handover_flaws(process: &Process, order: &Order, handover: Handover, found: &mut Vec<Flaw>) {
    let Some(row) = process.handovers.iter().find(|row| row.handover == handover) else { return };
    if row.from == row.to
        || !performs(process, row.from, row.sender)
        || !performs(process, row.to, row.receiver)
    {
        found.push(Flaw::WrongParty(handover));
    }
    let sent_first = order.is_before(row.sender, row.shown_by);
    // What takes long is shown to have begun by one of its parts.
    let is_part =
        process.activity(row.receiver).is_some_and(|whole| whole.made_of.contains(&row.shown_by));
    let received_first =
        row.receiver == row.shown_by || is_part || order.is_before(row.receiver, row.shown_by);
    let sendable = row.after.is_none_or(|after| {
        order.is_before(row.sender, after) && order.is_before(after, row.shown_by)
    });
    if !(sent_first && received_first && sendable) {
        found.push(Flaw::OutOfOrder(handover));
    }
}

fn performs(process: &Process, role: Role, activity: Activity) -> bool {
    process.activity(activity).is_some_and(|row| row.roles.contains(&role))
}

fn leads(process: &Process, gateway: Gateway, answer: Answer) -> Option<Leads> {
    let row = process.gateway(gateway)?;
    row.answers.iter().find(|(given, _)| *given == answer).map(|(_, leads)| *leads)
}

/// The activities that an answer can lead to, through every question that follows.
fn targets(process: &Process, gateway: Gateway, answer: Answer) -> BTreeSet<Activity> {
    match leads(process, gateway, answer) {
        Some(Leads::To(to)) => to.iter().copied().collect(),
        Some(Leads::Ask(next)) => asked_after(process, next)
            .into_iter()
            .chain([next])
            .filter_map(|gateway| process.gateway(gateway))
            .flat_map(|row| row.answers)
            .filter_map(|(_, leads)| if let Leads::To(to) = leads { Some(*to) } else { None })
            .flatten()
            .copied()
            .collect(),
        Some(Leads::End) | None => BTreeSet::new(),
    }
}

/// The questions that can follow a question with no activity between.
fn asked_after(process: &Process, gateway: Gateway) -> BTreeSet<Gateway> {
    let mut asked = BTreeSet::new();
    let mut open = vec![gateway];
    while let Some(row) = open.pop().and_then(|gateway| process.gateway(gateway)) {
        for (_, leads) in row.answers {
            if let Leads::Ask(next) = leads
                && asked.insert(*next)
            {
                open.push(*next);
            }
        }
    }
    asked
}
