//! What was pressed by the doors of two shops in the last two weeks. There are no kiosks in this world
//! until somebody pairs one; these were taken away again.

use super::{HOUR, World};
use app::kiosk::tap::Tap;

/// A shop, and how many of ten pressed each of five faces.
const SHOPS: [(&str, [i64; 5]); 2] = [
    ("lancheng-donghu", [0, 1, 2, 4, 3]),
    ("yunlu-chengzhong", [2, 2, 3, 2, 1]),
];
const DAYS: i64 = 14;

/// Fills the counts of `/desk/taps`, where the catalogue asks something by the door.
pub async fn settle(world: &World) -> anyhow::Result<()> {
    let house = world.office.house();
    let Some(question) = &house.front.surveys.tap else {
        return Ok(());
    };
    world.hours_ago(0);
    for (shop, shares) in SHOPS {
        let presses = shares.iter().zip(1..).flat_map(|(share, face)| {
            let days = (0..DAYS).filter(move |day| (day + face) % 3 > 0 || *share > 2);
            days.flat_map(move |day| (0..*share).map(move |one| (day, face, one)))
        });
        let taps = presses.map(|(day, face, one)| {
            let minutes = 24 * 60 * day + 37 * face + 11 * one + 90;
            let at = world.real - minutes * HOUR / 60;
            let reason = (face < 3 && one == 0).then(|| "waiting".to_owned());
            let face = u8::try_from(face).unwrap_or(1);
            Tap {
                reason: reason.filter(|_| question.is_low(face)),
                ..Tap::on(question, face, key(shop, day, face, one), at)
            }
        });
        let mut taps: Vec<_> = taps.collect();
        // A child had the first face to itself for a while.
        taps.extend((0..7).map(|one| {
            let at = world.real - 20 * HOUR + one * 900_000;
            Tap::on(question, 1, key(shop, 99, 1, one), at)
        }));
        for some in taps.chunks(app::kiosk::tap::MOST) {
            world.office.keep_taps(shop, shop, some.to_vec()).await?;
        }
    }
    Ok(())
}

/// A key as a screen makes one, the same for the same press.
fn key(shop: &str, day: i64, face: u8, one: i64) -> String {
    let letter = |number: i64| char::from(b'a' + u8::try_from(number.rem_euclid(26)).unwrap_or(0));
    let first = shop.bytes().next().unwrap_or(b'k');
    let made = [day / 26, day, i64::from(face), one].map(letter);
    let made: String = made.into_iter().chain([char::from(first)]).collect();
    format!("{made:d>26}")
}
