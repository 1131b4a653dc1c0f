//! The version code: a short hash of a case's set of events, the same wherever the same events are.

use super::{Id, Log, Writer};

/// A short code of a set of events, shown on screen, in files and on paper: `7k2m-9qx4`.
///
/// Two cases with different events have different codes but for one chance in 2⁴⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(u64);

/// The sum that a version is read from: events are added and taken away one by one, in any order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VersionSum(u64);

/// The text is no version code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVersion {
    /// It has so many letters and digits, and a code has eight.
    Length(usize),
    /// No code has this letter.
    Letter(char),
}

impl Version {
    /// The version of a log.
    pub fn of(log: &Log) -> Version {
        Version::of_ids(log.events().map(|event| event.id))
    }

    /// The version of a set of events, each named once, in any order.
    pub fn of_ids(ids: impl IntoIterator<Item = Id>) -> Version {
        let mut sum = VersionSum::default();
        ids.into_iter().for_each(|id| sum.add(id));
        sum.version()
    }

    /// Reads a code as people type it: any case, with or without the dash, and O for 0, I or L for 1.
    pub fn parse(text: &str) -> Result<Version, NoVersion> {
        let mut code = String::new();
        for letter in text.chars().filter(|c| c.is_alphanumeric()) {
            let letter = letter.to_ascii_lowercase();
            code.push(match letter {
                'o' => '0',
                'i' | 'l' => '1',
                'u' => return Err(NoVersion::Letter('U')),
                'a'..='z' | '0'..='9' => letter,
                other => return Err(NoVersion::Letter(other)),
            });
        }
        let length = code.chars().count();
        let number: Result<Writer, ()> = code.parse();
        number.map(|number| Version(number.number())).map_err(|()| NoVersion::Length(length))
    }
}

impl VersionSum {
    pub fn add(&mut self, id: Id) {
        self.0 = self.0.wrapping_add(share(id));
    }

    pub fn take(&mut self, id: Id) {
        self.0 = self.0.wrapping_sub(share(id));
    }

    pub fn version(self) -> Version {
        // The code has 40 bits: what a writer's number keeps.
        Version(Writer::new(mix(self.0)).number())
    }
}

/// What an event adds to the sum: no two events the same, and no pattern among neighbours.
fn share(id: Id) -> u64 {
    mix(mix(id.writer.number()) ^ u64::from(id.seq))
}

/// The last step of SplitMix64.
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = Writer::new(self.0).to_string();
        write!(f, "{}-{}", &code[..4], &code[4..])
    }
}
