//! Passwords of staff: hashed with Argon2id, checked away from the threads that answer requests.
//! Who signs in and how often they may try is not decided here.

use anyhow::{Context, anyhow};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString},
};
use std::sync::Arc;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Each hashing holds its memory; a flood of sign-ins must wait, not fill the machine.
const AT_ONCE: usize = 2;
/// Nobody types a longer one, and nobody shall make us hash a megabyte.
const LONGEST: usize = 1024;

/// Hashes and checks passwords; cheap to clone.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// The hash of no password, checked for users who do not exist.
    nobody: Arc<str>,
}

impl Passwords {
    /// Prepares the check for users who do not exist; takes one hashing.
    ///
    /// # Errors
    /// When hashing fails.
    pub fn new() -> anyhow::Result<Self> {
        let nobody = hash(&rand::random::<[u8; 16]>())?;
        Ok(Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            nobody: nobody.into(),
        })
    }

    /// The text to store for a password, its parameters and salt included.
    ///
    /// # Errors
    /// When the password is longer than anyone types, or hashing fails.
    pub async fn hash(&self, password: String) -> anyhow::Result<String> {
        anyhow::ensure!(
            password.len() <= LONGEST,
            "a password of more than {LONGEST} bytes"
        );
        self.away(move || hash(password.as_bytes())).await?
    }

    /// Whether it is the password of the stored text. Without one, for a user who does not exist,
    /// it takes as long and is never right.
    ///
    /// # Errors
    /// When the stored text is no hash.
    pub async fn check(&self, password: String, stored: Option<String>) -> anyhow::Result<bool> {
        if password.len() > LONGEST {
            return Ok(false);
        }
        let exists = stored.is_some();
        let stored = stored.unwrap_or_else(|| self.nobody.to_string());
        let right = self
            .away(move || fits(password.as_bytes(), &stored))
            .await??;
        Ok(right && exists)
    }

    async fn away<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> anyhow::Result<T> {
        let permit = self.permits.clone().acquire_owned().await?;
        let done = spawn_blocking(move || {
            // Given back when the work ends, even if whoever asked has gone away.
            let _permit = permit;
            work()
        });
        done.await.context("hashing was cut short")
    }
}

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params =
        Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| anyhow!("{error}"))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &[u8]) -> anyhow::Result<String> {
    let salt =
        SaltString::encode_b64(&rand::random::<[u8; 16]>()).map_err(|error| anyhow!("{error}"))?;
    let hash = argon2()?
        .hash_password(password, &salt)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(hash.to_string())
}

/// The stored text brings its own parameters, so older ones go on working when ours are raised.
fn fits(password: &[u8], stored: &str) -> anyhow::Result<bool> {
    use argon2::password_hash::Error;
    let stored =
        PasswordHash::new(stored).map_err(|error| anyhow!("a stored password: {error}"))?;
    match argon2()?.verify_password(password, &stored) {
        Ok(()) => Ok(true),
        Err(Error::Password) => Ok(false),
        Err(error) => Err(anyhow!("a stored password: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_fits() {
        let passwords = Passwords::new().unwrap();
        let stored = passwords.hash("open sesame".into()).await.unwrap();
        assert!(
            stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{stored}"
        );
        assert!(
            passwords
                .check("open sesame".into(), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(
            !passwords
                .check("Open sesame".into(), Some(stored.clone()))
                .await
                .unwrap()
        );
        assert!(!passwords.check(String::new(), Some(stored)).await.unwrap());
    }

    #[tokio::test]
    async fn one_password_is_never_stored_alike() {
        let passwords = Passwords::new().unwrap();
        let hash = || passwords.hash("open sesame".into());
        assert_ne!(hash().await.unwrap(), hash().await.unwrap());
    }

    #[tokio::test]
    async fn nobody_signs_in_as_a_user_who_does_not_exist() {
        let passwords = Passwords::new().unwrap();
        assert!(!passwords.check(String::new(), None).await.unwrap());
        assert!(!passwords.check("x".repeat(2000), None).await.unwrap());
        assert!(passwords.hash("x".repeat(2000)).await.is_err());
    }

    #[tokio::test]
    async fn a_stored_text_that_is_no_hash_is_an_error_and_no_refusal() {
        let passwords = Passwords::new().unwrap();
        assert!(
            passwords
                .check("x".into(), Some("plain".into()))
                .await
                .is_err()
        );
    }
}
