//! Views in a real page: what is built, what stays when something changes, and what is let go of.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use leptos::task::tick;
use udskift_it_system::web::html::mount;
use udskift_it_system::web::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Mounts a view in the page; each test has elements with names of its own.
fn show(view: impl FnOnce() -> Html + 'static) {
    leptos::mount::mount_to_body(move || mount(view()));
}

fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).expect("a selector")
}

fn the(selector: &str) -> Element {
    find(selector).expect(selector)
}

fn text(selector: &str) -> String {
    the(selector).text_content().unwrap_or_default()
}

/// What an element's children say.
fn texts(selector: &str) -> Vec<String> {
    let children = the(selector).children();
    (0..children.length()).filter_map(|at| children.item(at)?.text_content()).collect()
}

fn click(selector: &str) {
    the(selector).unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn a_view_that_runs_again_keeps_its_elements_and_the_focus() {
    let word = RwSignal::new("før");
    show(move || {
        view! {
            <div id="again">
                {move || {
                    let word = word.get();
                    view! { <label>{word}</label><input id="again-input" title=word /> }
                }}
            </div>
        }
    });
    let input = the("#again-input").unchecked_into::<HtmlInputElement>();
    input.focus().expect("focus");
    word.set("efter");
    tick().await;
    assert_eq!(text("#again label"), "efter");
    assert_eq!(input.title(), "efter");
    assert!(document().active_element() == Some(input.unchecked_into()), "the focus stays");
}

#[wasm_bindgen_test]
async fn other_markup_takes_the_place_of_what_was_there() {
    let open = RwSignal::new(true);
    show(move || {
        view! {
            <div id="other">
                <i>"a"</i>
                {move || match open.get() {
                    true => view! { <input value="1" /> },
                    false => view! { <input value="2" data-other="" /> },
                }}
                <i>"b"</i>
            </div>
        }
    });
    let first = the("#other input");
    open.set(false);
    tick().await;
    assert!(!first.is_connected());
    let names: Vec<String> = (0..3)
        .filter_map(|at| the("#other").children().item(at))
        .map(|child| child.tag_name())
        .collect();
    assert_eq!(names, ["I", "INPUT", "I"], "in the same place");
}

#[wasm_bindgen_test]
async fn rows_are_kept_by_key_and_come_in_the_lists_order() {
    let list = RwSignal::new(vec!["a", "b", "c"]);
    let gone = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&gone);
    show(move || {
        view! {
            <ul id="rows">
                <For each=move || list.get() key=|item| *item let:item>
                    {
                        let gone = Arc::clone(&counted);
                        on_cleanup(move || {
                            gone.fetch_add(1, Ordering::Relaxed);
                        });
                    }
                    <li id=format!("row-{item}")>{item}</li>
                </For>
                <li>"last"</li>
            </ul>
        }
    });
    let c = the("#row-c");
    list.set(vec!["c", "x", "a"]);
    tick().await;
    assert_eq!(texts("#rows"), ["c", "x", "a", "last"]);
    assert!(the("#row-c") == c, "a row that stays is not built again");
    assert_eq!(gone.load(Ordering::Relaxed), 1, "what b made is let go of");
    list.set(vec![]);
    tick().await;
    assert_eq!(texts("#rows"), ["last"]);
    assert_eq!(gone.load(Ordering::Relaxed), 4);
    list.set(vec!["y", "c"]);
    tick().await;
    assert_eq!(texts("#rows"), ["y", "c", "last"]);
}

#[wasm_bindgen_test]
async fn a_key_that_is_there_twice_loses_nothing() {
    let list = RwSignal::new(vec![("k", "1"), ("k", "2"), ("z", "3")]);
    show(move || {
        view! {
            <ol id="twice">
                <For each=move || list.get() key=|item| item.0 let:item>
                    <li>{item.1}</li>
                </For>
            </ol>
        }
    });
    assert_eq!(texts("#twice"), ["1", "2", "3"]);
    list.set(vec![("z", "3"), ("k", "1"), ("k", "2")]);
    tick().await;
    assert_eq!(texts("#twice"), ["3", "1", "2"]);
}

