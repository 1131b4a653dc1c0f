//! The optional check items: public facts that the source leaves out, offered and never required.

use super::Activity;
use crate::domain::codes::codes;

codes! {
    /// Something worth checking too (domain, section 9); never a gate.
    pub enum CheckItem {
        /// The municipality's underskriftsberettigede approves the agreement and its billing.
        AgreementApproval = "agreement-approval",
        /// Ending the agreements no longer used is the municipality's duty.
        EndingAgreements = "ending-agreements",
        /// The new system's public SSH key is registered before the window.
        SshKey = "ssh-key",
        /// Fordelingskomponenten has rules of its own.
        Sf2900 = "sf2900",
        /// No CPR numbers, keys or passwords in case files.
        NoPersonalData = "no-personal-data",
    }
}

impl CheckItem {
    /// The activity at which it is worth asking.
    pub const fn activity(self) -> Activity {
        match self {
            CheckItem::AgreementApproval => Activity::U12,
            CheckItem::EndingAgreements => Activity::U24,
            CheckItem::SshKey => Activity::U14,
            // SA coordinates with the authorities here, and they change the rules themselves.
            CheckItem::Sf2900 => Activity::U17,
            // The overview is the first thing with free text that is mailed around.
            CheckItem::NoPersonalData => Activity::U7,
        }
    }
}
