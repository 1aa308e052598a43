//! A rating scale in words. No faces, no colours from red to green, nothing chosen beforehand: each
//! of these was shown to push the answer.

use super::{Listed, beside::Beside, choices::legend_of};
use leptos::prelude::*;

/// A question answered on a scale; the lowest point is sent as `1`.
#[component]
pub fn Rating(
    /// Name it is sent under. The first point has it as its id, so that an error leads there.
    #[prop(into)]
    name: String,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The question is the page's `h1`.
    #[prop(optional)]
    heading: bool,
    /// The journey, above the heading.
    #[prop(optional_no_strip, into)]
    caption: Option<String>,
    /// Words for the points, lowest first.
    points: Vec<String>,
    /// The point chosen before.
    #[prop(optional_no_strip, into)]
    chosen: Option<String>,
    /// What is to be put right.
    #[prop(optional_no_strip, into)]
    fault: Option<String>,
) -> impl IntoView {
    let class = if fault.is_some() {
        "field rating faulty"
    } else {
        "field rating"
    };
    let beside = Beside {
        id: name.clone(),
        fault,
        ..Beside::default()
    };
    let described_by = beside.described_by();
    let points = points
        .into_iter()
        .zip(1..)
        .map(|(word, point)| {
            let point: u32 = point;
            let id = if point == 1 {
                name.clone()
            } else {
                format!("{name}-{point}")
            };
            let checked = chosen.as_deref().and_then(|chosen| chosen.parse().ok()) == Some(point);
            view! {
                <div class="point">
                    <input
                        type="radio"
                        id=id.clone()
                        name=name.clone()
                        value=point
                        checked=checked
                    />
                    <label for=id>{word}</label>
                </div>
            }
        })
        .listed();
    view! {
        <fieldset class=class aria-describedby=described_by>
            {legend_of(legend, heading, caption)}
            {beside.sentences()}
            <div class="points">{points}</div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn every_point_has_a_word_and_none_is_chosen() {
        let points = ["bad", "poor", "fair", "good", "very good"]
            .map(String::from)
            .to_vec();
        let html = rendered(
            Lang::En,
            || view! { <Rating name="score" legend="How?" points /> },
        );
        assert_eq!(html.matches("<label").count(), 5);
        assert!(
            html.contains(r#"id="score-5" name="score" value="5""#),
            "{html}"
        );
        assert!(html.contains(r#"for="score-5">very good"#), "{html}");
        assert!(!html.contains("checked"));
    }
}
