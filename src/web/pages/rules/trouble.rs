//! What is wrong with rules: those of the site, wherever signatures are shown, and those being edited.

use crate::domain::signers::{Rule, RuleError, check, gaps, overlaps, try_rules};
use crate::text::signer_rules as words;
use crate::web::frame::case_title;
use crate::web::prelude::*;
use crate::web::state::App;

/// So much of a kind is told; the rest shows when that is mended.
const MOST: usize = 12;

/// The errors in the site's rules, and that they are not used.
#[component]
pub fn RuleTrouble() -> Html {
    let app = App::get();
    let errors = Memo::new(move || {
        app.rules.site.with(|it| it.as_ref().map(|it| it.errors.clone()).unwrap_or_default())
    });
    (move || list(words::ERRORS_WHAT, &errors.get())).into_html()
}

/// A notice with errors; nothing where there are none.
pub fn list(what: &'static str, errors: &[RuleError]) -> Html {
    if errors.is_empty() {
        return ().into_html();
    }
    view! {
        <section class="notice notice--error" aria-label=words::ERRORS>
            <p>{words::ERRORS}": "{what}</p>
            {points(errors.iter().map(words::error_text))}
        </section>
    }
}

/// How the rules stand: their errors, where they contradict each other, what none is for, and what the open case says.
pub fn state(app: App, rules: &[Rule]) -> Html {
    let errors: Vec<RuleError> = rules.iter().flat_map(check).collect();
    let overlaps = overlaps(rules);
    let gaps = if rules.is_empty() { Vec::new() } else { gaps(rules) };
    let is_fine = !rules.is_empty() && errors.is_empty() && overlaps.is_empty() && gaps.is_empty();
    let part = |title: &'static str, texts: Vec<String>| {
        (!texts.is_empty()).then(|| view! { <h3>{title}</h3> {points(texts.into_iter())} })
    };
    let tried = app.read(|open| {
        let [covered, uncovered, overlapping] = try_rules(open.case(), &open.guidance, rules);
        words::tried(&case_title(open), covered, uncovered, overlapping)
    });
    view! {
        {part(words::WRONG, errors.iter().map(words::error_text).collect())}
        {part(words::OVERLAPS, overlaps.iter().map(|it| words::overlap_text(rules, it)).collect())}
        {part(words::GAPS, gaps.iter().map(words::conditions).collect())}
        {is_fine.then(|| view! { <p>{words::FINE}</p> })}
        {rules.is_empty().then(|| view! { <p>{words::NONE}</p> })}
        <p>{tried.unwrap_or_else(|| words::NO_CASE.to_owned())}</p>
    }
}

fn points(texts: impl Iterator<Item = String>) -> Html {
    let texts: Vec<String> = texts.collect();
    let more = texts.len().saturating_sub(MOST);
    let more = (more > 0).then(|| view! { <li>{words::more(more)}</li> });
    let shown = texts.into_iter().take(MOST).map(|text| view! { <li>{text}</li> });
    view! { <ul>{shown.collect_view()} {more}</ul> }
}
