//! A deposit whose journey was taken over to a phone and sent there first: one case. The number and
//! the link that the kiosk had told lead to it too, and what was typed otherwise at the kiosk is
//! for a person to read.

use super::{Came, person, plan::Note, write::note};
use crate::{
    office::opening::Written,
    store::{Connection, cases::ByKey, other_numbers},
};
use app::case::reference::Reference;

pub(super) async fn meet(
    tx: &mut Connection,
    first: &ByKey,
    (written, mut notes): (&Written, Vec<Note>),
    told: Option<Reference>,
    came: &Came,
) -> anyhow::Result<()> {
    if let Some(told) = told {
        let (told, was_to_be) = (told.to_string(), &written.case.id);
        other_numbers::add(&mut *tx, &told, was_to_be, &first.id).await?;
    }
    let read = notes.iter().any(|note| note.kind == "kiosk-unfit");
    if first.content_hash != written.case.content_hash && !read {
        notes.push(Note {
            kind: "kiosk-also",
            text: person::as_typed(&came.said),
        });
    }
    note(tx, &first.id, notes, came.now).await
}
