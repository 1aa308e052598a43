//! Who may fetch a file beside a message: whoever may see what it came with.

use super::{Office, refuse};
use crate::store::{attachments, desk, events::Side};
use app::{
    case::{attachment::FileKind, reference::Reference},
    hatch::{Refusal, Token},
};

/// What a file is, and all of it.
pub type File = (FileKind, Vec<u8>);

impl Office {
    /// A file above the line, for a visitor who may see all that the customer sees of the case.
    ///
    /// # Errors
    /// When there is none, or it is not theirs to see: both the same.
    pub async fn file_above(
        &self,
        visitor: &Token,
        reference: Reference,
        id: &str,
    ) -> Result<File, Refusal> {
        let case = self.full(visitor, reference).await?;
        let found = attachments::find(self.store.read(), &case, id, Side::Above).await;
        found.map_err(refuse)?.ok_or(Refusal::NotFound)
    }

    /// A file on either side of the line, for staff who may see the case.
    ///
    /// # Errors
    /// The same; also when nobody is signed in.
    pub async fn file_of(
        &self,
        staff: &Token,
        reference: Reference,
        id: &str,
    ) -> Result<File, Refusal> {
        let found = async {
            let seat = self.seat(staff).await?;
            let (pool, number) = (self.store.read(), reference.to_string());
            let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
                .await?
                .ok_or(Refusal::NotFound)?;
            let found = attachments::find(pool, &case.id, id, Side::Below).await?;
            anyhow::Ok(found.ok_or(Refusal::NotFound)?)
        };
        found.await.map_err(refuse)
    }
}
