//! A merge before it happens: what each file is, what is new, what conflicts; then merge, or leave it.

use std::sync::Arc;

use super::changes::changes_view;
use crate::domain::exchange::{CaseId, Imported};
use crate::domain::guidance::Guiding;
use crate::domain::merging::{FilePreview, Preview, PreviewDispute, Previewing};
use crate::domain::process::Process;
use crate::domain::signers::Rule;
use crate::text::{merge_page, merging as words, shell};
use crate::web::clock;
use crate::web::dom::focus_on;
use crate::web::opening::{HEADING, delivered_to_me, receive, show_next};
use crate::web::pace::Pace;
use crate::web::prelude::*;
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};
use leptos::task::spawn_local;

/// So many values of a conflict are shown.
const MOST: usize = 20;

/// So many events or lines are looked at between two looks at the clock.
const BITE: usize = 200;

/// A case of more events than this is a large one.
const LARGE: usize = 2_000;

/// What waits first, and how much of the case is here already.
#[derive(Clone, Debug, PartialEq)]
struct Waiting {
    case: CaseId,
    /// When its files were exported.
    covers: Vec<i64>,
    here: usize,
    /// What the site asks of who signs, which may come while the two are compared.
    rules: Arc<[Rule]>,
}

/// A preview, and what it is of.
struct Compared {
    of: Waiting,
    preview: Preview,
}

/// The preview of the files that wait, above the page of the case they are of.
#[component]
pub fn MergePreview() -> Html {
    let app = App::get();
    let seen = RwSignal::new(None::<Arc<Compared>>);
    let of = Memo::new(move || waiting(app));
    Effect::new(move || match of.get() {
        Some(of) => spawn_local(look(app, of, seen)),
        None => seen.set(None),
    });
    let shown = move || {
        let case = of.with(|of| of.as_ref().map(|of| of.case));
        seen.with(|it| {
            let preview = &it.as_ref().filter(|it| Some(it.of.case) == case)?.preview;
            app.read_untracked(|open| region(app, open, preview, seen))
        })
    };
    view! { <div class="screen-only">{shown}</div> }
}

