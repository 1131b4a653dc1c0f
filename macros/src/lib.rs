//! `view!`: Leptos' markup, turned into plain calls on `web::html` that do not grow with each type of view.
//!
//! Leptos' own macro makes every piece of markup a type, and each type its own code: for this app some 350 kB more
//! (brotli) in the browser. The markup is the same: elements with attributes, `class:name`, `prop:name`, `on:event`
//! and `node_ref`; components; `<Show>` and `<For>`, which are part of the markup here; blocks and texts.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;
use syn::{Block, Expr, Pat, Stmt};

/// Markup as a value of `udskift_it_system::web::html::Html`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let tokens = TokenStream::from(tokens);
    let site = site(&tokens.to_string());
    let view = match rstml::parse2(tokens) {
        Ok(nodes) => root(&nodes, site),
        Err(error) => Err(error),
    };
    view.unwrap_or_else(|error| error.to_compile_error()).into()
}

/// What tells one place's markup from another's: two that are written alike may take each other's place.
fn site(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn root(nodes: &[Node], site: u32) -> syn::Result<TokenStream> {
    let views = views(nodes, site)?;
    Ok(match views.as_slice() {
        [view] => view.clone(),
        views => quote! { ::udskift_it_system::web::html::Html::list(vec![#(#views),*]) },
    })
}

/// The nodes as `Html` each.
fn views(nodes: &[Node], site: u32) -> syn::Result<Vec<TokenStream>> {
    nodes.iter().filter_map(|node| node_view(node, site).transpose()).collect()
}

fn node_view(node: &Node, site: u32) -> syn::Result<Option<TokenStream>> {
    Ok(match node {
        Node::Comment(_) | Node::Doctype(_) => None,
        Node::Fragment(fragment) => Some(root(&fragment.children, site)?),
        Node::Text(text) => {
            let text = &text.value;
            Some(quote! { ::udskift_it_system::web::html::Html::literal(#text) })
        }
        Node::Block(block) => {
            let block =
                block.try_block().ok_or_else(|| syn::Error::new(block.span(), "not Rust"))?;
            let value = inner(block);
            Some(
                quote_spanned! { block.span() => ::udskift_it_system::web::html::IntoHtml::into_html(#value) },
            )
        }
        Node::Element(element) => Some(element_view(element, site)?),
        other => return Err(syn::Error::new(other.span(), "texts stand in quotes")),
    })
}

/// A block's only expression, or the block.
fn inner(block: &Block) -> TokenStream {
    match block.stmts.as_slice() {
        [Stmt::Expr(expr, None)] => quote! { #expr },
        _ => quote! { #block },
    }
}

fn element_view(element: &NodeElement<rstml::Infallible>, site: u32) -> syn::Result<TokenStream> {
    let name = element.name().to_string();
    match name.as_str() {
        "Show" => show(element, site),
        "For" => rows(element, site),
        _ if is_component(&name) => component(element, site),
        _ => plain(element, &name, site),
    }
}

/// Whether a tag names a function, as `Fold` and `table::Overview` do.
fn is_component(name: &str) -> bool {
    let last = name.rsplit("::").next().unwrap_or_default().trim_start();
    last.starts_with(|first: char| first.is_ascii_uppercase())
}

fn plain(
    element: &NodeElement<rstml::Infallible>,
    name: &str,
    site: u32,
) -> syn::Result<TokenStream> {
    let mut calls = Vec::new();
    for attribute in attributes(element)? {
        calls.push(part(attribute)?);
    }
    for child in &element.children {
        calls.extend(match child {
            Node::Text(text) => {
                let text = &text.value;
                Some(quote! { element.text(#text); })
            }
            // What is inside has no site of its own: it comes and goes with what is around it.
            child => node_view(child, 0)?.map(|view| quote! { element.child(#view); }),
        });
    }
    let new = if SVG.contains(&name) { quote!(svg) } else { quote!(new) };
    let site = Literal::u32_unsuffixed(site);
    Ok(quote! {{
        let mut element = ::udskift_it_system::web::html::Element::#new(#name, #site);
        #(#calls)*
        element.finish()
    }})
}

/// Elements of pictures, which are another kind than those of texts to the browser.
const SVG: [&str; 14] = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "defs", "marker", "use",
];

fn part(attribute: &KeyedAttribute) -> syn::Result<TokenStream> {
    let key = attribute.key.to_string().replace(' ', "");
    let span = attribute.key.span();
    let value = match &attribute.possible_value {
        KeyedAttributeValue::None => quote!(true),
        _ => value(attribute)?,
    };
    let literal = attribute.value_literal_string();
    let calls = match key.split_once(':') {
        None if key == "node_ref" => quote! { element.node_ref(#value) },
        None => match literal {
            Some(text) => quote! { element.literal(#key, #text) },
            None => quote! {
                element.attribute(#key, ::udskift_it_system::web::html::IntoValue::into_value(#value))
            },
        },
        Some(("class", name)) => quote! {
            element.class(#name, ::udskift_it_system::web::html::IntoValue::into_value(#value))
        },
        Some(("prop", name)) => quote! {
            element.property(#name, ::udskift_it_system::web::html::IntoValue::into_value(#value))
        },
        Some(("on", event)) => quote! {
            element.on(#event, ::udskift_it_system::web::html::handler(#value))
        },
        Some(_) => return Err(syn::Error::new(span, "not known here")),
    };
    Ok(quote_spanned! { span => #calls; })
}

fn component(element: &NodeElement<rstml::Infallible>, site: u32) -> syn::Result<TokenStream> {
    let name = element.name();
    let mut props = Vec::new();
    for attribute in attributes(element)? {
        let key = &attribute.key;
        let value = match &attribute.possible_value {
            KeyedAttributeValue::None => quote!(#key),
            _ => value(attribute)?,
        };
        props.push(quote! { .#key(#value) });
    }
    if !element.children.is_empty() {
        let children = root(&element.children, site)?;
        props.push(quote! { .children(::udskift_it_system::web::html::FromView::from_view(move || #children)) });
    }
    Ok(quote! {
        ::leptos::component::component_view(
            #[allow(clippy::needless_borrows_for_generic_args)]
            &#name,
            ::leptos::component::component_props_builder(&#name) #(#props)* .build()
        )
    })
}

fn show(element: &NodeElement<rstml::Infallible>, site: u32) -> syn::Result<TokenStream> {
    let when = named(element, "when")?
        .ok_or_else(|| syn::Error::new(element.span(), "<Show> needs when"))?;
    let children = root(&element.children, site)?;
    let fallback = match named(element, "fallback")? {
        Some(fallback) => quote! { ::core::option::Option::Some({
            let fallback = #fallback;
            Box::new(move || ::udskift_it_system::web::html::IntoHtml::into_html(fallback()))
        }) },
        None => quote! { ::core::option::Option::None },
    };
    Ok(
        quote! { ::udskift_it_system::web::html::show(Box::new(#when), Box::new(move || #children), #fallback) },
    )
}

fn rows(element: &NodeElement<rstml::Infallible>, site: u32) -> syn::Result<TokenStream> {
    let missing = || syn::Error::new(element.span(), "<For> needs each, key and let:item");
    let each = named(element, "each")?.ok_or_else(missing)?;
    let key = named(element, "key")?.ok_or_else(missing)?;
    let mut item = None;
    for attribute in attributes(element)? {
        let name = attribute.key.to_string().replace(' ', "");
        match (&attribute.possible_value, name.strip_prefix("let:")) {
            (_, Some(name)) => {
                let name = syn::Ident::new(name, attribute.key.span());
                item = Some(quote!(#name));
            }
            (KeyedAttributeValue::Binding(binding), None) => {
                let inputs: Vec<&Pat> = binding.inputs.iter().collect();
                item = Some(quote!(#(#inputs),*));
            }
            _ => {}
        }
    }
    let item = item.ok_or_else(missing)?;
    let children = root(&element.children, site)?;
    Ok(quote! { ::udskift_it_system::web::html::rows(#each, #key, move |#item| #children) })
}

fn attributes<'a>(
    element: &'a NodeElement<rstml::Infallible>,
) -> syn::Result<Vec<&'a KeyedAttribute>> {
    let keyed = |attribute: &'a NodeAttribute| match attribute {
        NodeAttribute::Attribute(keyed) => Ok(keyed),
        NodeAttribute::Block(block) => Err(syn::Error::new(block.span(), "not known here")),
    };
    element.attributes().iter().map(keyed).collect()
}

fn named(element: &NodeElement<rstml::Infallible>, name: &str) -> syn::Result<Option<TokenStream>> {
    let found = attributes(element)?.into_iter().find(|it| it.key.to_string() == name);
    found.map(value).transpose()
}

fn value(attribute: &KeyedAttribute) -> syn::Result<TokenStream> {
    match attribute.value() {
        Some(Expr::Block(block)) if block.attrs.is_empty() && block.label.is_none() => {
            Ok(inner(&block.block))
        }
        Some(expr) => Ok(quote!(#expr)),
        None => Err(syn::Error::new(attribute.key.span(), "needs a value")),
    }
}
