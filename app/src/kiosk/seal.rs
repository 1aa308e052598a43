//! Sealing: what a customer typed at a kiosk is closed in the page to the server's public key, and
//! lies so on the device until it is sent. Whoever takes the device away reads nothing. HPKE in its
//! base mode, a text a seal (RFC 9180, 6.1), of X25519, HKDF-SHA256 and ChaCha20-Poly1305.
//!
//! Not for what the house keeps for itself: that is sealed with a secret key where it lies.

use crate::case::reference::Reference;
use base64ct::{Base64UrlUnpadded, Encoding};
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256,
    kem::X25519HkdfSha256, single_shot_open, single_shot_seal,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What the seal is for: one made for anything else does not open.
const INFO: &[u8] = b"onefront kiosk deposit 1";
/// How long a key, and the sender's half of a seal, is.
const LONG: usize = 32;

/// A public key of the server, with the id of the secret key it was drawn from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealKey {
    /// The id.
    pub id: u8,
    /// The key, as text.
    pub key: String,
}

/// The server's half.
pub struct OpenKey(<X25519HkdfSha256 as Kem>::PrivateKey);

/// What is known of a sealed text without opening it, and cannot be changed unnoticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The key it is sealed to.
    pub key_id: u8,
    /// The reference the customer was given, where there is to be a case.
    pub reference: Option<Reference>,
    /// When "send" was pressed, by the device's clock, in microseconds since 1970 UTC.
    pub pressed_at: i64,
    /// By how much the server's clock was last known to be ahead of the device's, in microseconds.
    pub offset: i64,
}

/// It could not be sealed: what should be a key is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a key to seal to")]
pub struct NotAKey;

impl Header {
    /// One text for one header.
    fn bound(&self) -> String {
        let reference = self.reference.map(|it| it.to_string());
        format!(
            "{} {} {} {}",
            self.key_id,
            reference.as_deref().unwrap_or("-"),
            self.pressed_at,
            self.offset
        )
    }

    /// When "send" was pressed by the server's clock, as far as the device can know.
    pub const fn pressed(&self) -> i64 {
        self.pressed_at.saturating_add(self.offset)
    }
}

impl SealKey {
    /// Seals a text, with its header, so that only the server can open it.
    ///
    /// # Errors
    /// When this is no key.
    pub fn seal(&self, header: &Header, text: &[u8]) -> Result<String, NotAKey> {
        let key = Base64UrlUnpadded::decode_vec(&self.key);
        let key = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&key.map_err(|_| NotAKey)?)
            .map_err(|_| NotAKey)?;
        let (half, sealed) = single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeS::Base,
            &key,
            INFO,
            text,
            header.bound().as_bytes(),
        )
        .map_err(|_| NotAKey)?;
        Ok(Base64UrlUnpadded::encode_string(
            &[&half.to_bytes()[..], &sealed].concat(),
        ))
    }
}

impl OpenKey {
    /// The key that is drawn from a secret.
    pub fn draw(secret: &[u8; LONG]) -> Self {
        Self(X25519HkdfSha256::derive_keypair(secret).0)
    }

    /// What is to be sealed to.
    pub fn public(&self, id: u8) -> SealKey {
        let key = X25519HkdfSha256::sk_to_pk(&self.0).to_bytes();
        SealKey {
            id,
            key: Base64UrlUnpadded::encode_string(&key),
        }
    }

    /// Opens what was sealed to it with this header; nothing, when it is anything else.
    pub fn open(&self, header: &Header, sealed: &str) -> Option<Vec<u8>> {
        let bytes = Base64UrlUnpadded::decode_vec(sealed).ok()?;
        open(&self.0, INFO, header.bound().as_bytes(), &bytes)
    }
}

impl fmt::Debug for OpenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OpenKey(…)")
    }
}

fn open(
    key: &<X25519HkdfSha256 as Kem>::PrivateKey,
    info: &[u8],
    bound: &[u8],
    bytes: &[u8],
) -> Option<Vec<u8>> {
    let (half, sealed) = bytes.split_first_chunk::<LONG>()?;
    let half = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(half).ok()?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        key,
        &half,
        info,
        sealed,
        bound,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;

    fn header() -> Header {
        Header {
            key_id: 7,
            reference: Some(Reference::draw([7; 8])),
            pressed_at: 1_795_399_200_000_000,
            offset: -3_000_000,
        }
    }

    #[test]
    fn what_the_standard_sealed_opens() {
        // RFC 9180, A.2.1, sequence number 0.
        let hex = |text: &str| HEXLOWER.decode(text.as_bytes()).unwrap();
        let key = hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb");
        let key = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&key).unwrap();
        let sealed = hex(concat!(
            "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28",
        ));
        let opened = open(&key, b"Ode on a Grecian Urn", b"Count-0", &sealed);
        assert_eq!(
            opened.as_deref(),
            Some(&b"Beauty is truth, truth beauty"[..])
        );
    }

    #[test]
    fn a_key_that_is_drawn_is_the_one_the_standard_draws() {
        let secret = "1ac01f181fdf9f352797655161c58b75c656a6cc2716dcb66372da835542e1df";
        let secret = HEXLOWER.decode(secret.as_bytes()).unwrap();
        let key = OpenKey::draw(&secret.try_into().unwrap()).public(1).key;
        let public = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a";
        let public = HEXLOWER.decode(public.as_bytes()).unwrap();
        assert_eq!(key, Base64UrlUnpadded::encode_string(&public));
    }

    #[test]
    fn only_the_key_it_was_sealed_to_opens_a_text() {
        let key = OpenKey::draw(&[1; LONG]);
        let sealed = key.public(7).seal(&header(), "断网了".as_bytes()).unwrap();
        let opened = key.open(&header(), &sealed);
        assert_eq!(opened.as_deref(), Some("断网了".as_bytes()));
        assert_eq!(OpenKey::draw(&[2; LONG]).open(&header(), &sealed), None);
    }

    #[test]
    fn nothing_in_a_seal_or_its_header_can_be_changed() {
        let key = OpenKey::draw(&[1; LONG]);
        let sealed = key.public(7).seal(&header(), b"secret").unwrap();
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(key.open(&header(), &changed), None, "{at}");
        }
        let now = header();
        for other in [
            Header { key_id: 8, ..now },
            Header { offset: 0, ..now },
            Header {
                pressed_at: now.pressed_at + 1,
                ..now
            },
            Header {
                reference: None,
                ..now
            },
            Header {
                reference: Some(Reference::draw([8; 8])),
                ..now
            },
        ] {
            assert_eq!(key.open(&other, &sealed), None, "{other:?}");
        }
        for nonsense in ["", "AAAA", "断", "="] {
            assert_eq!(key.open(&header(), nonsense), None);
        }
    }

    #[test]
    fn the_same_is_never_sealed_alike_and_nothing_is_sealed_to_what_is_no_key() {
        let key = OpenKey::draw(&[1; LONG]).public(7);
        let seal = || key.seal(&header(), b"secret").unwrap();
        assert_ne!(seal(), seal());
        let zero = Base64UrlUnpadded::encode_string(&[0; LONG]);
        for none in ["", "AAAA", "断", &zero] {
            let key = SealKey {
                id: 1,
                key: none.to_owned(),
            };
            assert_eq!(key.seal(&header(), b"secret"), Err(NotAKey), "{none}");
        }
    }

    #[test]
    fn the_servers_half_is_not_printed() {
        assert_eq!(format!("{:?}", OpenKey::draw(&[1; LONG])), "OpenKey(…)");
    }
}
