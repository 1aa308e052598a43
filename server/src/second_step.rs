//! The second step of signing in: codes of a phone that change every half minute (TOTP, RFC 6238),
//! and recovery codes for a phone that is lost. Pure: who is asked for one, how often they may be
//! wrong, and that none is taken twice, is decided in `office`.

use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Secret, Totp};

/// As long as the hash behind the codes (RFC 4226, 4).
pub const SECRET: usize = 20;
/// So many recovery codes.
const RECOVERY: usize = 10;

/// A secret to be shared with a phone.
pub fn fresh_secret() -> [u8; SECRET] {
    rand::random()
}

/// Codes to be written down: 50 random bits each.
pub fn fresh_recovery() -> Vec<String> {
    let code = || {
        let text = BASE32_NOPAD.encode(&rand::random::<[u8; 8]>());
        format!("{}-{}", &text[..5], &text[5..10])
    };
    (0..RECOVERY).map(|_| code()).collect()
}

/// A code as it is compared: people type spaces and hyphens as they please.
pub fn plain(typed: &str) -> String {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    letters.take(32).collect::<String>().to_ascii_uppercase()
}

/// What a phone's camera reads.
pub fn uri(secret: [u8; SECRET], house: &str, login: &str) -> Option<String> {
    // The two are parted by a colon.
    let house = house.replace(':', " ");
    let login = login.replace(':', " ");
    let builder = builder(secret)
        .with_account_name(login)
        .with_issuer(Some(house));
    builder.build().ok()?.to_url().ok()
}

/// What can be typed into a phone instead.
pub fn key(secret: [u8; SECRET]) -> String {
    let text = BASE32_NOPAD.encode(&secret);
    let groups: Vec<_> = text
        .as_bytes()
        .chunks(4)
        .map(String::from_utf8_lossy)
        .collect();
    groups.join(" ")
}

/// The step whose code this is, if it is one of now: the one before and the one after count too,
/// as no two clocks agree.
pub fn step_of(secret: [u8; SECRET], typed: &str, now: i64) -> Option<i64> {
    let code = plain(typed);
    if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let second = u64::try_from(now / 1_000_000).ok()?;
    let step = totp(secret)?.check(&code, second)?;
    i64::try_from(step).ok()
}

/// The code of an instant: for tests, and for nobody else.
pub fn code_at(secret: [u8; SECRET], now: i64) -> Option<String> {
    let second = u64::try_from(now / 1_000_000).ok()?;
    Some(totp(secret)?.generate(second).to_string())
}

fn totp(secret: [u8; SECRET]) -> Option<Totp> {
    Some(builder(secret).build_noncompliant())
}

fn builder(secret: [u8; SECRET]) -> Builder {
    Builder::new().with_secret(Secret::new_stack(secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const KNOWN: [u8; SECRET] = *b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        // The last six of the eight digits printed there.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(KNOWN, second * 1_000_000).as_deref(), Some(code));
            let step = step_of(KNOWN, code, second * 1_000_000);
            assert_eq!(step, Some(second / 30));
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_no_more() {
        let now = 1_795_399_200_000_000;
        let code = code_at(KNOWN, now).unwrap();
        let at = |seconds: i64| step_of(KNOWN, &code, now + seconds * 1_000_000);
        let step = at(0);
        assert!(step.is_some());
        assert_eq!(at(30), step);
        assert_eq!(at(-30), step);
        assert_eq!(at(90), None);
        assert_eq!(at(-60), None);
    }

    #[test]
    fn spaces_are_no_matter_and_anything_else_is_no_code() {
        let now = 59_000_000;
        assert_eq!(step_of(KNOWN, " 287 082 ", now), Some(1));
        for wrong in ["", "28708", "2870820", "abcdef", "２８７０８２", "-287082x"] {
            assert_eq!(step_of(KNOWN, wrong, now), None, "{wrong}");
        }
    }

    #[test]
    fn a_phone_is_told_whose_code_it_is() {
        let uri = uri(KNOWN, "远桥: 通信", "anna").unwrap();
        assert!(uri.starts_with("otpauth://totp/"), "{uri}");
        assert!(uri.contains("anna") && uri.contains("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        assert_eq!(key(KNOWN), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn recovery_codes_are_ten_and_no_two_alike() {
        let mut codes = fresh_recovery();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), 10);
        assert!(codes.iter().all(|code| code.len() == 11));
        assert_eq!(plain(&codes[0].to_lowercase()), codes[0].replace('-', ""));
    }
}
