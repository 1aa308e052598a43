//! The one writer. SQLite takes one writer at a time; letting requests fight for the place costs
//! them errors, letting each of them sync alone costs them the disk. So every write is handed to
//! this task, which puts all that wait into one transaction and answers when that is durable.
//!
//! Each piece of work is held by a savepoint: one that fails takes nothing of its neighbours along.

use super::Connection;
use anyhow::{Context, anyhow};
use sqlx::Connection as _;
use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::sync::{mpsc, oneshot};

/// What a piece of work gives back.
pub type Write<'c, T> = Pin<Box<dyn Future<Output = anyhow::Result<T>> + Send + 'c>>;

/// Answers its caller once it is told how the commit went.
type Answer = Box<dyn FnOnce(Result<(), &str>) + Send>;
type Work = Box<dyn for<'c> FnOnce(&'c mut Connection) -> Write<'c, Answer> + Send>;

/// What waits in the queue.
enum Order {
    Work(Work),
    /// Close the file, and say when it is closed.
    Close(oneshot::Sender<()>),
}

/// At most this many pieces of work share a commit. More would only make the first of them wait.
const GROUP: usize = 64;

/// A handle on the writer; cheap to clone.
#[derive(Clone, Debug)]
pub struct Writer {
    queue: mpsc::Sender<Order>,
    commits: Arc<AtomicU64>,
}

impl Writer {
    /// Takes the connection into its own task.
    pub fn start(connection: Connection) -> Self {
        // Bounded: when the disk cannot follow, requests wait here instead of filling the memory.
        let (queue, waiting) = mpsc::channel(4 * GROUP);
        let commits = Arc::new(AtomicU64::new(0));
        tokio::spawn(run(connection, waiting, commits.clone()));
        Self { queue, commits }
    }

    /// How many commits there have been. Whoever is told that their write is durable finds it
    /// counted.
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Acquire)
    }

    /// Queues a piece of work and waits until it is durable.
    ///
    /// # Errors
    /// When the work failed or its commit did; either way nothing of it is kept.
    pub async fn write<T, W>(&self, work: W) -> anyhow::Result<T>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut Connection) -> Write<'c, T> + Send + 'static,
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
            .send(Order::Work(work))
            .await
            .map_err(|_| anyhow!("the store is closed"))?;
        told.await.context("the store could not take it")?
    }

    /// Waits until everything queued so far has been written and the file is closed.
    pub async fn stop(self) {
        let (tell, told) = oneshot::channel();
        if self.queue.send(Order::Close(tell)).await.is_ok() {
            let _closed = told.await;
        }
    }
}

async fn run(
    mut connection: Connection,
    mut waiting: mpsc::Receiver<Order>,
    commits: Arc<AtomicU64>,
) {
    let mut close = None;
    while close.is_none() {
        let first = match waiting.recv().await {
            Some(Order::Work(work)) => work,
            Some(Order::Close(tell)) => {
                close = Some(tell);
                break;
            }
            None => break,
        };
        let begun = std::time::Instant::now();
        if let Err(error) = begin(&mut connection).await {
            // Another process holds the file. Whoever waits here would only wait as long for the
            // same, one after the other: the work is dropped, and with it what its caller waits on.
            drop(first);
            let dropped = 1 + drop_all(&mut waiting, &mut close);
            tracing::error!(%error, dropped, "no transaction could be begun");
            // Usually there is none; one that an error left open would be in the way for ever.
            let _none_open = sqlx::query("rollback").execute(&mut connection).await;
            continue;
        }
        let answers = group(&mut connection, first, &mut waiting, &mut close).await;
        let size = answers.len();
        let commit = finish(&mut connection).await;
        if let Err(error) = &commit {
            tracing::error!(error, size, "a commit failed");
        }
        commits.fetch_add(1, Ordering::Release);
        for answer in answers {
            answer(commit.as_ref().copied().map_err(String::as_str));
        }
        metrics::histogram!(crate::meters::STORE_COMMIT).record(begun.elapsed().as_secs_f64());
    }
    // Whoever still waits is told that the store is closed.
    drop(waiting);
    let _closing = connection.close().await;
    if let Some(tell) = close {
        let _gone = tell.send(());
    }
}

/// Immediate: a deferred transaction that reads before it writes can be refused at once.
async fn begin(connection: &mut Connection) -> sqlx::Result<()> {
    sqlx::query("begin immediate")
        .execute(connection)
        .await
        .map(drop)
}

/// Drops the work that waits, and says how much; an order to close is kept.
fn drop_all(waiting: &mut mpsc::Receiver<Order>, close: &mut Option<oneshot::Sender<()>>) -> usize {
    let mut dropped = 0;
    while let Ok(order) = waiting.try_recv() {
        match order {
            Order::Work(work) => {
                drop(work);
                dropped += 1;
            }
            Order::Close(tell) => *close = Some(tell),
        }
    }
    dropped
}

/// Runs what waits, each in its savepoint, and returns the answers that hang on the commit.
async fn group(
    connection: &mut Connection,
    first: Work,
    waiting: &mut mpsc::Receiver<Order>,
    close: &mut Option<oneshot::Sender<()>>,
) -> Vec<Answer> {
    let mut answers = Vec::new();
    let mut next = Some(first);
    while let Some(work) = next.take() {
        match guarded(connection, work).await {
            Guarded::Done(answer) => answers.push(answer),
            Guarded::Undone => {}
            Guarded::AllUndone => {
                // Often there is none any more. The commit will tell all of them that nothing is kept.
                let _none_open = sqlx::query("rollback").execute(&mut *connection).await;
                break;
            }
        }
        if answers.len() < GROUP {
            match waiting.try_recv() {
                Ok(Order::Work(work)) => next = Some(work),
                Ok(Order::Close(tell)) => *close = Some(tell),
                Err(_nothing_waits) => {}
            }
        }
    }
    answers
}

/// How a piece of work went.
enum Guarded {
    /// It hangs on the commit.
    Done(Answer),
    /// It failed, and left nothing.
    Undone,
    /// It failed so badly that SQLite gave up the whole transaction: a full disk does that. Going
    /// on would begin another one, without anybody's asking.
    AllUndone,
}

async fn guarded(connection: &mut Connection, work: Work) -> Guarded {
    if let Err(error) = sqlx::query("savepoint one").execute(&mut *connection).await {
        tracing::error!(%error, "a piece of work could not be begun");
        return Guarded::AllUndone;
    }
    if let Ok(answer) = work(connection).await {
        return match sqlx::query("release one").execute(&mut *connection).await {
            Ok(_) => Guarded::Done(answer),
            Err(error) => {
                tracing::error!(%error, "a piece of work could not be finished");
                Guarded::AllUndone
            }
        };
    }
    for undo in ["rollback to one", "release one"] {
        if let Err(error) = sqlx::query(undo).execute(&mut *connection).await {
            tracing::error!(%error, undo, "a failed piece of work could not be undone");
            return Guarded::AllUndone;
        }
    }
    Guarded::Undone
}

async fn finish(connection: &mut Connection) -> Result<(), String> {
    match sqlx::query("commit").execute(&mut *connection).await {
        Ok(_) => Ok(()),
        Err(error) => {
            // A full disk leaves the transaction open; without this no later one could begin.
            let _none_open = sqlx::query("rollback").execute(&mut *connection).await;
            Err(error.to_string())
        }
    }
}
