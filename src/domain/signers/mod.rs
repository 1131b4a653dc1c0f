//! Who must sign a delegation: a site's own rules as data, what is wrong with them, and what they ask of an order.
//!
//! KOMBIT's table of signatures is not public, so the app has no rules of its own and never guesses (domain, 4.1). A site
//! puts its rules in a file beside the app. They are no facts of a case and are in no case's file: a case that is read
//! elsewhere is read under that site's rules, and who was named to sign stays named.

mod reading;
mod ruling;
mod sheets;
mod soundness;
mod writing;

pub use reading::{MOST_BYTES, MOST_RULES, RuleFile, read_rules};
pub use ruling::{Ruled, Ruling, Unnamed, rule_order, try_rules};
pub use sheets::{SheetRow, SheetSigner, SignatureList, UnclearRow, Why, record, signature_list};
pub use soundness::{Overlap, check, gaps, overlaps};
pub use writing::write_rules;

use crate::domain::case::{OrderKind, RouteType};
use crate::domain::codes::codes;

/// The file's `format`.
pub const FORMAT: &str = "underskriver-regler";
/// The newest version of the format.
pub const VERSION: u64 = 1;
/// What the file is called, beside the app.
pub const FILE_NAME: &str = "underskriver-regler.json";

/// One rule: which delegated orders it is for, and who signs them. A condition that is left out is met by all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rule {
    /// Its place in the file, from 1.
    pub number: usize,
    pub name: String,
    pub order: Option<OrderKind>,
    /// The type of the route that is closed or established.
    pub kind: Option<RouteType>,
    /// At which end of the route the new it-system is; of an old route, the system whose place it takes.
    pub end: Option<NewEnd>,
    /// All of them sign.
    pub signers: Vec<Signer>,
    /// Where the rule is from.
    pub source: String,
}

/// One who signs, as a rule says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    Part(SignerPart),
    /// The organisation of this name.
    Organisation(String),
}

codes! {
    /// One who signs by a part in the route or the case.
    pub enum SignerPart {
        /// Forvaltningsansvarlig for the anvendersystem or afsendersystem.
        FromOperator = "from-operator",
        /// Forvaltningsansvarlig for the serviceudbydersystem or modtagersystem.
        ToOperator = "to-operator",
        /// Systemansvarlig for the anvendersystem or afsendersystem.
        FromManager = "from-manager",
        /// Systemansvarlig for the serviceudbydersystem or modtagersystem.
        ToManager = "to-manager",
        /// Systemansvarlig for the new and the old it-system.
        Manager = "manager",
    }
}

codes! {
    /// At which end of a route the new it-system is.
    pub enum NewEnd {
        From = "from",
        To = "to",
        /// The route is between other systems.
        Neither = "neither",
    }
}

codes! {
    /// A key of the file.
    pub enum RuleField {
        Format = "format",
        Version = "version",
        Rules = "rules",
        Name = "name",
        Order = "order",
        Type = "type",
        Party = "party",
        NewSystem = "newSystem",
        Signers = "signers",
        Source = "source",
    }
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleError {
    /// The rule's number and name; none where it is about the file.
    pub rule: Option<(usize, String)>,
    pub field: Option<RuleField>,
    pub kind: RuleErrorKind,
}

/// What can be wrong with a file of rules; the words are in `text::signer_rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleErrorKind {
    TooLarge,
    /// No JSON, as serde_json tells line and column.
    NotJson {
        line: usize,
        column: usize,
    },
    NotARuleFile,
    NewerVersion,
    TooManyRules,
    NotAnObject,
    /// A key that no rule has; a misspelt condition would make the rule one for all orders.
    UnknownKey(String),
    Missing,
    NotText,
    TooLong,
    NotAList,
    /// Not one of these words.
    NotOneOf(&'static [&'static str]),
    /// Neither a known part nor an organisation's name.
    NotASigner(String),
    /// A list of signers without any.
    NoSigners,
    /// `party` is true: an order of a party to the route is not delegated.
    NeverDelegated,
    NotAFlag,
}

/// The longest text of a rule, in characters.
pub const LONGEST: usize = 300;
