//! One incident with all that hangs on it, and what is done about it.

use super::{Change, Seat, forms::read_news, may_change, shown};
use crate::{
    catalogue::House,
    office::{
        Office,
        incidents::{self as rules, Step, is_on, news, promise_later},
        refuse,
    },
    store::{
        Connection, desk,
        incidents::{self, Incident},
        sessions, unsent,
    },
};
use app::{
    case::{language::Lang, reference::Reference, view::State},
    desk::{
        Acted, Announced, AttachedCase, CaseIncident, IncidentOffice, UnsentIncident, Which,
        WholeIncident,
    },
    hatch::{Refusal, Token},
    journey::Sheet,
    words::Words,
};
use async_trait::async_trait;

/// So many cases are shown and hung on an incident at a time.
const MOST: i64 = 200;
/// A fault may be older than what was found to be behind it, by so much.
const BEFORE: i64 = 24 * 3_600_000_000;
const ACT: &str = "tell";

#[async_trait]
impl IncidentOffice for Office {
    async fn whole(&self, lang: Lang, staff: &Token, id: &str) -> Result<WholeIncident, Refusal> {
        self.read_whole(lang, staff, id).await.map_err(refuse)
    }

    async fn tell(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        typed: &Sheet,
    ) -> Result<Announced, Refusal> {
        self.tell_all(staff, id, key, typed).await.map_err(refuse)
    }

    async fn keep(&self, staff: &Token, id: &str, typed: Sheet) -> Result<(), Refusal> {
        self.keep_news(staff, id, typed).await.map_err(refuse)
    }

    async fn begin(&self, staff: &Token, id: &str) -> Result<(), Refusal> {
        let begun = self.change_incident(staff, id, Change::Begin).await;
        begun.map_err(refuse)
    }

    async fn attach(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        which: Which,
    ) -> Result<Acted, Refusal> {
        self.hang(staff, id, key, which).await.map_err(refuse)
    }

    async fn of_case(
        &self,
        lang: Lang,
        staff: &Token,
        reference: Reference,
    ) -> Result<CaseIncident, Refusal> {
        let read = self.read_of_case(lang, staff, reference).await;
        read.map_err(refuse)
    }
}

impl Office {
    async fn read_whole(
        &self,
        lang: Lang,
        staff: &Token,
        id: &str,
    ) -> anyhow::Result<WholeIncident> {
        let seat = self.seat(staff).await?;
        let (pool, house, now) = (self.store.read(), self.house(), self.now());
        let known = incidents::by_id(&mut *pool.acquire().await?, id).await?;
        let known = known.ok_or(Refusal::NotFound)?;
        let joined = incidents::joined_in(pool, id).await?;
        let (yes, no) = incidents::answers(pool, id).await?;
        let cases = incidents::attached(pool, id, MOST).await?;
        let proposed = match is_on(&known, now) {
            true => proposed(&house, &known, pool).await?,
            false => Vec::new(),
        };
        let unsent = unsent::find(pool, &seat.person.id, &place(id)).await?;
        let cause = known.cause.clone();
        let mut incident = shown(&house, &seat, known, joined, lang, now);
        incident.shown.said = self.said_of(id, lang).await?;
        let count = |many: i64| u32::try_from(many).unwrap_or(u32::MAX);
        Ok(WholeIncident {
            cause,
            followers: count(incidents::followers(pool, id).await?),
            yes: count(yes),
            no: count(no),
            cases: cases
                .into_iter()
                .filter_map(|case| {
                    Some(AttachedCase {
                        reference: case.reference.parse().ok()?,
                        state: State::from_name(&case.state)?,
                        works: case.answer.map(|answer| answer == "yes"),
                    })
                })
                .collect(),
            proposed: proposed
                .iter()
                .filter_map(|case| case.reference.parse().ok())
                .collect(),
            unsent: unsent.map(|unsent| UnsentIncident {
                faults: read_news(&house, &unsent.sheet, now)
                    .err()
                    .unwrap_or_default(),
                sheet: unsent.sheet,
            }),
            incident,
        })
    }

