//! One sort for every list that is small or seldom sorted, so that the app carries one and not one per type.

/// Orders the items by a key of up to three numbers; items of equal keys keep their order.
pub fn sort_by_numbers<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [u64; 3]) {
    let keys = items.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(sorted(keys).into_iter().filter_map(|place| slots.get_mut(place)?.take()));
}

/// Orders the items by a key of bytes, the other way round if so asked; items of equal keys keep their order.
///
/// Of each key as many bytes count as `KEY` says.
pub fn sort_by_bytes<T>(items: &mut Vec<T>, backwards: bool, key: impl Fn(&T) -> Vec<u8>) {
    let mut keyed: Vec<(Vec<u8>, T)> = items.drain(..).map(|item| (key(&item), item)).collect();
    let longest = keyed.iter().map(|(key, _)| key.len()).max().unwrap_or(0).min(KEY);
    // The last bytes first: what comes after keeps the order of those where its own are equal.
    for part in (0..longest.div_ceil(PART)).rev() {
        sort_by_numbers(&mut keyed, |(key, _)| {
            let mut numbers = [0; 3];
            for (place, byte) in key.iter().skip(part * PART).take(PART).enumerate() {
                numbers[place / 8] |= u64::from(*byte) << (56 - 8 * (place % 8));
            }
            if backwards { numbers.map(|number| !number) } else { numbers }
        });
    }
    items.extend(keyed.into_iter().map(|(_, item)| item));
}

/// So many bytes of a key are compared at a time, as three numbers.
const PART: usize = 24;
/// So many bytes of a key count; names alike in so much stand as they were.
const KEY: usize = 5 * PART;

// Not generic: the sort itself is compiled once.
fn sorted(mut keys: Vec<([u64; 3], usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}
