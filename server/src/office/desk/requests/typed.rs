//! What is typed about a request: what is wrong with it, and how it is shown again.

use super::NEW;
use crate::{
    catalogue::{House, house::Department as Known},
    office::desk::inner_names::check,
    store::unsent,
};
use app::{
    desk::{Receiver, Score, TextFault, requests::UnsentRequest},
    journey::{Rule, Sheet},
};

/// What a request is about is a line.
const TITLE: u32 = 120;

/// What is wrong with it, field by field.
pub(super) fn faults(act: &str, typed: &Sheet) -> Vec<(String, TextFault)> {
    let mut faults = Vec::new();
    if matches!(act, NEW | "ask-anew") && typed.said("to").is_none() {
        faults.push(("to".to_owned(), TextFault::Unchosen));
    }
    let mut look = |field: &str, most: u32| {
        faults.extend(check(typed.typed(field), most).map(|fault| (field.to_owned(), fault)));
    };
    match act {
        NEW => {
            look("title", TITLE);
            look("text", Rule::LONG);
        }
        "decline" | "answer" | "say" | "ask-anew" => look("text", Rule::LONG),
        "rate" if typed.typed("score") == Score::Poor.name() => look("text", Rule::LONG),
        _ => {}
    }
    faults
}

/// Who is asked, if there is such a department.
pub(super) fn receiver(house: &House, typed: &Sheet) -> Option<(Receiver, Known)> {
    let to = Receiver::read(typed.typed("to"))?;
    let organisation = &house.organisation;
    let (_, department) = organisation.department_in(&to.unit, &to.department)?;
    let department = department.clone();
    Some((to, department))
}

/// What was typed and not taken, with what is wrong with it.
pub(super) fn shown_again(unsent: unsent::Unsent) -> UnsentRequest {
    UnsentRequest {
        faults: faults(&unsent.act, &unsent.sheet),
        act: unsent.act,
        sheet: unsent.sheet,
    }
}
