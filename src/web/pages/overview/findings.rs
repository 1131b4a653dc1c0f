//! The findings of the case, those of a kind together, each with where it is mended.

use crate::domain::guidance::{Finding, Severity};
use crate::text::{self, overview};
use crate::web::components::{StatusBadge, Tone};
use crate::web::pages::place_href;
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// So many groups are shown before "Vis alle".
const MOST_GROUPS: usize = 8;
/// So many findings of one group are listed; the rest are counted.
const MOST_OF_ONE: usize = 50;

/// Findings of one kind.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    name: &'static str,
    severity: Severity,
    source: String,
    findings: Vec<(String, String)>,
    more: usize,
}

fn groups(open: &OpenCase) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in &open.guidance.findings {
        let name = overview::finding_group(&finding.kind);
        let same = |group: &&mut Group| group.name == name && group.severity == finding.severity;
        match groups.iter_mut().find(same) {
            Some(group) if group.findings.len() >= MOST_OF_ONE => group.more += 1,
            Some(group) => group.findings.push(line(open, finding)),
            None => groups.push(Group {
                name,
                severity: finding.severity,
                source: text::finding_source(finding),
                findings: vec![line(open, finding)],
                more: 0,
            }),
        }
    }
    groups
}

fn line(open: &OpenCase, finding: &Finding) -> (String, String) {
    (place_href(open, finding.place), text::finding_text(open.case(), finding))
}

/// "Afvigelser": the weightiest first.
#[component]
pub fn Findings() -> Html {
    let app = App::get();
    let groups = app.derive(groups);
    let all = RwSignal::new(false);
    let many = Memo::new(move || groups.with(Vec::len) > MOST_GROUPS);
    let shown = move || {
        let most = if all.get() { usize::MAX } else { MOST_GROUPS };
        groups.get().into_iter().take(most).map(group_view).collect_view()
    };
    let label = move || match all.get() {
        true => overview::SHOW_FEWER.to_owned(),
        false => overview::show_all(groups.with(Vec::len)),
    };
    view! {
        <section aria-labelledby="afvigelser">
            <h2 id="afvigelser" tabindex="-1">{overview::FINDINGS}</h2>
            <Show when=move || groups.with(Vec::is_empty)>
                <p>{overview::NO_FINDINGS}</p>
            </Show>
            <ul class="finding-list">{shown}</ul>
            <Show when=move || many.get()>
                <button
                    type="button"
                    class="button button-secondary"
                    aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {label}
                </button>
            </Show>
        </section>
    }
}

fn group_view(group: Group) -> Html {
    let badge = view! {
        <StatusBadge tone=Tone::from(group.severity) word=text::severity_word(group.severity) />
    };
    let amount = group.findings.len() + group.more;
    let more = group.more;
    let mut findings = group.findings;
    let what = if amount == 1 {
        let (href, text) = findings.swap_remove(0);
        view! { <a class="finding__text" href=href>{text}</a> }
    } else {
        let rows = findings
            .into_iter()
            .map(|(href, text)| view! { <li><a href=href>{text}</a></li> })
            .collect_view();
        view! {
            <details class="finding__text">
                <summary>{group.name}" ("{text::dates::number(amount)}")"</summary>
                <ul>
                    {rows}
                    {(more > 0).then(|| view! { <li>{overview::and_more(more)}</li> })}
                </ul>
            </details>
        }
    };
    view! {
        <li>
            {badge}
            {what}
            <span class="tag">{group.source}</span>
        </li>
    }
}
