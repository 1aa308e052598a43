//! The form that asks a colleague to answer for a case. Where many could, their department can be
//! chosen first: by its code, so that no name stands in an address.

use super::Form;
use crate::desk::pages::{choices::bare, legs::place};
use crate::{
    desk::{Colleague, api::case_path},
    parts::{Select, SelectGroup, SelectOption},
};
use leptos::prelude::*;

/// More colleagues than these are a long list.
const LONG: usize = 12;

impl Form<'_> {
    pub(super) fn hand_over(&self) -> AnyView {
        let words = self.turn.words;
        let (to, to_fault) = self.typed.field(self.turn, "hand-over", None, "to");
        let colleagues = &self.chain.colleagues;
        let of = self.asked.of.as_deref();
        let of = of.filter(|code| colleagues.iter().any(|one| one.works_in == *code));
        let long = of.is_some() || colleagues.len() > LONG;
        let picker = long.then(|| self.of_department(of));
        let near = colleagues
            .iter()
            .filter(|one| of.is_none_or(|code| one.works_in == code));
        let fields = view! {
            <Select
                id="to"
                label=words.say("desk-hand-over-to")
                empty=words.say("desk-choose")
                groups=self.by_department(near)
                chosen=to.unwrap_or_default()
                fault=to_fault
            />
            {self.text("hand-over", None)}
        };
        let form = self.form("hand-over", fields.into_any());
        view! { {picker} {form} }.into_any()
    }

    /// Shows the colleagues of one department; nobody is asked by it.
    fn of_department(&self, of: Option<&str>) -> AnyView {
        let words = self.turn.words;
        let mut options: Vec<SelectOption> = Vec::new();
        for one in &self.chain.colleagues {
            if options.iter().all(|known| known.value != one.works_in) {
                let name = place(self.turn, &one.department, &one.unit);
                options.push(SelectOption::new(one.works_in.clone(), name));
            }
        }
        let action = format!("{}/hand-over", case_path(self.case.reference));
        view! {
            <form class="step" method="get" action=action>
                <Select
                    id="of"
                    label=words.say("desk-hand-over-of")
                    empty=words.say("desk-hand-over-of-all")
                    groups=bare(options)
                    chosen=of.unwrap_or_default().to_owned()
                />
                <button class="button second" type="submit">
                    {words.say("desk-hand-over-show")}
                </button>
            </form>
        }
        .into_any()
    }

    /// Colleagues under their department, in the order they come in.
    fn by_department<'c>(
        &self,
        colleagues: impl Iterator<Item = &'c Colleague>,
    ) -> Vec<SelectGroup> {
        let mut groups: Vec<SelectGroup> = Vec::new();
        for one in colleagues {
            let label = place(self.turn, &one.department, &one.unit);
            let option = SelectOption::new(one.login.clone(), one.name.clone());
            match groups.last_mut().filter(|group| group.label == label) {
                Some(group) => group.options.push(option),
                None => groups.push(SelectGroup {
                    label,
                    options: vec![option],
                    ..SelectGroup::default()
                }),
            }
        }
        groups
    }
}
