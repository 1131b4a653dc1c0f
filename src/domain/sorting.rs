//! One sort for every list that is small or seldom sorted, so that the app carries one and not one per type.

/// Orders the items by a key of up to three numbers; items of equal keys keep their order.
pub fn sort_by_numbers<T>(items: &mut Vec<T>, key: impl Fn(&T) -> [u64; 3]) {
    let keys = items.iter().enumerate().map(|(place, item)| (key(item), place)).collect();
    let mut slots: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(sorted(keys).into_iter().filter_map(|place| slots.get_mut(place)?.take()));
}

/// The key of an identity, to follow that of an age.
pub fn id_key(age: u64, id: crate::domain::case::Id) -> [u64; 3] {
    [age, id.writer.number(), u64::from(id.seq)]
}

// Not generic: the sort itself is compiled once.
fn sorted(mut keys: Vec<([u64; 3], usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}