    async fn tell_all(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Announced> {
        let seat = self.seat(staff).await?;
        let (house, now) = (self.house(), self.now());
        let (key, id, sheet) = (key.to_owned(), id.to_owned(), typed.clone());
        let read = read_news(&house, typed, now);
        let told = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let known = incidents::by_id(&mut *tx, &id).await?;
                let known = known.ok_or(Refusal::NotFound)?;
                anyhow::ensure!(may_change(&house, &seat, &known), Refusal::NotFound);
                let Ok((text, expected)) = read else {
                    let unsent = unsent::Unsent {
                        act: ACT.to_owned(),
                        about: None,
                        sheet,
                    };
                    unsent::keep(tx, person, &place(&id), &unsent, now).await?;
                    return Ok(Announced::Mend);
                };
                if unsent::first_time(&mut *tx, &key, person, now).await? {
                    let open = known.ended_at.is_none();
                    let expected = expected.filter(|_| open);
                    if expected.is_some() {
                        incidents::expect(&mut *tx, &id, expected).await?;
                    }
                    let (actor, text) = (seat.actor(), Some(text));
                    rules::log(&mut *tx, &id, Step::Update, &actor, text, expected, now).await?;
                    unsent::forget(tx, person, &place(&id), ACT).await?;
                }
                Ok(Announced::Done)
            })
        });
        let told = told.await?;
        self.carrier.wake();
        Ok(told)
    }

    async fn keep_news(&self, staff: &Token, id: &str, typed: Sheet) -> anyhow::Result<()> {
        let seat = self.seat(staff).await?;
        let known = incidents::by_id(&mut *self.store.read().acquire().await?, id).await?;
        let known = known.ok_or(Refusal::NotFound)?;
        anyhow::ensure!(may_change(&self.house(), &seat, &known), Refusal::NotFound);
        self.keep_typed(staff, place(id), ACT, typed).await
    }

    async fn hang(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        which: Which,
    ) -> anyhow::Result<Acted> {
        let seat = self.seat(staff).await?;
        let (house, now) = (self.house(), self.now());
        let (key, id) = (key.to_owned(), id.to_owned());
        let hung = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let known = incidents::by_id(&mut *tx, &id).await?;
                let known = known.ok_or(Refusal::NotFound)?;
                if known.ended_at.is_some() {
                    return Ok(Acted::TooLate);
                }
                if !unsent::first_time(&mut *tx, &key, &seat.person.id, now).await? {
                    return Ok(Acted::Done);
                }
                match which {
                    Which::One(reference) => {
                        attach_one(tx, &seat, &known, reference, now).await?;
                    }
                    Which::Proposed => {
                        anyhow::ensure!(may_change(&house, &seat, &known), Refusal::NotFound);
                        let cases = proposed(&house, &known, &mut *tx).await?;
                        for case in cases {
                            attach(&mut *tx, &seat, &known, &case.id, now).await?;
                        }
                    }
                }
                Ok(Acted::Done)
            })
        });
        let acted = hung.await?;
        self.carrier.wake();
        Ok(acted)
    }

    async fn read_of_case(
        &self,
        lang: Lang,
        staff: &Token,
        reference: Reference,
    ) -> anyhow::Result<CaseIncident> {
        let seat = self.seat(staff).await?;
        let (pool, now) = (self.store.read(), self.now());
        let number = reference.to_string();
        let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let hangs = incidents::hanging(pool, &case.id).await?;
        let going_on = case.state != State::Done.name() && case.state != State::Closed.name();
        let may_open = case.kind == "fault" && going_on && hangs.is_none();
        let open = match may_open {
            true => self.store.open_incidents().await?,
            false => std::sync::Arc::default(),
        };
        let open = open
            .iter()
            .filter(|it| is_on(it, now) && Some(&it.product) == case.about.product.as_ref());
        Ok(CaseIncident {
            hangs: hangs.map(|it| (it.incident, incidents::said(&it.title, lang))),
            open: open
                .map(|it| (it.id.clone(), incidents::said(&it.title, lang)))
                .collect(),
            may_open,
        })
    }
}

/// Hangs a case on an incident, if whoever asks may see it, and tells its customer.
pub(super) async fn attach_one(
    tx: &mut Connection,
    seat: &Seat,
    incident: &Incident,
    reference: Reference,
    now: i64,
) -> anyhow::Result<()> {
    let number = reference.to_string();
    let case = desk::case(&mut *tx, &number, &seat.reach, &seat.person.id)
        .await?
        .ok_or(Refusal::NotFound)?;
    let over = case.state == State::Done.name() || case.state == State::Closed.name();
    anyhow::ensure!(!over && case.kind == "fault", Refusal::NotFound);
    attach(tx, seat, incident, &case.id, now).await
}

async fn attach(
    tx: &mut Connection,
    seat: &Seat,
    incident: &Incident,
    case: &str,
    now: i64,
) -> anyhow::Result<()> {
    if !incidents::attach(&mut *tx, &incident.id, case, now).await? {
        return Ok(());
    }
    let lang = Lang::from_tag(&desk::language(&mut *tx, case).await?).unwrap_or_default();
    let title = incidents::said(&incident.title, lang);
    let text = incidents::said(&incident.text, lang);
    let told = Words::new(lang).fill("incident-told-attached", &[("title", &title)]);
    news(
        &mut *tx,
        case,
        format!("{told}\n{text}"),
        &seat.actor(),
        now,
    )
    .await?;
    match incident.expected_at {
        Some(expected) => promise_later(tx, case, expected, now).await,
        None => Ok(()),
    }
}

/// Open faults of an incident's product and places that hang on nothing.
async fn proposed(
    house: &House,
    incident: &Incident,
    store: impl crate::store::Executor<'_>,
) -> anyhow::Result<Vec<incidents::Candidate>> {
    let after = incident.opened_at - BEFORE;
    let mut cases = incidents::candidates(store, &incident.product, after, MOST).await?;
    cases.retain(|case| {
        let place = case.place.as_deref().unwrap_or_default();
        let found = house.front.places.find(place);
        found.is_some_and(|(province, city, district)| {
            let around = [&province.code, &city.code, &district.code];
            incident.places.iter().any(|place| around.contains(&place))
        })
    });
    Ok(cases)
}

/// Where news that could not be taken is kept.
fn place(id: &str) -> String {
    format!("incident-{id}")
}
