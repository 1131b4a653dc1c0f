//! One handover as a line that opens to its facts, its message and its buttons.

use crate::domain::case::{Field, Scope, Stamp, Value};
use crate::domain::guidance::{HandoverState, HandoverStatus};
use crate::domain::process::{Handover, Role};
use crate::text::messages::{handover_message, receiving_organisations, sending_organisations};
use crate::text::{self, handover_page};
use crate::web::clock;
use crate::web::components::{Fold, StatusBadge, Tone, Waits};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

use super::message::{MessageActions, ended};

/// The element id of a handover.
pub fn handover_anchor(handover: Handover, scope: Scope) -> String {
    format!("overlevering-{}-{scope}", handover.code())
}

/// A handover: closed, one line; open, all there is to it. It is open while it can be sent.
#[component]
pub fn HandoverItem(handover: Handover, scope: Scope) -> Html {
    let app = App::get();
    let state = app.derive(move |open| find(open, handover, scope));
    let ready = Memo::new(move || {
        state.with(|state| matches!(state.as_ref().map(|s| &s.status), Some(HandoverStatus::Ready)))
    });
    let ends = app.derive(move |open| ends(open, handover, scope));
    let scope_name =
        app.derive(move |open| text::scope_text(open.case(), scope).unwrap_or_default());
    let summary = move || {
        view! {
            <span class="step-row__name">
                {text::handover_name(handover)}
                {move || {
                    let name = scope_name.get();
                    (!name.is_empty()).then(|| view! { <span class="muted">" · "{name}</span> })
                }}
            </span>
            <span class="step-row__roles">
                {move || ends.get().0}
                <span aria-hidden="true">" → "</span>
                <span class="visually-hidden">" "{handover_page::ARROW}" "</span>
                {move || ends.get().1}
            </span>
            {move || state.get().map(|state| view! {
                <StatusBadge
                    tone=Tone::from(&state.status)
                    word=text::handover_status_word(&state.status)
                />
            })}
        }
    };
    view! {
        <div
            class="handover"
            class:handover--now=ready
            id=handover_anchor(handover, scope)
            tabindex="-1"
        >
            <Fold class="step-row" summary_class="step-row__line" summary=summary open=ready>
                <Content handover scope state />
            </Fold>
        </div>
    }
}

#[component]
fn Content(handover: Handover, scope: Scope, state: Memo<Option<HandoverState>>) -> Html {
    let app = App::get();
    let facts =
        app.derive(move |open| text::handover_facts(open.case(), &open.guidance, handover, scope));
    let applies = Memo::new(move || {
        state.with(|state| {
            state.as_ref().is_some_and(|state| state.status != HandoverStatus::NotApplicable)
        })
    });
    view! {
        <div class="handover__body">
            <p>{text::handover_what(handover)}</p>
            <Show when=move || applies.get()>
                <ul>
                    {move || {
                        facts.get().into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()
                    }}
                </ul>
                {move || state.get().map(|state| standing(handover, state.status))}
                <Actions handover scope state />
            </Show>
        </div>
    }
}

/// What it waits for, or when and by whom it was sent and received.
fn standing(handover: Handover, status: HandoverStatus) -> Html {
    let info = handover.info();
    let sent_text = |stamp: Option<&Stamp>| match stamp {
        Some(stamp) => handover_page::sent(&when(stamp), &stamp.author.name),
        None => handover_page::sent_by(&text::activity_reference(info.sender)),
    };
    match status {
        HandoverStatus::Waiting(waits) => view! { <Waits waits=waits /> },
        HandoverStatus::Ready | HandoverStatus::NotApplicable => ().into_html(),
        HandoverStatus::Sent(stamp) => {
            let confirm = handover_page::received_by(&text::activity_reference(info.shown_by));
            view! { <p class="muted">{sent_text(stamp.as_ref())}" "{confirm}</p> }
        }
        HandoverStatus::Received { sent, received } => {
            let received = received
                .map(|stamp| handover_page::received(&when(&stamp), &stamp.author.name))
                .unwrap_or_default();
            let sent = sent.map(|stamp| sent_text(Some(&stamp))).unwrap_or_default();
            view! { <p class="muted">{sent}" "{received}</p> }
        }
    }
}

#[component]
fn Actions(handover: Handover, scope: Scope, state: Memo<Option<HandoverState>>) -> Html {
    let app = App::get();
    let message = app.derive(move |open| {
        let message = handover_message(open.case(), &open.guidance, handover, scope);
        ended(app, message)
    });
    let marked = app.derive(move |open| open.case().sent.contains_key(&(handover, scope)));
    let is_over = Memo::new(move || {
        state.with(|state| {
            let status = state.as_ref().map(|state| &state.status);
            matches!(status, Some(HandoverStatus::Sent(_) | HandoverStatus::Received { .. }))
        })
    });
    let toggle = move |_| {
        let value = if marked.get_untracked() { Value::Nothing } else { Value::Flag(true) };
        app.set(Field::Sent(handover, scope), value);
    };
    let name = text::handover_name(handover);
    view! {
        <MessageActions message name anchor=handover_anchor(handover, scope) is_over>
            <Show when=move || marked.get() || !is_over.get()>
                <button
                    type="button"
                    class="button button-tertiary"
                    aria-label=move || format!("{}: {name}", sent_label(marked.get()))
                    disabled=app.is_shut()
                    on:click=toggle
                >
                    {move || sent_label(marked.get())}
                </button>
            </Show>
        </MessageActions>
    }
}

const fn sent_label(marked: bool) -> &'static str {
    if marked { handover_page::UNDO_SENT } else { handover_page::MARK_SENT }
}

fn find(open: &OpenCase, handover: Handover, scope: Scope) -> Option<HandoverState> {
    let mut states = open.guidance.handovers.iter();
    states.find(|state| state.handover == handover && state.scope == scope).cloned()
}

/// Who sends and who receives, each with its organisations.
fn ends(open: &OpenCase, handover: Handover, scope: Scope) -> (String, String) {
    let info = handover.info();
    let of = |role: Role, organisations: Vec<String>| match organisations.as_slice() {
        [] => text::role_short(role).to_owned(),
        names => format!("{} ({})", text::role_short(role), text::dates::list(names)),
    };
    let case = open.case();
    (
        of(info.from, sending_organisations(case, &open.guidance, handover, scope)),
        of(info.to, receiving_organisations(case, &open.guidance, handover, scope)),
    )
}

fn when(stamp: &Stamp) -> String {
    text::dates::time(clock::local(stamp.at))
}
