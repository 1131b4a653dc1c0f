//! Underskriftsark on paper: each signer's sheet begins a page.

use super::super::paper::{Block, Cell, Group, Row, RowLook, Table, fact, line};
use super::super::routes::ORDER_ID;
use super::super::sheet::SIGN_COLUMNS;
use super::super::signatures::{ALL_SIGNED, COLUMNS, SignaturePaper, SignerSheet};
use super::sheet::SIGN_WIDTHS;

/// Lines to sign on, since more than one may have to.
const LINES: usize = 2;
const WIDTHS: [u8; 6] = [7, 0, 13, 12, 26, 19];

pub fn signatures(paper: &SignaturePaper) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !paper.sheets.is_empty() {
        blocks.extend(paper.unclear.clone().map(|told| Block::Warning(told.into())));
    }
    for (place, sheet) in paper.sheets.iter().enumerate() {
        if place > 0 {
            blocks.push(Block::NewPage);
        }
        blocks.extend(one(sheet, &paper.order_id));
    }
    blocks
}

fn one(sheet: &SignerSheet, order_id: &str) -> Vec<Block> {
    let columns: Vec<_> = COLUMNS.into_iter().zip(WIDTHS).collect();
    let row = |cells: &[String; 6]| {
        let cell = |(place, text): (usize, &String)| match place {
            1 => Cell::head(text.clone()),
            _ => Cell::text(text.clone()),
        };
        Row::new(cells.iter().enumerate().map(cell))
    };
    let table = Table::new(sheet.signer.clone(), &columns).rows(sheet.rows.iter().map(row));
    // The organisation stands on the first line; another may be lent a hand on the next.
    let sign = |place: usize| {
        let signer = if place == 0 { sheet.signer.clone() } else { String::new() };
        let cells = ["".into(), signer, "".into(), "".into()].map(Cell::text);
        Row::new(cells).look(RowLook::Sign)
    };
    let columns: Vec<_> = SIGN_COLUMNS.into_iter().zip(SIGN_WIDTHS).collect();
    let lines = Group { rows: (0..LINES).map(sign).collect(), together: true, ..Group::default() };
    let sign = match sheet.is_open {
        true => Table::new(SIGN_COLUMNS[3], &columns).group(lines).block(),
        false => Block::text(ALL_SIGNED),
    };
    vec![
        Block::heading(sheet.signer.clone()),
        Block::text(sheet.what.clone()),
        Block::Facts(vec![line(sheet.counts.clone()), fact(ORDER_ID, order_id.to_owned())]),
        table.block(),
        sign,
    ]
}
