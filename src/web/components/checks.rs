//! The optional check items that belong to an activity: ticked by whoever has seen to them, waited for by nobody.

use crate::web::prelude::*;

use crate::domain::case::{Field, Scope, Value};
use crate::domain::process::{Activity, CheckItem};
use crate::text::{self, checks, glossary_page};
use crate::web::clock;
use crate::web::pages::activity_anchor;
use crate::web::state::App;

/// What is worth checking at an activity; nothing where there is no such item.
#[component]
pub fn Checks(activity: Activity, scope: Scope) -> Html {
    let anchor = activity_anchor(activity, scope);
    let items: Vec<Html> = CheckItem::ALL
        .iter()
        .filter(|item| item.activity() == activity)
        .map(|item| check(&anchor, *item))
        .collect();
    (!items.is_empty())
        .then(|| {
            view! {
                <fieldset class="checks">
                    <legend>{glossary_page::CHECKS}</legend>
                    <p class="form-hint">{checks::OPTIONAL}</p>
                    {items}
                </fieldset>
            }
        })
        .into_html()
}

fn check(anchor: &str, item: CheckItem) -> Html {
    let app = App::get();
    let field = Field::Check(item);
    let stamp = app.derive(move |open| {
        let standing = open.file.log().standing(field)?;
        (standing.value == Value::Flag(true)).then(|| standing.stamp())
    });
    let text = text::check_text(item);
    let id = format!("{anchor}-{}", item.code());
    let (label_for, hint_id) = (id.clone(), format!("{id}-hint"));
    let described = hint_id.clone();
    let by = move || {
        stamp.get().map(|stamp| {
            let day = text::dates::day(clock::local(stamp.at).day);
            let checked = checks::checked_by(&day, &stamp.author.name, &stamp.author.initials);
            view! { <span class="activity__done">{checked}</span> }
        })
    };
    view! {
        <div class="form-group-checkbox">
            <input
                class="form-checkbox"
                type="checkbox"
                id=id
                aria-describedby=described
                disabled=app.is_shut()
                prop:checked=move || stamp.with(Option::is_some)
                on:change=move |event| app.set(field, event_target_checked(&event))
            />
            <label class="form-label" for=label_for>{text.title}</label>
            <p class="checks__about" id=hint_id>{text.explanation}" "{by}</p>
        </div>
    }
    .into_html()
}
