//! Somebody's own account at the desk: coming in, the password, the second step, where they are
//! signed in. What an administrator does about colleagues is `colleagues`.

pub mod api;

use super::{Absence, Me};
use crate::hatch::{Refusal, Token};
use async_trait::async_trait;

/// What is known of the browser in which somebody comes in.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// A key for limits: where it is, as far as that can be trusted.
    pub from: &'a str,
    /// The token by which a browser is known that has signed in before.
    pub device: Option<&'a Token>,
    /// The session it has; it ends when another begins.
    pub before: Option<&'a Token>,
}

/// What came of login and password.
#[derive(Clone, Debug)]
pub enum Admitted {
    /// They are in.
    In(Entered),
    /// The code is still to be said, by whoever holds this.
    Half(Token),
}

/// Somebody is in.
#[derive(Clone, Debug)]
pub struct Entered {
    /// Their session.
    pub session: Token,
    /// By this the browser is known from now on.
    pub device: Token,
}

/// The way to the identity provider.
#[derive(Clone, Debug)]
pub struct Departure {
    /// The provider's address.
    pub to: String,
    /// What must be there when the browser comes back, sealed.
    pub kept: Token,
}

/// What the provider sent the browser back with.
#[derive(Clone, Copy, Debug)]
pub struct Return<'a> {
    /// To be exchanged for who it is.
    pub code: &'a str,
    /// What we gave along.
    pub state: &'a str,
    /// What was kept in the browser.
    pub kept: Option<&'a Token>,
}

/// How the second step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// It is not used.
    Off,
    /// It is asked for.
    On {
        /// Since when.
        since: i64,
        /// How many recovery codes are left.
        codes: u32,
    },
}

/// Whether somebody may use the desk as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// They may.
    Nothing,
    /// They must choose a password of their own first.
    Password,
    /// They must set up the second step first.
    Second,
}

/// An account as its owner sees it.
#[derive(Clone, Debug)]
pub struct Account {
    /// When this was looked up.
    pub now: i64,
    /// Whose.
    pub me: Me,
    /// Their key.
    pub id: String,
    /// What they sign in with.
    pub login: String,
    /// What they must see to first.
    pub owed: Owed,
    /// The second step.
    pub second: Second,
    /// Whether the house demands the second step of them.
    pub demanded: bool,
    /// In how many browsers they are signed in.
    pub sessions: u32,
    /// Their absences, now and to come.
    pub away: Vec<Absence>,
    /// The absences of others in which they stand in.
    pub stands_in: Vec<Absence>,
}

/// What sets up the second step. Shown until the first code was said, and never again.
#[derive(Clone)]
pub struct Setup {
    /// For a phone's camera.
    pub uri: String,
    /// For a phone's keys.
    pub key: String,
    /// Each of them takes the place of a code, once.
    pub codes: Vec<String>,
}

/// A password somebody wants to have.
#[derive(Clone, Copy)]
pub struct NewPassword<'a> {
    /// The one they have.
    pub old: &'a str,
    /// The one they want.
    pub new: &'a str,
    /// And again.
    pub again: &'a str,
}

/// What is wrong with a password that somebody wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordFault {
    /// The old one is not right.
    Wrong,
    /// It is too short, or longer than anybody types.
    Length,
    /// It is too easily guessed.
    Simple,
    /// It is the old one.
    Same,
    /// The two are not alike.
    Unlike,
}

impl PasswordFault {
    /// Every fault.
    pub const ALL: [Self; 5] = [
        Self::Wrong,
        Self::Length,
        Self::Simple,
        Self::Same,
        Self::Unlike,
    ];

    /// The word in a query and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Length => "length",
            Self::Simple => "simple",
            Self::Same => "same",
            Self::Unlike => "unlike",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|fault| fault.name() == name)
    }
}

/// Coming in, and one's own account.
#[async_trait]
pub trait AccountOffice: Send + Sync {
    /// Checks login and password. A login that is not there and a wrong password are one answer:
    /// not found.
    async fn sign_in(
        &self,
        login: &str,
        password: &str,
        browser: Browser<'_>,
    ) -> Result<Admitted, Refusal>;
    /// Checks the code of somebody whose password was right. A wrong one is not found; once too
    /// many were wrong, or minutes have passed, they must begin again.
    async fn say_code(
        &self,
        half: &Token,
        code: &str,
        browser: Browser<'_>,
    ) -> Result<Entered, Refusal>;
    /// What the way through the identity provider is called on its button; nothing, if there is none.
    fn provider(&self) -> Option<String>;
    /// Begins the way through the identity provider, to end at a page of ours. Writes nothing.
    async fn depart(&self, then: &str) -> Result<Departure, Refusal>;
    /// Ends it, and says at which page. Whatever is wrong is one answer: not found.
    async fn arrive(
        &self,
        back: Return<'_>,
        browser: Browser<'_>,
    ) -> Result<(Entered, String), Refusal>;
    /// The account of whoever asks; of somebody, too, who owes something.
    async fn account(&self, staff: &Token) -> Result<Account, Refusal>;
    /// Changes the password. Every other session ends, and this one goes on under a new token.
    async fn change_password(
        &self,
        staff: &Token,
        wanted: NewPassword<'_>,
    ) -> Result<Result<Token, PasswordFault>, Refusal>;
    /// Makes a secret for the second step; it counts once the first code was said.
    async fn begin_second(&self, staff: &Token) -> Result<(), Refusal>;
    /// What was made, until the first code was said.
    async fn setup(&self, staff: &Token) -> Result<Setup, Refusal>;
    /// Turns the second step on; false when the code is wrong.
    async fn confirm_second(&self, staff: &Token, code: &str) -> Result<bool, Refusal>;
    /// Turns the second step off; false when the password is wrong.
    async fn end_second(&self, staff: &Token, password: &str) -> Result<bool, Refusal>;
    /// Ends every session, this one too, and forgets the browsers.
    async fn sign_out_everywhere(&self, staff: &Token) -> Result<(), Refusal>;
}
