//! A site's settings: what is good of the file applies, and what is wrong is told with its place and what to do.

use std::fs;
use std::path::PathBuf;

use udskift_it_system::domain::process::Role;
use udskift_it_system::domain::site::{
    IMAGES, KEYS, LINK_KEYS, LONGEST_ADDRESS, LONGEST_LOGO, LONGEST_NAME, LONGEST_TEXT, Link,
    MOST_LINKS, NEW_CASE_KEYS, Site, SiteErrorKind as Kind, TEXT_KEYS, is_link, is_own, is_unread,
    read_site,
};
use udskift_it_system::text::site as words;

fn file(parts: &[&str]) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(parts.iter().fold(root, |path, part| path.join(part))).expect("a file")
}

fn errors(site: &Site) -> Vec<(&str, Kind)> {
    site.errors.iter().map(|error| (error.place.as_str(), error.kind.clone())).collect()
}

fn of(text: &str) -> Site {
    read_site(text.as_bytes())
}

#[test]
fn the_file_that_comes_with_the_app_sets_nothing() {
    assert_eq!(of(&file(&["public", "site.json"])), Site::default());
    assert_eq!(
        of("\u{feff}{ \"$schema\": \"./site.schema.json\", \"logo\": null }"),
        Site::default()
    );
}

#[test]
fn the_example_sets_everything_and_has_no_errors() {
    let site = of(&file(&["public", "site.eksempel.json"]));
    assert_eq!(site.errors, []);
    assert_eq!(
        (site.municipality.as_str(), site.logo.as_str()),
        ("Nordlund Kommune", "favicon.svg")
    );
    assert_eq!(site.links.len(), 3);
    assert_eq!(
        site.links[2],
        Link {
            label: "Vejledning på intranettet".to_owned(),
            address: "/intranet/udskift".to_owned(),
        }
    );
    assert_eq!(site.rules, "underskriver-regler.json");
    assert_eq!(site.introduction.lines().count(), 2);
    assert!(site.message.starts_with("Nordlund Kommune, Digitalisering"));
    assert_eq!(
        (site.organisation.as_str(), site.roles),
        ("Nordlund Kommune", vec![Role::SystemManager])
    );
}

#[test]
fn each_mistake_is_named_and_the_rest_applies() {
    let site = of(&file(&["tests", "fixtures", "site", "mistakes.json"]));
    assert_eq!(
        errors(&site),
        [
            ("municipalty", Kind::UnknownKey),
            ("texts.footer", Kind::UnknownKey),
            ("municipality", Kind::NotText),
            ("logo", Kind::NotAnImage),
            ("links[1].address", Kind::NotALink),
            ("links[2].address", Kind::NotALink),
            ("links[3].address", Kind::NotALink),
            ("links[4].address", Kind::NotALink),
            ("links[5].address", Kind::Missing),
            ("links[6].label", Kind::Missing),
            ("links[7].title", Kind::UnknownKey),
            ("links[7].address", Kind::NotALink),
            ("links[8]", Kind::NotAnObject),
            ("rules", Kind::NotAFile),
            ("texts.introduction", Kind::NotText),
            ("newCase.organisation", Kind::NotText),
            ("newCase.roles[2]", Kind::NotARole),
            ("newCase.roles[4]", Kind::NotARole),
        ]
    );
    assert_eq!(site.links.len(), 1);
    assert_eq!((site.links[0].label.as_str(), site.roles), ("God", vec![Role::SystemManager]));
}

#[test]
fn what_cannot_be_read_at_all_is_the_app_as_it_comes() {
    for (text, kind) in [
        ("{\n\"logo\": \"x\"\n\"rules\"", Kind::NotJson { line: 3, column: 1 }),
        ("", Kind::NotJson { line: 1, column: 0 }),
        ("[]", Kind::NotAnObject),
        (&format!("{{\"logo\": \"{}\"}}", "x".repeat(500_000)), Kind::TooLarge),
    ] {
        let site = of(text);
        assert_eq!(errors(&site), [("", kind)]);
        assert!(is_unread(&site));
        assert_eq!(Site { errors: Vec::new(), ..site }, Site::default());
    }
}

#[test]
fn what_is_too_long_or_too_many_is_left_out() {
    let long = |key: &str, most: usize| {
        let text = |more: usize| format!("{{\"{key}\": \"{}\"}}", "æ".repeat(most + more));
        assert_eq!(of(&text(0)).errors, [], "{key}");
        assert_eq!(errors(&of(&text(1))), [(key, Kind::TooLong(most))], "{key}");
    };
    long("municipality", LONGEST_NAME);
    long("logo", LONGEST_LOGO);
    long("rules", LONGEST_ADDRESS);
    let link = |number| format!("{{\"label\": \"{number}\", \"address\": \"#/\"}}");
    let links: Vec<String> = (0..=MOST_LINKS).map(link).collect();
    let site = of(&format!("{{\"links\": [{}]}}", links.join(",")));
    assert_eq!(errors(&site), [("links", Kind::TooMany(MOST_LINKS))]);
    assert_eq!(site.links.len(), MOST_LINKS);
}

