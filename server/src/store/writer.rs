//! The one writer. SQLite takes one writer at a time; letting requests fight for the place costs
//! them errors, letting each of them sync alone costs them the disk. So every write is handed to
//! this task, which puts all that wait into one transaction and answers when that is durable.
//!
//! Each piece of work is held by a savepoint: one that fails takes nothing of its neighbours along.

use anyhow::{Context, anyhow};
use sqlx::{Connection, sqlite::SqliteConnection};
use std::{future::Future, pin::Pin};
use tokio::sync::{mpsc, oneshot};

/// What a piece of work gives back.
pub type Write<'c, T> = Pin<Box<dyn Future<Output = anyhow::Result<T>> + Send + 'c>>;

/// Answers its caller once it is told how the commit went.
type Answer = Box<dyn FnOnce(Result<(), &str>) + Send>;
type Work = Box<dyn for<'c> FnOnce(&'c mut SqliteConnection) -> Write<'c, Answer> + Send>;

/// At most this many pieces of work share a commit. More would only make the first of them wait.
const GROUP: usize = 64;

/// A handle on the writer; cheap to clone.
#[derive(Clone, Debug)]
pub struct Writer {
    queue: mpsc::Sender<Work>,
}

impl Writer {
    /// Takes the connection into its own task.
    pub fn start(connection: SqliteConnection) -> Self {
        // Bounded: when the disk cannot follow, requests wait here instead of filling the memory.
        let (queue, waiting) = mpsc::channel(4 * GROUP);
        tokio::spawn(run(connection, waiting));
        Self { queue }
    }

    /// Queues a piece of work and waits until it is durable.
    ///
    /// # Errors
    /// When the work failed or its commit did; either way nothing of it is kept.
    pub async fn write<T, W>(&self, work: W) -> anyhow::Result<T>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut SqliteConnection) -> Write<'c, T> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let work: Work = Box::new(move |connection| {
            let doing = work(connection);
            Box::pin(async move {
                let (outcome, failed) = match doing.await {
                    Ok(value) => (Ok(value), None),
                    Err(error) => (Err(error), Some(anyhow!("rolled back"))),
                };
                // A caller that went away does not undo what it asked for.
                match failed {
                    Some(rolled_back) => {
                        let _gone = tell.send(outcome);
                        Err(rolled_back)
                    }
                    None => Ok(Box::new(move |commit: Result<(), &str>| {
                        let _gone = tell.send(match commit {
                            Ok(()) => outcome,
                            Err(why) => Err(anyhow!("not committed: {why}")),
                        });
                    }) as Answer),
                }
            })
        });
        self.queue
            .send(work)
            .await
            .map_err(|_| anyhow!("the store is closed"))?;
        told.await.context("the store is closed")?
    }

    /// Waits until everything queued so far has been written.
    pub async fn stop(self) {
        let _last = self.write(|_| Box::pin(async { Ok(()) })).await;
    }
}

async fn run(mut connection: SqliteConnection, mut waiting: mpsc::Receiver<Work>) {
    while let Some(first) = waiting.recv().await {
        let begun = std::time::Instant::now();
        let answers = group(&mut connection, first, &mut waiting).await;
        let size = answers.len();
        let commit = finish(&mut connection).await;
        if let Err(error) = &commit {
            tracing::error!(error, size, "a commit failed");
        }
        for answer in answers {
            answer(commit.as_ref().copied().map_err(String::as_str));
        }
        metrics::histogram!(crate::meters::STORE_COMMIT).record(begun.elapsed().as_secs_f64());
    }
    let _closing = connection.close().await;
}

/// Runs what waits, each in its savepoint, and returns the answers that hang on the commit.
async fn group(
    connection: &mut SqliteConnection,
    first: Work,
    waiting: &mut mpsc::Receiver<Work>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    // Immediate: a deferred transaction that reads before it writes can be refused at once.
    if let Err(error) = sqlx::query("begin immediate")
        .execute(&mut *connection)
        .await
    {
        // The work is dropped, and with it the sender its caller waits for.
        tracing::error!(%error, "no transaction could be begun");
        return answers;
    }
    let mut next = Some(first);
    while let Some(work) = next {
        if let Some(answer) = guarded(connection, work).await {
            answers.push(answer);
        }
        next = if answers.len() < GROUP {
            waiting.try_recv().ok()
        } else {
            None
        };
    }
    answers
}

async fn guarded(connection: &mut SqliteConnection, work: Work) -> Option<Answer> {
    sqlx::query("savepoint one")
        .execute(&mut *connection)
        .await
        .ok()?;
    match work(connection).await {
        Ok(answer) => sqlx::query("release one")
            .execute(&mut *connection)
            .await
            .ok()
            .map(|_| answer),
        Err(_told_already) => {
            for undo in ["rollback to one", "release one"] {
                if let Err(error) = sqlx::query(undo).execute(&mut *connection).await {
                    tracing::error!(%error, undo, "a failed piece of work could not be undone");
                }
            }
            None
        }
    }
}

async fn finish(connection: &mut SqliteConnection) -> Result<(), String> {
    match sqlx::query("commit").execute(&mut *connection).await {
        Ok(_) => Ok(()),
        Err(error) => {
            // A full disk leaves the transaction open; without this no later one could begin.
            let _none_open = sqlx::query("rollback").execute(&mut *connection).await;
            Err(error.to_string())
        }
    }
}
