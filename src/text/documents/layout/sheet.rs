//! One route's sheet on paper.

use super::super::paper::{
    Block, Cell, Group, Line, Look, Part, Piece, Row, RowLook, Table, fact, line, loud, options,
};
use super::super::routes::{ORDER_ID, UNDECIDED};
use super::super::sheet::{
    FINDINGS, NOTE, ORDER_COLUMNS, OrderText, QUESTION_COLUMNS, QuestionText, RECEIPT_FAILED,
    RECEIPT_OK, SIGN_COLUMNS, SheetText, SigningText,
};

const QUESTION_WIDTHS: [u8; 3] = [22, 15, 0];
/// Wide enough for "Forvaltningsansvarlig (gammelt)" and "I servicevinduet" on one line, and for a date in a box.
const ORDER_WIDTHS: [u8; 6] = [29, 26, 9, 14, 12, 0];
pub const SIGN_WIDTHS: [u8; 4] = [25, 25, 14, 0];

/// The sheet; `order_id` is the case's BestillingsID, empty where there is none yet.
pub fn sheet(route: &SheetText, order_id: &str) -> Part {
    let mut beside = Vec::new();
    if !route.orders.is_empty() {
        beside.push(fact(ORDER_ID, order_id.to_owned()));
    }
    beside.push(loud(if route.decided { route.handling } else { UNDECIDED }));
    let side = |(label, text): &(&'static str, String)| Block::Text(fact(label, text.clone()));
    let mut blocks: Vec<Block> = route.sides.iter().map(side).collect();
    if !route.note.is_empty() {
        blocks.push(Block::Text(fact(NOTE, route.note.clone())));
    }
    blocks.push(questions(&route.questions));
    if !route.orders.is_empty() {
        blocks.push(orders(&route.orders));
    }
    let lacking = route.orders.iter().filter_map(|order| order.signing.as_ref());
    blocks.extend(lacking.map(signing));
    if !route.remarks.is_empty() {
        blocks.push(Block::List(route.remarks.iter().map(|text| line(text.clone())).collect()));
    }
    if !route.findings.is_empty() {
        let mut found = vec![Piece::Loud(format!("{FINDINGS}: ").into())];
        found.push(Piece::Loud(route.findings.join(" · ").into()));
        blocks.push(Block::Text(found));
    }
    Part { heading: format!("{}. {}", route.number, route.name).into(), beside, blocks }
}

fn questions(questions: &[QuestionText]) -> Block {
    let columns: Vec<_> = QUESTION_COLUMNS.into_iter().zip(QUESTION_WIDTHS).collect();
    let row = |question: &QuestionText| {
        let name = Cell::head(question.question.clone());
        match question.answer {
            Some(answer) => {
                let answer = Cell::lines([loud(answer)]);
                Row::new([name, answer, Cell::text(question.why.clone())])
            }
            None => {
                let mut choices = options(question.options.iter().copied());
                choices.extend(line(question.why.clone()));
                Row::new([name, Cell::lines([choices]).over(2)])
            }
        }
    };
    let table = Table::new(QUESTION_COLUMNS[0], &columns).look(Look::Questions);
    table.rows(questions.iter().map(row)).block()
}

fn orders(orders: &[OrderText]) -> Block {
    let columns: Vec<_> = ORDER_COLUMNS.into_iter().zip(ORDER_WIDTHS).collect();
    let row = |order: &OrderText| {
        let mut name = vec![vec![
            Piece::Loud(order.kind.into()),
            Piece::Text(format!(" {}", order.form).into()),
        ]];
        name.extend(order.agreement.clone().map(line));
        let mut by = vec![line(order.by)];
        if !order.organisation.is_empty() {
            by.push(line(order.organisation.clone()));
        }
        let receipt = |on, word: String| vec![Piece::Tick { on, word: word.into() }];
        let receipts: Vec<Line> = match order.receipts.as_slice() {
            [] => [RECEIPT_OK, RECEIPT_FAILED].map(|word| receipt(false, word.to_owned())).to_vec(),
            receipts => receipts
                .iter()
                .map(|it| {
                    let word = if it.failed { RECEIPT_FAILED } else { RECEIPT_OK };
                    receipt(true, format!("{word} {}", it.text))
                })
                .collect(),
        };
        Row::new([
            Cell::lines(name).naming(),
            Cell::lines(by),
            Cell::text(order.delegated),
            Cell::text(order.moment),
            Cell::tick(&order.placed),
            Cell::lines(receipts),
        ])
    };
    let table = Table::new(ORDER_COLUMNS[0], &columns).look(Look::Close);
    table.rows(orders.iter().map(row)).block()
}

fn signing(signing: &SigningText) -> Block {
    let columns: Vec<_> = SIGN_COLUMNS.into_iter().zip(SIGN_WIDTHS).collect();
    let rows = signing.lines.iter().map(|it| {
        let signed = match &it.signed {
            Some(text) => vec![Piece::Tick { on: true, word: text.clone().into() }],
            None => line(""),
        };
        let texts = [&it.name, &it.organisation, &it.date].map(|text| Cell::text(text.clone()));
        let row = Row::new(texts.into_iter().chain([Cell::lines([signed])]));
        if it.signed.is_none() { row.look(RowLook::Sign) } else { row }
    });
    let mut caption = vec![Piece::Loud(format!("{}. ", signing.caption).into())];
    caption.extend(signing.candidates.clone().map(|text| Piece::Text(text.into())));
    let mut table = Table::new(signing.caption.clone(), &columns).look(Look::Close);
    table.caption = Some(caption);
    table.group(Group { rows: rows.collect(), together: true, ..Group::default() }).block()
}