#[test]
fn what_cannot_be_seen_is_left_out_before_it_is_looked_at() {
    let site = of(
        "{\"municipality\": \"Nord\\u202elund\\u200b\", \"links\": [{\"label\": \"A\", \"address\": \"java\\u200bscript:x\"}]}",
    );
    assert_eq!(site.municipality, "Nordlund");
    assert_eq!(errors(&site), [("links[1].address", Kind::NotALink)]);
}

#[test]
fn only_addresses_that_say_where_they_lead_are_links() {
    for good in [
        "https://a.example",
        "http://a.example:80/",
        "MailTo:a@b.example",
        "/a",
        "a.html",
        "#/begreber",
        "?a=b:c",
        "./a:b",
    ] {
        assert!(is_link(good), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "blob:x",
        "vbscript:x",
        "//a.example",
        "\\\\a.example",
        "/\\a.example",
        "https:\\\\a.example",
        "https://",
        "ftp://a.example",
        "a b",
        "",
        "x:y",
    ] {
        assert!(!is_link(bad), "{bad}");
    }
    assert!(is_own("billeder/logo.png") && is_own("/logo.png") && is_own("../logo.png"));
    assert!(!is_own("https://a.example/logo.png") && !is_own("data:image/png,x"));
    let logo =
        |address: &str| of(&format!("{{\"logo\": {}}}", serde_json::Value::from(address))).logo;
    for good in IMAGES.map(|kind| format!("{kind};base64,AAAA")) {
        assert_eq!(logo(&good), good);
    }
    assert_eq!(logo("data:text/html,x"), "");
    assert_eq!(logo("data:image/svg+xmlx,x"), "");
}

#[test]
fn an_error_says_what_where_and_what_to_do() {
    let of = |text: &str| words::error_text(&of(text).errors[0]);
    assert_eq!(
        of("{\"links\": [{\"label\": \"A\", \"address\": \"javascript:x\"}]}"),
        "»links[1].address« i site.json skal begynde med https://, http:// eller mailto: eller være en fil ved siden."
    );
    assert_eq!(
        of("{\n\"logo\" \"x\"}"),
        "Filen site.json er ikke gyldig JSON. Ret den ved linje 2, tegn 8; oftest mangler der et komma eller et citationstegn."
    );
    assert_eq!(
        of("{\"newCase\": {\"roles\": [\"X\"]}}"),
        "»newCase.roles[1]« i site.json er ikke en rolle. Brug SE, SA, FN, FG, HD, SI, FI."
    );
    let unread = words::footer(&read_site(b"[]")).expect("an error");
    assert_eq!(
        unread,
        "Sidens indstillinger kunne ikke læses: Filen site.json skal være et objekt i { }."
    );
    assert_eq!(words::footer(&Site::default()), None);
}

#[test]
fn the_schema_has_the_keys_and_bounds_of_this_version() {
    let schema: serde_json::Value =
        serde_json::from_str(&file(&["public", "site.schema.json"])).expect("JSON");
    let keys = |at: &str| {
        let keys = schema.pointer(at).and_then(|it| it.as_object()).expect(at).keys();
        keys.cloned().collect::<std::collections::BTreeSet<_>>()
    };
    let own = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    assert_eq!(keys("/properties"), own(&KEYS));
    assert_eq!(keys("/properties/texts/properties"), own(&TEXT_KEYS));
    assert_eq!(keys("/properties/newCase/properties"), own(&NEW_CASE_KEYS));
    assert_eq!(keys("/$defs/link/properties"), own(&LINK_KEYS));
    let number = |at: &str| schema.pointer(at).and_then(|it| it.as_u64()).expect(at) as usize;
    assert_eq!(number("/properties/links/maxItems"), MOST_LINKS);
    assert_eq!(number("/properties/logo/maxLength"), LONGEST_LOGO);
    assert_eq!(number("/$defs/name/maxLength"), LONGEST_NAME);
    assert_eq!(number("/$defs/text/maxLength"), LONGEST_TEXT);
    assert_eq!(number("/$defs/link/properties/address/maxLength"), LONGEST_ADDRESS);
    let roles = schema.pointer("/properties/newCase/properties/roles/items/enum").expect("roles");
    assert_eq!(roles, &serde_json::json!(Role::CODES));
}
