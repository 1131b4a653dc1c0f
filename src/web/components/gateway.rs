//! A gateway as a card: its question with one button per answer, who answered, and what it means.

use crate::domain::case::{DecisionField, Field, Scope, Topic, Value};
use crate::domain::process::{Answer, Gateway, Origin};
use crate::text::{self, common};
use crate::web::clock;
use crate::web::pages::gateway_anchor;
use crate::web::prelude::*;
use crate::web::state::App;

use super::deadline::Deadline;
use super::field::{Kind, TextField};
use super::focus::keep_focus;
use super::reason::ReasonForm;
use super::step_row::row_anchor;

/// A gateway that a role decides, or that follows from facts, in one scope.
#[component]
pub fn GatewayCard(gateway: Gateway, scope: Scope) -> Html {
    let app = App::get();
    let info = gateway.info();
    let state = app.derive(move |open| open.guidance.gateway(gateway, scope).cloned());
    let answer = Memo::new(move || state.with(|state| state.as_ref().and_then(|s| s.answer)));
    let open = Memo::new(move || state.with(|state| state.as_ref().is_some_and(|s| s.is_open)));
    let decision = app.derive(move |open| open.case().decision(gateway, scope).cloned());
    let asking = RwSignal::new(None::<Answer>);
    let anchor = gateway_anchor(gateway, scope);
    let reason_id = format!("{anchor}-reason");
    let field = move |field| Field::Decision(gateway, scope, field);
    let record = move |answer: Answer, why: String| {
        app.write(vec![
            (field(DecisionField::Answer), answer.into()),
            (field(DecisionField::Reason), Value::text(why)),
        ]);
        asking.set(None);
        // The line of the activity that the answer completes may have closed around it.
        keep_focus(vec![gateway_anchor(gateway, scope), row_anchor(info.at, scope)]);
    };
    let press = move |pressed: Answer| {
        let chosen = decision.with_untracked(|d| d.as_ref().and_then(|d| d.answer));
        if chosen == Some(pressed) {
            app.set(field(DecisionField::Answer), Value::Nothing);
        } else if open.get_untracked() {
            record(pressed, String::new());
        } else {
            asking.set(Some(pressed));
        }
    };
    let confirm = Callback::new(move |why: String| {
        if let Some(answer) = asking.get_untracked() {
            record(answer, why);
        }
    });
    let cancel = Callback::new(move |()| {
        asking.set(None);
        keep_focus(vec![gateway_anchor(gateway, scope)]);
    });
    let asked = match info.origin {
        Origin::Asked(role) | Origin::Proposed(role) => Some(role),
        Origin::Derived => None,
    };
    let buttons = info
        .answers
        .iter()
        .map(|(value, _)| {
            let value = *value;
            let pressed =
                move || (answer.get() == Some(value) && decision.with(Option::is_some)).to_string();
            view! {
                <button
                    type="button"
                    class="choice__button"
                    disabled=app.is_shut()
                    aria-pressed=pressed
                    on:click=move |_| press(value)
                >
                    {text::answer_label(gateway, value)}
                </button>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice gateway" id=anchor.clone() tabindex="-1">
            <legend class="choice__legend">{text::gateway_question(gateway)}</legend>
            {asked.map(|role| view! {
                <p class="gateway__who">{common::answered_by(text::role_short(role))}</p>
            })}
            {match asked {
                Some(_) => view! { <div class="choice__buttons">{buttons}</div> },
                None => view! {
                    <p class="gateway__derived">
                        {move || match answer.get() {
                            Some(answer) => text::answer_label(gateway, answer),
                            None => common::NOT_KNOWN_YET,
                        }}
                        " · "
                        {common::DERIVED}
                    </p>
                },
            }}
            {move || decision.get().map(|decision| {
                let stamp = decision.stamp.as_ref();
                let day = stamp.map(|s| text::dates::time(clock::local(s.at))).unwrap_or_default();
                let name = stamp.map(|stamp| stamp.author.name.clone()).unwrap_or_default();
                view! {
                    <p class="gateway__answered">{common::decided_by(&day, &name, &decision.by)}</p>
                    {(!decision.reason.is_empty()).then(|| view! {
                        <p class="activity__deviation">{common::OUT_OF_ORDER}" "{decision.reason.clone()}</p>
                    })}
                }
            })}
            <Show when=move || asking.get().is_some()>
                <ReasonForm
                    id=reason_id.clone()
                    confirm_label=common::DECIDE_ANYWAY
                    confirm=confirm
                    cancel=cancel
                />
            </Show>
            <details class="gateway__help">
                <summary>{common::WHAT_DOES_IT_MEAN}</summary>
                <p>{text::gateway_help(gateway)}</p>
                <p>{common::CHANGE_ANSWER}</p>
            </details>
            {asked.map(|_| view! {
                <Deadline topic=Topic::Gateway(gateway, scope) />
                <details class="activity__more">
                    <summary>{common::NOTE_AND_DECIDER}</summary>
                    <TextField field=field(DecisionField::By) label=common::DECIDED_BY />
                    <TextField
                        field=field(DecisionField::Note)
                        label=common::NOTE
                        kind=Kind::Note
                        hint=common::FREE_TEXT_HINT
                    />
                </details>
            })}
        </fieldset>
    }
}
