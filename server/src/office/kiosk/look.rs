//! Looks from a kiosk. A look makes a visitor, as on a phone, so that limits and rights are the same;
//! the visitor is forgotten before the answer leaves.

use crate::office::Office;
use app::{
    case::view::Standing,
    hatch::{Drafts, Refusal, Token, TrackingOffice},
    kiosk::{KioskOffice, look::LookOffice},
    tracking::{Look, Seen},
};
use async_trait::async_trait;

#[async_trait]
impl LookOffice for Office {
    async fn look(&self, device: &Token, look: Look, from: &str) -> Result<Standing, Refusal> {
        if self.paired(device).await?.is_none() {
            return Err(Refusal::SignIn);
        }
        let (visitor, reference) = self.find(None, look, from).await?;
        let seen = self.see(&visitor, reference).await;
        self.forget(&visitor).await?;
        Ok(match seen? {
            Seen::Full(view) => view.standing,
            Seen::Standing(standing) => standing,
        })
    }
}
