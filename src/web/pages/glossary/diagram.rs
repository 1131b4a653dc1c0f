//! The two context diagrams (figures 7 and 8): who sends what to whom over Serviceplatformen.

use crate::domain::process::Concept;
use crate::text::{self, glossary_page};
use crate::web::prelude::*;

/// What is drawn: two organisations with their systems, and what goes between them.
struct Figure {
    id: &'static str,
    title: &'static str,
    text: &'static str,
    from: (Concept, Concept),
    to: (Concept, Concept),
    verb: &'static str,
    /// Whether an answer comes back.
    answered: bool,
}

#[component]
pub fn Diagrams() -> Html {
    let figures = [
        Figure {
            id: "figur-7",
            title: glossary_page::WEBSERVICE,
            text: glossary_page::WEBSERVICE_TEXT,
            from: (Concept::ServiceUserOrganisation, Concept::ServiceUserSystem),
            to: (Concept::ServiceProviderOrganisation, Concept::ServiceProviderSystem),
            verb: glossary_page::CALLS,
            answered: true,
        },
        Figure {
            id: "figur-8",
            title: glossary_page::SFTP,
            text: glossary_page::SFTP_TEXT,
            from: (Concept::SenderOrganisation, Concept::SenderSystem),
            to: (Concept::ReceiverOrganisation, Concept::ReceiverSystem),
            verb: glossary_page::DELIVERS,
            answered: false,
        },
    ];
    view! {
        <section aria-labelledby="figurer">
            <h2 id="figurer">{glossary_page::DIAGRAMS}</h2>
            {figures.map(figure).into_iter().collect_view()}
        </section>
    }
}

fn figure(figure: Figure) -> Html {
    let text_id = format!("{}-tekst", figure.id);
    let described = text_id.clone();
    let return_arrow = figure.answered.then(|| {
        view! { {arrow(292, 230, 118)}{arrow(516, 454, 118)} }
    });
    view! {
        <h3>{figure.title}</h3>
        <p id=text_id>{figure.text}</p>
        <div class="diagram-wrap" role="region" tabindex="0" aria-label=figure.title>
            <svg
                class="diagram"
                viewBox="0 0 746 180"
                role="img"
                aria-label=figure.title
                aria-describedby=described
            >
                {organisation(8, figure.from)}
                {organisation(518, figure.to)}
                <rect class="diagram__platform" x="296" y="40" width="154" height="100" rx="6" />
                {glossary_page::PLATFORM
                    .into_iter()
                    .zip([84, 106])
                    .map(|(line, y)| view! {
                        <text class="diagram__name" x="373" y=y.to_string() text-anchor="middle">
                            {line}
                        </text>
                    })
                    .collect_view()}
                <text class="diagram__verb" x="261" y="80" text-anchor="middle">{figure.verb}</text>
                <text class="diagram__verb" x="485" y="80" text-anchor="middle">{figure.verb}</text>
                {arrow(230, 292, 94)}
                {arrow(452, 514, 94)}
                {return_arrow}
            </svg>
        </div>
    }
}

/// An organisation's box with its name in ADM and its system.
fn organisation(x: i32, (organisation, system): (Concept, Concept)) -> Html {
    let entry = text::entry(organisation);
    let adm = entry.adm.map(|adm| glossary_page::adm_name(adm.name));
    let middle = (x + 110).to_string();
    view! {
        <rect class="diagram__organisation" x=x.to_string() y="8" width="220" height="164" rx="6" />
        <text class="diagram__name" x=middle.clone() y="34" text-anchor="middle">{entry.term}</text>
        <text class="diagram__adm" x=middle.clone() y="54" text-anchor="middle">{adm}</text>
        <rect
            class="diagram__system"
            x=(x + 16).to_string()
            y="72"
            width="188"
            height="64"
            rx="4"
        />
        <text class="diagram__name" x=middle y="110" text-anchor="middle">
            {text::entry(system).term}
        </text>
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
