//! An XLSX workbook: which of its parts are to be unpacked, its sheets, and what the cells of all of them share.
//!
//! Open it, unpack each part of [`Workbook::needed`] with whatever inflater there is, give it back by [`Workbook::put`], and
//! read a sheet by [`Workbook::readers`].

use std::sync::Arc;

use super::sheet::{Shared, SheetReader};
use super::xml::{Token, Walk, attribute, resolve, unescape};
use super::{Archive, LARGEST_PART, Packing, TableError};

/// A workbook being read.
#[derive(Clone, Debug)]
pub struct Workbook {
    archive: Archive,
    /// The unpacked parts, by name.
    parts: Vec<(String, String)>,
}

/// A part to be unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub name: String,
    pub packing: Packing,
    pub packed: Vec<u8>,
    /// Its size unpacked: more than this is not to be unpacked.
    pub size: usize,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetName {
    pub name: String,
    pub hidden: bool,
    /// The part that has its cells.
    part: String,
}

impl Workbook {
    /// Reads what is in the workbook; `NotATable` where the bytes are no workbook.
    pub fn open(bytes: Vec<u8>) -> Result<Workbook, TableError> {
        let archive = Archive::open(bytes)?;
        if !archive.names().any(|name| name == BOOK) {
            return Err(TableError::NotATable);
        }
        Ok(Workbook { archive, parts: Vec::new() })
    }

    /// The parts to unpack.
    pub fn needed(&self) -> Result<Vec<Part>, TableError> {
        let mut all = 0;
        let mut parts = Vec::new();
        for name in self.archive.names() {
            let sheet = name.starts_with("xl/worksheets/") && name.ends_with(".xml");
            if !sheet && ![BOOK, RELATIONS, STRINGS, STYLES].contains(&name) {
                continue;
            }
            let (packing, packed, size) = self.archive.part(name)?;
            all += size;
            if all > LARGEST_PART {
                return Err(TableError::TooLarge { most: LARGEST_PART });
            }
            parts.push(Part { name: name.to_owned(), packing, packed: packed.to_vec(), size });
        }
        Ok(parts)
    }

    /// Takes an unpacked part.
    pub fn put(&mut self, part: &Part, unpacked: Vec<u8>) -> Result<(), TableError> {
        let text = String::from_utf8(unpacked).ok().filter(|text| text.len() == part.size);
        self.parts.push((part.name.clone(), text.ok_or(TableError::Damaged)?));
        Ok(())
    }

    /// The sheets, in the order of their tabs.
    pub fn sheets(&self) -> Vec<SheetName> {
        let mut parts: Vec<(String, String)> = Vec::new();
        for token in Walk::new(self.part(RELATIONS), 0) {
            if let Token::Start { name: "Relationship", attributes, .. } = token
                && let Some(id) = attribute(attributes, "Id")
                && let Some(target) = attribute(attributes, "Target")
            {
                let part = match target.strip_prefix('/') {
                    Some(from_root) => from_root.to_owned(),
                    None => format!("xl/{target}"),
                };
                parts.push((id, part));
            }
        }
        let mut sheets = Vec::new();
        for token in Walk::new(self.part(BOOK), 0) {
            if let Token::Start { name: "sheet", attributes, .. } = token
                && let Some(id) = relation_id(attributes)
                && let Some((_, part)) = parts.iter().find(|(other, _)| *other == id)
                && !self.part(part).is_empty()
            {
                let hidden = attribute(attributes, "state").is_some_and(|s| s != "visible");
                let name = attribute(attributes, "name").unwrap_or_default();
                sheets.push(SheetName { name, hidden, part: part.clone() });
            }
        }
        sheets
    }

    /// What reads each of these sheets.
    pub fn readers(&self, sheets: &[SheetName]) -> Vec<SheetReader> {
        let shared = Arc::new(Shared {
            strings: strings(self.part(STRINGS)),
            dates: dates(self.part(STYLES)),
            from_1904: from_1904(self.part(BOOK)),
        });
        let part = |sheet: &SheetName| self.part(&sheet.part).to_owned();
        sheets.iter().map(|sheet| SheetReader::new(part(sheet), shared.clone())).collect()
    }

    fn part(&self, name: &str) -> &str {
        self.parts.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text)
    }
}

const BOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";

/// A sheet's relation; not its `sheetId`, which is another.
fn relation_id(attributes: &str) -> Option<String> {
    attribute(attributes, "id")
}

/// The texts that cells refer to by number.
fn strings(text: &str) -> Vec<String> {
    let mut strings = Vec::new();
    let mut current = String::new();
    let (mut in_text, mut in_reading) = (false, false);
    for token in Walk::new(text, 0) {
        match token {
            Token::Start { name: "si", is_empty: true, .. } => strings.push(String::new()),
            Token::Start { name: "t", is_empty, .. } => in_text = !is_empty && !in_reading,
            Token::Start { name: "rPh", is_empty, .. } => in_reading = !is_empty,
            Token::End { name: "rPh" } => in_reading = false,
            Token::End { name: "t" } => in_text = false,
            Token::End { name: "si" } => strings.push(unescape(&std::mem::take(&mut current))),
            Token::Text(part) if in_text => current.push_str(&resolve(part)),
            Token::Plain(part) if in_text => current.push_str(part),
            _ => {}
        }
    }
    strings
}

/// For each format of cells whether it shows numbers as dates.
fn dates(styles: &str) -> Vec<bool> {
    let mut own: Vec<(String, bool)> = Vec::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    for token in Walk::new(styles, 0) {
        match token {
            Token::Start { name: "numFmt", attributes, .. } => {
                let code = attribute(attributes, "formatCode").unwrap_or_default();
                own.extend(attribute(attributes, "numFmtId").map(|id| (id, shows_dates(&code))));
            }
            Token::Start { name: "cellXfs", is_empty, .. } => in_cells = !is_empty,
            Token::End { name: "cellXfs" } => in_cells = false,
            Token::Start { name: "xf", attributes, .. } if in_cells => {
                let id = attribute(attributes, "numFmtId").unwrap_or_default();
                let is_date = match own.iter().find(|(other, _)| *other == id) {
                    Some((_, is_date)) => *is_date,
                    None => matches!(id.parse(), Ok(14..=22u16)),
                };
                formats.push(is_date);
            }
            _ => {}
        }
    }
    formats
}

/// Whether a format has a day or a year outside of its texts and brackets.
fn shows_dates(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for letter in code.chars() {
        match letter {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' => escaped = true,
            '[' => bracketed = true,
            ']' => bracketed = false,
            'd' | 'D' | 'y' | 'Y' if !bracketed => return true,
            _ => {}
        }
    }
    false
}

fn from_1904(book: &str) -> bool {
    Walk::new(book, 0).any(|token| match token {
        Token::Start { name: "workbookPr", attributes, .. } => {
            matches!(attribute(attributes, "date1904").as_deref(), Some("1" | "true"))
        }
        _ => false,
    })
}
