//! The process "Udskift it-system" as one value: roles, activities, gateways, handovers, glossary.

mod activity;
mod check_item;
mod gateway;
mod glossary;
mod handover;
mod neighbour;
mod order;
mod role;
mod soundness;

pub use activity::{Activity, ActivityInfo, Condition, Need, Part, Performed, ScopeKind};
pub use check_item::CheckItem;
pub use gateway::{Answer, Gateway, GatewayInfo, Leads, Origin};
pub use glossary::{Concept, Vocabulary};
pub use handover::{Handover, HandoverInfo};
pub use neighbour::Neighbour;
pub use role::Role;
pub use soundness::{Flaw, flaws};

/// The whole process as data; there is one, [`Process::UDSKIFT_IT_SYSTEM`], and tests make flawed ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Every activity, in the order of the source.
    pub activities: &'static [ActivityInfo],
    /// Every gateway, in the order they are met.
    pub gateways: &'static [GatewayInfo],
    /// Every handover, in the order they happen.
    pub handovers: &'static [HandoverInfo],
}

impl Process {
    /// KOMBIT's process "Udskift it-system" with its subprocesses 2.2 and 2.3.
    pub const UDSKIFT_IT_SYSTEM: Process = Process {
        activities: activity::ACTIVITIES,
        gateways: gateway::GATEWAYS,
        handovers: handover::HANDOVERS,
    };

    /// This process's row about the activity; a flawed process may lack it.
    pub fn activity(&self, activity: Activity) -> Option<&'static ActivityInfo> {
        self.activities.iter().find(|row| row.activity == activity)
    }

    /// This process's row about the gateway; a flawed process may lack it.
    pub fn gateway(&self, gateway: Gateway) -> Option<&'static GatewayInfo> {
        self.gateways.iter().find(|row| row.gateway == gateway)
    }
}
