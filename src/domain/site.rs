//! A site's own settings, a file beside the app: read setting by setting, with what is wrong as part of the answer.
//!
//! Nothing of it is in a case or its files, and every text in it is only ever text. A setting that is wrong is left
//! out and the others apply, so a slip in the file never stops the app.

use serde_json::{Map, Value as Json};

use super::plain::plain;
use super::process::Role;

/// What the file is called, beside the app. A site without one, or with `{}`, is the app as it comes.
pub const FILE_NAME: &str = "site.json";
/// The keys of the file, of a link, of the texts and of a new case; those that begin with `$` are for other programs.
pub const KEYS: [&str; 6] = ["municipality", "logo", "links", "rules", "texts", "newCase"];
pub const LINK_KEYS: [&str; 2] = ["label", "address"];
pub const TEXT_KEYS: [&str; 2] = ["introduction", "message"];
pub const NEW_CASE_KEYS: [&str; 2] = ["organisation", "roles"];
/// The most links, and the most characters of a name, an address, a text and a logo.
pub const MOST_LINKS: usize = 12;
pub const LONGEST_NAME: usize = 100;
pub const LONGEST_ADDRESS: usize = 2_000;
pub const LONGEST_TEXT: usize = 2_000;
pub const LONGEST_LOGO: usize = 200_000;
/// What the logo may be where it is in the file itself.
pub const IMAGES: [&str; 4] =
    ["data:image/svg+xml", "data:image/png", "data:image/jpeg", "data:image/webp"];

const MOST_BYTES: usize = 500_000;

/// The settings; what a site does not set is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub municipality: String,
    /// The address of an image of the site's own, or the image itself.
    pub logo: String,
    pub links: Vec<Link>,
    /// The address of the rules of who signs.
    pub rules: String,
    /// What the first page says before all else.
    pub introduction: String,
    /// What the message of each handover ends with.
    pub message: String,
    /// What a new case has for its authority, until another is written.
    pub organisation: String,
    /// "Min rolle" in a new case.
    pub roles: Vec<Role>,
    pub errors: Vec<SiteError>,
}

/// A link at the foot of each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub label: String,
    pub address: String,
}

/// What is wrong, and where: `links[2].address`, with 1 for the first; empty for the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteError {
    pub place: String,
    pub kind: SiteErrorKind,
}

/// What can be wrong with the settings; the words are in `text::site`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteErrorKind {
    TooLarge,
    /// No JSON, as serde_json tells line and column.
    NotJson {
        line: usize,
        column: usize,
    },
    NotAnObject,
    /// A key that means nothing: a warning, for it may be misspelt.
    UnknownKey,
    NotText,
    Missing,
    /// Longer than so many characters.
    TooLong(usize),
    NotAList,
    /// More than so many.
    TooMany(usize),
    NotALink,
    /// An image is the site's own, or in the file.
    NotAnImage,
    /// The rules are a file of the site's own.
    NotAFile,
    NotARole,
}

/// Reads a site's settings, and never fails.
pub fn read_site(bytes: &[u8]) -> Site {
    let mut reader = Reader { errors: Vec::new() };
    let mut site = reader.file(bytes).unwrap_or_default();
    site.errors = reader.errors;
    site
}

/// Whether the whole file could not be read, so that none of it applies.
pub fn is_unread(site: &Site) -> bool {
    site.errors.iter().any(|error| error.place.is_empty())
}

