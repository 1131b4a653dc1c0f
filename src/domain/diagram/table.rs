//! The small table behind the layout: for each diagram its pools, and in each the paths along which the process runs.
//!
//! A path names nodes; each stands where it is first named, and is only led to where it is named again. What an activity
//! is, who sends what and what a question's answers are is the process's own: tests hold this table to it.

use super::message::{Message, Word};
use super::{Figure, Kind};
use crate::domain::process::{Activity, Answer, Gateway, Handover, Role};

/// A path through a pool: consecutive nodes follow each other.
pub struct Path {
    pub role: Role,
    /// The row within the pool in which its new nodes stand.
    pub row: usize,
    pub steps: &'static [Step],
}

/// A step on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Node(Kind),
    /// The answer with which the last question leads on.
    On(Answer),
}

/// The pools of a diagram from the top.
pub fn pools(figure: Figure) -> &'static [Role] {
    use Role::*;
    match figure {
        Figure::MainOne => {
            &[SystemOwner, InvolvedManagers, SystemManager, NewOperations, OldOperations, Helpdesk]
        }
        Figure::MainTwo => {
            &[SystemManager, NewOperations, InvolvedOperations, OldOperations, Helpdesk]
        }
        Figure::Prepare => &[NewOperations],
        Figure::Cutover => &[NewOperations, Helpdesk],
    }
}

/// The paths of a diagram; the first that names a pool's node gives it its row.
pub fn paths(figure: Figure) -> &'static [Path] {
    match figure {
        Figure::MainOne => MAIN_ONE,
        Figure::MainTwo => MAIN_TWO,
        Figure::Prepare => PREPARE,
        Figure::Cutover => CUTOVER,
    }
}

const fn path(role: Role, row: usize, steps: &'static [Step]) -> Path {
    Path { role, row, steps }
}

const fn act(activity: Activity) -> Step {
    Step::Node(Kind::Act(activity))
}

const fn ask(gateway: Gateway) -> Step {
    Step::Node(Kind::Ask(gateway, None))
}

/// The same question asked on one of several branches.
const fn ask_on(gateway: Gateway, branch: Answer) -> Step {
    Step::Node(Kind::Ask(gateway, Some(branch)))
}

const fn tell(handover: Handover) -> Step {
    Step::Node(Kind::Tell(Message::Handover(handover)))
}

const fn hear(handover: Handover) -> Step {
    Step::Node(Kind::Hear(Message::Handover(handover)))
}

const fn say(word: Word) -> Step {
    Step::Node(Kind::Tell(Message::Word(word)))
}

const fn wait(word: Word) -> Step {
    Step::Node(Kind::Hear(Message::Word(word)))
}

const BEGIN: Step = Step::Node(Kind::Begin);
const EITHER: Step = Step::Node(Kind::Either);
const END: Step = Step::Node(Kind::End);

use Activity::*;
use Handover as H;
use Role::{
    Helpdesk as HD, InvolvedManagers as SI, InvolvedOperations as FI, NewOperations as FN,
    OldOperations as FG, SystemManager as SA, SystemOwner as SE,
};
use Step::On;

