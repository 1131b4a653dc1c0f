//! Something with several fields, as one line that opens to them: a case may have very many.

use crate::web::prelude::*;

use crate::web::components::Fold;

/// One line with the name and what matters of it. What came while the page was open stands open.
#[component]
pub fn Foldable(
    /// The element id of the name, by which the whole is called.
    heading: String,
    /// The element id of the line: a link to it opens it.
    anchor: String,
    name: Memo<String>,
    line: Memo<String>,
    is_new: bool,
    children: ChildrenFn,
) -> Html {
    let labelled = heading.clone();
    let summary = move || {
        view! {
            <h3 class="entity__name" id=heading.clone()>{name}</h3>
            <span class="entity__line">{line}</span>
        }
    };
    view! {
        <div class="entity entity--fold" role="group" aria-labelledby=labelled>
            <Fold
                summary=summary
                summary_class="entity__summary"
                id=anchor
                open=Signal::stored(is_new)
            >
                <div class="entity__body">{children()}</div>
            </Fold>
        </div>
    }
}
