//! The questions about a route: what is to happen, the old side, who closes it, the new side.

use crate::web::prelude::*;

use super::path::{Derived, Party};
use crate::domain::case::{
    Addressing, Closer, End, Field, Handling, Id, OrderKind, RouteField, RouteSide, RouteType,
    Side, SideField, Value,
};
use crate::domain::guidance::{Question, asked_next, asked_place, next_undecided};
use crate::domain::process::Gateway;
use crate::text::{facts, gateway_question, route_page as words};
use crate::web::components::{Choice, EntitySelect, SelectKind};
use crate::web::route::{CasePage, Page};
use crate::web::state::{App, OpenCase};

/// Which questions are on the page: one at a time, with those that are answered; or all.
#[derive(Clone, Copy)]
struct Asking {
    next: Memo<Option<Question>>,
    all: RwSignal<bool>,
}

impl Asking {
    fn reaches(self, question: Question) -> bool {
        let is_reached = |next| asked_place(question) <= asked_place(next);
        self.all.get() || self.next.get().is_none_or(is_reached)
    }

    /// A question, from when it is its turn or it is answered.
    fn ask(
        self,
        question: Question,
        is_answered: impl Fn() -> bool + Copy + Send + Sync + 'static,
        shown: impl Fn() -> Html + Copy + Send + Sync + 'static,
    ) -> Html {
        let is_now = Memo::new(move || self.next.get() == Some(question));
        view! {
            <Show when=move || self.reaches(question) || is_answered()>
                <div class="asked" class:asked--now=is_now>
                    {move || is_now.get().then(|| view! { <p class="asked__now">{words::ASKED_NOW}</p> })}
                    {shown()}
                </div>
            </Show>
        }
    }
}

#[component]
pub fn Questions(route: Id) -> Html {
    let app = App::get();
    let handling = app.derive(move |open| open.case().routes.get(&route).and_then(|r| r.handling));
    let next = app.derive(move |open| {
        let (line, decision) =
            open.case().routes.get(&route).zip(open.guidance.routes.get(&route))?;
        asked_next(line, decision)
    });
    let asking = Asking { next, all: RwSignal::new(false) };
    let help = move || match handling.get() {
        Some(handling) => facts::handling_help(handling),
        None => words::HANDLING_FIRST,
    };
    let options = || {
        Handling::ALL
            .iter()
            .map(|handling| (Value::from(*handling), facts::handling_label(*handling).to_owned()))
            .collect::<Vec<_>>()
    };
    let ask_handling = move || {
        view! {
            <Choice
                field=Field::Route(route, RouteField::Handling)
                legend=words::HANDLING
                options=options()
            />
        }
    };
    let has_party = move |kind| {
        let party = app.derive(move |open| {
            let order = open.guidance.routes.get(&route).and_then(|it| it.order(kind));
            order.is_some_and(|order| order.party.is_some())
        });
        move || party.get()
    };
    let [closes, establishes] = [OrderKind::Close, OrderKind::Establish].map(has_party);
    let has_new = app.derive(move |open| {
        open.case().routes.get(&route).is_some_and(|it| it.new != RouteSide::default())
    });
    let shows_new = move || match handling.get() {
        None => false,
        Some(Handling::Close | Handling::Keep) => true,
        Some(_) => asking.reaches(Question::Type(Side::New)) || has_new.get(),
    };
    view! {
        <section aria-labelledby="rutens-beslutning">
            <h2 id="rutens-beslutning">{words::DECISION}</h2>
            {asking.ask(Question::Handling, || true, ask_handling)}
            <p class="muted" role="status">{help}</p>
        </section>
        <section aria-labelledby="gammel-rute">
            <h2 id="gammel-rute">{facts::side_label(Side::Old)}</h2>
            // What is known of a route can be entered before it is decided what happens with it.
            <Show when=move || handling.get() != Some(Handling::Establish)>
                <SideQuestions route side=Side::Old asking />
            </Show>
            <Show when=move || matches!(handling.get(), Some(Handling::Replace | Handling::Close))>
                <CloserQuestions route asking />
            </Show>
            <Derived route gateway=Gateway::CloseRoute />
            {asking.ask(Question::Party(Side::Old), closes, move || view! {
                <Party route kind=OrderKind::Close />
            })}
        </section>
        <Show when=shows_new>
            <section aria-labelledby="ny-rute-fakta">
                <h2 id="ny-rute-fakta">{facts::side_label(Side::New)}</h2>
                <Derived route gateway=Gateway::EstablishRoute />
                <Show when=move || handling.get() == Some(Handling::Replace)>
                    <p class="form-hint route-hint">{words::TAKEN_OVER}</p>
                </Show>
                <Show when=move || {
                    matches!(handling.get(), Some(Handling::Replace | Handling::Establish))
                }>
                    <SideQuestions route side=Side::New asking />
                </Show>
                {asking.ask(Question::Party(Side::New), establishes, move || view! {
                    <Party route kind=OrderKind::Establish />
                })}
            </section>
        </Show>
        {move || match next.get() {
            Some(_) => view! {
                <button
                    type="button"
                    class="button button-tertiary"
                    aria-pressed=move || asking.all.get().to_string()
                    on:click=move |_| asking.all.update(|all| *all = !*all)
                >
                    {words::ALL_QUESTIONS}
                </button>
            },
            None => decided(app, route),
        }}
    }
}

