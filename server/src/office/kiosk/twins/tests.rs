//! One device never trips the rule, whatever happens to it; two always do.

use super::*;
use proptest::prelude::*;

/// What happens to a device between two of its beats.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// Everything arrives.
    Fine,
    /// The beat is lost on its way.
    Lost,
    /// The answer is lost.
    Unanswered,
    /// The beat is given up, and arrives so many beats later.
    Late(u8),
    /// The page is reloaded, crashes or is left: another one begins.
    Anew,
    /// The customer goes back to the page before, which comes out of the browser's cache as it was.
    Back,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Fine),
        1 => Just(Fate::Lost),
        1 => Just(Fate::Unanswered),
        1 => (1_u8..6).prop_map(Fate::Late),
        2 => Just(Fate::Anew),
    ]
}

/// The server's side.
#[derive(Default)]
struct House {
    count: i64,
    twins: Twins,
    found: bool,
}

impl House {
    fn hear(&mut self, page: &str, heard: Option<i64>) -> i64 {
        self.count += 1;
        // As it is kept between two beats.
        let kept = serde_json::to_string(&self.twins).unwrap();
        self.twins = serde_json::from_str(&kept).unwrap();
        self.found |= self.twins.hear(self.count, page, heard) == Verdict::Two;
        self.count
    }
}

/// One device.
struct Device {
    name: &'static str,
    pages: u32,
    heard: Option<i64>,
    before: Option<(u32, Option<i64>)>,
    late: Vec<(u8, u32, Option<i64>)>,
    page: u32,
}

impl Device {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            pages: 0,
            heard: None,
            before: None,
            late: Vec::new(),
            page: 0,
        }
    }

    fn say(&self, page: u32) -> String {
        format!("{}{page}", self.name)
    }

    fn live(&mut self, house: &mut House, fate: Fate) {
        for (wait, ..) in &mut self.late {
            *wait -= 1;
        }
        for (_, page, heard) in self
            .late
            .extract_if(.., |(wait, ..)| *wait == 0)
            .collect::<Vec<_>>()
        {
            house.hear(&self.say(page), heard);
        }
        match fate {
            Fate::Fine => self.heard = Some(house.hear(&self.say(self.page), self.heard)),
            Fate::Lost => {}
            Fate::Unanswered => {
                house.hear(&self.say(self.page), self.heard);
            }
            Fate::Late(wait) => self.late.push((wait, self.page, self.heard)),
            Fate::Anew => {
                self.before = Some((self.page, self.heard));
                self.pages += 1;
                (self.page, self.heard) = (self.pages, None);
            }
            Fate::Back => {
                if let Some((page, heard)) = self.before.take() {
                    (self.page, self.heard) = (page, heard);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_device_is_never_taken_for_two(fates in prop::collection::vec(fate(), 0..300)) {
        let (mut house, mut device) = (House::default(), Device::new("a"));
        for fate in fates {
            device.live(&mut house, fate);
            prop_assert!(!house.found, "{:?}", house.twins);
        }
    }

    #[test]
    fn nor_is_one_whose_page_came_back_out_of_the_cache(
        first in prop::collection::vec(fate(), 0..20),
        second in prop::collection::vec(fate(), 0..20),
    ) {
        let (mut house, mut device) = (House::default(), Device::new("a"));
        let no_new = |fates: &[Fate]| -> Vec<Fate> {
            fates.iter().copied().filter(|fate| !matches!(fate, Fate::Anew)).collect()
        };
        for fate in first.iter().copied().chain([Fate::Anew]).chain(no_new(&second)) {
            device.live(&mut house, fate);
        }
        for fate in [Fate::Back].into_iter().chain([Fate::Fine; 9]).chain([Fate::Anew]).chain(no_new(&second)) {
            device.live(&mut house, fate);
        }
        prop_assert!(!house.found, "{:?}", house.twins);
    }

    #[test]
    fn two_devices_are_found_however_they_take_turns(
        before in prop::collection::vec(fate(), 0..30),
        turns in prop::collection::vec(any::<bool>(), 40..80),
    ) {
        let mut house = House::default();
        let (mut one, mut two) = (Device::new("a"), Device::new("b"));
        for fate in before {
            one.live(&mut house, fate);
        }
        prop_assert!(!house.found);
        // Whoever has had five turns with the other's in between has been answered in between.
        let (mut changes, mut last) = (0, None);
        for turn in turns {
            if last != Some(turn) {
                (changes, last) = (changes + 1, Some(turn));
            }
            let device = if turn { &mut one } else { &mut two };
            device.live(&mut house, Fate::Fine);
            if changes > 10 {
                prop_assert!(house.found, "{:?}", house.twins);
            }
        }
    }

    #[test]
    fn nothing_that_is_said_upsets_it(said in prop::collection::vec((".*", any::<Option<i64>>()), 0..40)) {
        let mut house = House::default();
        for (page, heard) in said {
            house.hear(&page, heard);
        }
        prop_assert!(house.twins.0.len() <= MOST);
    }
}

#[test]
fn two_devices_are_found_within_five_beats_of_each() {
    let mut house = House::default();
    let (mut one, mut two) = (Device::new("a"), Device::new("b"));
    for _ in 0..5 {
        one.live(&mut house, Fate::Fine);
    }
    for beat in 1..=5 {
        assert!(!house.found, "before beat {beat}");
        two.live(&mut house, Fate::Fine);
        one.live(&mut house, Fate::Fine);
    }
    assert!(house.found, "{:?}", house.twins);
}

#[test]
fn more_than_two_are_found_as_well() {
    let mut house = House::default();
    let mut devices = ["a", "b", "c", "d", "e"].map(Device::new);
    for _ in 0..6 {
        for device in &mut devices {
            device.live(&mut house, Fate::Fine);
        }
    }
    assert!(house.found);
}