fn region(
    app: App,
    open: &OpenCase,
    preview: &Preview,
    seen: RwSignal<Option<Arc<Compared>>>,
) -> Html {
    let (new, old): (Vec<_>, Vec<_>) = preview.disputes.iter().partition(|dispute| dispute.is_new);
    let nothing = preview.is_nothing_new();
    let settled = preview.settled.len();
    view! {
        <section class="merge" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{merge_page::title(preview.files.len())}</h2>
            <p>{if nothing { merge_page::NOTHING_NEW } else { merge_page::LEAD }}</p>
            <h3>{merge_page::FILES}</h3>
            <ul>{preview.files.iter().map(file_view).collect_view()}</ul>
            {disputes_view(preview, merge_page::DISPUTES, Some(merge_page::DISPUTES_LEAD), &new)}
            {(settled > 0).then(|| view! { <p>{merge_page::settled(settled)}</p> })}
            {(preview.new_kept > 0).then(|| view! { <p>{merge_page::newer(preview.new_kept)}</p> })}
            {(!nothing).then(|| view! {
                <h3>{merge_page::NEWS}</h3>
                {changes_view(&preview.after, &preview.news)}
            })}
            {disputes_view(preview, merge_page::OLD_DISPUTES, None, &old)}
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
                        on:click=move |_| spawn_local(merge(app, seen))
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
    }
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

/// What waits to be merged into the open case; none where that is of another.
fn waiting(app: App) -> Option<Waiting> {
    app.incoming.with(|incoming| {
        let (case, files) = incoming.first()?;
        let covers = files.iter().map(|file| file.cover.at).collect();
        app.read(|open| {
            let is_it = open.id == case.0 && !open.is_shut();
            is_it.then(|| Waiting {
                case: *case,
                covers,
                here: open.file.log().len(),
                rules: open.case().signer_rules.clone(),
            })
        })
        .flatten()
    })
}

/// Reads from what waits first, beside the open case.
fn beside<T>(app: App, read: impl FnOnce(&OpenCase, &[Imported]) -> T) -> Option<T> {
    app.incoming.with_untracked(|incoming| {
        let (_, files) = incoming.first()?;
        app.read_untracked(|open| read(open, files))
    })
}

/// Works the preview out, a piece at a time.
async fn look(app: App, of: Waiting, seen: RwSignal<Option<Arc<Compared>>>) {
    let mut pace = Pace::new(app, merge_page::COMPARED);
    // The file was read until now, and that is a piece of its own.
    between_pieces(&of).await;
    let me = app.profile.get_untracked().author(&[]);
    let start = beside(app, |open, files| Previewing::start(&open.file, &open.kept, files));
    let Some(mut previewing) = start.flatten() else { return };
    let mut more = true;
    while more {
        let goes_on = pace.goes_on(previewing.progress()).await;
        // Something else is to be merged by now, or into another state of the case.
        if !is_waiting(app, &of) {
            return;
        }
        if !goes_on {
            take_first(app);
            return app.say(merge_page::COMPARING_STOPPED);
        }
        let step = |open: &OpenCase, files: &[Imported]| {
            previewing.step((&open.file, &open.kept), &me, files, BITE)
        };
        more = beside(app, step) == Some(true);
    }
    let preview = app.read_untracked(|open| previewing.finish(&open.file));
    between_pieces(&of).await;
    let Some(preview) = preview.filter(|_| is_waiting(app, &of)) else { return };
    let was_there = seen.with_untracked(|it| it.as_ref().is_some_and(|it| it.of.case == of.case));
    seen.set(Some(Arc::new(Compared { of, preview })));
    // One that is only worked out anew must not take the focus from what is written meanwhile.
    if !was_there {
        focus_on(HEADING);
    }
}

fn is_waiting(app: App, of: &Waiting) -> bool {
    untrack(|| waiting(app)).as_ref() == Some(of)
}

/// Lets the browser draw between two pieces of work on a large case; a small one comes at once.
async fn between_pieces(of: &Waiting) {
    if of.here > LARGE {
        clock::pause().await;
    }
}

async fn merge(app: App, seen: RwSignal<Option<Arc<Compared>>>) {
    // Where the preview is just being worked out anew, that comes first.
    let Some(it) = seen.get_untracked().filter(|it| is_waiting(app, &it.of)) else { return };
    let mut pace = Pace::new(app, merge_page::MERGED);
    let case = it.preview.after.case();
    let mut guiding = Guiding::start(case);
    while guiding.step(case, BITE) {
        if !pace.goes_on(500).await {
            return app.say(merge_page::MERGING_STOPPED);
        }
    }
    between_pieces(&it.of).await;
    let guidance = guiding.finish(&Process::UDSKIFT_IT_SYSTEM, case);
    between_pieces(&it.of).await;
    if !pace.is_on() {
        return app.say(merge_page::MERGING_STOPPED);
    }
    if !is_waiting(app, &it.of) {
        return;
    }
    seen.set(None);
    let Ok(Compared { preview: Preview { after, merged, .. }, .. }) = Arc::try_unwrap(it) else {
        return;
    };
    let Some((case, files)) = take_first(app) else { return };
    let delivery = delivered_to_me(app, &files);
    let kept = files.into_iter().flat_map(|file| file.kept).collect();
    // It is merged, and nobody stops it any more.
    drop(pace);
    app.take_merged(case.0, after, guidance, kept, &merged.added).await;
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
fn take_first(app: App) -> Option<(CaseId, Vec<Imported>)> {
    let mut first = None;
    app.incoming.update(|incoming| {
        if !incoming.is_empty() {
            first = Some(incoming.remove(0));
        }
    });
    first
}
