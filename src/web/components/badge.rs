//! Status in word, shape and colour; and what is waited for.

use crate::domain::guidance::{HandoverStatus, OrderStatus, Severity, Status, Wait};
use crate::text;
use crate::web::prelude::*;
use crate::web::state::App;

/// The shape and colour of a badge; the word comes beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Ready,
    Waiting,
    Done,
    Skipped,
    Conflict,
}

impl Tone {
    /// The style's class.
    pub const fn class(self) -> &'static str {
        match self {
            Tone::Ready => "status status--ready",
            Tone::Waiting => "status status--waiting",
            Tone::Done => "status status--done",
            Tone::Skipped => "status status--skipped",
            Tone::Conflict => "status status--conflict",
        }
    }
}

impl From<&Status> for Tone {
    fn from(status: &Status) -> Tone {
        match status {
            Status::NotReached(_) => Tone::Waiting,
            Status::Ready => Tone::Ready,
            Status::Done => Tone::Done,
            Status::NotApplicable(_) => Tone::Skipped,
        }
    }
}

impl From<&OrderStatus> for Tone {
    fn from(status: &OrderStatus) -> Tone {
        match status {
            OrderStatus::Undecided | OrderStatus::Waiting(_) => Tone::Waiting,
            OrderStatus::Ready => Tone::Ready,
            OrderStatus::Placed { .. } => Tone::Done,
        }
    }
}

impl From<&HandoverStatus> for Tone {
    fn from(status: &HandoverStatus) -> Tone {
        match status {
            // What is sent waits for its receiver.
            HandoverStatus::Waiting(_) | HandoverStatus::Sent(_) => Tone::Waiting,
            HandoverStatus::Ready => Tone::Ready,
            HandoverStatus::Received { .. } => Tone::Done,
            HandoverStatus::NotApplicable => Tone::Skipped,
        }
    }
}

impl From<Severity> for Tone {
    fn from(severity: Severity) -> Tone {
        match severity {
            Severity::Error => Tone::Conflict,
            Severity::Warning => Tone::Waiting,
            Severity::Note => Tone::Skipped,
        }
    }
}

/// A badge: shape and colour by tone, with its word.
#[component]
pub fn StatusBadge(tone: Tone, #[prop(into)] word: String) -> Html {
    view! { <span class=tone.class()>{word}</span> }
}

/// "Venter på": what, and from whom, each with a link to where it is done.
#[component]
pub fn Waits(waits: Vec<Wait>) -> Html {
    let app = App::get();
    let rows = app
        .read_untracked(|open| {
            waits
                .iter()
                .map(|wait| {
                    let href = crate::web::pages::wait_href(open, wait);
                    (href, text::wait_on_text(open.case(), wait.on), from(open.case(), wait))
                })
                .collect::<Vec<_>>()
        })
        .unwrap_or_default();
    (!rows.is_empty())
        .then(|| {
            view! {
                <div class="waits">
                    <span class="waits__label">{text::common::WAITS_FOR}</span>
                    <ul>
                        {rows
                            .into_iter()
                            .map(|(href, what, from)| {
                                view! { <li><a href=href>{what}</a>" · "{from}</li> }
                            })
                            .collect_view()}
                    </ul>
                </div>
            }
        })
        .into_html()
}

fn from(case: &crate::domain::case::Case, wait: &Wait) -> String {
    let holders: Vec<String> =
        wait.from.iter().map(|holder| text::holder_text(case, *holder)).collect();
    text::dates::list(&holders)
}
