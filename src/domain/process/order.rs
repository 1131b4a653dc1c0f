//! What comes before what in a process value, read from its needs and from what its activities are made of.

use std::collections::{BTreeMap, BTreeSet};

use super::{Activity, ActivityInfo, Gateway, Need, Process, ScopeKind};

/// For each activity, those that come before it.
pub(super) struct Order {
    direct: BTreeMap<Activity, BTreeSet<Activity>>,
    all: BTreeMap<Activity, BTreeSet<Activity>>,
}

impl Order {
    /// The order that the process's tables give.
    pub(super) fn of(process: &Process) -> Order {
        let direct: BTreeMap<_, _> =
            process.activities.iter().map(|row| (row.activity, needed(process, row))).collect();
        let all = direct.keys().map(|activity| (*activity, closure(&direct, *activity))).collect();
        Order { direct, all }
    }

    /// Whether the first comes before the second; of an activity and itself: whether it waits for itself.
    pub(super) fn is_before(&self, first: Activity, second: Activity) -> bool {
        self.all.get(&second).is_some_and(|before| before.contains(&first))
    }

    /// The activities it waits for itself, not through others.
    pub(super) fn directly_before(&self, activity: Activity) -> BTreeSet<Activity> {
        self.direct.get(&activity).cloned().unwrap_or_default()
    }
}

fn needed(process: &Process, row: &ActivityInfo) -> BTreeSet<Activity> {
    let in_scope = |scope| {
        process.activities.iter().filter(move |row| row.scope == scope).map(|row| row.activity)
    };
    let met_at = |gateway| process.gateway(gateway).map(|row| row.at);
    let mut needed: BTreeSet<Activity> = row.made_of.iter().copied().collect();
    for need in row.needs {
        match need {
            Need::Done(activity) => {
                needed.insert(*activity);
            }
            Need::AgreementsSettled => needed.extend(in_scope(ScopeKind::Agreement)),
            Need::RoutesOrdered => needed.extend(in_scope(ScopeKind::Route)),
            Need::ReceiptsClear => needed.extend(met_at(Gateway::ReceiptsOk)),
            Need::Answered(gateway) => needed.extend(met_at(*gateway)),
        }
    }
    needed
}

fn closure(
    direct: &BTreeMap<Activity, BTreeSet<Activity>>,
    activity: Activity,
) -> BTreeSet<Activity> {
    let mut before = BTreeSet::new();
    let mut open = vec![activity];
    while let Some(later) = open.pop() {
        for earlier in direct.get(&later).into_iter().flatten() {
            if before.insert(*earlier) {
                open.push(*earlier);
            }
        }
    }
    before
}
