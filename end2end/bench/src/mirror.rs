//! The limit of pages: an axum handler that sends what the program sent, byte for byte, and does
//! nothing else. No server on axum can be faster than this on the same machine.

use crate::line::Answer;
use axum::{
    Router,
    body::Body,
    http::{Response, header},
    routing::get,
};
use std::net::SocketAddr;
use tokio::{net::TcpListener, runtime::Runtime};

/// A running one; it ends when this is dropped.
#[derive(Debug)]
pub struct Mirror {
    /// Where it listens.
    pub address: SocketAddr,
    threads: Option<Runtime>,
}

impl Mirror {
    /// Starts on threads of its own, as many as a program of its own would have.
    ///
    /// # Errors
    /// When there is no thread or port left.
    pub async fn start(answer: Answer) -> anyhow::Result<Self> {
        let threads = Runtime::new()?;
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let send = get(move || {
            let answer = answer.clone();
            async move { again(&answer) }
        });
        threads.spawn(async move { axum::serve(listener, Router::new().fallback(send)).await });
        Ok(Self {
            address,
            threads: Some(threads),
        })
    }
}

impl Drop for Mirror {
    fn drop(&mut self) {
        if let Some(threads) = self.threads.take() {
            threads.shutdown_background();
        }
    }
}

fn again(answer: &Answer) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body.clone()));
    *response.status_mut() = answer.status;
    *response.headers_mut() = answer.headers.clone();
    // How the bytes are put onto the wire is the server's own business.
    for name in [header::TRANSFER_ENCODING, header::DATE] {
        response.headers_mut().remove(name);
    }
    response
}
