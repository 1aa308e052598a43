//! Templates for replies, filled for a case. What is filled in waits on the case's page as anything
//! typed does; nothing is sent.

use crate::{
    catalogue::house::Place,
    office::Office,
    store::{desk, promises, sessions, unsent},
};
use app::{
    case::{reference::Reference, view::PromiseKind},
    desk::{Chosen, Template},
    hatch::{Refusal, Token},
    journey::Sheet,
    words::Words,
};

impl Office {
    pub(super) async fn read_templates(&self, staff: &Token) -> anyhow::Result<Vec<Template>> {
        self.seat(staff).await?;
        let house = self.house();
        let templates = house.templates.iter().map(|template| Template {
            code: template.code.clone(),
            name: template.name.clone(),
        });
        Ok(templates.collect())
    }

    pub(super) async fn fill_template(
        &self,
        staff: &Token,
        reference: Reference,
        chosen: Chosen,
    ) -> anyhow::Result<()> {
        let seat = self.seat(staff).await?;
        let (house, pool, number) = (self.house(), self.store.read(), reference.to_string());
        let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let mut templates = house.templates.iter();
        let template = templates.find(|template| template.code == chosen.code);
        let template = match chosen.code.as_str() {
            // Pressed with none chosen: what was typed stays.
            "" => None,
            _ => Some(template.ok_or(Refusal::NotFound)?),
        };
        let promises = promises::read(pool, &case.id).await?;
        let promised = promises.iter().rfind(|it| it.kind == PromiseKind::Fix);
        let (words, operator) = (Words::new(chosen.lang), &house.front.operator);
        let fill = |place| match place {
            Place::Reference => number.clone(),
            Place::Promised => promised
                .map(|promise| words.moment(promise.due_at, &operator.zone))
                .unwrap_or_default(),
            Place::Operator => operator.name.say(chosen.lang).to_owned(),
        };
        let text = template.map(|template| template.filled(chosen.lang, fill));
        let text = match (chosen.typed.trim_end(), text) {
            ("", text) => text.unwrap_or_default(),
            (typed, Some(text)) => format!("{typed}\n\n{text}"),
            (typed, None) => typed.to_owned(),
        };
        let (typed, now) = (
            unsent::Unsent {
                act: "reply".to_owned(),
                about: None,
                sheet: Sheet::from_pairs([("text", text)]),
            },
            self.now(),
        );
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                unsent::keep(tx, &seat.person.id, &case.id, &typed, now).await
            })
        });
        kept.await
    }
}
