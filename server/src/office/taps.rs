//! Presses on the faces by the door: kept once, marked by the rule of `taps`, counted for those
//! who answer for a shop's unit.

use super::{
    Office,
    desk::rights::{Seat, bare},
    refuse,
};
use crate::{
    catalogue::House,
    store::{
        Connection,
        kiosks::stays,
        taps::{self, Near, Pressed, Reason, TapRow as Row},
    },
    taps::{Press, REACH, marks},
};
use app::{
    case::language::Text,
    hatch::{Refusal, Token},
    kiosk::{
        KioskOffice,
        tap::{Asked, MOST, Tap, TapCounts, TapOffice, TapRow},
    },
};
use async_trait::async_trait;
use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use std::collections::BTreeMap;

/// So many days stand on a page.
const DAYS: i64 = 28;
/// A press that says it is older is taken for one of a clock that was wrong.
const OLDEST: i64 = 31 * 24 * 3_600_000_000;

/// What tells one wording of a question from another.
type Wording = (String, i64, i64);

#[async_trait]
impl TapOffice for Office {
    async fn tap(&self, kiosk: &Token, taps: Vec<Tap>) -> Result<(), Refusal> {
        let paired = self.paired(kiosk).await?.ok_or(Refusal::SignIn)?;
        let kept = self.keep_taps(&paired.id, &paired.shop, taps).await;
        kept.map_err(refuse)
    }

    async fn counts(
        &self,
        staff: &Token,
        shop: Option<&str>,
        until: Option<&str>,
    ) -> Result<TapCounts, Refusal> {
        self.count_taps(staff, shop, until).await.map_err(refuse)
    }
}

impl Office {
    /// Keeps what a kiosk sent that stands in a shop. What no screen of ours sends is passed over:
    /// refused, it would stand before all that comes after it.
    ///
    /// # Errors
    /// When there are more than `MOST`, or the store fails.
    pub async fn keep_taps(&self, kiosk: &str, shop: &str, sent: Vec<Tap>) -> anyhow::Result<()> {
        // More than a screen of ours sends at once would be forgotten there as if it were kept here.
        anyhow::ensure!(sent.len() <= MOST, Refusal::TooMany);
        let (whole, broken): (Vec<_>, Vec<_>) = sent.into_iter().partition(Tap::is_whole);
        if !broken.is_empty() {
            tracing::warn!(kiosk, passed_over = broken.len(), "what came is no tap");
        }
        let house = self.house();
        let stays = stays::of(self.store.read(), kiosk).await?;
        let now = self.now();
        let rows: Vec<_> = whole
            .into_iter()
            .map(|tap| {
                let at = tap.pressed_at.clamp(now - OLDEST, now);
                // What waited while the kiosk was moved was pressed where it stood.
                let shop = stays.at(at).map_or(shop, |stay| &stay.shop);
                row(tap, kiosk, shop, at, &zone(&house, shop))
            })
            .collect();
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                for row in &rows {
                    if taps::keep(&mut *tx, row).await? {
                        mark_around(&mut *tx, &row.kiosk, row.at).await?;
                    }
                }
                Ok(())
            })
        });
        kept.await
    }

    async fn count_taps(
        &self,
        staff: &Token,
        shop: Option<&str>,
        until: Option<&str>,
    ) -> anyhow::Result<TapCounts> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        let house = self.house();
        let until: Option<Date> = until.and_then(|day| day.parse().ok());
        let last = until.unwrap_or_else(|| self.today(&house));
        let first = last.saturating_sub(Span::new().days(DAYS - 1));
        let days = (first.to_string(), last.to_string());
        let range = (days.0.as_str(), days.1.as_str());
        let (pool, shops) = (self.store.read(), shops(&house, &seat));
        let (pressed, reasons) = match shop {
            Some(code) => {
                anyhow::ensure!(shops.contains_key(code), Refusal::NotFound);
                (
                    taps::by_day(pool, code, range).await?,
                    taps::reasons(pool, code, range).await?,
                )
            }
            None => (taps::by_shop(pool, range).await?, Vec::new()),
        };
        Ok(TapCounts {
            shop: shop.and_then(|code| shops.get(code)).cloned(),
            before: first.yesterday().unwrap_or(first).to_string(),
            asked: asked(&house, &shops, shop.is_some(), pressed, &reasons),
            days,
        })
    }

    fn today(&self, house: &House) -> Date {
        day(self.now(), &time_zone(&house.front.operator.zone))
    }
}

/// The press as it is kept.
fn row(tap: Tap, kiosk: &str, shop: &str, at: i64, zone: &TimeZone) -> Row {
    Row {
        key: tap.key,
        kiosk: kiosk.to_owned(),
        shop: shop.to_owned(),
        question: tap.question,
        version: tap.version.into(),
        face: tap.face.into(),
        faces: tap.faces.into(),
        reason: tap.reason,
        at,
        day: day(at, zone).to_string(),
    }
}

