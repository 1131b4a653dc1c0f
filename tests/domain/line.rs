//! A line of the route overview to be entered, as short as a row of the domain's table.

use udskift_it_system::domain::case::{Addressing, Closer, Handling, RouteType};

/// A line of the route overview to be entered; by default a webservice that the old system calls and the new one is to.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub handling: Handling,
    pub closer: Option<Closer>,
    pub early: bool,
    pub old: Facts,
    pub new: Facts,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts {
    pub kind: RouteType,
    pub addressing: Addressing,
    pub active: bool,
    /// Whether FN is party to it.
    pub party: bool,
}

pub const WEBSERVICE: Facts = Facts {
    kind: RouteType::Webservice,
    addressing: Addressing::Explicit,
    active: true,
    party: true,
};
pub const SFTP: Facts = Facts { kind: RouteType::Sftp, ..WEBSERVICE };

impl Facts {
    pub const fn implicit(self) -> Facts {
        Facts { addressing: Addressing::Implicit, ..self }
    }
    pub const fn inactive(self) -> Facts {
        Facts { active: false, ..self }
    }
    pub const fn not_party(self) -> Facts {
        Facts { party: false, ..self }
    }
}

impl Line {
    pub const fn replace(old: Facts, new: Facts) -> Line {
        let closer = Some(Closer::NewOperations);
        Line { handling: Handling::Replace, closer, early: false, old, new }
    }
    pub const fn establish(new: Facts) -> Line {
        Line { handling: Handling::Establish, closer: None, early: false, old: SFTP, new }
    }
    pub const fn close(old: Facts) -> Line {
        let closer = Some(Closer::NewOperations);
        Line { handling: Handling::Close, closer, early: false, old, new: SFTP }
    }
    pub const fn keep() -> Line {
        Line { handling: Handling::Keep, closer: None, early: false, old: SFTP, new: SFTP }
    }
    pub const fn closed_by_fg(self) -> Line {
        Line { closer: Some(Closer::OldOperations), ..self }
    }
    pub const fn early(self) -> Line {
        Line { early: true, ..self }
    }
}
