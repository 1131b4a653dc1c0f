//! Since when a document tells what changed: the last meeting, my last export, a day.

use crate::web::prelude::*;

use super::choices::Chosen;
use crate::domain::documents::{Document, Since};
use crate::domain::merging::Seen;
use crate::domain::time::Day;
use crate::text::{dates, documents, history};
use crate::web::clock;
use crate::web::components::Input;
use crate::web::state::{App, OpenCase};

/// Since when a document tells what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SinceWhat {
    Ever,
    /// The last meeting began.
    Meeting,
    Export,
    Week,
    Today,
    Day,
}

/// What there is to choose among: when my last export was made, and which meeting began last and when.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    exported: Option<i64>,
    meeting: Option<(u16, i64)>,
}

impl Known {
    fn of(open: &OpenCase) -> Known {
        Known { exported: last_export(open).map(|(at, _)| at), meeting: last_meeting(open) }
    }
}

/// The meeting that began last, and when.
fn last_meeting(open: &OpenCase) -> Option<(u16, i64)> {
    let (number, meeting) = open.case().last_meeting()?;
    Some((number, meeting.began.as_ref()?.at))
}

/// My last export: when, and what was known then.
fn last_export(open: &OpenCase) -> Option<(i64, Seen)> {
    Some((open.exported?, open.exports.last()?.clone()))
}

impl Chosen {
    /// Since when by default: a meeting is today, what came before it since the last one.
    fn since_what(self, Known { exported, meeting }: &Known) -> SinceWhat {
        let known = |what: &SinceWhat| match what {
            SinceWhat::Export => exported.is_some(),
            SinceWhat::Meeting => meeting.is_some(),
            _ => true,
        };
        self.since.get().filter(known).unwrap_or(match self.document.get() {
            Document::Status | Document::Minutes if meeting.is_some() => SinceWhat::Meeting,
            Document::Status if exported.is_some() => SinceWhat::Export,
            Document::Status => SinceWhat::Week,
            Document::Minutes => SinceWhat::Today,
            _ => SinceWhat::Ever,
        })
    }

    pub(super) fn since(self, open: &OpenCase) -> Since {
        let today = clock::today();
        let week = clock::start_of(Day::from_epoch(today.since_epoch() - 7));
        match self.since_what(&Known::of(open)) {
            SinceWhat::Ever => Since::Ever,
            SinceWhat::Meeting => {
                last_meeting(open).map_or(Since::Ever, |(number, at)| Since::Meeting(number, at))
            }
            SinceWhat::Export => {
                last_export(open).map_or(Since::Ever, |(at, seen)| Since::Export(at, seen))
            }
            SinceWhat::Week => Since::Moment(week),
            SinceWhat::Today => Since::Moment(clock::start_of(today)),
            SinceWhat::Day => {
                let day = Day::parse(&self.day.get());
                Since::Moment(day.map_or(week, clock::start_of))
            }
        }
    }
}

const SINCE: [SinceWhat; 6] = [
    SinceWhat::Ever,
    SinceWhat::Meeting,
    SinceWhat::Export,
    SinceWhat::Week,
    SinceWhat::Today,
    SinceWhat::Day,
];

#[component]
pub fn SinceChoice(chosen: Chosen) -> Html {
    let app = App::get();
    let known = app.derive(|open| Some(Known::of(open)));
    let what = Memo::new(move || {
        known.with(|known| known.as_ref().map_or(SinceWhat::Ever, |known| chosen.since_what(known)))
    });
    let option = move |(place, since): (usize, &SinceWhat)| {
        let since = *since;
        let known = known.get()?;
        let when = |at: i64| dates::relative(clock::local(at), clock::today());
        let label = match since {
            SinceWhat::Ever => documents::SINCE_EVER.to_owned(),
            SinceWhat::Meeting => {
                let (number, at) = known.meeting?;
                documents::since_meeting(number, &when(at))
            }
            SinceWhat::Export => history::since_export(&when(known.exported?)),
            SinceWhat::Week => documents::SINCE_WEEK.to_owned(),
            SinceWhat::Today => documents::SINCE_TODAY.to_owned(),
            SinceWhat::Day => documents::SINCE_DAY.to_owned(),
        };
        let is_chosen = move || what.get() == since;
        Some(view! { <option value=place.to_string() prop:selected=is_chosen>{label}</option> })
    };
    let select = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        chosen.since.set(place.and_then(|place| SINCE.get(place)).copied());
    };
    view! {
        <div class="form-group">
            <label class="form-label" for="udskrift-siden">{documents::SINCE}</label>
            <select class="form-select" id="udskrift-siden" on:change=select>
                {move || SINCE.iter().enumerate().filter_map(option).collect_view()}
            </select>
        </div>
        <Show when=move || what.get() == SinceWhat::Day>
            <div class="form-group">
                <Input
                    id="udskrift-dag"
                    label=documents::SINCE_WHICH_DAY
                    kind="date"
                    text=chosen.day
                />
            </div>
        </Show>
    }
}
