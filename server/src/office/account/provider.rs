//! Coming in through the house's identity provider: OpenID Connect, authorization code with PKCE,
//! state and nonce. What must outlive the way there and back lies sealed in the browser, so that
//! setting out writes nothing. Only somebody who is known here and has not left comes in; whatever
//! is wrong, the answer is the same.
//!
//! This is the one place where a request waits for another system: signing in this way is asking it.

use crate::{
    connectors::settings::Secret,
    keys::Purpose,
    office::{Office, desk::normal_login},
    store::{sessions::Vouched, staff},
};
use anyhow::{Context, bail, ensure};
use app::{
    desk::{Browser, Departure, Entered, Return},
    hatch::{Refusal, Token},
};
use data_encoding::BASE64URL_NOPAD;
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl,
    Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse,
    core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{fmt, time::Duration};
use subtle::ConstantTimeEq;
use tokio::sync::Mutex;
use url::Url;

const MINUTE: i64 = 60_000_000;
/// So long somebody may be away at the provider.
const AWAY: i64 = 10 * MINUTE;
/// What the provider says of itself, and its keys, are asked for again after so long.
const FRESH: i64 = 10 * MINUTE;
/// Nothing a provider has to say is longer.
const LONGEST: usize = 1 << 20;
/// Where the browser comes back to.
const BACK: &str = "/staff/provider/back";
/// What the sealed text is about.
const ABOUT: &str = "provider";

/// What is set about an identity provider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSettings {
    /// Its own name, an address below which its configuration lies.
    pub issuer: Url,
    /// What it calls us.
    pub client_id: String,
    /// By what it knows that it is us.
    #[serde(default)]
    pub client_secret: Option<Secret>,
    /// Which claim of the ID token is the login here.
    #[serde(default = "preferred_username")]
    pub login_claim: String,
    /// What stands on the button, after "Sign in with".
    pub name: String,
    /// What is asked for besides who it is, parted by spaces.
    #[serde(default = "profile")]
    pub scopes: String,
}

fn preferred_username() -> String {
    "preferred_username".to_owned()
}

fn profile() -> String {
    "profile".to_owned()
}

/// An identity provider.
pub struct Provider {
    settings: ProviderSettings,
    redirect: RedirectUrl,
    http: reqwest::Client,
    known: Mutex<Option<(i64, CoreProviderMetadata)>>,
}

/// What must be there when the browser comes back.
#[derive(Serialize, Deserialize)]
struct Kept {
    state: String,
    nonce: String,
    verifier: String,
    until: i64,
    then: String,
}

/// The provider gave no answer that can be read.
#[derive(Debug, thiserror::Error)]
enum NoAnswer {
    #[error("the identity provider cannot be asked")]
    Unasked(#[from] reqwest::Error),
    #[error("the identity provider gave an answer that is no answer")]
    Unreadable(#[from] openidconnect::http::Error),
    #[error("the identity provider says more than anybody has to")]
    TooLong,
}

impl Provider {
    /// One that is set, for a house with this address.
    ///
    /// # Errors
    /// When no client can be made for it.
    pub fn new(settings: ProviderSettings, public_url: &str) -> anyhow::Result<Self> {
        let http = reqwest::Client::builder()
            .user_agent(concat!("onefront/", env!("CARGO_PKG_VERSION")))
            // Nothing is ever sent anywhere but where the provider says of itself that it is.
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(3))
            .timeout(Duration::from_secs(8))
            .no_proxy();
        Ok(Self {
            redirect: RedirectUrl::new(format!("{public_url}{BACK}"))?,
            http: http.build()?,
            known: Mutex::default(),
            settings,
        })
    }

    /// What stands on the button.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    /// What it says of itself, from memory while that is fresh.
    async fn metadata(&self, now: i64) -> anyhow::Result<CoreProviderMetadata> {
        let mut known = self.known.lock().await;
        if let Some((at, metadata)) = known.as_ref()
            && (0..FRESH).contains(&(now - at))
        {
            return Ok(metadata.clone());
        }
        let issuer = self.settings.issuer.as_str();
        // An address without a path is written with a slash here and without one there.
        let issuer = issuer.strip_suffix('/').unwrap_or(issuer);
        let issuer = IssuerUrl::new(issuer.to_owned())?;
        let client = |request| ask(self.http.clone(), request);
        let metadata = CoreProviderMetadata::discover_async(issuer, &client).await?;
        *known = Some((now, metadata.clone()));
        Ok(metadata)
    }

    /// The address to set out for, and what is to be kept.
    async fn depart(&self, then: &str, now: i64) -> anyhow::Result<(Url, Kept)> {
        let metadata = self.metadata(now).await?;
        let client = self.client_id();
        let client = CoreClient::from_provider_metadata(metadata, client, self.client_secret())
            .set_redirect_uri(self.redirect.clone());
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut asking = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                CsrfToken::new_random,
                Nonce::new_random,
            )
            .set_pkce_challenge(challenge);
        for scope in self.settings.scopes.split_whitespace() {
            asking = asking.add_scope(Scope::new(scope.to_owned()));
        }
        let (url, state, nonce) = asking.url();
        let kept = Kept {
            state: state.into_secret(),
            nonce: nonce.secret().clone(),
            verifier: verifier.into_secret(),
            until: now + AWAY,
            then: then.to_owned(),
        };
        Ok((url, kept))
    }