/// That nothing is left to ask; and where the next question is, so that one goes on from the last answer.
fn decided(app: App, route: Id) -> Html {
    let next = app.derive(move |open| {
        let next = next_undecided(&open.guidance, Some(route))?;
        Some(Page::Case(open.id, CasePage::Route(next)).href())
    });
    view! {
        <p class="asked__done">
            {words::DECIDED}
            " "
            {move || next.get().map(|href| view! { <a href=href>{words::GO_ON}</a> })}
        </p>
    }
}

/// The facts of one side; on the new side what is taken over from the old is shown as derived.
#[component]
fn SideQuestions(route: Id, side: Side, asking: Asking) -> Html {
    let app = App::get();
    let field = move |field| Field::Route(route, RouteField::Side(side, field));
    let facts_of = app.derive(move |open| facts_of(open, route, side));
    let kind = Memo::new(move || facts_of.with(|facts| facts.kind));
    // The old side takes nothing over, so there what applies is what is entered.
    let taken_kind: Signal<Option<Value>> = Signal::derive(move || kind.get().map(Value::from));
    let taken_addressing: Signal<Option<Value>> =
        Signal::derive(move || facts_of.with(|facts| facts.addressing).map(Value::from));
    let taken_authority = Signal::derive(move || facts_of.with(|facts| facts.authority));
    let end = move |end: End| {
        let taken = Signal::derive(move || facts_of.with(|facts| facts.system(end)));
        move || {
            view! {
                <EntitySelect
                    field=field(SideField::System(end))
                    kind=SelectKind::System
                    label=words::system_label(kind.get(), end)
                    derived=taken
                />
            }
        }
    };
    let ask_type = move || {
        let types = RouteType::ALL.iter();
        let types =
            types.map(|kind| (Value::from(*kind), facts::route_type_label(*kind).to_owned()));
        view! {
            <Choice
                field=field(SideField::Type)
                legend=gateway_question(Gateway::RouteType)
                options=types.collect()
                derived=taken_kind
            />
        }
    };
    let ask_addressing = move || {
        let answers = Addressing::ALL.iter();
        let answers =
            answers.map(|it| (Value::from(*it), words::addressing_answer(*it).to_owned()));
        view! {
            <Choice
                field=field(SideField::Addressing)
                legend=facts::ADDRESSING_QUESTION
                options=answers.collect()
                hint=words::ADDRESSING_HINT
                derived=taken_addressing
            />
        }
    };
    let ask_active = move || {
        let answers = [true, false];
        let answers = answers.map(|it| (Value::Flag(it), facts::active_label(it).to_owned()));
        view! {
            <Choice
                field=field(SideField::Active)
                legend=words::ACTIVE
                options=answers.to_vec()
                hint=words::ACTIVE_HINT
            />
        }
    };
    let is_known = move |known: fn(&RouteSide) -> bool| move || facts_of.with(known);
    let anchor = (side == Side::New).then(|| super::path::anchor(Gateway::RouteType, route));
    view! {
        <div id=anchor tabindex="-1">
            {asking.ask(Question::Type(side), is_known(|side| side.kind.is_some()), ask_type)}
        </div>
        <div class="field-grid route-facts">
            {end(End::From)}
            {end(End::To)}
            <EntitySelect
                field=field(SideField::Authority)
                kind=SelectKind::Authority
                label=words::AUTHORITY
                derived=taken_authority
            />
        </div>
        {(side == Side::Old).then(|| {
            asking.ask(Question::Active, is_known(|side| side.active.is_some()), ask_active)
        })}
        {asking.ask(
            Question::Addressing(side),
            is_known(|side| side.addressing.is_some()),
            ask_addressing,
        )}
    }
}

/// Who closes the old route; and for FG whether that is ordered before the window.
#[component]
fn CloserQuestions(route: Id, asking: Asking) -> Html {
    let app = App::get();
    let asks_early = app.derive(move |open| {
        let line = open.case().routes.get(&route);
        line.is_some_and(|line| {
            line.closer == Some(Closer::OldOperations) && line.old.active == Some(true)
        })
    });
    let has_closer = app.derive(move |open| {
        open.case().routes.get(&route).is_some_and(|line| line.closer.is_some())
    });
    let ask_closer = move || {
        let closers = Closer::ALL.iter();
        let closers =
            closers.map(|closer| (Value::from(*closer), facts::closer_label(*closer).to_owned()));
        view! {
            <Choice
                field=Field::Route(route, RouteField::Closer)
                legend=words::CLOSER
                options=closers.collect()
                hint=words::CLOSER_HINT
            />
        }
    };
    let answers = || {
        vec![(Value::Flag(true), words::YES.to_owned()), (Value::Flag(false), words::NO.to_owned())]
    };
    view! {
        {asking.ask(Question::Closer, move || has_closer.get(), ask_closer)}
        <Show when=move || asks_early.get()>
            <Choice
                field=Field::Route(route, RouteField::OrderedEarly)
                legend=words::EARLY
                options=answers()
                hint=words::EARLY_HINT
            />
        </Show>
    }
}

fn facts_of(open: &OpenCase, route: Id, side: Side) -> RouteSide {
    let entered = open.case().routes.get(&route).map(|line| *line.side(side)).unwrap_or_default();
    match side {
        Side::Old => entered,
        Side::New => {
            open.guidance.routes.get(&route).and_then(|decision| decision.new).unwrap_or(entered)
        }
    }
}
