//! The file that many write to: laid out so that versions of it merge line by line, as a version control system does it.
//!
//! Nothing in it stands in relation to another line: what is above the events is the same as long as the case lives,
//! each event is a line that names its author, also the last ends with a comma, and the list closes with a line that
//! never changes. So the lines of two versions put together, in any order, some of them twice, are such a file again.

use serde_json::Value as Json;

use super::export::{Line, text_of};
use super::wire::WireAuthor;
use super::{CaseId, FORMAT, Imported, Kept};
use crate::domain::case::{CaseFile, Id};

/// The version of a file that many write to.
pub(super) const SHARED: u64 = 2;

/// The shared file of a case: the same events give the same bytes, whoever writes it and when.
pub fn shared_text(file: &CaseFile, kept: &[Kept]) -> String {
    let mut lines = Line::all(file, kept);
    Line::put_in_order(&mut lines);
    text(&lines, CaseId::of(file, kept))
}

/// The shared file of a case and of what a file of it holds; or an identity that stands for different events.
pub fn union_text(file: &CaseFile, kept: &[Kept], there: &Imported) -> Result<String, Id> {
    let mut lines: Vec<Line> = there.kept.iter().map(Line::Kept).collect();
    lines.extend(Line::all(file, kept));
    lines.extend(there.events.iter().map(Line::Event));
    match Line::put_in_order(&mut lines) {
        Some(clash) => Err(clash),
        None => Ok(text(&lines, Some(there.case))),
    }
}

fn text(lines: &[Line], case: Option<CaseId>) -> String {
    let case = text_of(case.map(|id| id.to_string()));
    let mut text = format!(
        "{{\n\"format\":{},\n\"version\":{SHARED},\n\"case\":{case},\n\"events\":[\n",
        text_of(FORMAT)
    );
    for line in lines {
        let author = serde_json::to_value(WireAuthor::from(&**line.author()));
        // Only maps with keys that are no text can fail, and there are none.
        text.push_str(&line.text(author.unwrap_or(Json::Null)));
        text.push_str(",\n");
    }
    text.push_str("null\n]\n}\n");
    text
}
