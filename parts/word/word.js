// A paper as a Word file. What a paper is made of stands in src/text/documents/paper.rs; every word comes from there.

import {
  BorderStyle, Document, Footer, Header, HeadingLevel, LeaderType, LevelFormat, Packer, PageNumber, PageOrientation, Paragraph, Tab,
  Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlignTable, WidthType,
} from 'docx';

const twip = (millimetres) => Math.round((millimetres / 25.4) * 1440);
const paper = { width: 210, height: 297, margin: 15 };
const bullets = 'bullets';
const padding = 70;
const line = '_'.repeat(14);

/** The bytes of the file. `json` is a paper with the texts at the edges of its pages. */
export async function write(json) {
  const written = JSON.parse(json);
  const blob = await Packer.toBlob(documentOf(written));
  return new Uint8Array(await blob.arrayBuffer());
}

function documentOf({ head, blocks, landscape, edges, title }) {
  const width = twip((landscape ? paper.height : paper.width) - 2 * paper.margin);
  const margin = twip(paper.margin);
  const edge = (left, right) =>
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [run(left, small), new TextRun({ children: [new Tab(), ...right], ...small })],
    });
  const [page, of] = edges.page;
  return new Document({
    title,
    creator: edges.program,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 19, language: { value: 'da-DK' } }, paragraph: { spacing: { after: 60 } } },
        title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 0 } } },
        heading1: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 200, after: 60 } } },
        heading2: { run: { size: 21, bold: true }, paragraph: { spacing: { before: 200, after: 40 } } },
      },
    },
    numbering: {
      config: [{ reference: bullets, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { left: 360, hanging: 260 } } } }] }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twip(paper.width), height: twip(paper.height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: margin + 200, bottom: margin + 100, left: margin, right: margin, header: 500, footer: 500 },
          },
        },
        headers: { default: new Header({ children: [edge(edges.topLeft, [edges.topRight])] }) },
        footers: { default: new Footer({ children: [edge(edges.bottomLeft, [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES])] }) },
        children: [...opening(head, edges), ...drawn(blocks, width)],
      },
    ],
  });
}

const small = { size: 16 };
const run = (text, options) => new TextRun({ text, ...options });

/** What stands at the top of the document. */
function opening(head, edges) {
  const facts = [...head.facts.map(([label, fact]) => `${label}: ${fact}`), edges.topRight, edges.bottomLeft];
  const disputes = head.disputes.flatMap(({ name, choices }) => [
    new Paragraph({ keepNext: true, children: [run(name, { bold: true })] }),
    ...choices.map((choice) => new Paragraph({ children: [run(`☐ ${choice}`)] })),
    new Paragraph({ children: [run(`☐ ${edges.other} ${line}`)] }),
  ]);
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(head.document)] }),
    new Paragraph({ children: [run(head.case, { size: 24 })] }),
    new Paragraph({ children: [run(facts.join('   '))], border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4 } } }),
    ...head.warnings.map(warning),
    ...(disputes.length > 0 ? [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(edges.disputes)] }), ...disputes] : []),
  ];
}

/** Blocks as paragraphs and tables; what begins a page says so itself. */
function drawn(blocks, width) {
  let begins = false;
  return blocks.flatMap((block) => {
    const [[kind, it]] = typeof block === 'string' ? [[block]] : Object.entries(block);
    if (kind === 'newPage') {
      begins = true;
      return [];
    }
    const pageBreakBefore = begins;
    begins = false;
    switch (kind) {
      case 'heading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, pageBreakBefore, children: [run(it)] })];
      case 'text':
        return [new Paragraph({ pageBreakBefore, children: runs(it) })];
      case 'warning':
        return [warning(it)];
      case 'facts':
        return [new Paragraph({ pageBreakBefore, children: it.flatMap((fact) => [...runs(fact), run('     ')]) })];
      case 'list':
        return it.map((item) => new Paragraph({ numbering: { reference: bullets, level: 0 }, children: runs(item) }));
      case 'table':
        return table(it, width);
      case 'part':
        return part(it, width, pageBreakBefore);
      default:
        throw new Error(`a block that is not known: ${kind}`);
    }
  });
}

