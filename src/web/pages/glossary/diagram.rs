//! The two context diagrams (figures 7 and 8): who sends what to whom over Serviceplatformen, in general or on one route.

use crate::domain::diagram::{Font, wrap};
use crate::domain::process::Concept;
use crate::text::{self, glossary_page};
use crate::web::prelude::*;

/// What is drawn: two organisations with their systems, and what goes between them.
pub struct Figure {
    pub id: &'static str,
    pub title: String,
    pub text: String,
    pub from: End,
    pub to: End,
    pub verb: &'static str,
    /// Whether an answer comes back.
    pub answered: bool,
}

/// An organisation and its system: what they are, and on a route who.
pub struct End {
    pub organisation: Concept,
    pub system: Concept,
    /// The names of both.
    pub names: Option<[String; 2]>,
}

/// Figure 7: the caller and the one that is called.
pub fn webservice() -> Figure {
    Figure {
        id: "figur-7",
        title: glossary_page::WEBSERVICE.to_owned(),
        text: glossary_page::WEBSERVICE_TEXT.to_owned(),
        from: end(Concept::ServiceUserOrganisation, Concept::ServiceUserSystem),
        to: end(Concept::ServiceProviderOrganisation, Concept::ServiceProviderSystem),
        verb: glossary_page::CALLS,
        answered: true,
    }
}

/// Figure 8: the sender and the receiver.
pub fn sftp() -> Figure {
    Figure {
        id: "figur-8",
        title: glossary_page::SFTP.to_owned(),
        text: glossary_page::SFTP_TEXT.to_owned(),
        from: end(Concept::SenderOrganisation, Concept::SenderSystem),
        to: end(Concept::ReceiverOrganisation, Concept::ReceiverSystem),
        verb: glossary_page::DELIVERS,
        answered: false,
    }
}

fn end(organisation: Concept, system: Concept) -> End {
    End { organisation, system, names: None }
}

#[component]
pub fn Diagrams() -> Html {
    view! {
        <section aria-labelledby="figurer">
            <h2 id="figurer">{glossary_page::DIAGRAMS}</h2>
            {[webservice(), sftp()].map(titled).into_iter().collect_view()}
        </section>
    }
}

fn titled(figure: Figure) -> Html {
    let title = figure.title.clone();
    view! { <h3>{title}</h3>{drawn(figure)} }
}

/// The figure with its words.
pub fn drawn(figure: Figure) -> Html {
    let text_id = format!("{}-tekst", figure.id);
    let described = text_id.clone();
    // Names take room under what they are the names of.
    let room = if figure.from.names.is_some() || figure.to.names.is_some() { 76 } else { 0 };
    let middle = 90 + room / 2;
    let return_arrow = figure.answered.then(|| {
        view! { {arrow(292, 230, middle + 28)}{arrow(516, 454, middle + 28)} }
    });
    let platform = glossary_page::PLATFORM.into_iter().zip([middle - 6, middle + 16]);
    let verb = (middle - 10).to_string();
    view! {
        <p id=text_id>{figure.text}</p>
        <div class="diagram-wrap" role="region" tabindex="0" aria-label=figure.title.clone()>
            <svg
                class="diagram"
                viewBox=format!("0 0 746 {}", 180 + room)
                role="img"
                aria-label=figure.title
                aria-describedby=described
            >
                {organisation(8, figure.from, room)}
                {organisation(518, figure.to, room)}
                <rect
                    class="diagram__platform"
                    x="296"
                    y=(middle - 50).to_string()
                    width="154"
                    height="100"
                    rx="6"
                />
                {platform
                    .map(|(line, y)| words(373, y, "diagram__name", line.to_owned()))
                    .collect_view()}
                <text class="diagram__verb" x="261" y=verb.clone() text-anchor="middle">
                    {figure.verb}
                </text>
                <text class="diagram__verb" x="485" y=verb text-anchor="middle">{figure.verb}</text>
                {arrow(230, 292, middle + 4)}
                {arrow(452, 514, middle + 4)}
                {return_arrow}
            </svg>
        </div>
    }
}

/// An organisation's box with its name in ADM and its system.
fn organisation(x: i32, end: End, room: i32) -> Html {
    let entry = text::entry(end.organisation);
    let adm = entry.adm.map(|adm| glossary_page::adm_name(adm.name)).unwrap_or_default();
    let middle = x + 110;
    let half = room / 2;
    let [organisation, system] = end.names.unwrap_or_default();
    view! {
        <rect
            class="diagram__organisation"
            x=x.to_string()
            y="8"
            width="220"
            height=(164 + room).to_string()
            rx="6"
        />
        {words(middle, 34, "diagram__name", entry.term.to_owned())}
        {words(middle, 54, "diagram__adm", adm)}
        {named(middle, 74, &organisation)}
        <rect
            class="diagram__system"
            x=(x + 16).to_string()
            y=(72 + half).to_string()
            width="188"
            height=(64 + half).to_string()
            rx="4"
        />
        {words(middle, if room > 0 { 98 + half } else { 110 }, "diagram__name", text::entry(end.system).term.to_owned())}
        {named(middle, 120 + half, &system)}
    }
}

/// A name on at most two lines, cut where it is longer: the words beside the figure have all of it.
fn named(middle: i32, y: i32, name: &str) -> Html {
    let mut lines = wrap(name, Font::Box, 150);
    if lines.len() > 2 {
        lines.truncate(2);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
        .into_iter()
        .zip([y, y + 18])
        .map(|(line, y)| words(middle, y, "diagram__own", line))
        .collect_view()
}

fn words(x: i32, y: i32, class: &'static str, text: String) -> Html {
    view! {
        <text class=class x=x.to_string() y=y.to_string() text-anchor="middle">{text}</text>
    }
}

/// An arrow from left to right, or back.
fn arrow(from: i32, to: i32, y: i32) -> Html {
    let back = if to > from { -8 } else { 8 };
    let head = format!("M{to} {y}l{back} -5v10z");
    let (start, end, y) = (from.to_string(), (to + back).to_string(), y.to_string());
    view! {
        <line class="diagram__line" x1=start x2=end y1=y.clone() y2=y />
        <path class="diagram__head" d=head />
    }
}
