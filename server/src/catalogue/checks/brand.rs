//! The operator's colours can be read wherever they meet another colour.

use crate::{
    brand::{Theme, readable},
    catalogue::{files::Files, finding::Finding, house::House, shape::operator::ColoursShape},
};

pub fn check(files: &Files, house: &House, findings: &mut Vec<Finding>) {
    let source = &files.operator.source;
    let shapes = &files.operator.says.brand;
    let themes = [
        (Theme::Light, &house.brand.light, &shapes.light),
        (Theme::Dark, &house.brand.dark, &shapes.dark),
    ];
    for (theme, colours, shape) in themes {
        for fault in readable(theme, colours).err().unwrap_or_default() {
            let at = written(shape, fault.key());
            findings.push(source.finding(
                &at,
                fault.to_string(),
                "text 7:1, edges 3:1 (WCAG 2.2: 1.4.6, 1.4.11)",
            ));
        }
    }
}

fn written(shape: &ColoursShape, key: &str) -> std::ops::Range<usize> {
    match key {
        "on-accent" => &shape.on_accent,
        "accent-strong" => &shape.accent_strong,
        "accent-wash" => &shape.accent_wash,
        _ => &shape.accent,
    }
    .span()
}