#[wasm_bindgen_test]
async fn attributes_classes_and_properties_follow_their_signals() {
    let title = RwSignal::new(Some("her"));
    let on = RwSignal::new(false);
    let value = RwSignal::new("ét".to_owned());
    show(move || {
        view! {
            <input
                id="values"
                class="plain"
                class:on=move || on.get()
                title=move || title.get()
                hidden=move || on.get()
                prop:value=value
            />
        }
    });
    let input = the("#values").unchecked_into::<HtmlInputElement>();
    assert_eq!((input.class_name().as_str(), input.title().as_str()), ("plain", "her"));
    assert_eq!(input.value(), "ét");
    input.set_value("skrevet af brugeren");
    title.set(None);
    on.set(true);
    tick().await;
    assert_eq!(input.class_name(), "plain on");
    assert!(!input.has_attribute("title") && input.has_attribute("hidden"));
    assert_eq!(input.value(), "skrevet af brugeren", "what did not change is not written again");
    value.set("to".to_owned());
    on.set(false);
    tick().await;
    assert_eq!((input.value().as_str(), input.class_name().as_str()), ("to", "plain"));
    assert!(!input.has_attribute("hidden"));
}

#[wasm_bindgen_test]
async fn a_class_that_comes_and_goes_survives_a_change_of_the_others() {
    let name = RwSignal::new("one");
    show(move || {
        view! {
            <div id="classes">
                {move || {
                    let name = name.get();
                    view! { <p class=name class:on=true>"."</p> }
                }}
            </div>
        }
    });
    name.set("two");
    tick().await;
    assert_eq!(the("#classes p").class_name(), "two on");
}

#[wasm_bindgen_test]
async fn a_click_does_what_the_newest_view_says() {
    let step = RwSignal::new(1);
    let total = RwSignal::new(0);
    show(move || {
        view! {
            <div id="clicks">
                {move || {
                    let step = step.get();
                    view! { <button on:click=move |_| total.update(|t| *t += step)>"+"</button> }
                }}
            </div>
        }
    });
    click("#clicks button");
    step.set(10);
    tick().await;
    click("#clicks button");
    assert_eq!(total.get_untracked(), 11);
}

#[wasm_bindgen_test]
async fn one_side_of_a_choice_is_built_once_per_change_of_its_condition() {
    let number = RwSignal::new(1);
    let built = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&built);
    show(move || {
        view! {
            <div id="sides">
                <Show when=move || { number.get() > 0 } fallback=|| "ingen">
                    {
                        counted.fetch_add(1, Ordering::Relaxed);
                    }
                    <b>"nogen"</b>
                </Show>
            </div>
        }
    });
    number.set(2);
    tick().await;
    assert_eq!(built.load(Ordering::Relaxed), 1);
    number.set(0);
    tick().await;
    assert_eq!(text("#sides"), "ingen");
    number.set(1);
    tick().await;
    assert_eq!((text("#sides").as_str(), built.load(Ordering::Relaxed)), ("nogen", 2));
}

#[wasm_bindgen_test]
async fn a_list_grows_and_shrinks_between_its_neighbours() {
    let amount = RwSignal::new(1_usize);
    show(move || {
        view! {
            <p id="between">
                "["
                {move || (0..amount.get()).map(|i| view! { <b>{i}</b> }).collect_view()}
                {move || (amount.get() > 2).then_some("!")}
                "]"
            </p>
        }
    });
    for (now, shown) in [(3, "[012!]"), (0, "[]"), (2, "[01]")] {
        amount.set(now);
        tick().await;
        assert_eq!(text("#between"), shown);
    }
}

#[wasm_bindgen_test]
async fn a_derived_value_tells_only_when_it_is_another() {
    let number = RwSignal::new(1_u32);
    let runs = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&runs);
    show(move || {
        let is_even = Memo::new(move || number.get().is_multiple_of(2));
        view! {
            <p id="even">{move || {
                counted.fetch_add(1, Ordering::Relaxed);
                if is_even.get() { "lige" } else { "ulige" }
            }}</p>
        }
    });
    number.set(3);
    tick().await;
    assert_eq!((text("#even").as_str(), runs.load(Ordering::Relaxed)), ("ulige", 1));
    number.set(4);
    tick().await;
    assert_eq!((text("#even").as_str(), runs.load(Ordering::Relaxed)), ("lige", 2));
}

#[wasm_bindgen_test]
async fn a_reference_tells_of_an_element_once_however_often_its_view_runs_again() {
    let word = RwSignal::new("før");
    let told = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&told);
    show(move || {
        let input = NodeRef::<HtmlInputElement>::new();
        Effect::new(move || {
            if input.get().is_some() {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        });
        view! {
            <div id="told">
                {move || {
                    let word = word.get();
                    view! { <input title=word node_ref=input /> }
                }}
            </div>
        }
    });
    tick().await;
    word.set("efter");
    tick().await;
    tick().await;
    assert_eq!(the("#told input").get_attribute("title").as_deref(), Some("efter"));
    // Who focuses an element that comes would take the focus from the reader each time.
    assert_eq!(told.load(Ordering::Relaxed), 1);
}
