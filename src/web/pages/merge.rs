//! A merge before it happens: what each file is, what is new, what conflicts; then merge, or leave it.

use super::changes::changes_view;
use crate::domain::exchange::Imported;
use crate::domain::merging::{self, FilePreview, Preview, PreviewDispute};
use crate::text::{merge_page, merging as words, shell};
use crate::web::clock;
use crate::web::opening::{HEADING, delivered_to_me, receive, show_next};
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// So many values of a conflict are shown.
const MOST: usize = 20;

/// The preview of the files that wait, above the page of the case they are of.
#[component]
pub fn MergePreview() -> Html {
    let app = App::get();
    let shown = move || {
        app.incoming.with(|incoming| {
            let (case, files) = incoming.first()?;
            app.read(|open| {
                (open.id == case.0 && !open.is_shut()).then(|| region(app, open, files))
            })
            .flatten()
        })
    };
    view! { <div class="screen-only">{shown}</div> }
}

fn region(app: App, open: &OpenCase, files: &[Imported]) -> Option<Html> {
    let me = app.profile.get_untracked().author(&open.roles);
    let preview = merging::preview(Some((&open.file, &open.kept)), &me, files)?;
    let (new, old): (Vec<_>, Vec<_>) = preview.disputes.iter().partition(|dispute| dispute.is_new);
    let nothing = preview.is_nothing_new();
    let settled = preview.settled.len();
    Some(view! {
        <section class="merge" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{merge_page::title(files.len())}</h2>
            <p>{if nothing { merge_page::NOTHING_NEW } else { merge_page::LEAD }}</p>
            <h3>{merge_page::FILES}</h3>
            <ul>{preview.files.iter().map(file_view).collect_view()}</ul>
            {disputes_view(&preview, merge_page::DISPUTES, Some(merge_page::DISPUTES_LEAD), &new)}
            {(settled > 0).then(|| view! { <p>{merge_page::settled(settled)}</p> })}
            {(preview.new_kept > 0).then(|| view! { <p>{merge_page::newer(preview.new_kept)}</p> })}
            {(!nothing).then(|| view! {
                <h3>{merge_page::NEWS}</h3>
                {changes_view(&preview.after, &preview.news)}
            })}
            {disputes_view(&preview, merge_page::OLD_DISPUTES, None, &old)}
            {(!preview.mine.is_empty()).then(|| view! {
                <details>
                    <summary>{merge_page::MINE}</summary>
                    <p>{merge_page::MINE_LEAD}</p>
                    {changes_view(&open.file, &preview.mine)}
                </details>
            })}
            <div class="button-row">
                {(!nothing).then(|| view! {
                    <button
                        type="button"
                        class="button button-primary"
                        on:click=move |_| merge(app)
                    >
                        {merge_page::MERGE}
                    </button>
                })}
                <button type="button" class="button button-secondary" on:click=move |_| copy(app)>
                    {merge_page::OPEN_COPY}
                </button>
                <button type="button" class="button button-secondary" on:click=move |_| leave(app)>
                    {merge_page::LEAVE}
                </button>
            </div>
        </section>
    })
}

fn file_view(file: &FilePreview) -> Html {
    let altered = file.is_as_exported == Some(false);
    view! {
        <li>
            <p>{words::cover_text(&file.cover, clock::local(file.cover.at))}</p>
            <p>{words::relation_text(file.relation)}</p>
            {altered.then(|| view! { <p>{words::ALTERED}</p> })}
        </li>
    }
}

fn disputes_view(
    preview: &Preview,
    heading: &'static str,
    lead: Option<&'static str>,
    disputes: &[&PreviewDispute],
) -> Option<Html> {
    let after = &preview.after;
    let one = |shown: &&PreviewDispute| {
        let dispute = &shown.dispute;
        let hidden = dispute.choices.len().saturating_sub(MOST);
        let sides = dispute.choices.iter().take(MOST).map(|choice| {
            let by = words::choice_by(after, choice, clock::local).join("; ");
            view! {
                <div class="conflict__side">
                    <p class="conflict__value">
                        {words::choice_text(after.case(), dispute, choice)}
                    </p>
                    <p class="muted small">{by}</p>
                </div>
            }
        });
        view! {
            <li>
                <h4>{words::dispute_name(after.case(), dispute)}</h4>
                <div class="conflict">{sides.collect_view()}</div>
                {(hidden > 0).then(|| view! { <p>{words::more_values(hidden)}</p> })}
            </li>
        }
    };
    (!disputes.is_empty()).then(|| {
        view! {
            <h3>{heading}</h3>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            <ul class="conflicts">{disputes.iter().map(one).collect_view()}</ul>
        }
    })
}

fn merge(app: App) {
    let Some((case, files)) = take_first(app) else { return };
    let delivery = delivered_to_me(app, &files);
    let merged = app.take_files(case.0, files);
    let what = shell::merged(merged.added.len(), merged.known, merged.clashes.len());
    app.say_merged(what, merged.added);
    let waiting = app.incoming.with_untracked(|incoming| !incoming.is_empty());
    match delivery {
        Some(delivery) if !waiting => receive(app, case.0, &delivery),
        _ => show_next(app),
    }
}

fn copy(app: App) {
    let Some((_, files)) = take_first(app) else { return };
    let Some(id) = app.open_copy(files) else { return };
    app.say(merge_page::OPENED_COPY);
    let _ = window().location().set_hash(&Page::Case(id, CasePage::Overview).href());
}

fn leave(app: App) {
    take_first(app);
    app.say(merge_page::LEFT);
    show_next(app);
}

/// Takes the first of the waiting cases out, so that the preview goes.
fn take_first(app: App) -> Option<(crate::domain::exchange::CaseId, Vec<Imported>)> {
    let mut first = None;
    app.incoming.update(|incoming| {
        if !incoming.is_empty() {
            first = Some(incoming.remove(0));
        }
    });
    first
}
