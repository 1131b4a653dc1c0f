//! "Overleveringer": each handover with who, what, where it stands, and its message.

mod deliver;
mod item;
mod message;

use crate::domain::case::Scope;
use crate::domain::guidance::{HandoverState, HandoverStatus};
use crate::domain::process::Handover;
use crate::text::{handover_page, shell};
use crate::web::components::{Checkbox, keep_focus};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use deliver::Deliver;
pub use item::{HandoverItem, handover_anchor};

#[component]
pub fn HandoversPage() -> Html {
    let app = App::get();
    let only_mine = RwSignal::new(false);
    let only_open = RwSignal::new(false);
    let any_role = app.derive(|open| !open.roles.is_empty());
    let sums = app.derive(sums);
    let shown = Memo::new(move || {
        let (mine, open_only) = (only_mine.get() && any_role.get(), only_open.get());
        app.read(|open| list(open, mine, open_only)).unwrap_or_default()
    });
    let filter = move |signal: RwSignal<bool>, id: &'static str, label: &'static str| {
        view! { <Checkbox id label is_on=signal on_turn=move |on| signal.set(on) /> }
    };
    let show_all = move |_| {
        only_mine.set(false);
        only_open.set(false);
        keep_focus(vec!["alle-overleveringer".to_owned()]);
    };
    view! {
        <div class="page-head">
            <h1>{shell::HANDOVERS}</h1>
            <p class="page-head__lead">{handover_page::LEAD}</p>
        </div>
        // A file of an earlier state would be taken for an old copy.
        {(!app.is_shut()).then(|| view! { <Deliver /> })}
        <section aria-labelledby="alle-overleveringer">
            <h2 id="alle-overleveringer" tabindex="-1">{handover_page::ALL}</h2>
            <p>{move || {
                let (ready, sent, received) = sums.get();
                handover_page::sums(ready, sent, received)
            }}</p>
            <div class="toolbar">
                <Show when=move || any_role.get()>
                    {filter(only_mine, "kun-mine", handover_page::ONLY_MINE)}
                </Show>
                {filter(only_open, "kun-aabne", handover_page::ONLY_OPEN)}
            </div>
            <Show when=move || shown.with(Vec::is_empty)>
                <div class="empty">
                    <p>{handover_page::NONE_MATCH}</p>
                    <button type="button" class="button button-secondary" on:click=show_all>
                        {handover_page::SHOW_ALL}
                    </button>
                </div>
            </Show>
            <ol class="step-list">
                <For each=move || shown.get() key=|key| *key let:key>
                    <li><HandoverItem handover=key.0 scope=key.1 /></li>
                </For>
            </ol>
        </section>
    }
}

fn sums(open: &OpenCase) -> (usize, usize, usize) {
    let of = |wanted: fn(&HandoverStatus) -> bool| {
        open.guidance.handovers.iter().filter(|state| wanted(&state.status)).count()
    };
    (
        of(|status| matches!(status, HandoverStatus::Ready)),
        of(|status| matches!(status, HandoverStatus::Sent(_))),
        of(|status| matches!(status, HandoverStatus::Received { .. })),
    )
}

/// The handovers to show, in the process's order.
fn list(open: &OpenCase, mine: bool, open_only: bool) -> Vec<(Handover, Scope)> {
    let is_mine = |state: &HandoverState| {
        let info = state.handover.info();
        open.roles.contains(&info.from) || open.roles.contains(&info.to)
    };
    let is_open = |state: &HandoverState| {
        !matches!(state.status, HandoverStatus::Received { .. } | HandoverStatus::NotApplicable)
    };
    let states = open.guidance.handovers.iter();
    states
        .filter(|state| !mine || is_mine(state))
        .filter(|state| !open_only || is_open(state))
        .map(|state| (state.handover, state.scope))
        .collect()
}
