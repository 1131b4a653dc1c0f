//! Identities that are unique without anyone to ask: a writer's random number and the writer's own count.

use std::fmt;
use std::str::FromStr;

/// One who writes events: a tab of a browser. Drawn at random when the tab first writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer(u64);

/// An event's identity; what an event creates (a route, a system …) has the event's identity as its own.
///
/// Written `7k2m9qx4-17`: the writer in eight characters of base 32, then its sequence number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    pub writer: Writer,
    pub seq: u32,
}

/// Digits of base 32 without the letters that read as others (i, l, o, u).
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const WIDTH: usize = 8;

impl Writer {
    /// The writer with this number, of which 40 bits count.
    pub const fn new(number: u64) -> Writer {
        Writer(number & ((1 << (5 * WIDTH)) - 1))
    }

    /// The identity a writer takes when its numbers are used up: far from it, as writers are from each other.
    pub const fn successor(self) -> Writer {
        Writer::new(self.0.wrapping_add(0x61_c886_4e7b))
    }

    /// The writer's number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The identity of this writer's event number `seq`.
    pub const fn id(self, seq: u32) -> Id {
        Id { writer: self, seq }
    }
}

/// The key of an identity, to follow that of an age.
pub fn id_key(age: u64, id: Id) -> [u64; 3] {
    [age, id.writer.number(), u64::from(id.seq)]
}

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..WIDTH).rev() {
            let digit = DIGITS[(self.0 >> (5 * place)) as usize & 31];
            write!(f, "{}", digit as char)?;
        }
        Ok(())
    }
}

impl FromStr for Writer {
    type Err = ();

    fn from_str(text: &str) -> Result<Writer, ()> {
        if text.len() != WIDTH {
            return Err(());
        }
        text.bytes()
            .try_fold(0, |number, byte| {
                let digit = DIGITS.iter().position(|d| *d == byte)?;
                Some(number << 5 | digit as u64)
            })
            .map(Writer)
            .ok_or(())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.writer, self.seq)
    }
}

impl FromStr for Id {
    type Err = ();

    fn from_str(text: &str) -> Result<Id, ()> {
        let (writer, seq) = text.split_once('-').ok_or(())?;
        let plain = !seq.starts_with(['0', '+']);
        let seq = seq.parse().ok().filter(|_| plain).ok_or(())?;
        Ok(Id { writer: writer.parse()?, seq })
    }
}
