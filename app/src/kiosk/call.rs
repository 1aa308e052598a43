//! How a kiosk calls: JSON both ways. What cannot be read is an answer of its own, not a failure of
//! ours; and a refusal has the status that its kind has everywhere.

use super::Refused;
use crate::{
    hatch::{Refusal, Token},
    turn::Turn,
};
use http::StatusCode;
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};
use server_fn::{
    Protocol,
    codec::{FromRes, IntoRes, Json, JsonEncoding},
    error::{FromServerFnError, ServerFnErrorErr},
    request::{ClientReq, Req},
};
use std::future::Future;

impl FromServerFnError for Refused {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Unreadable,
            _ => Self::Unavailable,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::SignIn | Refusal::Account | Refusal::NotFound => Self::NotPaired,
            Refusal::TooMany => Self::TooMany,
            Refusal::Unavailable => Self::Unavailable,
        }
    }
}

impl Refused {
    const fn status(self) -> StatusCode {
        match self {
            Self::NotPaired => StatusCode::UNAUTHORIZED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

/// A device that calls.
pub struct Caller {
    /// What it calls, and in which words it is answered.
    pub turn: Turn,
    /// What it holds for a credential. Whether that is one, each verb of the hatch finds out.
    pub device: Token,
}

impl Caller {
    /// Whoever calls now, if it holds anything.
    ///
    /// # Errors
    /// When it holds nothing.
    pub fn take() -> Result<Self, Refused> {
        let turn = Turn::take();
        let device = turn.visitor.kiosk.clone().ok_or(Refused::NotPaired)?;
        Ok(Self { turn, device })
    }
}

/// The protocol of the device's endpoints.
pub struct Call;

impl<Input, Output, Client, Server, In, Out>
    Protocol<Input, Output, Client, Server, Refused, In, Out> for Call
where
    Input: Serialize + DeserializeOwned + Send,
    Output: Serialize + DeserializeOwned + Send,
    In: FromServerFnError + Send + Sync,
    Out: FromServerFnError + Send + Sync,
    Client: server_fn::client::Client<Refused, In, Out>,
    Server: server_fn::server::Server<Refused, In, Out>,
{
    const METHOD: http::Method = http::Method::POST;

    async fn run_server<F, Fut>(
        request: Server::Request,
        endpoint: F,
    ) -> Result<Server::Response, Refused>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, Refused>> + Send,
    {
        let options = use_context::<ResponseOptions>();
        let answer = async move {
            let body = request.try_into_bytes().await?;
            let input = serde_json::from_slice(&body)
                .map_err(|_: serde_json::Error| Refused::Unreadable)?;
            let output = endpoint(input).await?;
            IntoRes::<Json, Server::Response, Refused>::into_res(output).await
        };
        let answer: Result<_, Refused> = answer.await;
        if let (Err(refused), Some(options)) = (&answer, options) {
            options.set_status(refused.status());
        }
        answer
    }

    async fn run_client(path: &str, input: Input) -> Result<Output, Refused> {
        let body =
            serde_json::to_string(&input).map_err(|_: serde_json::Error| Refused::Unreadable)?;
        let json = "application/json";
        let request = Client::Request::try_new_post(path, json, json, body)?;
        let response = Client::send(request).await?;
        <Output as FromRes<Json, Client::Response, Refused>>::from_res(response).await
    }
}