/// A press changes the marks of what lies within reach, and these hang on what lies in theirs.
async fn mark_around(tx: &mut Connection, kiosk: &str, at: i64) -> anyhow::Result<()> {
    let mut near = taps::near(&mut *tx, kiosk, (at - 2 * REACH, at + 2 * REACH)).await?;
    near.sort_by(|one, other| (one.at, &one.key).cmp(&(other.at, &other.key)));
    let presses = near.iter().map(press).collect::<anyhow::Result<Vec<_>>>()?;
    for (tap, mark) in near.iter().zip(marks(&presses)) {
        let Some(mark) = mark.filter(|_| (tap.at - at).abs() < REACH) else {
            continue;
        };
        if tap.mark.as_deref() != Some(mark.name()) {
            taps::mark(&mut *tx, &tap.key, mark).await?;
        }
    }
    Ok(())
}

fn press(near: &Near) -> anyhow::Result<Press> {
    Ok(Press {
        at: near.at,
        key: near.key.clone(),
        face: u8::try_from(near.face)?,
    })
}

/// The shops whose unit somebody sees.
fn shops(house: &House, seat: &Seat) -> BTreeMap<String, Text> {
    let seen = |unit: &String| {
        seat.reach
            .units
            .as_ref()
            .is_none_or(|all| all.contains(unit))
    };
    let shops = house.organisation.shops.iter();
    shops
        .filter(|shop| seen(&shop.unit))
        .map(|shop| (shop.code.clone(), shop.name.clone()))
        .collect()
}

/// Rows of the same wording together: what the catalogue asks now first, then the latest.
fn asked(
    house: &House,
    shops: &BTreeMap<String, Text>,
    by_day: bool,
    pressed: Vec<Pressed>,
    reasons: &[Reason],
) -> Vec<Asked> {
    let mut wordings: BTreeMap<Wording, Vec<Pressed>> = BTreeMap::new();
    for one in pressed
        .into_iter()
        .filter(|one| shops.contains_key(&one.shop))
    {
        let wording = (one.question.clone(), one.version, one.faces);
        wordings.entry(wording).or_default().push(one);
    }
    let mut asked: Vec<_> = wordings
        .into_iter()
        .map(|(wording, pressed)| {
            let rows = match by_day {
                true => rows(&pressed, wording.2, |one| {
                    (one.day.clone(), bare(&one.day), None)
                }),
                false => rows(&pressed, wording.2, |one| {
                    let name = shops[&one.shop].clone();
                    (one.shop.clone(), name, Some(one.shop.clone()))
                }),
            };
            one_wording(house, &wording, rows, reasons, by_day)
        })
        .collect();
    asked.sort_by_key(|one| (one.words.is_none(), std::cmp::Reverse(one.code.1)));
    asked
}

fn one_wording(
    house: &House,
    wording: &Wording,
    mut rows: Vec<TapRow>,
    reasons: &[Reason],
    by_day: bool,
) -> Asked {
    let (question, version, faces) = wording;
    if by_day {
        rows.reverse();
    }
    let now = house.front.surveys.tap.as_ref().filter(|tap| {
        tap.code == *question
            && i64::from(tap.version) == *version
            && i64::try_from(tap.faces.len()) == Ok(*faces)
    });
    let called = |code: &str| {
        let why = now.and_then(|tap| tap.why.as_ref());
        let choice = why.and_then(|why| why.reasons.iter().find(|one| one.code == code));
        choice.map_or_else(|| bare(code), |choice| choice.name.clone())
    };
    let theirs = reasons
        .iter()
        .filter(|one| (&one.question, one.version, one.faces) == (question, *version, *faces));
    Asked {
        words: now.map(|tap| (tap.ask.clone(), tap.faces.clone())),
        code: (
            question.clone(),
            u32::try_from(*version).unwrap_or_default(),
        ),
        faces: u8::try_from(*faces).unwrap_or_default(),
        reasons: theirs
            .map(|one| (called(&one.reason), number(one.counted)))
            .collect(),
        rows,
    }
}

/// One row for all presses that `of` puts into it.
fn rows(
    pressed: &[Pressed],
    faces: i64,
    of: impl Fn(&Pressed) -> (String, Text, Option<String>),
) -> Vec<TapRow> {
    let mut rows: BTreeMap<String, TapRow> = BTreeMap::new();
    for one in pressed {
        let (key, name, shop) = of(one);
        let row = rows.entry(key).or_insert_with(|| TapRow {
            name,
            shop,
            counted: vec![0; usize::try_from(faces).unwrap_or_default()],
            marked: 0,
        });
        let face = usize::try_from(one.face - 1).ok();
        if let Some(count) = face.and_then(|face| row.counted.get_mut(face)) {
            *count += number(one.counted);
        }
        row.marked += number(one.marked);
    }
    rows.into_values().collect()
}

fn number(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn zone(house: &House, shop: &str) -> TimeZone {
    let unit = house.organisation.shop(shop).map(|shop| shop.unit.as_str());
    time_zone(unit.map_or(&house.front.operator.zone, |unit| house.zone_of(unit)))
}

fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn day(at: i64, zone: &TimeZone) -> Date {
    let at = Timestamp::from_microsecond(at).unwrap_or(Timestamp::MAX);
    at.to_zoned(zone.clone()).date()
}
