//! The gateways on a route's way: each answer with where it comes from, and the one that can be overruled.

use crate::domain::case::{Field, Id, OrderField, OrderKind, RouteField, RouteType, Scope, Value};
use crate::domain::guidance::{Because, PathStep, group_of};
use crate::domain::process::{Activity, Answer, Gateway};
use crate::text::{self, common, route_page as words, routes};
use crate::web::components::{Choice, TextField};
use crate::web::pages::{activity_href, gateway_anchor};
use crate::web::prelude::*;
use crate::web::state::{App, OpenCase};

/// The element id of a gateway on a route's page.
pub fn anchor(gateway: Gateway, route: Id) -> String {
    gateway_anchor(gateway, Scope::Route(route))
}

/// A line of the path.
#[derive(Clone, PartialEq)]
enum Line {
    Step {
        question: String,
        answer: Option<&'static str>,
        why: String,
    },
    /// What it is replaced together with.
    Together(String),
    /// An order's form, with its address.
    Order {
        name: String,
        href: String,
    },
}

/// The path taken, from the first question to the orders.
#[component]
pub fn Path(route: Id) -> Html {
    let app = App::get();
    let lines = app.derive(move |open| lines(open, route));
    view! {
        <ol class="path">
            {move || lines
                .get()
                .into_iter()
                .map(|line| match line {
                    Line::Step { question, answer, why } => view! {
                        <li class=if answer.is_some() { "path__step--taken" } else { "path__step--open" }>
                            <span class="path__question">{question}</span>
                            " "
                            <span class="path__answer">{answer.unwrap_or(common::NOT_KNOWN_YET)}</span>
                            <span class="path__why">{text::capital(&why)}</span>
                        </li>
                    },
                    Line::Together(others) => view! {
                        <li class="path__step--taken">
                            <span class="path__question">{routes::REPLACED_WITH}</span>
                            " "
                            <span class="path__answer">{others}</span>
                        </li>
                    },
                    Line::Order { name, href } => view! {
                        <li class="path__step--order"><a href=href>{name}</a></li>
                    },
                })
                .collect_view()}
        </ol>
    }
}

/// A gateway whose answer follows from the route's facts.
#[component]
pub fn Derived(route: Id, gateway: Gateway) -> Html {
    let app = App::get();
    let step = app.derive(move |open| {
        let step = find(open, route, gateway)?;
        Some((answer(step), because(open, route, step)))
    });
    view! {
        <Show when=move || step.with(Option::is_some)>
            <fieldset class="choice gateway" id=anchor(gateway, route) tabindex="-1">
                <legend class="choice__legend">{text::gateway_question(gateway)}</legend>
                {move || step.get().map(|(answer, why)| view! {
                    <p class="gateway__derived">
                        {words::answer_because(answer, &why)}
                        " "
                        <span class="choice__origin">{common::DERIVED}</span>
                    </p>
                })}
            </fieldset>
        </Show>
    }
}

