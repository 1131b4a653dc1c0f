//! A walk through XML as workbooks have it: elements, attributes and texts, without namespaces or declared entities.

/// What stands next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// An element begins; one that is empty ends at once, and has no end of its own.
    Start {
        name: &'a str,
        attributes: &'a str,
        is_empty: bool,
    },
    End {
        name: &'a str,
    },
    /// A text with its references.
    Text(&'a str),
    /// A text without references.
    Plain(&'a str),
}

/// A place in an XML text; tokens are taken until there are none or what follows is no XML.
#[derive(Clone, Debug)]
pub(super) struct Walk<'a> {
    text: &'a str,
    pub at: usize,
}

impl<'a> Walk<'a> {
    pub fn new(text: &'a str, at: usize) -> Walk<'a> {
        Walk { text, at }
    }

    /// The text up to an end, after which the walk goes on.
    fn until(&mut self, end: &str) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        let length = rest.find(end)?;
        self.at += length + end.len();
        Some(&rest[..length])
    }

    /// A tag's content: its end is no `>` within quotation marks.
    fn tag(&mut self) -> Option<&'a str> {
        let rest = &self.text[self.at..];
        let mut quote = None;
        for (at, byte) in rest.bytes().enumerate() {
            match (quote, byte) {
                (None, b'>') => {
                    self.at += at + 1;
                    return Some(&rest[..at]);
                }
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        None
    }
}

impl<'a> Iterator for Walk<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = &self.text[self.at..];
            if rest.is_empty() {
                return None;
            }
            let Some(markup) = rest.strip_prefix('<') else {
                let length = rest.find('<').unwrap_or(rest.len());
                self.at += length;
                return Some(Token::Text(&rest[..length]));
            };
            if markup.starts_with("!--") {
                self.at += 4;
                self.until("-->")?;
            } else if markup.starts_with("![CDATA[") {
                self.at += 9;
                return self.until("]]>").map(Token::Plain);
            } else if markup.starts_with(['?', '!']) {
                self.at += 1;
                self.tag()?;
            } else {
                self.at += 1;
                let tag = self.tag()?;
                return Some(match tag.strip_prefix('/') {
                    Some(name) => Token::End { name: local(name.trim_end()) },
                    None => {
                        let (inner, is_empty) = match tag.strip_suffix('/') {
                            Some(inner) => (inner, true),
                            None => (tag, false),
                        };
                        let end = inner.find(char::is_whitespace).unwrap_or(inner.len());
                        let (name, attributes) = inner.split_at(end);
                        Token::Start { name: local(name), attributes, is_empty }
                    }
                });
            }
        }
    }
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        let (name, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, more) = after[1..].split_once(quote)?;
        if local(name.trim()) == wanted {
            return Some(resolve(value));
        }
        rest = more;
    }
}

/// A text with its references replaced; those that are not known stay as they are.
pub(super) fn resolve(text: &str) -> String {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, after) = rest.split_at(at);
        resolved.push_str(before);
        match after.split_once(';').and_then(|(name, more)| Some((reference(&name[1..])?, more))) {
            Some((letter, more)) => {
                resolved.push(letter);
                rest = more;
            }
            None => {
                resolved.push('&');
                rest = &after[1..];
            }
        }
    }
    resolved.push_str(rest);
    resolved
}

fn reference(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}

/// A text as the cells of a workbook hold it.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '_' if seems_coded(&text[at..]) => escaped.push_str("_x005F_"),
            _ if is_coded(letter) => escaped.push_str(&format!("_x{:04X}_", u32::from(letter))),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// The text of a cell, in which characters that XML cannot hold stand as `_x000D_`.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = hex(rest).filter(|_| rest[6..].starts_with('_'));
        let letter = code.and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match letter.and_then(char::from_u32) {
            Some(letter) => {
                plain.push(letter);
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Whether XML cannot hold the character, or drops it.
fn is_coded(letter: char) -> bool {
    letter < ' ' && !matches!(letter, '\t' | '\n') || matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// Whether the text would begin with the code of a character, once the one behind it is coded too.
fn seems_coded(text: &str) -> bool {
    hex(text).is_some() && text[6..].starts_with(|next| next == '_' || is_coded(next))
}

/// The digits behind the `_x` that the text begins with.
fn hex(text: &str) -> Option<&str> {
    let hex = text.strip_prefix("_x")?.get(..4)?;
    hex.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(hex)
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
