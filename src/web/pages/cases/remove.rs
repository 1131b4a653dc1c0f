//! Deleting a case: it cannot be undone, so its export is offered first.

use crate::web::prelude::*;

use super::LIST_HEADING;
use super::row::{export, exported};
use crate::domain::case::Id;
use crate::text::{cases, common};
use crate::web::components::Modal;
use crate::web::dom::focus_on;
use crate::web::rest;
use crate::web::state::App;

/// The case that someone asked to delete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doomed {
    pub id: Id,
    pub title: String,
}

/// Asks before the doomed case is deleted; the browser gives the focus back when it closes.
#[component]
pub fn DeleteDialog(doomed: RwSignal<Option<Doomed>>) -> Html {
    let app = App::get();
    let asked = Memo::new(move || doomed.with(Option::is_some));
    let close = move || doomed.set(None);
    let title = move || {
        let title = doomed.with(|doomed| doomed.as_ref().map(|it| cases::delete_title(&it.title)));
        title.unwrap_or_default()
    };
    let last_exported = move || {
        let id = doomed.with(|doomed| doomed.as_ref().map(|it| it.id))?;
        app.cases.with(|cards| {
            let card = cards.iter().find(|card| card.id() == Some(id))?;
            Some(cases::exported_sentence(exported(card).as_deref()))
        })
    };
    let keep = move |_| {
        if let Some(it) = doomed.get_untracked() {
            export(app, it.id);
        }
    };
    let delete = move |_| {
        let Some(it) = doomed.get_untracked() else { return };
        close();
        rest::call(app, move |rest| {
            (rest.delete)(app, it.id, &it.title);
            // The button that had the focus is gone with its case.
            focus_on(LIST_HEADING);
        });
    };
    view! {
        <Modal
            id="slet-overskrift"
            title=Signal::derive(title)
            asked
            close=Callback::new(move |()| close())
        >
            <p>{cases::DELETE_TEXT}</p>
            <p>{last_exported}</p>
            <div class="dialog__actions">
                <button type="button" class="button button-primary" on:click=keep>
                    {cases::EXPORT_FIRST}
                </button>
                <button type="button" class="button button-warning" on:click=delete>
                    {cases::DELETE_CONFIRM}
                </button>
                <button type="button" class="button button-tertiary" on:click=move |_| close()>
                    {common::CANCEL}
                </button>
            </div>
        </Modal>
    }
}
