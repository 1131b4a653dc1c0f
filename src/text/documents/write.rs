//! Writes any document: the one way from a case and what is chosen to a paper.

use super::blocks::contacts;
use super::history::history;
use super::minutes::minutes;
use super::paper::{Block, Paper};
use super::plan::plan;
use super::route_overview::route_overview;
use super::run_book::run_book;
use super::status::status;
use super::{Clock, head, layout};
use super::{handover_paper, route_paper, signature_paper};
use crate::domain::case::{Case, CaseFile};
use crate::domain::documents::{Choices, Document, Head, handover_checklist, route_checklist};
use crate::domain::exchange::Kept;
use crate::domain::guidance::Guidance;
use crate::domain::process::Role;
use crate::domain::signers::signature_list;

/// What documents are written from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub file: &'a CaseFile,
    pub kept: &'a [Kept],
    pub guidance: &'a Guidance,
    pub clock: Clock<'a>,
}

impl Source<'_> {
    pub fn case(&self) -> &Case {
        self.file.case()
    }
}

/// A document in words; what does not mean something for it is not heeded.
pub fn write(source: &Source, document: Document, choices: &Choices) -> Paper {
    let (case, offers) = (source.case(), document.offers());
    let about = Head::of(source.file, source.kept);
    let role = choices.role.filter(|_| offers.role);
    let blocks = match document {
        Document::Status => status(source, choices),
        Document::Handovers => handovers(source, choices),
        Document::Routes => {
            let list =
                route_checklist(source.file, source.kept, source.guidance, choices.only_open);
            layout::routes(&route_paper(case, &list, source.clock))
        }
        Document::RouteOverview => route_overview(source, choices),
        Document::Plan => plan(source, choices),
        Document::Signatures => {
            let list = signature_list(case, source.guidance);
            layout::signatures(&signature_paper(
                case,
                source.guidance,
                &about,
                &list,
                choices.signer.as_ref(),
                choices.only_open,
                source.clock,
            ))
        }
        Document::RunBook => run_book(source, choices),
        Document::Minutes => minutes(source, choices),
        Document::History => history(source, choices),
    };
    let landscape = offers.landscape && choices.landscape;
    Paper { head: head(document, &about, case, role, source.clock), blocks, landscape }
}

/// The checklist of one role, of all together, or of each on a page of its own.
fn handovers(source: &Source, choices: &Choices) -> Vec<Block> {
    let of_role = |role| {
        let Source { file, kept, guidance, clock } = *source;
        let list = handover_checklist(file, kept, guidance, role, choices.only_open);
        layout::handovers(&handover_paper(file.case(), guidance, &list, clock))
    };
    let mut blocks = match choices.role {
        None if choices.by_role => {
            let mut pages: Vec<Block> = Vec::new();
            for role in Role::ALL {
                let page = of_role(Some(*role));
                if page.is_empty() {
                    continue;
                }
                if !pages.is_empty() {
                    pages.push(Block::NewPage);
                }
                pages.push(Block::heading(super::super::role_name(*role)));
                pages.extend(page);
            }
            pages
        }
        role => of_role(role),
    };
    if choices.contacts && !blocks.is_empty() {
        blocks.extend(contacts(source.case()));
    }
    blocks
}
