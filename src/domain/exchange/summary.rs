//! The readable part of a case file: the facts by name, for people and other programs; never read back.

use serde::Serialize;

use super::export::{list, text_of};
use super::summary_route::{MarkSummary, RouteSummary};
use crate::domain::case::{CaseFile, Holder, Id, Scope, Stamp};
use crate::domain::time::LocalTime;

/// The summary as a JSON object with one item of a list per line.
pub(super) fn summary(file: &CaseFile) -> String {
    let case = file.case();
    let named = Named { file };
    let mut routes = Vec::new();
    let mut completions = Vec::new();
    for (id, route) in case.list_routes() {
        routes.push(text_of(RouteSummary::new(case, route)));
        for (activity, mark) in route.marks.iter().filter(|(_, mark)| mark.state.is_some()) {
            let about = named.about(Scope::Route(id));
            completions.push(text_of(Completion { about, ..completion(activity.code(), mark) }));
        }
    }
    for (key, mark) in case.marks.iter().filter(|(_, mark)| mark.state.is_some()) {
        let (role, organisation) = named.holder(key.holder);
        let about = named.about(key.scope);
        let made = completion(key.activity.code(), mark);
        completions.push(text_of(Completion { about, role, organisation, ..made }));
    }
    let members = [
        ("title", text_of(&case.title)),
        ("note", text_of(&case.note)),
        ("example", text_of(case.example)),
        ("oldSystem", text_of(case.system_name(case.old_system))),
        ("newSystem", text_of(case.system_name(case.new_system))),
        ("orderId", text_of(&case.order_id)),
        ("organisations", items(case.list_organisations(), |o| text_of(&o.name))),
        ("authorities", items(case.list_authorities(), |a| text_of(&a.name))),
        (
            "systems",
            items(case.list_systems(), |s| {
                text_of(System {
                    name: &s.name,
                    manager: case.organisation_name(s.manager),
                    operator: case.organisation_name(s.operator),
                    note: &s.note,
                })
            }),
        ),
        (
            "people",
            items(case.list_people(), |p| {
                text_of(Person {
                    name: &p.name,
                    initials: &p.initials,
                    organisation: case.organisation_name(p.organisation),
                    email: &p.email,
                    phone: &p.phone,
                    roles: p.roles.iter().map(|role| role.code()).collect(),
                })
            }),
        ),
        ("routes", list(&routes)),
        (
            "agreements",
            items(case.list_agreements(), |a| {
                let system = case.system_name(a.system);
                text_of(Agreement { name: &a.name, system, note: &a.note })
            }),
        ),
        ("attempts", list(&named.attempts())),
        ("decisions", list(&named.decisions())),
        ("completions", list(&completions)),
        ("sent", list(&named.sent())),
        ("checks", text_of(case.checks.iter().map(|item| item.code()).collect::<Vec<_>>())),
        ("conflicts", text_of(named.conflicts())),
    ];
    let members: Vec<String> =
        members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}

#[derive(Serialize)]
struct System<'a> {
    name: &'a str,
    manager: Option<&'a str>,
    operator: Option<&'a str>,
    note: &'a str,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    initials: &'a str,
    organisation: Option<&'a str>,
    email: &'a str,
    phone: &'a str,
    roles: Vec<&'static str>,
}

#[derive(Serialize)]
struct Agreement<'a> {
    name: &'a str,
    system: Option<&'a str>,
    note: &'a str,
}

#[derive(Serialize)]
struct Attempt<'a> {
    number: u16,
    #[serde(rename = "windowStart")]
    start: Option<String>,
    #[serde(rename = "windowEnd")]
    end: Option<String>,
    note: &'a str,
}

/// What a fact is about: the case, a route or agreement by name, or an attempt by number.
#[derive(Default, Serialize)]
struct About<'a> {
    scope: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u16>,
}

#[derive(Default, Serialize)]
struct Completion<'a> {
    activity: &'static str,
    #[serde(flatten)]
    about: About<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    #[serde(flatten)]
    mark: Option<MarkSummary<'a>>,
}

#[derive(Serialize)]
struct DecisionSummary<'a> {
    gateway: &'static str,
    #[serde(flatten)]
    about: About<'a>,
    answer: &'static str,
    by: &'a str,
    note: &'a str,
    reason: &'a str,
    recorded: Option<Recorded<'a>>,
}

#[derive(Serialize)]
struct Sent<'a> {
    handover: &'static str,
    #[serde(flatten)]
    about: About<'a>,
    recorded: Recorded<'a>,
}

/// When and by whom something was recorded.
#[derive(Serialize)]
pub(super) struct Recorded<'a> {
    at: i64,
    by: &'a str,
    organisation: &'a str,
}

impl<'a> From<&'a Stamp> for Recorded<'a> {
    fn from(stamp: &'a Stamp) -> Recorded<'a> {
        let author = &stamp.author;
        Recorded { at: stamp.at, by: &author.name, organisation: &author.organisation }
    }
}

fn completion<'a>(activity: &'static str, mark: &'a crate::domain::case::Mark) -> Completion<'a> {
    Completion { activity, mark: Some(MarkSummary::from(mark)), ..Completion::default() }
}

/// The case's facts with what they refer to by name.
struct Named<'a> {
    file: &'a CaseFile,
}

impl<'a> Named<'a> {
    fn about(&self, scope: Scope) -> About<'a> {
        let case = self.file.case();
        match scope {
            Scope::Case => About { scope: "case", ..About::default() },
            Scope::Agreement(id) => {
                let name = case.agreements.get(&id).map(|agreement| agreement.name.as_str());
                About { scope: "agreement", name, number: None }
            }
            Scope::Route(id) => {
                let name = case.routes.get(&id).map(|route| route.name.as_str());
                About { scope: "route", name, number: None }
            }
            Scope::Attempt(number) => About { scope: "attempt", name: None, number: Some(number) },
        }
    }

    fn holder(&self, holder: Holder) -> (Option<&'static str>, Option<&'a str>) {
        let organisation = self.file.case().organisation_name(holder.organisation);
        (Some(holder.role.code()), organisation)
    }

    fn attempts(&self) -> Vec<String> {
        let attempts = self.file.case().attempts.iter();
        let time = |time: Option<LocalTime>| time.map(|time| time.to_string());
        attempts
            .map(|(number, attempt)| {
                let (start, end) = (time(attempt.window_start), time(attempt.window_end));
                text_of(Attempt { number: *number, start, end, note: &attempt.note })
            })
            .collect()
    }

    fn decisions(&self) -> Vec<String> {
        let decisions = self.file.case().decisions.iter();
        decisions
            .filter_map(|((gateway, scope), decision)| {
                Some(text_of(DecisionSummary {
                    gateway: gateway.code(),
                    about: self.about(*scope),
                    answer: decision.answer?.code(),
                    by: &decision.by,
                    note: &decision.note,
                    reason: &decision.reason,
                    recorded: decision.stamp.as_ref().map(Recorded::from),
                }))
            })
            .collect()
    }

    fn sent(&self) -> Vec<String> {
        let sent = self.file.case().sent.iter();
        sent.map(|((handover, scope), stamp)| {
            let about = self.about(*scope);
            text_of(Sent { handover: handover.code(), about, recorded: Recorded::from(stamp) })
        })
        .collect()
    }

    /// The paths of the fields in which several values stand.
    fn conflicts(&self) -> Vec<String> {
        self.file.conflicts().map(|conflict| conflict.field.to_string()).collect()
    }
}

fn items<T>(list_of: Vec<(Id, &T)>, text: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = list_of.into_iter().map(|(_, item)| text(item)).collect();
    list(&items)
}
