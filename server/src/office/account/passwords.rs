//! Passwords people choose: what is good enough, and changing one's own.

use crate::{
    office::Office,
    store::{
        deeds::Log,
        devices, second,
        sessions::{self, NewSession},
        staff,
    },
};
use app::{
    desk::{NewPassword, PasswordFault},
    hatch::Token,
};

/// A password has so many characters at least.
const SHORTEST: usize = 10;
/// And at most so many bytes: nobody types more.
const LONGEST: usize = 1024;
/// And so many different ones.
const DIFFERENT: usize = 5;

/// What is wrong with a password for somebody with this login, if anything.
pub(crate) fn good_enough(login: &str, password: &str) -> Result<(), PasswordFault> {
    let letters = password.chars().count();
    if letters < SHORTEST || password.len() > LONGEST {
        return Err(PasswordFault::Length);
    }
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    let named = !login.is_empty()
        && password.to_lowercase().contains(login)
        && letters < login.chars().count() + SHORTEST;
    match different.len() < DIFFERENT || named {
        true => Err(PasswordFault::Simple),
        false => Ok(()),
    }
}

impl Office {
    /// Changes the password of whoever asks. Every session ends, and theirs goes on under a new
    /// token.
    pub(super) async fn own_password(
        &self,
        staff: &Token,
        wanted: NewPassword<'_>,
    ) -> anyhow::Result<Result<Token, PasswordFault>> {
        let (seat, session) = self.sitting(staff).await?;
        let person = seat.person.clone();
        if let Err(fault) = good_enough(&person.login, wanted.new) {
            return Ok(Err(fault));
        }
        if wanted.new != wanted.again {
            return Ok(Err(PasswordFault::Unlike));
        }
        if !self.knows_own_password(&person.id, wanted.old).await? {
            return Ok(Err(PasswordFault::Wrong));
        }
        if wanted.new == wanted.old {
            return Ok(Err(PasswordFault::Same));
        }
        let hash = self.entrance.passwords.hash(wanted.new.to_owned()).await?;
        let (token, now) = (self.fresh_token(), self.now());
        let next = NewSession {
            token_hash: self.token_hash(&token),
            staff_id: person.id.clone(),
            vouched: session.vouched,
            now,
            expires_at: session.expires_at,
        };
        let actor = seat.actor();
        let changed = self.store.write(move |tx| {
            Box::pin(async move {
                staff::set_password(&mut *tx, &person.id, &hash, None).await?;
                sessions::remove_those_of(&mut *tx, &person.id).await?;
                second::remove_halves_of(&mut *tx, &person.id).await?;
                Log::Staff
                    .note(&mut *tx, &person.id, "password-own", &actor, now)
                    .await?;
                sessions::add(tx, &next).await
            })
        });
        changed.await?;
        Ok(Ok(token))
    }

    /// Whether whoever is in knows their password; tries are counted.
    pub(super) async fn knows_own_password(
        &self,
        person: &str,
        password: &str,
    ) -> anyhow::Result<bool> {
        let tried = self.count_own_try(person).await?;
        let stored = staff::password(self.store.read(), person).await?;
        let right = self
            .entrance
            .passwords
            .check(password.to_owned(), stored)
            .await?;
        if right {
            self.forgive(tried).await?;
        }
        Ok(right)
    }

    /// Ends every session of whoever asks, and forgets the browsers they came in with.
    pub(super) async fn end_every_session(&self, staff: &Token) -> anyhow::Result<()> {
        let (seat, _) = self.sitting(staff).await?;
        let ended = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                second::remove_halves_of(&mut *tx, person).await?;
                devices::forget_those_of(&mut *tx, person).await?;
                sessions::remove_those_of(tx, person).await
            })
        });
        ended.await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_made_of_the_login_or_of_one_letter() {
        let fault = |password: &str| good_enough("anna.lin", password).err();
        assert_eq!(fault("correct horse"), None);
        assert_eq!(fault("海阔天空任鸟飞不回头"), None);
        assert_eq!(fault("short"), Some(PasswordFault::Length));
        assert_eq!(fault(&"long ".repeat(300)), Some(PasswordFault::Length));
        assert_eq!(fault("aaaaaaaaaaaa"), Some(PasswordFault::Simple));
        assert_eq!(fault("Anna.Lin2026"), Some(PasswordFault::Simple));
    }
}