const MAIN_ONE: &[Path] = &[
    path(SE, 0, &[BEGIN, act(Start), tell(H::Decision), END]),
    path(
        SA,
        0,
        &[
            hear(H::Decision),
            act(U1),
            tell(H::PrepareNew),
            tell(H::StartChange),
            hear(H::Registered),
            act(U4),
            hear(H::RouteListForwarded),
            act(U7),
            tell(H::RouteOverview),
            EITHER,
            hear(H::AgreementNeeds),
            act(U10),
            tell(H::AgreementRequest),
            hear(H::AgreementInPlace),
            tell(H::AgreementReady),
            EITHER,
        ],
    ),
    path(SA, 0, &[EITHER, wait(Word::AgreementsSettled), say(Word::PartTwo), END]),
    path(
        FN,
        0,
        &[
            hear(H::PrepareNew),
            act(U2),
            act(U3),
            tell(H::Registered),
            hear(H::RouteOverview),
            act(U8),
            ask(Gateway::AgreementsNeeded),
            On(Answer::Yes),
            act(U9),
            tell(H::AgreementNeeds),
            hear(H::AgreementReady),
            act(U12),
            ask(Gateway::MoreAgreements),
            On(Answer::No),
            say(Word::AgreementsSettled),
            END,
        ],
    ),
    path(FN, 0, &[ask(Gateway::AgreementsNeeded), On(Answer::No), say(Word::AgreementsSettled)]),
    path(FN, 0, &[ask(Gateway::MoreAgreements), On(Answer::Yes), act(U9)]),
    path(
        FG,
        0,
        &[
            hear(H::StartChange),
            act(U5),
            tell(H::RouteRequest),
            hear(H::RouteList),
            tell(H::RouteListForwarded),
            END,
        ],
    ),
    path(HD, 0, &[hear(H::RouteRequest), act(U6), tell(H::RouteList), END]),
    path(SI, 0, &[hear(H::AgreementRequest), act(U11), tell(H::AgreementInPlace), END]),
];

const MAIN_TWO: &[Path] = &[
    path(
        SA,
        0,
        &[
            wait(Word::PartTwo),
            act(U13),
            tell(H::RouteChanges),
            tell(H::RouteClosures),
            hear(H::TimeToManager),
            act(U17),
            wait(Word::InvolvedTookPart),
            wait(Word::OldTookPart),
            wait(Word::HelpdeskTookPart),
            act(U18),
            tell(H::CarryOutDecision),
            ask(Gateway::CarryOut),
            On(Answer::Go),
            hear(H::ResultToManager),
            act(U21),
            say(Word::ManagerKnows),
            ask(Gateway::Succeeded),
            On(Answer::Yes),
            wait(Word::OldIsClosed),
            act(U24),
            END,
        ],
    ),
    path(SA, 0, &[ask(Gateway::CarryOut), On(Answer::Postpone), hear(H::TimeToManager)]),
    path(SA, 0, &[ask(Gateway::Succeeded), On(Answer::No), hear(H::TimeToManager)]),
    path(
        FN,
        0,
        &[
            hear(H::RouteChanges),
            act(U14),
            wait(Word::ClosuresKnown),
            act(U16),
            tell(H::TimeToManager),
            tell(H::TimeToInvolved),
            tell(H::TimeToOld),
            tell(H::TimeToHelpdesk),
            hear(H::CarryOutDecision),
            ask(Gateway::CarryOut),
            On(Answer::Go),
            act(U19),
            act(U20),
            tell(H::ResultToManager),
            tell(H::ResultToInvolved),
            tell(H::ResultToOld),
            ask(Gateway::Succeeded),
            On(Answer::Yes),
            END,
        ],
    ),
    path(FN, 0, &[ask(Gateway::CarryOut), On(Answer::Postpone), act(U16)]),
    path(FN, 0, &[ask(Gateway::Succeeded), On(Answer::No), act(U16)]),
    path(FI, 0, &[hear(H::TimeToInvolved), act(U17), say(Word::InvolvedTookPart), END]),
    path(FI, 0, &[hear(H::ResultToInvolved), act(U21), say(Word::InvolvedKnow), END]),
    path(
        FG,
        0,
        &[
            hear(H::RouteClosures),
            act(U15),
            say(Word::ClosuresKnown),
            EITHER,
            hear(H::TimeToOld),
            act(U17),
            say(Word::OldTookPart),
            EITHER,
        ],
    ),
    path(
        FG,
        0,
        &[
            EITHER,
            hear(H::ResultToOld),
            act(U21),
            wait(Word::ManagerKnows),
            wait(Word::InvolvedKnow),
            ask(Gateway::Succeeded),
            On(Answer::Yes),
            act(U22),
            ask(Gateway::StillUsed),
            On(Answer::Yes),
            act(U23),
            say(Word::OldIsClosed),
            END,
        ],
    ),
    path(FG, 0, &[ask(Gateway::StillUsed), On(Answer::No), act(U23)]),
    path(FG, 0, &[ask(Gateway::Succeeded), On(Answer::No), EITHER]),
    path(HD, 0, &[hear(H::TimeToHelpdesk), act(U17), say(Word::HelpdeskTookPart), END]),
];