function warning(text) {
  const side = { style: BorderStyle.SINGLE, size: 8, space: 3 };
  return new Paragraph({ border: { top: side, bottom: side, left: side, right: side }, keepNext: true, children: [run(text, { bold: true })] });
}

function part({ heading, beside, blocks }, width, pageBreakBefore) {
  const right = beside.flatMap((line) => [new TextRun({ children: ['   '] }), ...runs(line)]);
  const head = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore,
    border: { top: { style: BorderStyle.SINGLE, size: 12, space: 2 } },
    children: [run(heading), ...right],
  });
  return [head, ...drawn(blocks, width)];
}

function table({ look, caption, columns, groups }, width) {
  const size = look === 'dense' ? 15 : 17;
  const widths = shares(columns).map((share) => Math.round(width * share));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ name }, place) => cell([[{ loud: name }]], widths[place], { size })),
  });
  const rows = groups.flatMap(({ heading, rows, together }) => {
    const title = heading === null ? [] : [new TableRow({ cantSplit: true, children: [cell([[{ loud: heading }]], width, { columnSpan: columns.length, keepNext: true, size })] })];
    // Of what stays together, all but the last row keeps the next one on its page.
    const down = widths.map(() => 0);
    return [...title, ...rows.map((it, place) => row(it, widths, down, { keepNext: together && place < rows.length - 1, size }))];
  });
  const made = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [head, ...rows],
  });
  const above = caption === null ? [] : [new Paragraph({ keepNext: true, children: runs(caption) })];
  return [...above, made, new Paragraph({ spacing: { after: 60 }, children: [] })];
}

/** Each column's share of the width; those that take what is left share it. */
function shares(columns) {
  const taken = columns.reduce((sum, { width }) => sum + width, 0);
  const open = columns.filter(({ width }) => width === 0).length;
  return columns.map(({ width }) => (width || (100 - taken) / open) / (open > 0 ? 100 : taken));
}

/** A row; `down` are the rows that cells from above still reach over, by column. */
function row({ cells, look }, widths, down, options) {
  let place = 0;
  const skip = () => {
    while (down[place] > 0) down[place++] -= 1;
  };
  const children = cells.map((it) => {
    skip();
    let width = 0;
    for (const end = place + it.columns; place < end; place += 1) {
      width += widths[place];
      down[place] = it.rows - 1;
    }
    return cell(it.lines, width, { columnSpan: it.columns, rowSpan: it.rows, heading: it.heading, ...options });
  });
  skip();
  return new TableRow({ cantSplit: true, children, ...(look === 'sign' && { height: { value: twip(8.5), rule: 'atLeast' } }) });
}

function cell(lines, width, { columnSpan = 1, rowSpan = 1, keepNext = false, heading = false, size } = {}) {
  // What names a row stands out where nothing in it does so by itself.
  const loud = heading && !lines.flat().some((piece) => piece.loud !== undefined);
  const inner = width - 2 * padding;
  const paragraphs = lines.map((it, place) => new Paragraph({
    keepNext,
    spacing: { after: it.includes('write') ? 40 : 0, before: it.includes('write') ? 60 : 0 },
    tabStops: stops(it, inner),
    children: runs(it, { size, bold: loud && place === 0 }, fillIn),
  }));
  return new TableCell({
    columnSpan,
    rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 30, bottom: 30, left: padding, right: padding },
    children: paragraphs.length > 0 ? paragraphs : [new Paragraph({ children: [] })],
  });
}

/** Lines to write on reach as far as the cell: each to a stop of its own. */
function stops(pieces, width) {
  const all = pieces.filter((piece) => piece === 'write').length;
  return Array.from({ length: all }, (_, place) => ({ type: TabStopType.RIGHT, position: Math.round((width * (place + 1)) / all), leader: LeaderType.UNDERSCORE }));
}

const fillIn = (options) => new TextRun({ children: [' ', new Tab()], ...options });

/** The pieces of a line; `written` makes a line to write on. */
function runs(pieces, options = {}, written = () => run(` ${line}`, options)) {
  return pieces.map((piece) => {
    if (piece === 'write') return written(options);
    if (piece.tick) return run(`${piece.tick.on ? '☒' : '☐'} ${piece.tick.word}  `, options);
    return piece.loud === undefined ? run(piece.text, options) : run(piece.loud, { ...options, bold: true });
  });
}
