//! The questions about a route: what is to happen, the old side, who closes it, the new side.

use crate::web::prelude::*;

use super::path::{Derived, Party};
use crate::domain::case::{
    Addressing, Closer, End, Field, Handling, Id, OrderKind, RouteField, RouteSide, RouteType,
    Side, SideField, Value,
};
use crate::domain::process::Gateway;
use crate::text::{facts, gateway_question, route_page as words};
use crate::web::components::{Choice, EntitySelect, SelectKind};
use crate::web::state::{App, OpenCase};

#[component]
pub fn Questions(route: Id) -> Html {
    let app = App::get();
    let handling = app.derive(move |open| open.case().routes.get(&route).and_then(|r| r.handling));
    let help = move || match handling.get() {
        Some(handling) => facts::handling_help(handling),
        None => words::HANDLING_FIRST,
    };
    let options = Handling::ALL
        .iter()
        .map(|handling| (Value::from(*handling), facts::handling_label(*handling).to_owned()))
        .collect();
    view! {
        <section aria-labelledby="rutens-beslutning">
            <h2 id="rutens-beslutning">{words::DECISION}</h2>
            <Choice
                field=Field::Route(route, RouteField::Handling)
                legend=words::HANDLING
                options=options
            />
            <p class="muted" role="status">{help}</p>
        </section>
        <section aria-labelledby="gammel-rute">
            <h2 id="gammel-rute">{facts::side_label(Side::Old)}</h2>
            // What is known of a route can be entered before it is decided what happens with it.
            <Show when=move || handling.get() != Some(Handling::Establish)>
                <SideQuestions route side=Side::Old />
            </Show>
            <Show when=move || matches!(handling.get(), Some(Handling::Replace | Handling::Close))>
                <CloserQuestions route />
            </Show>
            <Derived route gateway=Gateway::CloseRoute />
            <Party route kind=OrderKind::Close />
        </section>
        <Show when=move || handling.get().is_some()>
            <section aria-labelledby="ny-rute-fakta">
                <h2 id="ny-rute-fakta">{facts::side_label(Side::New)}</h2>
                <Derived route gateway=Gateway::EstablishRoute />
                <Show when=move || handling.get() == Some(Handling::Replace)>
                    <p class="form-hint route-hint">{words::TAKEN_OVER}</p>
                </Show>
                <Show when=move || {
                    matches!(handling.get(), Some(Handling::Replace | Handling::Establish))
                }>
                    <SideQuestions route side=Side::New />
                </Show>
                <Party route kind=OrderKind::Establish />
            </section>
        </Show>
    }
}

/// The facts of one side; on the new side what is taken over from the old is shown as derived.
#[component]
fn SideQuestions(route: Id, side: Side) -> Html {
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
    let types = RouteType::ALL
        .iter()
        .map(|kind| (Value::from(*kind), facts::route_type_label(*kind).to_owned()))
        .collect();
    let addressings = Addressing::ALL
        .iter()
        .map(|it| (Value::from(*it), words::addressing_answer(*it).to_owned()))
        .collect();
    let active = [true, false]
        .map(|active| (Value::Flag(active), facts::active_label(active).to_owned()))
        .to_vec();
    let anchor = (side == Side::New).then(|| super::path::anchor(Gateway::RouteType, route));
    view! {
        <div id=anchor tabindex="-1">
            <Choice
                field=field(SideField::Type)
                legend=gateway_question(Gateway::RouteType)
                options=types
                derived=taken_kind
            />
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
        <Choice
            field=field(SideField::Addressing)
            legend=facts::ADDRESSING_QUESTION
            options=addressings
            hint=words::ADDRESSING_HINT
            derived=taken_addressing
        />
        {(side == Side::Old).then(|| view! {
            <Choice
                field=field(SideField::Active)
                legend=words::ACTIVE
                options=active
                hint=words::ACTIVE_HINT
            />
        })}
    }
}

/// Who closes the old route; and for FG whether that is ordered before the window.
#[component]
fn CloserQuestions(route: Id) -> Html {
    let app = App::get();
    let asks_early = app.derive(move |open| {
        let line = open.case().routes.get(&route);
        line.is_some_and(|line| {
            line.closer == Some(Closer::OldOperations) && line.old.active == Some(true)
        })
    });
    let closers = Closer::ALL
        .iter()
        .map(|closer| (Value::from(*closer), facts::closer_label(*closer).to_owned()))
        .collect::<Vec<_>>();
    let answers = || {
        vec![(Value::Flag(true), words::YES.to_owned()), (Value::Flag(false), words::NO.to_owned())]
    };
    view! {
        <Choice
            field=Field::Route(route, RouteField::Closer)
            legend=words::CLOSER
            options=closers
            hint=words::CLOSER_HINT
        />
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
