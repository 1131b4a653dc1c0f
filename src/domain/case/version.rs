//! The version code: a short hash of a case's set of events, the same wherever the same events are.

use super::{Log, Writer};

/// A short code of a set of events, shown on screen, in files and on paper: `7k2m-9qx4`.
///
/// Two cases with different events have different codes but for one chance in 2⁴⁰.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Version(u64);

impl Version {
    /// The version of a log.
    pub fn of(log: &Log) -> Version {
        // The log lists its events by identity, so the order they came in does not show.
        let mut hash = FNV_OFFSET;
        for event in log.events() {
            for byte in event.id.to_string().bytes().chain(*b" ") {
                hash = (hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
            }
        }
        // The low bits of FNV-1a are its weakest.
        Version(hash ^ (hash >> 40))
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let code = Writer::new(self.0).to_string();
        write!(f, "{}-{}", &code[..4], &code[4..])
    }
}
