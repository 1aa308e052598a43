//! Tables and their pages, for the desk.

use crate::words::use_words;
use leptos::prelude::*;

/// A table with a caption. On a narrow screen each row is a list of its own, in which each cell says
/// what it is. Where a table is wider than the screen it scrolls by itself, by keyboard too.
#[component]
pub fn Table(
    /// What the table holds.
    #[prop(into)]
    caption: String,
    /// Headings of the columns.
    head: Vec<String>,
    /// Rows of cells; the first cell names its row.
    rows: Vec<Vec<AnyView>>,
    /// Whether it holds numbers that are compared down a column: then its rows stay rows.
    #[prop(optional)]
    figures: bool,
) -> impl IntoView {
    let class = if figures { "table" } else { "table listed" };
    let columns = head
        .iter()
        .map(|cell| view! { <th scope="col">{cell.clone()}</th> })
        .collect_view();
    let rows = rows
        .into_iter()
        .map(|row| {
            let mut cells = row.into_iter();
            let first = cells
                .next()
                .map(|cell| view! { <th scope="row">{cell}</th> });
            let rest = { cells.zip(head.iter().skip(1)) }
                .map(|(cell, column)| view! { <td data-column=column.clone()>{cell}</td> })
                .collect_view();
            view! { <tr>{first}{rest}</tr> }
        })
        .collect_view();
    view! {
        <div class=class role="region" tabindex="0" aria-label=caption>
            <table>
                <caption>{caption.clone()}</caption>
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// Ways to the neighbouring pages of a list; nothing where there is one page only.
#[component]
pub fn Pager(
    /// Where this page stands: "page 2 of 5".
    #[prop(into)]
    sentence: String,
    /// Address of the page before.
    #[prop(optional_no_strip, into)]
    before: Option<String>,
    /// Address of the page after.
    #[prop(optional_no_strip, into)]
    after: Option<String>,
) -> impl IntoView {
    if before.is_none() && after.is_none() {
        return None;
    }
    let words = use_words();
    let link = |href: Option<String>, rel: &'static str, word: &'static str| {
        href.map(|href| view! { <a class="button second" rel=rel href=href>{words.say(word)}</a> })
    };
    Some(view! {
        <nav class="pager" aria-label=words.say("face-pages")>
            {link(before, "prev", "face-page-before")}
            <span>{sentence}</span>
            {link(after, "next", "face-page-after")}
        </nav>
    })
}