/// Whether an address may stand in a link: a page, a mail address, or a place of this site.
pub fn is_link(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    is_plain(address)
        && (["https://", "http://", "mailto:"]
            .iter()
            .any(|start| lower.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
            || is_own(address))
}

/// Whether an address is of this site: relative to the page, without a host.
pub fn is_own(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    is_plain(address) && !address.is_empty() && !address.starts_with("//") && !first.contains(':')
}

fn is_image(address: &str) -> bool {
    let is_in_file =
        |kind: &str| address.strip_prefix(kind).is_some_and(|rest| rest.starts_with([';', ',']));
    is_own(address) || is_plain(address) && IMAGES.iter().any(|kind| is_in_file(kind))
}

/// Browsers leave out some signs of an address, and take others for a slash: then it says another thing than it shows.
fn is_plain(address: &str) -> bool {
    !address.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\')
}

struct Reader {
    errors: Vec<SiteError>,
}

impl Reader {
    fn file(&mut self, bytes: &[u8]) -> Option<Site> {
        if bytes.len() > MOST_BYTES {
            return self.wrong("", SiteErrorKind::TooLarge);
        }
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
        let json: Json = match serde_json::from_str(&text) {
            Ok(json) => json,
            Err(error) => {
                let (line, column) = (error.line(), error.column());
                return self.wrong("", SiteErrorKind::NotJson { line, column });
            }
        };
        let Json::Object(map) = &json else { return self.wrong("", SiteErrorKind::NotAnObject) };
        self.known_keys("", map, &KEYS);
        let texts = self.object(map, "texts", &TEXT_KEYS);
        let new_case = self.object(map, "newCase", &NEW_CASE_KEYS);
        Some(Site {
            municipality: self.name(map, "municipality", ""),
            logo: self.address(map, "logo", is_image, SiteErrorKind::NotAnImage),
            links: self.links(map),
            rules: self.address(map, "rules", is_own, SiteErrorKind::NotAFile),
            introduction: self.text(&texts, "introduction", "texts.", LONGEST_TEXT),
            message: self.text(&texts, "message", "texts.", LONGEST_TEXT),
            organisation: self.name(&new_case, "organisation", "newCase."),
            roles: self.roles(&new_case),
            errors: Vec::new(),
        })
    }

    fn links(&mut self, map: &Map<String, Json>) -> Vec<Link> {
        let mut list = self.list(map, "links", "");
        if list.len() > MOST_LINKS {
            let _: Option<()> = self.wrong("links", SiteErrorKind::TooMany(MOST_LINKS));
            list.truncate(MOST_LINKS);
        }
        let numbered = list.iter().enumerate();
        numbered
            .filter_map(|(index, json)| self.link(&format!("links[{}]", index + 1), json))
            .collect()
    }

    fn link(&mut self, place: &str, json: &Json) -> Option<Link> {
        let Json::Object(map) = json else { return self.wrong(place, SiteErrorKind::NotAnObject) };
        let prefix = format!("{place}.");
        self.known_keys(&prefix, map, &LINK_KEYS);
        let before = self.errors.len();
        let label = self.name(map, "label", &prefix);
        let address = self.text(map, "address", &prefix, LONGEST_ADDRESS);
        if self.errors.len() > before {
            return None;
        }
        if label.is_empty() {
            return self.wrong(&format!("{prefix}label"), SiteErrorKind::Missing);
        }
        if address.is_empty() {
            return self.wrong(&format!("{prefix}address"), SiteErrorKind::Missing);
        }
        if !is_link(&address) {
            return self.wrong(&format!("{prefix}address"), SiteErrorKind::NotALink);
        }
        Some(Link { label, address })
    }

    fn roles(&mut self, map: &Map<String, Json>) -> Vec<Role> {
        let mut roles = Vec::new();
        for (index, json) in self.list(map, "roles", "newCase.").iter().enumerate() {
            match json.as_str().and_then(Role::from_code) {
                Some(role) if roles.contains(&role) => {}
                Some(role) => roles.push(role),
                None => {
                    let place = format!("newCase.roles[{}]", index + 1);
                    let _: Option<()> = self.wrong(&place, SiteErrorKind::NotARole);
                }
            }
        }
        roles
    }

    fn address(
        &mut self,
        map: &Map<String, Json>,
        key: &str,
        is_good: fn(&str) -> bool,
        or: SiteErrorKind,
    ) -> String {
        let longest = if key == "logo" { LONGEST_LOGO } else { LONGEST_ADDRESS };
        let text = self.text(map, key, "", longest);
        if text.is_empty() || is_good(&text) {
            return text;
        }
        self.wrong(key, or).unwrap_or_default()
    }

    /// A text of one line.
    fn name(&mut self, map: &Map<String, Json>, key: &str, prefix: &str) -> String {
        let text = self.text(map, key, prefix, LONGEST_NAME);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn text(&mut self, map: &Map<String, Json>, key: &str, prefix: &str, most: usize) -> String {
        let place = format!("{prefix}{key}");
        match map.get(key) {
            None | Some(Json::Null) => String::new(),
            Some(Json::String(text)) if text.trim().chars().count() > most => {
                self.wrong(&place, SiteErrorKind::TooLong(most)).unwrap_or_default()
            }
            Some(Json::String(text)) => plain(text).trim().to_owned(),
            Some(_) => self.wrong(&place, SiteErrorKind::NotText).unwrap_or_default(),
        }
    }

    fn list(&mut self, map: &Map<String, Json>, key: &str, prefix: &str) -> Vec<Json> {
        match map.get(key) {
            None | Some(Json::Null) => Vec::new(),
            Some(Json::Array(list)) => list.clone(),
            Some(_) => {
                self.wrong(&format!("{prefix}{key}"), SiteErrorKind::NotAList).unwrap_or_default()
            }
        }
    }

    fn object(&mut self, map: &Map<String, Json>, key: &str, own: &[&str]) -> Map<String, Json> {
        match map.get(key) {
            None | Some(Json::Null) => Map::new(),
            Some(Json::Object(object)) => {
                self.known_keys(&format!("{key}."), object, own);
                object.clone()
            }
            Some(_) => self.wrong(key, SiteErrorKind::NotAnObject).unwrap_or_default(),
        }
    }

    fn known_keys(&mut self, prefix: &str, map: &Map<String, Json>, own: &[&str]) {
        for key in map.keys().filter(|key| !key.starts_with('$') && !own.contains(&key.as_str())) {
            let key: String = key.chars().take(LONGEST_NAME).collect();
            let _: Option<()> = self.wrong(&format!("{prefix}{key}"), SiteErrorKind::UnknownKey);
        }
    }

    /// Notes what is wrong; there is nothing to go on with then.
    fn wrong<T>(&mut self, place: &str, kind: SiteErrorKind) -> Option<T> {
        self.errors.push(SiteError { place: place.to_owned(), kind });
        None
    }
}
