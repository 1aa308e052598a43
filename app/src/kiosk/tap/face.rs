//! The faces: each is told from its neighbours by its mouth, not by a colour, and has its word under
//! it. One drawing for every number of faces.

/// The path of a mouth on a grid of 48: from a frown with the first face to a smile with the last.
pub fn mouth(face: u8, faces: u8) -> String {
    let steps = i32::from(faces.max(2) - 1);
    // From -steps, as unhappy as can be, to steps.
    let mood = 2 * i32::from(face.saturating_sub(1)) - steps;
    // The corners go up as the middle goes down. In whole tenths: what writes a fraction would be the
    // largest part of a kiosk's program after the cipher.
    let tenths = |at: i32| format!("{}.{}", at / 10, at % 10);
    let corners = tenths(320 - 40 * mood / steps);
    let middle = tenths(320 + 80 * mood / steps);
    format!("M15 {corners}Q24 {middle} 33 {corners}")
}

#[cfg(test)]
mod tests {
    use super::mouth;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_faces_have_one_mouth_and_the_last_smiles() {
        for faces in 3..=5 {
            let all: BTreeSet<_> = (1..=faces).map(|face| mouth(face, faces)).collect();
            assert_eq!(all.len(), usize::from(faces));
            assert_eq!(mouth(1, faces), "M15 36.0Q24 24.0 33 36.0");
            assert_eq!(mouth(faces, faces), "M15 28.0Q24 40.0 33 28.0");
        }
        assert_eq!(mouth(2, 3), "M15 32.0Q24 32.0 33 32.0");
    }
}
