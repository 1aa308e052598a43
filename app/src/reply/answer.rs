//! Answering a posted form. A browser without script is sent on by a 303; an island gets the same as
//! data, and the faults' sentences with it, so that the page does not have to be loaded again.

use super::Reply;
use crate::{
    hatch::Refusal,
    journey::{FieldFault, Sheet},
    visitor::Visitor,
    words::Words,
};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use serde::{Serialize, de::DeserializeOwned};
use server_fn::{
    Protocol,
    codec::{FromRes, IntoRes, Json, JsonEncoding},
    error::{FromServerFnError, IntoAppError, ServerFnErrorErr},
    request::{ClientReq, Req},
};
use std::future::Future;

/// Sends on to a page.
pub fn see(visitor: &Visitor, path: impl Into<String>) -> Reply {
    let path = path.into();
    if visitor.wants_html {
        let response: ResponseOptions = expect_context();
        let place = HeaderValue::from_str(&path).expect("our paths are made of header characters");
        response.insert_header(header::LOCATION, place);
        response.set_status(StatusCode::SEE_OTHER);
    }
    Reply::See(path)
}

/// Sends back to a page that shows the faults again from the draft; an island gets them at once.
pub fn mend(visitor: &Visitor, page: String, faults: &[FieldFault]) -> Reply {
    let words = Words::new(visitor.lang);
    let said = |fault: &FieldFault| (fault.field.clone(), words.fault(fault.code));
    mend_said(visitor, page, faults.iter().map(said).collect())
}

/// The same for faults that are sentences already.
pub fn mend_said(visitor: &Visitor, page: String, faults: Vec<(String, String)>) -> Reply {
    if visitor.wants_html {
        return see(visitor, page);
    }
    let response: ResponseOptions = expect_context();
    response.set_status(StatusCode::UNPROCESSABLE_ENTITY);
    Reply::Mend(faults)
}

/// When something could not be done: a browser is sent to a page that says so, which keeps what
/// was typed reachable by the back button; an island gets the code and keeps the page.
pub fn refused(visitor: &Visitor, refusal: Refusal) -> Result<Reply, Refusal> {
    let (status, page) = match refusal {
        Refusal::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "/sorry/unavailable"),
        Refusal::TooMany => (StatusCode::TOO_MANY_REQUESTS, "/sorry/too-many"),
        Refusal::NotFound => (StatusCode::NOT_FOUND, "/sorry/not-found"),
        Refusal::SignIn => (StatusCode::UNAUTHORIZED, "/staff/sign-in"),
        Refusal::Account => (StatusCode::FORBIDDEN, "/desk/account"),
    };
    if visitor.wants_html {
        return Ok(see(visitor, page));
    }
    let response: ResponseOptions = expect_context();
    response.set_status(status);
    Err(refusal)
}

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    /// The transport cannot fail in a way a customer could act on.
    fn from_server_fn_error(_: ServerFnErrorErr) -> Self {
        Self::Unavailable
    }
}

/// How every endpoint is spoken to: `application/x-www-form-urlencoded`, read leniently, answered
/// in JSON. Missing, repeated and unknown fields are no errors of transport; the room decides what
/// they mean.
pub struct FormPost;

impl<Input, Output, Client, Server, E, In, Out> Protocol<Input, Output, Client, Server, E, In, Out>
    for FormPost
where
    Input: Serialize + DeserializeOwned + Send,
    Output: Serialize + DeserializeOwned + Send,
    E: FromServerFnError + Send + Sync,
    In: FromServerFnError + Send + Sync,
    Out: FromServerFnError + Send + Sync,
    Client: server_fn::client::Client<E, In, Out>,
    Server: server_fn::server::Server<E, In, Out>,
{
    const METHOD: http::Method = http::Method::POST;

    async fn run_server<F, Fut>(
        request: Server::Request,
        endpoint: F,
    ) -> Result<Server::Response, E>
    where
        F: Fn(Input) -> Fut + Send,
        Fut: Future<Output = Result<Output, E>> + Send,
    {
        let body = request.try_into_bytes().await?;
        let sheet = Sheet::from_pairs(form_urlencoded::parse(&body));
        let input = serde_json::to_value(sheet)
            .and_then(Input::deserialize)
            .map_err(|error| ServerFnErrorErr::Args(error.to_string()).into_app_error())?;
        let output = endpoint(input).await?;
        IntoRes::<Json, Server::Response, E>::into_res(output).await
    }

    async fn run_client(path: &str, input: Input) -> Result<Output, E> {
        let unsaid = |error: serde_json::Error| {
            ServerFnErrorErr::Serialization(error.to_string()).into_app_error()
        };
        let fields = serde_json::to_value(input).map_err(unsaid)?;
        let pairs = fields
            .as_object()
            .into_iter()
            .flatten()
            .filter_map(|(name, value)| Some((name, value.as_str()?)));
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        let request = Client::Request::try_new_post(path, FORM, "application/json", body)?;
        let response = Client::send(request).await?;
        <Output as FromRes<Json, Client::Response, E>>::from_res(response).await
    }
}

const FORM: &str = "application/x-www-form-urlencoded";
