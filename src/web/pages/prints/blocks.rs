//! Any document's blocks, drawn: the same on screen and paper.

use crate::web::prelude::*;

use crate::text::documents;
use crate::text::documents::paper::{
    Block, Cell, Group, Line, Look, Part, Piece, Row, RowLook, Table,
};

/// What stands below each other; a block that begins a page says so by its class.
pub fn blocks(blocks: &[Block]) -> Html {
    let mut begins = false;
    let drawn = blocks.iter().filter_map(|it| {
        if *it == Block::NewPage {
            begins = true;
            return None;
        }
        Some(block(it, std::mem::take(&mut begins)))
    });
    drawn.collect_view()
}

fn block(block: &Block, begins: bool) -> Html {
    match block {
        Block::Heading(text) => view! { <h4 class:page-break=begins>{text.clone()}</h4> },
        Block::NewPage => ().into_html(),
        Block::Text(line) => {
            view! { <p class="print-text" class:page-break=begins>{pieces(line)}</p> }
        }
        Block::Warning(text) => {
            view! { <p class="print-doc__warning" class:page-break=begins>{text.clone()}</p> }
        }
        Block::Facts(facts) => view! { <ul class="print-doc__totals">{items(facts)}</ul> },
        Block::List(lines) => view! { <ul class="print-list">{items(lines)}</ul> },
        Block::Table(it) => table(it, begins),
        Block::Part(it) => part(it, begins),
    }
}

fn items(lines: &[Line]) -> Html {
    lines.iter().map(|line| view! { <li>{pieces(line)}</li> }).collect_view()
}

fn part(part: &Part, begins: bool) -> Html {
    let beside = part.beside.iter().map(|line| view! { <span>{pieces(line)}</span> });
    view! {
        <article class="print-route" class:page-break=begins>
            <h5 class="print-route__name">
                <span>{part.heading.clone()}</span>
                {beside.collect_view()}
            </h5>
            {blocks(&part.blocks)}
        </article>
    }
}

fn table(table: &Table, begins: bool) -> Html {
    let columns = table.columns.iter().map(|column| {
        let width = (column.width > 0).then(|| format!("w-{}", column.width));
        view! { <col class=width /> }
    });
    let heads = table.columns.iter().map(|column| {
        view! { <th scope="col">{column.name.clone()}</th> }
    });
    let all = table.columns.len();
    let class = match table.look {
        Look::Plain => "print-table",
        Look::Dense => "print-table print-table--dense",
        Look::Questions => "print-table print-table--questions",
        Look::Close => "print-table print-table--close",
    };
    let name = table.caption.is_none().then(|| table.name.to_string());
    view! {
        <table class=class class:page-break=begins aria-label=name>
            {table.caption.as_ref().map(|line| view! { <caption>{pieces(line)}</caption> })}
            <colgroup>{columns.collect_view()}</colgroup>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            {table.groups.iter().map(|it| group(it, all)).collect_view()}
        </table>
    }
}

fn group(group: &Group, columns: usize) -> Html {
    let heading = group.heading.clone().map(|heading| {
        view! {
            <tr class="print-group">
                <th scope="rowgroup" colspan=columns.to_string()>{heading}</th>
            </tr>
        }
    });
    view! {
        <tbody class:keep-together=group.together>
            {heading}
            {group.rows.iter().map(row).collect_view()}
        </tbody>
    }
}

fn row(row: &Row) -> Html {
    let class = match row.look {
        RowLook::Plain => None,
        RowLook::More => Some("print-more"),
        RowLook::Sign => Some("print-sign"),
    };
    view! { <tr class=class>{row.cells.iter().map(cell).collect_view()}</tr> }
}

fn cell(cell: &Cell) -> Html {
    let columns = (cell.columns > 1).then(|| cell.columns.to_string());
    let rows = (cell.rows > 1).then(|| cell.rows.to_string());
    let content = match cell.lines.as_slice() {
        [line] if !is_written(line) => pieces(line),
        lines => lines
            .iter()
            .map(|line| {
                let class = if is_written(line) { "tick-line" } else { "print-line" };
                view! { <span class=class>{pieces(line)}</span> }
            })
            .collect_view(),
    };
    if cell.heading {
        let scope = if cell.rows > 1 { "rowgroup" } else { "row" };
        view! { <th scope=scope colspan=columns rowspan=rows>{content}</th> }
    } else {
        view! { <td colspan=columns rowspan=rows>{content}</td> }
    }
}

/// Whether there is something to fill in by hand: such a line is as wide as its cell and as high as a hand needs.
fn is_written(line: &Line) -> bool {
    line.contains(&Piece::Write)
}

fn pieces(line: &Line) -> Html {
    line.iter().map(piece).collect_view()
}

fn piece(piece: &Piece) -> Html {
    match piece {
        Piece::Text(text) => text.clone().into_html(),
        Piece::Loud(text) => view! { <b>{text.clone()}</b> },
        Piece::Tick { on, word } if word.is_empty() => {
            let label = if *on { documents::DONE } else { documents::NOT_DONE };
            view! {
                <span class="tick" class:tick--on=*on role="img" aria-label=label></span>
                " "
            }
        }
        Piece::Tick { on, word } => view! {
            <span class="tick-option">
                <span class="tick" class:tick--on=*on aria-hidden="true"></span>
                {word.clone()}
            </span>
            " "
        },
        Piece::Write => view! { <span class="line line--short"></span> },
    }
}
