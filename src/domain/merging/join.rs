//! What to do with a file that many write to: take in what it has, write what it lacks, or leave it alone.

use std::collections::HashSet;

use super::ids;
use crate::domain::case::{CaseFile, Id};
use crate::domain::exchange::{
    CaseId, ImportError, Imported, Kept, import_bytes, shared_text, union_text,
};

/// What a shared file and the case here have to give each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// What the file holds, where any of it is new here.
    pub news: Option<Imported>,
    /// What the file is to say; none where it says so already.
    pub text: Option<String>,
    /// All events that are known when both is done.
    pub known: HashSet<Id>,
    /// How many events the file had when it was last seen and has no more: it was set back, or emptied.
    pub lost: usize,
}

/// Why a file is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Unreadable(ImportError),
    /// It is a file of another case.
    OtherCase,
    /// It has another content for an event that is here.
    Clash(Id),
}

/// What to do with the file that holds these bytes; `seen` are the events it had when it was last read or written.
///
/// What is written holds all that was read, so nothing is lost by writing, and of what cannot be read nothing is
/// written over. A file without content is a new one.
pub fn join(
    file: &CaseFile,
    kept: &[Kept],
    there: &[u8],
    seen: &HashSet<Id>,
) -> Result<Join, Refusal> {
    let mut known: HashSet<Id> = ids(file, kept).collect();
    if there.trim_ascii().is_empty() {
        let text = Some(shared_text(file, kept));
        return Ok(Join { news: None, text, known, lost: seen.len() });
    }
    let imported = import_bytes(there).map_err(Refusal::Unreadable)?;
    if CaseId::of(file, kept) != Some(imported.case) {
        return Err(Refusal::OtherCase);
    }
    let (mut found, mut has_news) = (0, false);
    for id in imported.ids() {
        found += usize::from(seen.contains(&id));
        has_news |= known.insert(id);
    }
    let text = union_text(file, kept, &imported).map_err(Refusal::Clash)?;
    Ok(Join {
        news: has_news.then_some(imported),
        text: (text.as_bytes() != there).then_some(text),
        known,
        lost: seen.len().saturating_sub(found),
    })
}
