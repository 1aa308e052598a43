//! Mail over SMTP: plain text in UTF-8, to one receiver, with a Message-ID that stays the same when
//! it is sent again.

use super::Way;
use crate::{
    connectors::Trouble,
    notices::{
        letter::Letter,
        settings::{Encryption, SmtpSettings},
    },
};
use anyhow::Context;
use async_trait::async_trait;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{
        Error,
        authentication::Credentials,
        client::{Tls, TlsParameters},
        extension::ClientId,
    },
};
use std::time::{Duration, UNIX_EPOCH};

/// How long a connection, and each answer on it, may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// How much of what a server says is kept.
const LONGEST_REASON: usize = 300;

/// See the module.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// Message-IDs end in it.
    domain: String,
}

impl Smtp {
    /// Checks the settings and makes a client for them. Nothing is connected yet.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(settings: &SmtpSettings) -> anyhow::Result<Self> {
        let from: Mailbox = settings.from.parse().context("smtp.from")?;
        let domain = from.email.domain().to_owned();
        let tls = || TlsParameters::new(settings.host.clone()).context("smtp.host");
        let tls = match settings.tls {
            Encryption::Starttls => Tls::Required(tls()?),
            Encryption::Wrapped => Tls::Wrapper(tls()?),
            Encryption::None => Tls::None,
        };
        let mut transport =
            AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.as_str())
                .port(settings.port())
                .tls(tls)
                .hello_name(ClientId::Domain(domain.clone()))
                .timeout(Some(PATIENCE));
        if let Some(user) = &settings.user {
            let password = settings.password.as_ref().context("smtp.password")?;
            let password = password.reveal().to_owned();
            transport = transport.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self {
            transport: transport.build(),
            from,
            domain,
        })
    }

    fn message(&self, letter: &Letter, to: Address) -> Result<Message, lettre::error::Error> {
        let at = Duration::from_micros(letter.at.max(0).unsigned_abs());
        let header = |name: &'static str, value: String| {
            HeaderValue::new(HeaderName::new_from_ascii_str(name), value)
        };
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .date(UNIX_EPOCH + at)
            .message_id(Some(format!("<{}@{}>", letter.id, self.domain)))
            .header(ContentType::TEXT_PLAIN)
            // Where notices are stopped. Not by one click: whatever follows links changes nothing.
            .raw_header(header("List-Unsubscribe", format!("<{}>", letter.link)))
            // No holiday greeting shall come back.
            .raw_header(header("Auto-Submitted", "auto-generated".to_owned()))
            .raw_header(header("Content-Language", letter.lang.tag().to_owned()))
            .body(letter.text.clone())
    }
}

#[async_trait]
impl Way for Smtp {
    async fn send(&self, letter: &Letter) -> Result<(), Trouble> {
        let to = letter.to.parse::<Address>();
        let to = to.map_err(|_| Trouble::Refused("no address that mail can have".to_owned()))?;
        let message = self.message(letter, to);
        let message = message.map_err(|_| Trouble::later("the mail cannot be made"))?;
        let sent = self.transport.send(message).await;
        sent.map(drop).map_err(|error| judge(&error))
    }
}

/// What an error means for the address. Only what a server says of the receiver makes a contact
/// unreachable; a server that does not like us is mended by somebody else.
fn judge(error: &Error) -> Trouble {
    let Some(code) = error.status() else {
        return Trouble::Unknown("no answer that can be understood".to_owned());
    };
    let mut why = error.to_string();
    if let Some((cut, _)) = why.char_indices().nth(LONGEST_REASON) {
        why.truncate(cut);
    }
    match u16::from(code) {
        550 | 551 | 553 | 556 => Trouble::Refused(why),
        _ => Trouble::later(why),
    }
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Smtp").finish_non_exhaustive()
    }
}
