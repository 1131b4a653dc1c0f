//! An activity as a card: what it is, whose it is, where it stands, what it waits for, and its buttons.

use crate::domain::case::{Holder, MarkField, MarkKey, MarkState, Scope, Topic, Value};
use crate::domain::guidance::{Deviation, Excluded, Part, Status, Step};
use crate::domain::process::{Activity, Performed, ScopeKind};
use crate::text::{self, common};
use crate::web::clock;
use crate::web::pages::{activity_anchor, composite_href};
use crate::web::prelude::*;
use crate::web::state::App;

use super::badge::{StatusBadge, Tone, Waits};
use super::checks::Checks;
use super::deadline::Deadline;
use super::field::{Kind, TextField};
use super::focus::keep_focus;
use super::gateway::GatewayCard;
use super::reason::ReasonForm;
use super::step_row::row_anchor;
use super::terms::Terms;

/// A card for one activity in one scope.
#[component]
pub fn ActivityCard(
    activity: Activity,
    scope: Scope,
    /// What is entered in the activity, before its buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> Html {
    let app = App::get();
    let info = activity.info();
    let step = app.derive(move |open| open.guidance.step(activity, scope).cloned());
    let mine = app.derive(move |open| {
        let step = open.guidance.step(activity, scope);
        step.is_some_and(|step| {
            let turn = |part: &Part| {
                open.roles.contains(&part.holder.role) && step.is_turn_of(part.holder)
            };
            step.parts.iter().any(turn)
        })
    });
    let anchor = activity_anchor(activity, scope);
    let heading = format!("{anchor}-heading");
    let labelled = heading.clone();
    let scope_name =
        app.derive(move |open| text::scope_text(open.case(), scope).unwrap_or_default());
    let composite = move || {
        (!info.made_of.is_empty() || activity == Activity::U22).then(|| {
            let (href, label) = app.read(|open| composite_href(open.id, activity))??;
            // A page does not send to itself.
            if app.page.get().href() == href {
                return None;
            }
            Some(view! { <p><a class="activity__into" href=href>{label}</a></p> })
        })
    };
    view! {
        <article
            class="card activity"
            class:activity--mine=mine
            id=anchor
            tabindex="-1"
            aria-labelledby=labelled
        >
            <header class="activity__head">
                <h3 class="activity__name" id=heading>
                    <span class="activity__reference">{text::activity_reference(activity)}</span>
                    " "
                    {text::activity_name(activity)}
                    {move || {
                        let name = scope_name.get();
                        (!name.is_empty()).then(|| view! {
                            <span class="activity__scope">" · "{name}</span>
                        })
                    }}
                </h3>
                {move || step.get().map(|step| view! {
                    <StatusBadge tone=Tone::from(&step.status) word=text::status_word(&step.status) />
                })}
            </header>
            <p class="activity__roles">
                {roles_text(activity)}
                {(info.performed == Performed::Adm).then(|| view! {
                    <span class="tag tag--adm">{text::performed_label(Performed::Adm)}</span>
                })}
            </p>
            <p class="activity__what">{text::activity_what(activity)}</p>
            <Terms activity />
            {move || step.get().map(|step| state_view(&step))}
            {composite}
            {children.map(|children| children())}
            {match info.decides {
                Some(gateway) => view! { <GatewayCard gateway scope /> },
                // The question has the frist of both.
                None => view! {
                    <Parts activity scope step />
                    <Deadline topic=Topic::Activity(activity, scope) />
                },
            }}
            // Those of an agreement's activities stand once for all agreements, on their page.
            {(info.scope != ScopeKind::Agreement).then(|| view! { <Checks activity scope /> })}
        </article>
    }
}

fn roles_text(activity: Activity) -> String {
    let roles: Vec<String> =
        activity.info().roles.iter().map(|role| text::role_short(*role).to_owned()).collect();
    text::dates::list(&roles)
}

fn state_view(step: &Step) -> Html {
    match &step.status {
        Status::NotReached(waits) => view! { <Waits waits=waits.clone() /> },
        Status::NotApplicable(excluded) => {
            view! { <p class="activity__why">{text::excluded_text(excluded)}</p> }
        }
        // What an activity made of others, of orders or of receipts still lacks.
        Status::Ready => view! { <Waits waits=step.remaining.clone() /> }.into_html(),
        Status::Done => step.deviation.clone().map(deviation_view).into_html(),
    }
}

fn deviation_view(deviation: Deviation) -> Html {
    let word = if deviation.reason.is_empty() {
        common::BASIS_LOST.to_owned()
    } else {
        format!("{} {}", common::OUT_OF_ORDER, deviation.reason)
    };
    view! {
        <div class="activity__deviation">
            <p>{word}</p>
            <Waits waits=deviation.lacks />
        </div>
    }
}

/// One row per role and organisation that performs the activity, each with its own buttons.
#[component]
fn Parts(activity: Activity, scope: Scope, step: Memo<Option<Step>>) -> Html {
    let app = App::get();
    let holders = Memo::new(move || {
        step.with(|step| {
            let parts = step.as_ref().map(|step| step.parts.as_slice()).unwrap_or_default();
            parts.iter().map(|part| part.holder).collect::<Vec<_>>()
        })
    });
    let several = Memo::new(move || holders.with(Vec::len) > 1);
    let placeholder = move || scope == Scope::Case && activity.info().scope != ScopeKind::Case;
    view! {
        <Show when=move || !placeholder()>
            <For each=move || holders.get() key=|holder| *holder let:holder>
                <PartRow activity scope holder step several=several />
            </For>
        </Show>
        {move || placeholder().then(|| {
            let href = app.read(|open| crate::web::pages::agreements_href(open.id));
            view! { <p><a href=href>{common::GO_TO_AGREEMENTS}</a></p> }
        })}
    }
}

