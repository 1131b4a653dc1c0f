//! The directory of a zip file, as far as workbooks need it. Unpacking is left to whoever has an inflater.

use super::{LARGEST_LIST, LARGEST_PART, TableError};

/// A zip file and what is in it.
#[derive(Clone, Debug)]
pub struct Archive {
    bytes: Vec<u8>,
    entries: Vec<Entry>,
}

/// How a part is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    Stored,
    /// Raw deflate, without a header.
    Deflated,
}

#[derive(Clone, Debug)]
struct Entry {
    name: String,
    packing: Packing,
    /// Where the local header is.
    header: usize,
    packed: usize,
    size: usize,
}

/// The most parts that are looked at; a workbook has some tens.
const MOST_ENTRIES: usize = 5_000;
/// A comment behind the directory's end is at most this long.
const LONGEST_COMMENT: usize = 0xffff;
/// Deflate packs no tighter than this: a part that claims more is made up.
const TIGHTEST: usize = 1_100;

impl Archive {
    /// Reads the directory; `NotATable` where the bytes are no zip file.
    pub fn open(bytes: Vec<u8>) -> Result<Archive, TableError> {
        if bytes.len() > LARGEST_LIST {
            return Err(TableError::TooLarge { most: LARGEST_LIST });
        }
        if !bytes.starts_with(b"PK") {
            return Err(TableError::NotATable);
        }
        let entries = directory(&bytes).ok_or(TableError::Damaged)?;
        Ok(Archive { bytes, entries })
    }

    /// The names of the parts.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.name.as_str())
    }

    /// A part: how it is packed, its packed bytes, and its size unpacked, by which an inflater stops.
    pub fn part(&self, name: &str) -> Result<(Packing, &[u8], usize), TableError> {
        let entry = self.entries.iter().find(|entry| entry.name == name);
        let entry = entry.ok_or(TableError::Damaged)?;
        if entry.size > LARGEST_PART || entry.size / TIGHTEST > entry.packed {
            return Err(TableError::TooLarge { most: LARGEST_PART });
        }
        let bytes = packed(&self.bytes, entry).ok_or(TableError::Damaged)?;
        Ok((entry.packing, bytes, entry.size))
    }
}

/// The packed bytes behind an entry's local header, whose name and extra part may be longer than the directory's.
fn packed<'a>(bytes: &'a [u8], entry: &Entry) -> Option<&'a [u8]> {
    let header = bytes.get(entry.header..)?;
    header.strip_prefix(b"PK\x03\x04")?;
    let start = 30 + usize::from(u16_at(header, 26)?) + usize::from(u16_at(header, 28)?);
    header.get(start..start.checked_add(entry.packed)?)
}

fn directory(bytes: &[u8]) -> Option<Vec<Entry>> {
    let earliest = bytes.len().saturating_sub(22 + LONGEST_COMMENT);
    let tail = &bytes[earliest..];
    let end = earliest + tail.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = usize::from(u16_at(bytes, end + 10)?);
    let mut at = u32_at(bytes, end + 16)?;
    if count > MOST_ENTRIES {
        return None;
    }
    let mut entries = Vec::with_capacity(count);
    for _ in 0..count {
        let head = bytes.get(at..)?;
        head.strip_prefix(b"PK\x01\x02")?;
        let packing = match u16_at(head, 10)? {
            0 => Some(Packing::Stored),
            8 => Some(Packing::Deflated),
            _ => None,
        };
        let encrypted = u16_at(head, 8)? & 1 == 1;
        let name_end = 46 + usize::from(u16_at(head, 28)?);
        let name = String::from_utf8_lossy(head.get(46..name_end)?).into_owned();
        // What cannot be unpacked is as if it were not there; a workbook's own parts always can.
        if let Some(packing) = packing.filter(|_| !encrypted) {
            let (packed, size) = (u32_at(head, 20)?, u32_at(head, 24)?);
            entries.push(Entry { name, packing, header: u32_at(head, 42)?, packed, size });
        }
        at += name_end + usize::from(u16_at(head, 30)?) + usize::from(u16_at(head, 32)?);
    }
    Some(entries)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let number = bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)?;
    usize::try_from(number).ok()
}