const PREPARE: &[Path] = &[
    path(
        FN,
        0,
        &[
            BEGIN,
            act(F1),
            ask(Gateway::CloseRoute),
            On(Answer::Yes),
            ask(Gateway::CloseParty),
            On(Answer::Party),
            act(F2),
            ask(Gateway::EstablishRoute),
            On(Answer::Yes),
            ask(Gateway::RouteType),
            On(Answer::Sftp),
            ask_on(Gateway::EstablishParty, Answer::Sftp),
            On(Answer::NotParty),
            act(F4),
            act(F8),
            ask(Gateway::MoreRoutes),
            On(Answer::No),
            END,
        ],
    ),
    path(
        FN,
        1,
        &[ask(Gateway::CloseParty), On(Answer::NotParty), act(F3), ask(Gateway::EstablishRoute)],
    ),
    path(FN, 0, &[ask(Gateway::CloseRoute), On(Answer::No), ask(Gateway::EstablishRoute)]),
    path(
        FN,
        1,
        &[ask_on(Gateway::EstablishParty, Answer::Sftp), On(Answer::Party), act(F5), act(F8)],
    ),
    path(
        FN,
        2,
        &[
            ask(Gateway::RouteType),
            On(Answer::Webservice),
            ask_on(Gateway::EstablishParty, Answer::Webservice),
            On(Answer::NotParty),
            act(F6),
            act(F8),
        ],
    ),
    path(
        FN,
        3,
        &[ask_on(Gateway::EstablishParty, Answer::Webservice), On(Answer::Party), act(F7), act(F8)],
    ),
    path(FN, 0, &[ask(Gateway::EstablishRoute), On(Answer::No), act(F8)]),
    path(FN, 0, &[ask(Gateway::MoreRoutes), On(Answer::Yes), ask(Gateway::CloseRoute)]),
];

const CUTOVER: &[Path] = &[
    path(
        FN,
        0,
        &[
            BEGIN,
            act(G1),
            tell(H::CutoverOrder),
            EITHER,
            hear(H::ClosedReceipts),
            hear(H::SetUpReceipts),
            act(G5),
            ask(Gateway::ReceiptsOk),
            On(Answer::Yes),
            say(Word::ReceiptsClear),
            hear(H::RouteStatus),
            act(G7),
            act(G8),
            tell(H::CheckResult),
            hear(H::CutoverResult),
            END,
        ],
    ),
    path(FN, 1, &[EITHER, wait(Word::NoImplicitRoutes), act(G5)]),
    path(
        FN,
        1,
        &[
            ask(Gateway::ReceiptsOk),
            On(Answer::No),
            ask(Gateway::Abandon),
            On(Answer::No),
            say(Word::ReceiptsClear),
        ],
    ),
    path(
        FN,
        1,
        &[ask(Gateway::Abandon), On(Answer::Yes), say(Word::Abandoned), hear(H::CutoverResult)],
    ),
    path(
        HD,
        0,
        &[
            hear(H::CutoverOrder),
            act(G2),
            ask(Gateway::ImplicitRoutes),
            On(Answer::Yes),
            act(G3),
            tell(H::ClosedReceipts),
            act(G4),
            tell(H::SetUpReceipts),
            EITHER,
            wait(Word::ReceiptsClear),
            act(G6),
            tell(H::RouteStatus),
            hear(H::CheckResult),
            act(G9),
            ask(Gateway::CheckOk),
            On(Answer::Yes),
            act(G10),
            act(G12),
            tell(H::CutoverResult),
            END,
        ],
    ),
    path(
        HD,
        1,
        &[ask(Gateway::ImplicitRoutes), On(Answer::No), say(Word::NoImplicitRoutes), EITHER],
    ),
    path(HD, 1, &[EITHER, wait(Word::Abandoned), act(G11), act(G12)]),
    path(HD, 1, &[ask(Gateway::CheckOk), On(Answer::No), act(G11)]),
];
