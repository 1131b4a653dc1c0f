//! The neighbouring processes, each a single activity here and with a document of its own.

use super::Activity;
use crate::domain::codes::codes;

codes! {
    /// A process next to this one (domain, section 10).
    pub enum Neighbour {
        ConnectSystem = "connect-system",
        CreateWebservice = "create-webservice",
        CreateAgreement = "create-agreement",
        OrderRoute = "order-route",
        CloseRoute = "close-route",
        CloseSystem = "close-system",
        RemoveAuthority = "remove-authority",
    }
}

impl Neighbour {
    /// The activities that stand for it here; none for a process that lies wholly before this one.
    pub const fn activities(self) -> &'static [Activity] {
        use Activity::*;
        match self {
            Neighbour::ConnectSystem => &[U2],
            Neighbour::CreateWebservice => &[],
            Neighbour::CreateAgreement => &[U12],
            Neighbour::OrderRoute => &[F4, F5, F6, F7],
            Neighbour::CloseRoute => &[U22, F2, F3],
            Neighbour::CloseSystem | Neighbour::RemoveAuthority => &[U23],
        }
    }
}
