//! "Overdrag": the case's file for the role whose turn it is, with the message to mail along.

use crate::domain::process::Role;
use crate::text::messages::Message;
use crate::text::{handover_page, role_name, role_short};
use crate::web::prelude::*;
use crate::web::state::App;
use crate::web::transfer;

use super::message::{MessageActions, ended};

/// Hands the case over to a role: downloads the file, then shows the message for it.
#[component]
pub fn Deliver() -> Html {
    let app = App::get();
    let to = RwSignal::new(None::<Role>);
    let message = RwSignal::new(None::<Message>);
    let deliver = move |event: web_sys::Event| {
        event.prevent_default();
        let Some(role) = to.get_untracked() else {
            return app.warn(handover_page::CHOOSE_ROLE);
        };
        let Some(handed) = app.hand_over(role) else { return };
        transfer::download(&handed.name, &handed.text);
        message.set(Some(handed.message));
        app.say(handover_page::delivered(&handed.name, role_short(role)));
    };
    let options = Role::ALL
        .iter()
        .map(|role| view! { <option value=role.code()>{role_name(*role)}</option> })
        .collect_view();
    let shown = Memo::new(move || ended(app, message.get().unwrap_or_default()));
    view! {
        <section class="card" aria-labelledby="overdrag">
            <h2 id="overdrag">{handover_page::DELIVER_TITLE}</h2>
            <p>{handover_page::DELIVER_LEAD}</p>
            <form class="toolbar" on:submit=deliver>
                <div class="form-group">
                    <label class="form-label" for="overdrag-til">{handover_page::DELIVER_TO}</label>
                    <select
                        id="overdrag-til"
                        class="form-select"
                        on:change=move |event| {
                            to.set(Role::from_code(&event_target_value(&event)));
                            message.set(None);
                        }
                    >
                        <option value="">{handover_page::CHOOSE}</option>
                        {options}
                    </select>
                </div>
                <button type="submit" class="button button-primary">{handover_page::DELIVER}</button>
            </form>
            <Show when=move || message.with(Option::is_some)>
                <p>{handover_page::DELIVER_NEXT}</p>
                <MessageActions
                    message=shown
                    name=handover_page::DELIVER_MESSAGE
                    anchor="overdrag".to_owned()
                    is_over=Signal::stored(false)
                >
                    ""
                </MessageActions>
            </Show>
        </section>
    }
}
