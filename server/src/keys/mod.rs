//! Secret keys with ids, and what is made from them: digests and secret links.
//! The newest key makes; any known key reads, so that a key can be changed while links made with
//! the old one live on. To end those too, take the old key away.
//!
//! Each purpose has a key of its own, drawn from the secret one as HKDF does it (RFC 5869, 2.3:
//! one block of HMAC-SHA256 over the purpose's name; secrets are uniform, so nothing is extracted).

mod follow;
mod kiosk;
mod link;
mod seal;

pub use follow::FollowLink;
pub use link::{NotALink, SecretLink};

use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;

/// As long as the digest: a shorter one would be the weak spot, a longer one is hashed down.
const LONG: usize = 32;
/// The id of the key that everybody knows. No other key can have it.
const KNOWN_TO_ALL: u8 = 0;

/// What a key is used for. Keys of different purposes tell nothing of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Secret links.
    Link,
    /// Links of who follows an incident.
    Follow,
    /// What stands in the store for a session's token.
    Session,
    /// What stands in the store for who or what is limited.
    Limit,
    /// Seals the secrets of the second step of signing in.
    Second,
    /// What stands in the store for a recovery code.
    Recovery,
    /// Seals what a browser keeps while it is at the identity provider.
    Departure,
    /// What stands in the store for a kiosk's secrets.
    Kiosk,
    /// The code by which a kiosk is paired, and what stands in the store for it.
    Code,
    /// Draws the pairs of keys for what kiosks seal.
    Deposit,
    /// Seals a journey on its way from a kiosk to a phone.
    Moving,
}

impl Purpose {
    const fn name(self) -> &'static [u8] {
        match self {
            Self::Link => b"onefront link 1",
            Self::Follow => b"onefront follow 1",
            Self::Session => b"onefront session 1",
            Self::Limit => b"onefront limit 1",
            Self::Second => b"onefront second step 1",
            Self::Recovery => b"onefront recovery 1",
            Self::Departure => b"onefront departure 1",
            Self::Kiosk => b"onefront kiosk 1",
            Self::Code => b"onefront pairing code 1",
            Self::Deposit => b"onefront deposit 1",
            Self::Moving => b"onefront moving 1",
        }
    }
}

/// The operator's secret keys, newest first.
#[derive(Clone)]
pub struct Keys {
    newest: Key,
    older: Vec<Key>,
}

#[derive(Clone)]
struct Key {
    id: u8,
    secret: [u8; LONG],
}

/// Why a list of keys cannot be used. Never says what was in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysFault {
    /// Not `id:hex`, separated by commas.
    #[error(
        "expected keys as id:hex, the newest first, separated by commas, with ids from 1 to 255"
    )]
    Unreadable,
    /// A secret of another length.
    #[error("expected 64 hexadecimal digits in each key (openssl rand -hex 32)")]
    Length,
    /// One id for two keys.
    #[error("two keys have the id {0}")]
    Twice(u8),
}

impl Keys {
    /// The key for development. It is in the source, so it keeps no secret.
    pub fn known_to_all() -> Self {
        let newest = Key {
            id: KNOWN_TO_ALL,
            secret: *b"a key for development, no secret",
        };
        Self {
            newest,
            older: Vec::new(),
        }
    }

    /// Reads a list such as `2:<64 hexadecimal digits>,1:<64 hexadecimal digits>`.
    ///
    /// # Errors
    /// When it is no such list.
    pub fn read(list: &str) -> Result<Self, KeysFault> {
        let keys = list.split(',').map(|text| Key::read(text.trim()));
        let mut keys = keys.collect::<Result<Vec<_>, _>>()?;
        let mut ids: Vec<u8> = keys.iter().map(|key| key.id).collect();
        ids.sort_unstable();
        if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(KeysFault::Twice(pair[0]));
        }
        let newest = keys.remove(0);
        Ok(Self {
            newest,
            older: keys,
        })
    }

    /// Whether the key for development is in use.
    pub fn are_known_to_all(&self) -> bool {
        self.newest.id == KNOWN_TO_ALL
    }

    /// A keyed digest by the newest key, as text: what the store holds in place of a value that
    /// must not be read there.
    pub fn digest(&self, purpose: Purpose, value: &[u8]) -> String {
        self.newest.digest(purpose, value)
    }

    /// The same by the key with an id, while it is known: for a value that names the key it was
    /// made under, so that a new key ends nothing that lives under the old one.
    pub fn digest_by(&self, id: u8, purpose: Purpose, value: &[u8]) -> Option<String> {
        let key = self.all().find(|key| key.id == id)?;
        Some(key.digest(purpose, value))
    }

    /// The id of the key that makes.
    pub fn newest_id(&self) -> u8 {
        self.newest.id
    }

    fn all(&self) -> impl Iterator<Item = &Key> {
        std::iter::once(&self.newest).chain(&self.older)
    }
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<u8> = self.all().map(|key| key.id).collect();
        write!(f, "Keys(ids {ids:?})")
    }
}

