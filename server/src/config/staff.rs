//! What is asked of staff as they come in, and the identity provider that may vouch for them.

use super::{
    PublicUrl,
    sources::{Fault, Sources},
};
use crate::office::{ProviderSettings, Rules};
use app::desk::Role;
use serde::Deserialize;

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;

/// As it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Written {
    idle_minutes: u16,
    longest_hours: u16,
    /// Roles, parted by commas; or everybody.
    second_step: String,
}

impl Default for Written {
    fn default() -> Self {
        Self {
            idle_minutes: 30,
            longest_hours: 12,
            second_step: String::new(),
        }
    }
}

/// The rules that were written.
pub(super) fn read(written: &Written, sources: &Sources) -> Result<Rules, Fault> {
    let fault = |key: &str, reason: &str| sources.fault(&["staff", key], reason);
    if !(1..=1440).contains(&written.idle_minutes) {
        return Err(fault("idle_minutes", "expected minutes, from 1 to 1440"));
    }
    if !(1..=168).contains(&written.longest_hours) {
        return Err(fault("longest_hours", "expected hours, from 1 to 168"));
    }
    let roles = written.second_step.split(',').map(str::trim);
    let mut second_for = Vec::new();
    for role in roles.filter(|role| !role.is_empty()) {
        match Role::from_name(role) {
            Some(role) => second_for.push(role),
            None if role == "everybody" => second_for.extend(Role::ALL),
            None => {
                let reason = "expected everybody, or roles parted by commas: front, specialist, \
                              coordinator, manager, administrator";
                return Err(fault("second_step", reason));
            }
        }
    }
    Ok(Rules {
        idle: i64::from(written.idle_minutes) * MINUTE,
        longest: i64::from(written.longest_hours) * HOUR,
        second_for,
    })
}

/// What is wrong with a provider for a house with this address, if anything.
pub(super) fn check(
    provider: &ProviderSettings,
    house: &PublicUrl,
    sources: &Sources,
) -> Result<(), Fault> {
    let fault = |key: &str, reason: &str| Err(sources.fault(&["oidc", key], reason));
    let issuer = &provider.issuer;
    if !matches!(issuer.scheme(), "http" | "https") {
        return fault(
            "issuer",
            "expected an address such as https://id.example.com",
        );
    }
    // Who vouches for staff must not be anybody on the way.
    if house.is_https() && issuer.scheme() != "https" {
        return fault("issuer", "a house on https needs a provider on https");
    }
    if issuer.query().is_some() || issuer.fragment().is_some() {
        return fault("issuer", "expected an address without anything behind it");
    }
    if provider.client_id.is_empty() {
        return fault("client_id", "expected what the provider calls this house");
    }
    if provider.name.trim().is_empty() {
        return fault("name", "expected what stands on the button");
    }
    Ok(())
}
