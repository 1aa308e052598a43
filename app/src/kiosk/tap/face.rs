//! The faces: each is told from its neighbours by its mouth, not by a colour, and has its word under
//! it. One drawing for every number of faces.

/// The path of a mouth on a grid of 48: from a frown with the first face to a smile with the last.
pub fn mouth(face: u8, faces: u8) -> String {
    let steps = f32::from(faces.max(2) - 1);
    // From -1, as unhappy as can be, to 1.
    let mood = 2.0 * f32::from(face.saturating_sub(1)) / steps - 1.0;
    // The corners go up as the middle goes down.
    let (corners, middle) = (32.0 - 4.0 * mood, 32.0 + 8.0 * mood);
    format!("M15 {corners:.1}Q24 {middle:.1} 33 {corners:.1}")
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
