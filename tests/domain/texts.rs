//! The Danish texts: official names, distinct labels, a glossary in which everything can be found.

use std::collections::BTreeSet;

use udskift_it_system::domain::process::{
    Activity, Answer, CheckItem, Concept, Gateway, Handover, Neighbour, Role,
};
use udskift_it_system::text::{
    activity_name, activity_reference, activity_result, activity_what, answer_label, check_text,
    concepts_in, entry, find_concepts, gateway_help, gateway_question, handover_name,
    handover_what, neighbour_about, role_hint, role_name, role_short, synonyms,
};

#[test]
fn names_are_the_official_ones() {
    let check = |activity, reference: &str, name: &str| {
        assert_eq!(
            (activity_reference(activity).as_str(), activity_name(activity)),
            (reference, name)
        );
    };
    check(Activity::Start, "Start", "Beslut, at it-system skal udskiftes");
    check(
        Activity::U7,
        "pkt. 7",
        "Dan overblik over alle ruter ift. gml. it-system og behov for nye ruter og delegering",
    );
    check(Activity::F3, "2.2 pkt. 3", "Bestil nedlægning af rute (med delegering)");
    check(Activity::G9, "2.3 pkt. 9", "Behandl besked om kontrolresultat");
    check(
        Activity::G10,
        "2.3 pkt. 10",
        "Nedlæg gamle eksplicitte ruter og ruter for integrationer, der ikke længere skal benyttes",
    );
    assert_eq!(role_name(Role::InvolvedManagers), "Systemansvarlige – involverede it-systemer");
    assert_eq!(role_short(Role::NewOperations), "Forvaltningsansvarlig (nyt)");
}

#[test]
fn what_must_be_told_apart_can_be() {
    distinct(Role::ALL.iter().map(|role| role_name(*role).to_string()));
    distinct(Role::ALL.iter().map(|role| role_short(*role).to_string()));
    distinct(Activity::ALL.iter().map(|activity| activity_reference(*activity)));
    distinct(Handover::ALL.iter().map(|handover| handover_name(*handover).to_string()));
    distinct(Concept::ALL.iter().map(|concept| entry(*concept).term.to_lowercase()));
    for gateway in Gateway::ALL {
        let answers = gateway.info().answers.iter();
        distinct(answers.map(|(answer, _)| answer_label(*gateway, *answer).to_string()));
    }
}

#[test]
fn a_choice_says_what_it_does() {
    let label = |answer| answer_label(Gateway::StillUsed, answer);
    assert_eq!(label(Answer::Yes), "Ja – fjern myndighed fra myndighedsafgrænsning");
    assert_eq!(label(Answer::No), "Nej – nedlæg it-system");
    assert_eq!(answer_label(Gateway::CheckOk, Answer::No), "Nej – roll back");
    assert_eq!(answer_label(Gateway::CloseParty, Answer::NotParty), "Ikke part i rute");
}

/// Sentences end as sentences, and a text broken over lines is one line with single spaces.
#[test]
fn sentences_are_whole() {
    let activities = Activity::ALL.iter().flat_map(|it| [activity_what(*it), activity_result(*it)]);
    let concepts = Concept::ALL.iter().map(|it| entry(*it)).flat_map(|entry| {
        let named = [entry.adm, entry.technical].into_iter().flatten();
        named.filter_map(|naming| naming.meaning).chain([entry.meaning]).chain(entry.more)
    });
    let others = (Role::ALL.iter().map(|it| role_hint(*it)))
        .chain(Gateway::ALL.iter().map(|it| gateway_help(*it)))
        .chain(Handover::ALL.iter().map(|it| handover_what(*it)))
        .chain(Neighbour::ALL.iter().map(|it| neighbour_about(*it)))
        .chain(CheckItem::ALL.iter().map(|it| check_text(*it).explanation));
    for text in activities.chain(concepts).chain(others) {
        assert!(text.ends_with('.'), "{text}");
        assert!(text.starts_with(char::is_uppercase), "{text}");
        assert!(!text.contains("  ") && !text.contains('\n') && text.trim() == text, "{text}");
    }
    for gateway in Gateway::ALL {
        let question = gateway_question(*gateway);
        assert!(question.ends_with('?') || *gateway == Gateway::RouteType, "{question}");
    }
}

#[test]
fn table_1_keeps_its_three_vocabularies() {
    let row = |concept| {
        let entry = entry(concept);
        (entry.term, entry.adm.map(|it| it.name), entry.technical.map(|it| it.name))
    };
    let rows: Vec<_> =
        Concept::ALL.iter().filter(|it| it.is_in_table_1()).map(|it| row(*it)).collect();
    assert_eq!(
        rows,
        [
            ("ServiceudbyderOrganisation", Some("Dataejer"), Some("ModtagerOrganisation")),
            ("Serviceudbydersystem", Some("Serviceudbyder"), Some("Modtagersystem")),
            ("AnvenderOrganisation", Some("Datamodtager"), Some("AfsenderOrganisation")),
            ("Anvendersystem", Some("Anvendersystem"), None),
            ("ModtagerOrganisation", Some("Datamodtager"), Some("ModtagerOrganisation")),
            ("Modtagersystem", Some("Anvendersystem"), Some("Modtagersystem")),
            ("AfsenderOrganisation", Some("Dataejer"), Some("AfsenderOrganisation")),
            ("Afsendersystem", Some("Anvendersystem"), Some("Afsendersystem")),
            ("Systemejer", None, None),
            ("Systemansvarlig", Some("Aftaleadministrator"), None),
            ("Forvaltningsansvarlig", Some("Leverandøradministrator"), None),
        ]
    );
}

#[test]
fn every_concept_is_found_by_its_names_and_synonyms() {
    for concept in Concept::ALL {
        let entry = entry(*concept);
        assert_eq!(find_concepts(entry.term).first(), Some(concept), "{}", entry.term);
        let named = [entry.adm, entry.technical].into_iter().flatten().map(|naming| naming.name);
        assert!(!synonyms(*concept).is_empty(), "{concept:?}");
        for word in named.chain(synonyms(*concept).iter().copied()) {
            assert!(find_concepts(word).contains(concept), "{word} does not find {concept:?}");
            assert!(
                find_concepts(&format!(" {} ", word.to_uppercase())).contains(concept),
                "{word} in capitals does not find {concept:?}"
            );
        }
    }
}

#[test]
fn a_search_is_narrow_and_takes_words_from_anywhere() {
    assert_eq!(find_concepts("fuldmagt"), [Concept::Delegation]);
    assert_eq!(find_concepts("mail ydelsen id"), [Concept::OrderId]);
    assert_eq!(find_concepts("xyzzy"), []);
    assert_eq!(find_concepts("  "), Concept::ALL);
}

#[track_caller]
fn distinct(labels: impl Iterator<Item = String>) {
    let labels: Vec<String> = labels.collect();
    let unique: BTreeSet<&String> = labels.iter().collect();
    assert_eq!(unique.len(), labels.len(), "two of {labels:?} read the same");
}

#[test]
fn the_concepts_of_a_text_are_those_whose_terms_begin_a_word_in_it() {
    let found = concepts_in("Rutens servicevindue er aftalt. En incident gav en roll back.");
    assert_eq!(
        found,
        [Concept::Route, Concept::ServiceWindow, Concept::Incident, Concept::RollBack]
    );
    assert_eq!(concepts_in("Minutter"), []);
}
