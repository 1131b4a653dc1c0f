//! One rule's fields: its conditions, who signs, and where it is from.

use super::state::Desk;
use crate::domain::case::{OrderKind, RouteType};
use crate::domain::signers::{NewEnd, Rule, RuleField, Signer, SignerPart, check};
use crate::text::{facts, signer_rules as words};
use crate::web::components::Checkbox;
use crate::web::dom::focus_on;
use crate::web::prelude::*;
use crate::web::state::App;

#[component]
pub fn RuleFields(desk: Desk, key: u32) -> Html {
    let found = Memo::new(move || desk.rule(key).unwrap_or_default());
    let number = Memo::new(move || found.with(|found| found.0 + 1));
    let wrong = move || {
        let (at, rule) = found.get();
        let errors = check(&Rule { number: at + 1, ..rule });
        (!errors.is_empty()).then(|| words::errors_text(&errors))
    };
    let orders = options(OrderKind::ALL, OrderKind::code, words::order_label);
    let types = options(RouteType::ALL, RouteType::code, facts::route_type_label);
    let ends = options(NewEnd::ALL, NewEnd::code, words::end_label);
    let text = move |field: RuleField, hint: Option<&'static str>| {
        view! {
            <TextInput
                desk
                key
                id=format!("regel-{key}-{}", field.code())
                label=words::field_label(field)
                hint=hint.unwrap_or_default()
                get=if field == RuleField::Name { |it| it.name.clone() } else { |it| it.source.clone() }
                set=if field == RuleField::Name { |it, text| it.name = text } else { |it, text| it.source = text }
            />
        }
    };
    view! {
        <fieldset class="signer">
            <legend>{move || found.with(|(at, rule)| words::heading(at + 1, &rule.name))}</legend>
            <p class="field__warning">{wrong}</p>
            {text(RuleField::Name, Some(words::NAME_HINT))}
            <div class="field-grid">
                {select(desk, key, RuleField::Order, orders, |it| it.order.map(OrderKind::code), |it, code| {
                    it.order = OrderKind::from_code(code);
                })}
                {select(desk, key, RuleField::Type, types, |it| it.kind.map(RouteType::code), |it, code| {
                    it.kind = RouteType::from_code(code);
                })}
                {select(desk, key, RuleField::NewSystem, ends, |it| it.end.map(NewEnd::code), |it, code| {
                    it.end = NewEnd::from_code(code);
                })}
            </div>
            <p class="form-hint">{words::NEW_SYSTEM_HINT}</p>
            <fieldset class="rule__signers">
                <legend class="form-label">{words::WHO_SIGNS}</legend>
                {SignerPart::ALL.iter().map(|part| part_box(desk, key, *part)).collect_view()}
                <TextInput
                    desk
                    key
                    id=format!("regel-{key}-organisationer")
                    label=words::ORGANISATIONS
                    hint=words::ORGANISATIONS_HINT
                    get=organisations
                    set=set_organisations
                />
            </fieldset>
            {text(RuleField::Source, Some(words::RULE_SOURCE_HINT))}
            {buttons(desk, key, number)}
        </fieldset>
    }
}

/// The element id of a rule's name.
pub fn name_id(key: u32) -> String {
    format!("regel-{key}-{}", RuleField::Name.code())
}

type Get = fn(&Rule) -> String;
type Set = fn(&mut Rule, String);

/// A text of the rule, written when the field is left.
#[component]
fn TextInput(
    desk: Desk,
    key: u32,
    id: String,
    label: &'static str,
    hint: &'static str,
    get: Get,
    set: Set,
) -> Html {
    let value = move || desk.rule(key).map(|(_, rule)| get(&rule)).unwrap_or_default();
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group field--wide">
            <label class="form-label" for=id.clone()>{label}</label>
            <span class="form-hint" id=hint_id.clone()>{hint}</span>
            <input
                id=id
                class="form-input"
                autocomplete="off"
                aria-describedby=hint_id
                prop:value=value
                on:change=move |event| {
                    let text = event_target_value(&event).trim().to_owned();
                    desk.edit(key, |rule| set(rule, text));
                }
            />
        </div>
    }
}

