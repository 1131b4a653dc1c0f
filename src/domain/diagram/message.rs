//! The messages of the diagrams: the process's handovers, and the words that its needs imply without a handover.

use crate::domain::codes::codes;
use crate::domain::process::{Handover, Role};

codes! {
    /// What one pool waits for from another, where the source draws no message: that the other is done with something.
    pub enum Word {
        /// \[I\] FN has every service agreement it needs, so SA can go on to U13.
        AgreementsSettled = "agreements-settled",
        /// SA goes from the first part of the main process to the second.
        PartTwo = "part-two",
        /// \[I\] FG knows which routes it closes, so FN can agree on the time.
        ClosuresKnown = "closures-known",
        /// The others took part in the coordination, so SA can decide.
        InvolvedTookPart = "involved-took-part",
        OldTookPart = "old-took-part",
        HelpdeskTookPart = "helpdesk-took-part",
        /// The others know the result, so FG can clean up.
        ManagerKnows = "manager-knows",
        InvolvedKnow = "involved-know",
        /// \[I\] FG closed the old system, so SA can clean up.
        OldIsClosed = "old-is-closed",
        /// No route waits for the window: there are no receipts to come.
        NoImplicitRoutes = "no-implicit-routes",
        /// Every receipt is ok, or its incident is resolved.
        ReceiptsClear = "receipts-clear",
        /// \[I\] FN abandons the attempt because of an incident.
        Abandoned = "abandoned",
    }
}

/// What goes from one pool to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Message {
    Handover(Handover),
    Word(Word),
}

impl Message {
    /// Its sender and its receiver.
    pub fn ends(self) -> (Role, Role) {
        use Role::{
            Helpdesk as HD, InvolvedOperations as FI, NewOperations as FN, OldOperations as FG,
            SystemManager as SA,
        };
        match self {
            Message::Handover(handover) => (handover.info().from, handover.info().to),
            Message::Word(word) => match word {
                Word::AgreementsSettled => (FN, SA),
                Word::PartTwo => (SA, SA),
                Word::ClosuresKnown => (FG, FN),
                Word::InvolvedTookPart => (FI, SA),
                Word::OldTookPart => (FG, SA),
                Word::HelpdeskTookPart => (HD, SA),
                Word::ManagerKnows => (SA, FG),
                Word::InvolvedKnow => (FI, FG),
                Word::OldIsClosed => (FG, SA),
                Word::NoImplicitRoutes => (HD, FN),
                Word::ReceiptsClear | Word::Abandoned => (FN, HD),
            },
        }
    }

    /// Its stable name in files.
    pub fn code(self) -> &'static str {
        match self {
            Message::Handover(handover) => handover.code(),
            Message::Word(word) => word.code(),
        }
    }
}
