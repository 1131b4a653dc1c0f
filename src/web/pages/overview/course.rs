//! "Forløbet": every activity of pkt. 1–24 in order, each opening to its card or leading to its page.

use crate::domain::case::Scope;
use crate::domain::guidance::{Status, Step};
use crate::domain::process::{Activity, Gateway, Part, ScopeKind};
use crate::text::{self, overview};
use crate::web::components::{GatewayCard, StatusBadge, StepRow, Tone};
use crate::web::pages::{activity_href, agreements_href};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

#[component]
pub fn Course() -> Html {
    let rows = Activity::ALL
        .iter()
        .filter(|activity| activity.part() == Part::Main)
        .map(|activity| {
            let activity = *activity;
            let row = match activity.info().scope {
                ScopeKind::Case => view! { <StepRow activity scope=Scope::Case /> },
                _ => view! { <LinkRow activity /> },
            };
            let after = (activity == Activity::U22).then(|| {
                view! {
                    <li class="runbook__question">
                    <GatewayCard gateway=Gateway::StillUsed scope=Scope::Case />
                </li>
                }
            });
            view! { <li>{row}</li>{after} }
        })
        .collect_view();
    view! {
        <section aria-labelledby="forloeb">
            <h2 id="forloeb" tabindex="-1">{overview::COURSE}</h2>
            <p>{overview::COURSE_LEAD}</p>
            <ol class="step-list">{rows}</ol>
        </section>
    }
}

/// Where an activity of several agreements, or of the current attempt, stands, and where it is performed.
#[derive(Clone, Debug, PartialEq)]
struct Summary {
    href: String,
    tone: Tone,
    word: String,
    is_now: bool,
}

fn summary(open: &OpenCase, activity: Activity) -> Option<Summary> {
    let attempt = Scope::Attempt(open.guidance.current_attempt());
    let here = |step: &&Step| {
        step.activity == activity
            && (activity.info().scope != ScopeKind::Attempt || step.scope == attempt)
    };
    let steps: Vec<&Step> = open.guidance.steps.iter().filter(here).collect();
    let first = steps.first()?;
    let href = match steps.len() {
        1 => activity_href(open.id, activity, first.scope),
        _ => agreements_href(open.id),
    };
    let done = steps.iter().filter(|step| step.status.is_settled()).count();
    // What stands out of several is what can be done, then what waits.
    let leading = steps.iter().find(|step| step.status == Status::Ready);
    let leading = leading.or(steps.iter().find(|step| !step.status.is_settled())).unwrap_or(first);
    let mut word = text::status_word(&leading.status).to_owned();
    if steps.len() > 1 && done < steps.len() {
        word = format!("{word} · {}", overview::of(done, steps.len()));
    }
    let is_now = leading.status == Status::Ready;
    Some(Summary { href, tone: Tone::from(&leading.status), word, is_now })
}

#[component]
fn LinkRow(activity: Activity) -> Html {
    let app = App::get();
    let state = app.derive(move |open| summary(open, activity));
    let roles: Vec<String> =
        activity.info().roles.iter().map(|role| text::role_short(*role).to_owned()).collect();
    let roles = text::dates::list(&roles);
    (move || {
        let roles = roles.clone();
        state.get().map(|state| {
            view! {
                <a class="step-row step-row--link step-row__line" class:step-row--now=state.is_now href=state.href>
                    <span class="step-row__name">
                        <span class="step-row__reference">{text::activity_reference(activity)}</span>
                        " "
                        {text::activity_name(activity)}
                    </span>
                    <span class="step-row__roles">{roles}</span>
                    <StatusBadge tone=state.tone word=state.word />
                </a>
            }
        })
    })
    .into_html()
}