type Options = Vec<(&'static str, &'static str)>;

fn options<T: Copy>(
    all: &[T],
    code: fn(T) -> &'static str,
    label: fn(T) -> &'static str,
) -> Options {
    all.iter().map(|it| (code(*it), label(*it))).collect()
}

/// A condition: one of these, or all.
fn select(
    desk: Desk,
    key: u32,
    field: RuleField,
    options: Options,
    get: fn(&Rule) -> Option<&'static str>,
    set: fn(&mut Rule, &str),
) -> Html {
    let id = format!("regel-{key}-{}", field.code());
    let chosen =
        Memo::new(move || desk.rule(key).and_then(|(_, rule)| get(&rule)).unwrap_or_default());
    let options = std::iter::once(("", words::ALL)).chain(options).map(|(code, label)| {
        view! { <option value=code prop:selected=move || chosen.get() == code>{label}</option> }
    });
    view! {
        <div class="form-group">
            <label class="form-label" for=id.clone()>{words::field_label(field)}</label>
            <select
                id=id
                class="form-select"
                on:change=move |event| {
                    let code = event_target_value(&event);
                    desk.edit(key, |rule| set(rule, &code));
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
}

fn part_box(desk: Desk, key: u32, part: SignerPart) -> Html {
    let id = format!("regel-{key}-{}", part.code());
    let signer = Signer::Part(part);
    let known = signer.clone();
    let is_on = move || desk.rule(key).is_some_and(|(_, rule)| rule.signers.contains(&known));
    let turn = move |on: bool| {
        let signer = signer.clone();
        desk.edit(key, |rule| {
            rule.signers.retain(|other| *other != signer);
            if on {
                // The parts stand in their own order, before the organisations.
                let at = rule.signers.iter().take_while(|it| is_before(it, part)).count();
                rule.signers.insert(at, signer);
            }
        });
    };
    view! {
        <Checkbox id label=words::part_label(part) is_on=Signal::derive(is_on) on_turn=turn />
    }
}

fn is_before(signer: &Signer, part: SignerPart) -> bool {
    matches!(signer, Signer::Part(other) if *other < part)
}

fn organisations(rule: &Rule) -> String {
    let names = rule.signers.iter().filter_map(|signer| match signer {
        Signer::Organisation(name) => Some(name.as_str()),
        Signer::Part(_) => None,
    });
    names.collect::<Vec<_>>().join("; ")
}

fn set_organisations(rule: &mut Rule, text: String) {
    rule.signers.retain(|signer| matches!(signer, Signer::Part(_)));
    let names = text.split(';').map(str::trim).filter(|name| !name.is_empty());
    rule.signers.extend(names.map(|name| Signer::Organisation(name.to_owned())));
}

fn buttons(desk: Desk, key: u32, number: Memo<usize>) -> Html {
    let app = App::get();
    let button = move |word: &'static str, press: fn(Desk, u32)| {
        let id = format!("regel-{key}-{}", word.to_lowercase());
        let at = id.clone();
        view! {
            <button
                type="button"
                class="button button-tertiary"
                id=id
                aria-label=move || words::button_label(word, number.get())
                on:click=move |_| {
                    press(desk, key);
                    focus_on(at.clone());
                }
            >
                {word}
            </button>
        }
    };
    let remove = move |_| {
        app.say(words::removed(number.get_untracked()));
        desk.remove(key);
    };
    view! {
        <div class="button-row">
            {button(words::EARLIER, |desk, key| desk.step(key, true))}
            {button(words::LATER, |desk, key| desk.step(key, false))}
            <button
                type="button"
                class="button button-tertiary"
                aria-label=move || words::button_label(words::REMOVE, number.get())
                on:click=remove
            >
                {words::REMOVE}
            </button>
        </div>
    }
}
