//! Coming in, and one's own account: the door `app::desk::AccountOffice`. How long a session lasts
//! is `office/desk/entrance.rs`, what colleagues are is `office/staff`.

use super::{Office, refuse};
use app::{
    desk::{
        Account, AccountOffice, Admitted, Browser, Departure, Entered, NewPassword, PasswordFault,
        Return, Setup,
    },
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

mod coming_in;
mod own;
mod passwords;
mod provider;
mod second;
mod tries;

pub(crate) use passwords::good_enough;
pub use provider::{Provider, ProviderSettings};

#[async_trait]
impl AccountOffice for Office {
    async fn sign_in(
        &self,
        login: &str,
        password: &str,
        browser: Browser<'_>,
    ) -> Result<Admitted, Refusal> {
        let admitted = self.check_password(login, password, browser).await;
        admitted.map_err(refuse)
    }

    async fn say_code(
        &self,
        half: &Token,
        code: &str,
        browser: Browser<'_>,
    ) -> Result<Entered, Refusal> {
        self.check_code(half, code, browser).await.map_err(refuse)
    }

    fn provider(&self) -> Option<String> {
        let provider = self.entrance.provider.as_ref()?;
        Some(provider.name().to_owned())
    }

    async fn depart(&self, then: &str) -> Result<Departure, Refusal> {
        self.set_out(then).await.map_err(refuse)
    }

    async fn arrive(
        &self,
        back: Return<'_>,
        browser: Browser<'_>,
    ) -> Result<(Entered, String), Refusal> {
        self.come_through_provider(back, browser)
            .await
            .map_err(refuse)
    }

    async fn account(&self, staff: &Token) -> Result<Account, Refusal> {
        self.own_account(staff).await.map_err(refuse)
    }

    async fn change_password(
        &self,
        staff: &Token,
        wanted: NewPassword<'_>,
    ) -> Result<Result<Token, PasswordFault>, Refusal> {
        self.own_password(staff, wanted).await.map_err(refuse)
    }

    async fn begin_second(&self, staff: &Token) -> Result<(), Refusal> {
        self.make_second(staff).await.map_err(refuse)
    }

    async fn setup(&self, staff: &Token) -> Result<Setup, Refusal> {
        self.show_second(staff).await.map_err(refuse)
    }

    async fn confirm_second(&self, staff: &Token, code: &str) -> Result<bool, Refusal> {
        self.turn_second_on(staff, code).await.map_err(refuse)
    }

    async fn end_second(&self, staff: &Token, password: &str) -> Result<bool, Refusal> {
        self.turn_second_off(staff, password).await.map_err(refuse)
    }

    async fn sign_out_everywhere(&self, staff: &Token) -> Result<(), Refusal> {
        self.end_every_session(staff).await.map_err(refuse)
    }
}
