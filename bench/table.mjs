// Plain text tables: the first column to the left, the others to the right.

/** Lays out rows of texts, the first of which is the head. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? (cell ?? '').padEnd(widths[0]) : (cell ?? '').padStart(widths[column]))).join('  ').trimEnd();
  const [head, ...others] = rows.map(line);
  return [head, widths.map((width) => '-'.repeat(width)).join('  '), ...others].join('\n');
}

/** A number as it is read: milliseconds with a decimal below ten, all else whole and grouped. */
export function shown(value, unit = '') {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'string') return value;
  const digits = unit === 'ms' && value < 10 ? 1 : unit === '×' ? 2 : 0;
  const number = value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '' ? number : unit === '×' ? `${number}×` : `${number} ${unit}`;
}