#[component]
fn PartRow(
    activity: Activity,
    scope: Scope,
    holder: Holder,
    step: Memo<Option<Step>>,
    several: Memo<bool>,
) -> Html {
    let app = App::get();
    let key = MarkKey { activity, scope, holder };
    let part = Memo::new(move || {
        step.with(|step| {
            let parts = step.as_ref().map(|step| step.parts.as_slice()).unwrap_or_default();
            parts.iter().find(|part| part.holder == holder).cloned()
        })
    });
    let done = Memo::new(move || part.with(|part| part.as_ref().is_some_and(|part| part.done)));
    let excluded = Memo::new(move || {
        step.with(|step| match step.as_ref().map(|step| &step.status) {
            Some(Status::NotApplicable(excluded)) => Some(excluded.clone()),
            _ => None,
        })
    });
    let skipped = move || matches!(excluded.get(), Some(Excluded::Skipped { .. }));
    let waits =
        Memo::new(move || step.with(|step| step.as_ref().is_some_and(|s| !s.lacks().is_empty())));
    let asking = RwSignal::new(None::<MarkState>);
    let holder_id = format!("{}-{}", activity_anchor(activity, scope), holder);
    let reason_id = format!("{holder_id}-reason");
    let described = holder_id.clone();
    let record = move |state: MarkState, why: String| {
        let mut changes =
            vec![(crate::domain::case::Field::Done(key, MarkField::State), state.into())];
        changes.push((crate::domain::case::Field::Done(key, MarkField::Reason), Value::text(why)));
        app.write(changes);
        asking.set(None);
        keep_focus(vec![activity_anchor(activity, scope), row_anchor(activity, scope)]);
    };
    let press = move |state: MarkState| {
        if waits.get_untracked() {
            asking.set(Some(state));
        } else {
            record(state, String::new());
        }
    };
    let take_back = move |_| {
        let field = crate::domain::case::Field::Done(key, MarkField::State);
        app.set(field, Value::Nothing);
        keep_focus(vec![activity_anchor(activity, scope), row_anchor(activity, scope)]);
    };
    let confirm = Callback::new(move |why: String| {
        if let Some(state) = asking.get_untracked() {
            record(state, why);
        }
    });
    let cancel = Callback::new(move |()| {
        asking.set(None);
        keep_focus(vec![activity_anchor(activity, scope)]);
    });
    let holder_name = app.derive(move |open| text::holder_text(open.case(), holder));
    let described_done = described.clone();
    let optional = activity.info().optional;
    view! {
        <div class="activity__part">
            <span class="activity__holder" id=holder_id class:visually-hidden=move || !several.get()>
                {holder_name}
            </span>
            {move || part.get().filter(|part| part.done && !skipped()).map(|part| view! {
                <span class="activity__done">{done_text(&part)}</span>
            })}
            <Show when=move || excluded.get().is_none() || skipped()>
                <div class="button-row">
                    {
                        let described = described_done.clone();
                        move || if skipped() {
                            view! {
                                <button
                                    type="button"
                                    class="button button-tertiary"
                                    disabled=app.is_shut()
                                    on:click=take_back
                                >
                                    {common::UNDO_NOT_RELEVANT}
                                </button>
                            }
                        } else if done.get() {
                            view! {
                                <button
                                    type="button"
                                    class="button button-tertiary"
                                    aria-describedby=described.clone()
                                    disabled=app.is_shut()
                                    on:click=take_back
                                >
                                    {common::UNDO_DONE}
                                </button>
                            }
                        } else {
                            view! {
                                <button
                                    type="button"
                                    class="button"
                                    class:button-primary=move || !waits.get()
                                    class:button-secondary=move || waits.get()
                                    aria-describedby=described.clone()
                                    disabled=app.is_shut()
                                    on:click=move |_| press(MarkState::Done)
                                >
                                    {common::MARK_DONE}
                                </button>
                                {optional.then(|| view! {
                                    <button
                                        type="button"
                                        class="button button-tertiary"
                                        disabled=app.is_shut()
                                        on:click=move |_| press(MarkState::Skipped)
                                    >
                                        {common::NOT_RELEVANT}
                                    </button>
                                })}
                            }
                        }
                    }
                </div>
            </Show>
            <Show when=move || asking.get().is_some()>
                <ReasonForm
                    id=reason_id.clone()
                    confirm_label=common::MARK_ANYWAY
                    confirm=confirm
                    cancel=cancel
                />
            </Show>
            <details class="activity__more">
                <summary>{common::NOTE_AND_DATE}</summary>
                <TextField
                    field=crate::domain::case::Field::Done(key, MarkField::Note)
                    label=common::NOTE
                    kind=Kind::Note
                    hint=common::FREE_TEXT_HINT
                />
                <TextField
                    field=crate::domain::case::Field::Done(key, MarkField::On)
                    label=common::DONE_ON
                    kind=Kind::Day
                />
            </details>
        </div>
    }
}

/// "Udført 21.11.2026 af Mette Holm (MH)."
fn done_text(part: &Part) -> String {
    let stamp = part.stamp.as_ref();
    let recorded = stamp.map(|stamp| clock::local(stamp.at).day);
    let day = part.on.or(recorded).map(text::dates::day).unwrap_or_default();
    let (name, initials) = stamp
        .map(|stamp| (stamp.author.name.as_str(), stamp.author.initials.as_str()))
        .unwrap_or_default();
    common::done_by(&day, name, initials)
}
