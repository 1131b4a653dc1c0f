//! The order of names in Danish: æ, ø and å last, aa as å, case apart, and numbers as numbers.

/// A name as bytes that compare as the name is sorted: "Rute 9" before "Rute 10", "Zoo" before "Ærø" before "Aarhus".
pub fn collation_key(name: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(name.len());
    let mut letters = name.chars().flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        if let Some(digit) = digit(letter) {
            let mut number = vec![digit];
            while let Some(digit) = letters.peek().copied().and_then(self::digit) {
                number.push(digit);
                letters.next();
            }
            add_number(&mut key, &number);
            continue;
        }
        match letter {
            'a' if letters.peek() == Some(&'a') => {
                letters.next();
                key.push(A_RING);
            }
            'a'..='z' => key.push(letter_key(letter)),
            'á' | 'à' | 'â' | 'ã' => key.push(letter_key('a')),
            'é' | 'è' | 'ê' | 'ë' => key.push(letter_key('e')),
            'ü' => key.push(letter_key('y')),
            'æ' | 'ä' => key.push(A_RING - 2),
            'ø' | 'ö' => key.push(A_RING - 1),
            'å' => key.push(A_RING),
            other if other.is_alphabetic() => {
                key.push(OTHER);
                key.extend((other as u32).to_be_bytes().iter().skip(1));
            }
            // What stands between words is less than all of them, and as good as anything else there.
            _ if key.last() == Some(&BETWEEN) => {}
            _ => key.push(BETWEEN),
        }
    }
    key
}

const BETWEEN: u8 = 1;
const NUMBER: u8 = 2;
const FIRST: u8 = 10;
const A_RING: u8 = FIRST + 28;
const OTHER: u8 = A_RING + 1;

fn digit(letter: char) -> Option<u8> {
    letter.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
}

fn letter_key(letter: char) -> u8 {
    FIRST + (letter as u32).saturating_sub('a' as u32) as u8
}

/// A longer number is greater; zeros before it do not count.
fn add_number(key: &mut Vec<u8>, digits: &[u8]) {
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    let digits = digits.get(zeros..).unwrap_or_default();
    key.push(NUMBER);
    key.push(u8::try_from(digits.len()).unwrap_or(u8::MAX));
    key.extend_from_slice(digits);
}
