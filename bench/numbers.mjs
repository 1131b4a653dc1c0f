// Sums of runs: pure, and tested.

/** The middle of some numbers; of an even count the mean of the two in the middle. Nothing of nothing. */
export function median(numbers) {
  const known = numbers.filter((number) => Number.isFinite(number)).sort((one, other) => one - other);
  if (known.length === 0) return undefined;
  const half = known.length >> 1;
  return known.length % 2 === 1 ? known[half] : (known[half - 1] + known[half]) / 2;
}

/** The largest; nothing of nothing. */
export function largest(numbers) {
  const known = numbers.filter((number) => Number.isFinite(number));
  return known.length === 0 ? undefined : known.reduce((one, other) => Math.max(one, other));
}

/** How many times the other it is; nothing where either is missing or there is nothing to divide by. */
export function ratio(one, other) {
  return Number.isFinite(one) && Number.isFinite(other) && other > 0 ? one / other : undefined;
}

/** The sum by kind of what was weighed. */
export function byKind(weighed) {
  const sums = {};
  for (const { kind, bytes } of weighed) sums[kind] = (sums[kind] ?? 0) + bytes;
  return sums;
}
