//! Sealing: what the house must be able to read again and nobody else may, neither in the store nor
//! in a cookie. XChaCha20-Poly1305, whose nonces are long enough to be drawn at random.
//!
//! What a sealed text is about is sealed with it: one that is put in the place of another does not
//! open.

use super::{Key, Keys, Purpose};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use data_encoding::BASE64URL_NOPAD;

const NONCE: usize = 24;

impl Keys {
    /// Seals a value with the newest key, as text that names the key.
    pub fn seal(&self, purpose: Purpose, about: &str, value: &[u8]) -> String {
        let nonce = rand::random::<[u8; NONCE]>();
        let payload = Payload {
            msg: value,
            aad: about.as_bytes(),
        };
        let sealed = self
            .newest
            .cipher(purpose)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("only a value of many gigabytes cannot be sealed");
        let text = BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat());
        format!("{}.{text}", self.newest.id)
    }

    /// Opens what was sealed about the same with a key that is still known; nothing, when it is
    /// anything else.
    pub fn open(&self, purpose: Purpose, about: &str, sealed: &str) -> Option<Vec<u8>> {
        let (id, text) = sealed.split_once('.')?;
        let id: u8 = id.parse().ok()?;
        let key = self.all().find(|key| key.id == id)?;
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload {
            msg: sealed,
            aad: about.as_bytes(),
        };
        key.cipher(purpose)
            .decrypt(&XNonce::from(*nonce), payload)
            .ok()
    }

    /// The digests of a value by every known key, each with its key's id: to look up what was
    /// stored under an older one.
    pub fn digests(&self, purpose: Purpose, value: &[u8]) -> Vec<String> {
        self.all()
            .map(|key| format!("{}.{}", key.id, key.digest(purpose, value)))
            .collect()
    }
}

impl Key {
    fn cipher(&self, purpose: Purpose) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.of(purpose).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const TWO: &str = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

    #[test]
    fn what_was_sealed_opens_again_under_a_newer_key_and_not_without_its_own() {
        let sealed = Keys::read(ONE)
            .unwrap()
            .seal(Purpose::Second, "anna", b"secret");
        assert!(!sealed.contains("secret") && sealed.starts_with("1."));
        let both = Keys::read(&format!("{TWO},{ONE}")).unwrap();
        let opened = both.open(Purpose::Second, "anna", &sealed);
        assert_eq!(opened.as_deref(), Some(&b"secret"[..]));
        let other = Keys::read(TWO).unwrap();
        assert_eq!(other.open(Purpose::Second, "anna", &sealed), None);
    }

    #[test]
    fn nothing_sealed_opens_for_another_purpose_for_another_person_or_changed() {
        let keys = Keys::read(ONE).unwrap();
        let sealed = keys.seal(Purpose::Second, "anna", b"secret");
        assert_eq!(keys.open(Purpose::Departure, "anna", &sealed), None);
        assert_eq!(keys.open(Purpose::Second, "otto", &sealed), None);
        for at in 2..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(bytes).unwrap();
            assert_eq!(keys.open(Purpose::Second, "anna", &changed), None, "{at}");
        }
        for nonsense in ["", "1", "1.", "9.AAAA", "x.AAAA", "1.AAAA", "1.断"] {
            assert_eq!(keys.open(Purpose::Second, "anna", nonsense), None);
        }
    }

    #[test]
    fn the_same_is_never_sealed_alike() {
        let keys = Keys::read(ONE).unwrap();
        let seal = || keys.seal(Purpose::Second, "anna", b"secret");
        assert_ne!(seal(), seal());
    }
}
