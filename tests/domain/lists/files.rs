//! The lists under `tests/fixtures/lists/`, as tables.

use std::path::PathBuf;

use udskift_it_system::domain::spreadsheet::{
    Cell, Packing, Part, Table, TableError, Workbook, decode, read_text, write_rows, write_workbook,
};

pub fn bytes(name: &str) -> Vec<u8> {
    let path: PathBuf =
        [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", "lists", name].iter().collect();
    std::fs::read(path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A list of separated text.
pub fn table(name: &str) -> Table {
    read(&bytes(name)).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    read_text(&decode(bytes)?.0)
}

/// The sheets of a workbook, each with its name and whether it is hidden.
pub fn sheets(bytes: Vec<u8>) -> Result<Vec<(String, bool, Table)>, TableError> {
    let mut book = Workbook::open(bytes)?;
    for part in book.needed()? {
        let unpacked = unpack(&part).ok_or(TableError::Damaged)?;
        book.put(&part, unpacked)?;
    }
    let names = book.sheets();
    let readers = book.readers(&names);
    let mut sheets = Vec::new();
    for (sheet, mut reader) in names.into_iter().zip(readers) {
        // In small bites, as a page reads.
        while !reader.read_some(2)? {}
        sheets.push((sheet.name, sheet.hidden, reader.table().clone()));
    }
    Ok(sheets)
}

fn unpack(part: &Part) -> Option<Vec<u8>> {
    match part.packing {
        Packing::Stored => Some(part.packed.clone()),
        Packing::Deflated => {
            miniz_oxide::inflate::decompress_to_vec_with_limit(&part.packed, part.size).ok()
        }
    }
}

/// Rows of texts as the app writes them, and as they are read again: as separated text and as a workbook.
pub fn through_files(rows: &[Vec<String>]) -> [Result<Table, TableError>; 2] {
    let rows: Vec<Vec<Cell>> =
        rows.iter().map(|row| row.iter().cloned().map(Cell::from).collect()).collect();
    written_files(&rows)
}

/// What the app writes, as it is read again: from separated text and from a workbook.
pub fn written_files(rows: &[Vec<Cell>]) -> [Result<Table, TableError>; 2] {
    let book = sheets(write_workbook("Ruter", rows));
    [read(write_rows(rows).as_bytes()), book.map(|mut sheets| sheets.remove(0).2)]
}

/// The rows as they are numbered, for comparison.
pub fn rows(table: &Table) -> Vec<(u32, Vec<&str>)> {
    table
        .rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
        .collect()
}
