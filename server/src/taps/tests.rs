//! What the rule says, and what holds for all presses there can be.

use super::{DRUMMED, Mark, Press, REACH, TOGETHER, marks};
use proptest::{collection::vec, prelude::*};

const SECOND: i64 = 1_000_000;

/// Presses in time, `(tenths of a second, face)`.
fn presses(all: &[(i64, u8)]) -> Vec<Press> {
    let mut presses: Vec<_> = all
        .iter()
        .enumerate()
        .map(|(index, (tenths, face))| Press {
            at: tenths * SECOND / 10,
            key: format!("{index:03}"),
            face: *face,
        })
        .collect();
    presses.sort();
    presses
}

fn marked(all: &[(i64, u8)]) -> Vec<Option<Mark>> {
    marks(&presses(all))
}

#[test]
fn people_who_come_one_after_the_other_are_all_counted() {
    let family = [(0, 5), (25, 4), (50, 1), (75, 5), (125, 3)];
    assert_eq!(marked(&family), [None; 5]);
}

#[test]
fn a_cloth_over_the_faces_is_marked_from_the_first_to_the_last() {
    let cloth = [(0, 1), (3, 2), (6, 3), (9, 4)];
    assert_eq!(marked(&cloth), [Some(Mark::Wiped); 4]);
    assert_eq!(marked(&[(0, 2), (9, 3)]), [Some(Mark::Wiped); 2]);
    assert_eq!(marked(&[(0, 2), (10, 3)]), [None; 2]);
}

#[test]
fn a_child_who_drums_on_one_face_is_marked_from_the_first_press_on() {
    let child = [(0, 5), (12, 5), (24, 5), (36, 5), (48, 5)];
    assert_eq!(marked(&child), [Some(Mark::Drummed); 5]);
    let four = &child[..DRUMMED - 1];
    assert_eq!(marked(four), [None; DRUMMED - 1]);
    let slow = [(0, 5), (25, 5), (50, 5), (75, 5), (100, 5)];
    assert_eq!(marked(&slow), [None; 5]);
}

#[test]
fn a_face_that_is_pressed_twice_is_one_answer() {
    let twice = [(0, 4), (4, 4), (12, 4)];
    assert_eq!(marked(&twice), [None, Some(Mark::Again), Some(Mark::Again)]);
    assert_eq!(marked(&[(0, 4), (10, 4)]), [None; 2]);
}

fn any_presses() -> impl Strategy<Value = Vec<(i64, u8)>> {
    vec((0_i64..900, 1_u8..=5), 0..60)
}

proptest! {
    #[test]
    fn whoever_is_alone_is_counted(before in any_presses(), face in 1_u8..=5) {
        let alone = 900 + REACH / SECOND * 10;
        let all = [before, vec![(alone, face)]].concat();
        prop_assert_eq!(*marked(&all).last().expect("there is one"), None);
    }

    #[test]
    fn a_press_marks_others_and_clears_none(all in any_presses(), late in (0_i64..900, 1_u8..=5)) {
        let before = presses(&all);
        let was = marks(&before);
        let after = presses(&[all, vec![late]].concat());
        let is = marks(&after);
        for (press, mark) in before.iter().zip(was) {
            let now = after.iter().position(|one| one.key == press.key).expect("still there");
            prop_assert!(mark.is_none() || is[now].is_some(), "{press:?}");
        }
    }

    #[test]
    fn a_press_reaches_ten_seconds_and_no_further(
        all in any_presses(),
        late in (0_i64..900, 1_u8..=5),
    ) {
        let before = presses(&all);
        let was = marks(&before);
        let after = presses(&[all, vec![late]].concat());
        let is = marks(&after);
        for (press, mark) in before.iter().zip(was) {
            let far = (press.at - late.0 * SECOND / 10).abs() >= REACH;
            let now = after.iter().position(|one| one.key == press.key).expect("still there");
            prop_assert!(!far || is[now] == mark, "{press:?}");
        }
    }

    #[test]
    fn within_a_second_at_most_one_is_counted(all in any_presses()) {
        let presses = presses(&all);
        let marks = marks(&presses);
        let counted: Vec<_> = presses.iter().zip(marks).filter(|(_, mark)| mark.is_none()).collect();
        for pair in counted.windows(2) {
            prop_assert!(pair[1].0.at - pair[0].0.at >= TOGETHER);
        }
    }

    #[test]
    fn within_ten_seconds_fewer_are_counted_than_are_drummed(all in any_presses()) {
        let presses = presses(&all);
        let marks = marks(&presses);
        let counted: Vec<_> = presses.iter().zip(marks).filter(|(_, mark)| mark.is_none()).collect();
        for some in counted.windows(DRUMMED) {
            prop_assert!(some[DRUMMED - 1].0.at - some[0].0.at >= REACH);
        }
    }
}
