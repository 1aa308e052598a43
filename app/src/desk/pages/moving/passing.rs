//! The forms that give work to a department: passing a part on, and adding one.

use super::Form;
use crate::desk::pages::{
    acts::hidden,
    choices::{bare, departments},
};
use crate::{
    desk::{Department, LegWay, api::case_path},
    hatch::Refusal,
    parts::{Field, Select, SelectOption},
};
use leptos::prelude::*;

impl Form<'_> {
    /// First to whom; what they need decides what is asked.
    pub(super) fn pass(&self) -> Result<AnyView, Refusal> {
        let words = self.turn.words;
        let seq = self.asked.leg.ok_or(Refusal::NotFound)?;
        let mut legs = self.case.legs.iter();
        let leg = legs.find(|leg| leg.seq == seq && leg.may(LegWay::Pass));
        let leg = leg.ok_or(Refusal::NotFound)?;
        let (to, chosen) = (self.asked.to.as_deref(), self.receiver());
        let picker = view! {
            <form class="step" method="get" action=format!("{}/pass", case_path(self.case.reference))>
                <input type="hidden" name="leg" value=seq />
                <Select
                    id="to"
                    label=words.say("desk-pass-to")
                    empty=words.say("desk-choose")
                    groups=departments(self.turn, &self.chain.departments)
                    chosen=to.unwrap_or_default().to_owned()
                />
                <button class="button second" type="submit">{words.say("desk-pass-choose")}</button>
            </form>
        };
        let needs = chosen.map(|department| {
            let fields = department.needs.iter().enumerate();
            let fields = fields
                .map(|(at, need)| {
                    let id = format!("need-{at}");
                    let (value, fault) = self.typed.field(self.turn, "pass", Some(seq), &id);
                    view! {
                        <Field id label=need.say(words.lang).to_owned() value=value.unwrap_or_default() fault />
                    }
                })
                .collect_view();
            view! {
                <form id="step" class="step" method="post" action="/api/desk/pass" autocomplete="off" novalidate>
                    {hidden(self.case)}
                    <input type="hidden" name="leg" value=leg.seq />
                    <input type="hidden" name="to" value=department.code.clone() />
                    <input type="hidden" name="needs" value=department.needs.len().to_string() />
                    {fields}
                    {self.text("pass", Some(seq))}
                    <button class="button" type="submit">{words.say("desk-pass")}</button>
                </form>
            }
        });
        Ok(view! { {picker} {needs} }.into_any())
    }

    /// The department that was chosen to pass to.
    pub(super) fn receiver(&self) -> Option<&Department> {
        let to = self.asked.to.as_deref()?;
        let mut departments = self.chain.departments.iter();
        departments.find(|one| one.code == to)
    }

    pub(super) fn add(&self) -> AnyView {
        let words = self.turn.words;
        let (to, to_fault) = self.typed.field(self.turn, "add", None, "to");
        let (after, _) = self.typed.field(self.turn, "add", None, "after");
        let open = self.case.legs.iter().filter(|leg| !leg.gone);
        let options = open.map(|leg| {
            let name = leg.name.as_ref().unwrap_or(&leg.department);
            SelectOption::new(leg.seq.to_string(), name.say(words.lang))
        });
        let after_groups = bare(options.collect());
        let fields = view! {
            <Select
                id="to"
                label=words.say("desk-add-to")
                empty=words.say("desk-choose")
                groups=departments(self.turn, &self.chain.departments)
                chosen=to.unwrap_or_default()
                fault=to_fault
            />
            <Select
                id="after"
                label=words.say("desk-add-after")
                empty=words.say("desk-add-at-once")
                groups=after_groups
                chosen=after.unwrap_or_default()
            />
            {self.text("add", None)}
        };
        self.form("add", fields.into_any())
    }
}