    /// The login of whoever came back with this code.
    async fn who(&self, code: &str, kept: &Kept, now: i64) -> anyhow::Result<String> {
        let metadata = self.metadata(now).await?;
        let client = self.client_id();
        let client = CoreClient::from_provider_metadata(metadata, client, self.client_secret())
            .set_redirect_uri(self.redirect.clone());
        let ask = |request| ask(self.http.clone(), request);
        let answer = client
            .exchange_code(AuthorizationCode::new(code.to_owned()))?
            .set_pkce_verifier(PkceCodeVerifier::new(kept.verifier.clone()))
            .request_async(&ask)
            .await?;
        let token = answer.id_token().context("no ID token")?;
        // Signature, issuer, audience, time and nonce.
        token.claims(&client.id_token_verifier(), &Nonce::new(kept.nonce.clone()))?;
        // What was just verified, read again for a claim that no list of claims knows.
        let text = token.to_string();
        let body = text.split('.').nth(1).context("no ID token")?;
        let claims = BASE64URL_NOPAD.decode(body.as_bytes())?;
        let claims: Value = serde_json::from_slice(&claims)?;
        login(&claims, &self.settings.login_claim)
    }

    fn client_id(&self) -> ClientId {
        ClientId::new(self.settings.client_id.clone())
    }

    fn client_secret(&self) -> Option<ClientSecret> {
        let secret = self.settings.client_secret.as_ref()?;
        Some(ClientSecret::new(secret.reveal().to_owned()))
    }
}

/// The claim that is the login here. An address that nobody has checked is anybody's.
fn login(claims: &Value, name: &str) -> anyhow::Result<String> {
    let claim = claims.get(name).and_then(Value::as_str);
    let claim = claim.context("the ID token has no such claim")?;
    let checked = claims.get("email_verified").and_then(Value::as_bool);
    ensure!(
        name != "email" || checked == Some(true),
        "an address that was not verified"
    );
    let login = normal_login(claim);
    // A longer one is cut, and might be somebody else's then.
    ensure!(
        !login.is_empty() && login.chars().count() >= claim.trim().chars().count(),
        "no login"
    );
    Ok(login)
}

/// Asks the provider, with the client that everything else is asked with.
async fn ask(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, NoAnswer> {
    let mut answer = client.execute(request.try_into()?).await?;
    let mut response = openidconnect::http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > LONGEST {
            return Err(NoAnswer::TooLong);
        }
    }
    Ok(response.body(body)?)
}

impl Office {
    pub(super) async fn set_out(&self, then: &str) -> anyhow::Result<Departure> {
        let provider = self.entrance.provider.as_ref().ok_or(Refusal::NotFound)?;
        let (to, kept) = provider.depart(then, self.now()).await?;
        let kept = serde_json::to_vec(&kept)?;
        Ok(Departure {
            to: to.into(),
            kept: Token::new(self.keys.seal(Purpose::Departure, ABOUT, &kept)),
        })
    }

    pub(super) async fn come_through_provider(
        &self,
        back: Return<'_>,
        browser: Browser<'_>,
    ) -> anyhow::Result<(Entered, String)> {
        let provider = self.entrance.provider.clone().ok_or(Refusal::NotFound)?;
        let (person, then) = match self.arrived(&provider, back).await {
            Ok(arrived) => arrived,
            Err(why) => {
                tracing::warn!(
                    why = format!("{why:#}"),
                    "nobody came in through the provider"
                );
                bail!(Refusal::NotFound);
            }
        };
        let entered = self
            .begin_session(&person, Vouched::ByProvider, browser)
            .await?;
        Ok((entered, then))
    }

    /// The key of whoever came back, and where they wanted to go.
    async fn arrived(
        &self,
        provider: &Provider,
        back: Return<'_>,
    ) -> anyhow::Result<(String, String)> {
        let kept = back.kept.context("the browser never set out")?;
        let kept = self.keys.open(Purpose::Departure, ABOUT, kept.reveal());
        let kept: Kept = serde_json::from_slice(&kept.context("what was kept is none of ours")?)?;
        let now = self.now();
        ensure!(now < kept.until, "away for too long");
        let same = kept.state.as_bytes().ct_eq(back.state.as_bytes());
        ensure!(bool::from(same), "another state");
        let login = provider.who(back.code, &kept, now).await?;
        let person = staff::at_the_door(self.store.read(), &login).await?;
        let person = person.context("somebody who is not known here")?.person;
        Ok((person.id, kept.then))
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider")
            .field("issuer", &self.settings.issuer)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_login_is_the_claim_that_is_set_and_nothing_else() {
        let claims = json!({ "sub": "17", "preferred_username": " Anna ", "n": 5 });
        assert_eq!(login(&claims, "preferred_username").unwrap(), "anna");
        assert_eq!(login(&claims, "sub").unwrap(), "17");
        for missing in ["email", "n", ""] {
            assert!(login(&claims, missing).is_err(), "{missing}");
        }
        let long = json!({ "sub": "a".repeat(65) });
        assert!(login(&long, "sub").is_err(), "a login is never cut to one");
    }

    #[test]
    fn an_address_counts_only_where_the_provider_has_checked_it() {
        let claims =
            |verified: Value| json!({ "email": "a@b.example", "email_verified": verified });
        assert!(login(&claims(json!(true)), "email").is_ok());
        for unchecked in [json!(false), json!("true"), json!(null)] {
            assert!(login(&claims(unchecked), "email").is_err());
        }
    }
}