impl Key {
    fn read(text: &str) -> Result<Self, KeysFault> {
        let (id, secret) = text.split_once(':').ok_or(KeysFault::Unreadable)?;
        let id = id.parse().map_err(|_| KeysFault::Unreadable)?;
        let secret = HEXLOWER_PERMISSIVE.decode(secret.as_bytes());
        let secret = secret.map_err(|_| KeysFault::Unreadable)?;
        let secret = secret.try_into().map_err(|_| KeysFault::Length)?;
        if id == KNOWN_TO_ALL {
            Err(KeysFault::Unreadable)
        } else {
            Ok(Self { id, secret })
        }
    }

    fn mac(&self, purpose: Purpose, parts: &[&[u8]]) -> [u8; LONG] {
        authenticate(&self.of(purpose), parts)
    }

    /// The key drawn from it for a purpose.
    fn of(&self, purpose: Purpose) -> [u8; LONG] {
        authenticate(&self.secret, &[purpose.name(), &[1]])
    }

    fn digest(&self, purpose: Purpose, value: &[u8]) -> String {
        HEXLOWER.encode(&self.mac(purpose, &[value]))
    }
}

fn authenticate(key: &[u8; LONG], parts: &[&[u8]]) -> [u8; LONG] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "1:00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    const TWO: &str = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    #[test]
    fn a_list_of_keys_is_read_newest_first() {
        let keys = Keys::read(&format!("{TWO}, {ONE}")).unwrap();
        assert_eq!(format!("{keys:?}"), "Keys(ids [2, 1])");
        assert!(!keys.are_known_to_all());
        assert!(Keys::known_to_all().are_known_to_all());
    }

    #[test]
    fn a_list_that_cannot_be_used_says_why() {
        let fault = |list: &str| Keys::read(list).unwrap_err();
        for list in ["", "1", "x:00", "256:00", "1:0g", "1:000", "1:00;2:00"] {
            assert_eq!(fault(list), KeysFault::Unreadable, "{list}");
        }
        assert_eq!(fault(&ONE.replacen('1', "0", 1)), KeysFault::Unreadable);
        assert_eq!(fault("1:00"), KeysFault::Length);
        assert_eq!(fault(&format!("{ONE},{ONE}")), KeysFault::Twice(1));
    }

    #[test]
    fn purposes_and_keys_tell_nothing_of_each_other() {
        let keys = Keys::read(&format!("{TWO},{ONE}")).unwrap();
        let mut digests: Vec<String> = [Purpose::Link, Purpose::Session, Purpose::Limit]
            .into_iter()
            .flat_map(|purpose| [1, 2].map(|id| keys.digest_by(id, purpose, b"value").unwrap()))
            .collect();
        assert_eq!(digests.len(), 6);
        digests.sort_unstable();
        digests.dedup();
        assert_eq!(digests.len(), 6);
    }

    #[test]
    fn the_newest_key_makes_and_the_older_ones_are_still_known() {
        let before = Keys::read(ONE).unwrap().digest(Purpose::Session, b"token");
        let both = Keys::read(&format!("{TWO},{ONE}")).unwrap();
        assert_ne!(both.digest(Purpose::Session, b"token"), before);
        assert_eq!(both.newest_id(), 2);
        let by = |id| both.digest_by(id, Purpose::Session, b"token");
        assert_eq!(by(1), Some(before));
        assert_eq!(by(2), Some(both.digest(Purpose::Session, b"token")));
        assert_eq!(by(3), None);
    }
}