/// "Part i rute?" of an order: derived with its why, and confirmed or overruled.
#[component]
pub fn Party(route: Id, kind: OrderKind) -> Html {
    let app = App::get();
    let gateway = match kind {
        OrderKind::Close => Gateway::CloseParty,
        OrderKind::Establish => Gateway::EstablishParty,
    };
    let field = move |field| Field::Route(route, RouteField::Order(kind, field));
    let step = app.derive(move |open| find(open, route, gateway).cloned());
    let is_met = Memo::new(move || step.with(Option::is_some));
    let why = app.derive(move |open| {
        find(open, route, gateway).map(|step| (answer(step), because(open, route, step)))
    });
    let derived: Signal<Option<Value>> = Signal::derive(move || {
        step.with(|step| step.as_ref()?.because.derived_party()).map(Value::Flag)
    });
    let overruled = app.derive(move |open| {
        let Because::Overruled { derived, .. } = &find(open, route, gateway)?.because else {
            return None;
        };
        let answer = derived.derived_party().map(|party| party_label(gateway, party));
        let kind = side_type(open, route, gateway);
        Some(words::derived_was(answer, &text::because_text(open.case(), derived, kind)))
    });
    let hint = move || match derived.get() {
        Some(_) => words::PARTY_HINT,
        None => words::PARTY_OPEN_HINT,
    };
    let options = move || {
        [true, false].map(|it| (Value::Flag(it), party_label(gateway, it).to_owned())).to_vec()
    };
    view! {
        <Show when=move || is_met.get()>
            <div id=anchor(gateway, route) tabindex="-1">
                <Choice
                    field=field(OrderField::Party)
                    legend=text::gateway_question(gateway)
                    options=options()
                    derived=derived
                />
                <p role="status">
                    {move || why.get().map(|(answer, why)| words::answer_because(answer, &why))}
                </p>
                <Show
                    when=move || overruled.with(Option::is_some)
                    fallback=move || view! { <p class="form-hint">{hint}</p> }
                >
                    <p class="muted">{move || overruled.get()}</p>
                    <TextField
                        field=field(OrderField::PartyReason)
                        label=words::PARTY_REASON
                        hint=words::PARTY_REASON_HINT
                    />
                </Show>
            </div>
        </Show>
    }
}

/// "2.2 pkt. 3 Bestil nedlægning af rute (med delegering)".
pub fn form_name(form: Activity) -> String {
    text::activity_title(form)
}

/// Each step, and after the one that chooses a form the order on that form; FG's, which no step here chooses, last.
fn lines(open: &OpenCase, route: Id) -> Vec<Line> {
    let Some(decision) = open.guidance.routes.get(&route) else { return Vec::new() };
    let order = |kind: OrderKind, by_old: bool| {
        let order = decision.order(kind).filter(|order| order.by_old_operations() == by_old)?;
        let href = activity_href(open.id, order.form?, Scope::Route(route));
        Some(Line::Order { name: form_name(order.form?), href })
    };
    let mut lines = Vec::new();
    for step in &decision.path {
        let why = because(open, route, step);
        lines.push(Line::Step { question: question(step.gateway), answer: answer(step), why });
        lines.extend(match step.gateway {
            Gateway::CloseParty => order(OrderKind::Close, false),
            Gateway::EstablishParty => order(OrderKind::Establish, false),
            _ => None,
        });
    }
    lines.extend(order(OrderKind::Close, true));
    let group = group_of(open.case(), route);
    if !group.is_empty() {
        lines.push(Line::Together(routes::replaced_with(open.case(), &group, route)));
    }
    lines
}

fn find(open: &OpenCase, route: Id, gateway: Gateway) -> Option<&PathStep> {
    let decision = open.guidance.routes.get(&route)?;
    decision.path.iter().find(|step| step.gateway == gateway)
}

fn answer(step: &PathStep) -> Option<&'static str> {
    step.answer.map(|answer| text::answer_label(step.gateway, answer))
}

fn because(open: &OpenCase, route: Id, step: &PathStep) -> String {
    let kind = side_type(open, route, step.gateway);
    text::because_text(open.case(), &step.because, kind)
}

/// The type of the side that a gateway is about.
fn side_type(open: &OpenCase, route: Id, gateway: Gateway) -> Option<RouteType> {
    let decision = open.guidance.routes.get(&route)?;
    let side = match gateway {
        Gateway::CloseRoute | Gateway::CloseParty => decision.old,
        _ => decision.new,
    };
    side?.kind
}

/// The question, with its side where the path meets it twice.
fn question(gateway: Gateway) -> String {
    use crate::domain::case::Side;
    let side = match gateway {
        Gateway::CloseParty => Side::Old,
        Gateway::EstablishParty => Side::New,
        _ => return text::gateway_question(gateway).to_owned(),
    };
    let side = text::facts::side_label(side).to_lowercase();
    format!("{} ({side})", text::gateway_question(gateway))
}

fn party_label(gateway: Gateway, party: bool) -> &'static str {
    text::answer_label(gateway, if party { Answer::Party } else { Answer::NotParty })
}
