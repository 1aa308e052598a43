//! The one writer. SQLite takes one writer at a time; letting requests fight for the place costs
//! them errors, letting each of them sync alone costs them the disk. So every write is handed to
//! this task, which puts all that wait into one transaction and answers when that is durable.
//! PostgreSQL could take many, but numbers and chains are reckoned from the last one that is
//! there: its transaction begins with a lock that all servers share.
//!
//! Each piece of work is held by a savepoint: one that fails takes nothing of its neighbours along.
//! With SQLite the first has none, as it has no neighbours yet; where it fails, the transaction ends.
//! A connection that was lost is made anew; what was in its transaction is answered as failed, as
//! nobody can tell whether it was kept, and whoever asks again with the same key finds out.

use super::{Connection, Database, Kind};
use anyhow::{Context, anyhow};
use sqlx::{AssertSqlSafe, Connection as _};
use std::{
    future::Future,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{mpsc, oneshot},
    time::timeout,
};

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
    /// Takes the connection into its own task, and the way to another one.
    pub(super) fn start(database: Database, connection: Connection) -> Self {
        // Bounded: when the disk cannot follow, requests wait here instead of filling the memory.
        let (queue, waiting) = mpsc::channel(4 * GROUP);
        let commits = Arc::new(AtomicU64::new(0));
        let hand = Hand {
            database,
            connection: Some(connection),
        };
        tokio::spawn(run(hand, waiting, commits.clone()));
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

async fn run(mut hand: Hand, mut waiting: mpsc::Receiver<Order>, commits: Arc<AtomicU64>) {
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
        let connection = match hand.begin().await {
            Ok(connection) => connection,
            Err(error) => {
                // Another process holds the file, or the server is away. Whoever waits here would
                // only wait as long for the same, one after the other: the work is dropped, and
                // with it what its caller waits on.
                drop(first);
                let dropped = 1 + drop_all(&mut waiting, &mut close);
                tracing::error!(
                    error = format!("{error:#}"),
                    dropped,
                    "no transaction could be begun"
                );
                continue;
            }
        };
        let (answers, kept) = group(connection, first, &mut waiting, &mut close).await;
        let size = answers.len();
        let commit = match kept {
            Kept::Yes => finish(connection).await,
            // Told apart here: PostgreSQL commits where there is nothing to commit.
            Kept::No => Err("the transaction was given up".to_owned()),
            Kept::Nothing => continue,
        };
        if let Err(error) = &commit {
            tracing::error!(error, size, "a commit failed");
            hand.doubt();
        }
        commits.fetch_add(1, Ordering::Release);
        for answer in answers {
            answer(commit.as_ref().copied().map_err(String::as_str));
        }
        metrics::histogram!(crate::meters::STORE_COMMIT).record(begun.elapsed().as_secs_f64());
    }
    // Whoever still waits is told that the store is closed.
    drop(waiting);
    if let Some(connection) = hand.connection {
        let _closing = connection.close().await;
    }
    if let Some(tell) = close {
        let _gone = tell.send(());
    }
}

/// What a server takes longer for than this will not come: its own limits for a statement are
/// shorter, so the way to it is broken.
const LONGEST: Duration = Duration::from_secs(60);

/// Waits for what a server does; for a file, as long as it takes.
async fn in_time<T>(kind: Kind, work: impl Future<Output = T>) -> Result<T, &'static str> {
    match kind {
        Kind::Sqlite => Ok(work.await),
        Kind::Postgres => timeout(LONGEST, work)
            .await
            .map_err(|_elapsed| "no answer in time"),
    }
}

/// The connection that writes, and the way to another one.
struct Hand {
    database: Database,
    connection: Option<Connection>,
}

impl Hand {
    /// Begins a transaction. A connection that broke while nobody wrote costs nobody anything: it
    /// is made anew, and the transaction begun on that.
    async fn begin(&mut self) -> anyhow::Result<&mut Connection> {
        let (kind, begin) = (self.database.kind(), self.database.begin());
        let mut last = None;
        for _ in 0..2 {
            let mut connection = match self.connection.take() {
                Some(connection) => connection,
                None => in_time(kind, self.database.again())
                    .await
                    .map_err(|why| anyhow!(why))??,
            };
            let beginning = sqlx::raw_sql(AssertSqlSafe(begin)).execute(&mut connection);
            let begun = match in_time(kind, beginning).await {
                Ok(begun) => begun.map(drop).map_err(anyhow::Error::from),
                Err(why) => Err(anyhow!(why)),
            };
            match begun {
                Ok(()) => return Ok(self.connection.insert(connection)),
                // The file stays where it is; what is wrong with it is not its connection.
                Err(error) if kind == Kind::Sqlite => {
                    // Usually there is none; one that an error left open would be in the way for ever.
                    let _none_open = sqlx::query("rollback").execute(&mut connection).await;
                    self.connection = Some(connection);
                    return Err(error);
                }
                // Another server had its turn for too long; asking again would only wait again.
                Err(error) if is_locked(&error) => return Err(error),
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| anyhow!("no connection")))
    }

    /// Something failed that should not have: what a connection to a server is worth now cannot be
    /// told from here.
    fn doubt(&mut self) {
        if self.database.kind() == Kind::Postgres {
            self.connection = None;
        }
    }
}

/// Whether it is that another holds the lock (`lock_not_available`).
fn is_locked(error: &anyhow::Error) -> bool {
    let code = error
        .downcast_ref::<sqlx::Error>()
        .and_then(sqlx::Error::as_database_error)
        .and_then(sqlx::error::DatabaseError::code);
    code.as_deref() == Some("55P03")
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

/// Whether there is anything left to commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Yes,
    /// The transaction was given up, and what was done in it with it.
    No,
    /// The first piece of work failed, and there was no other.
    Nothing,
}

/// Runs what waits, each held so that it can be undone, and returns the answers that hang on the
/// commit.
async fn group(
    connection: &mut Connection,
    first: Work,
    waiting: &mut mpsc::Receiver<Order>,
    close: &mut Option<oneshot::Sender<()>>,
) -> (Vec<Answer>, Kept) {
    let kind = Kind::of(connection);
    let mut answers = Vec::new();
    let mut next = match kind {
        Kind::Sqlite => match first(connection).await {
            Ok(answer) => {
                answers.push(answer);
                another(waiting, close)
            }
            Err(_told_its_caller) => {
                // A full disk has done so already.
                let _none_open = sqlx::query("rollback").execute(connection).await;
                return (answers, Kept::Nothing);
            }
        },
        // Of a statement that failed, and after which the work went on, only a savepoint tells.
        Kind::Postgres => Some(first),
    };
    while let Some(work) = next.take() {
        let went = in_time(kind, guarded(connection, work)).await;
        match went.unwrap_or(Guarded::AllUndone) {
            Guarded::Done(answer) => answers.push(answer),
            Guarded::Undone => {}
            Guarded::AllUndone => {
                // Often there is none any more.
                let rollback = sqlx::query("rollback").execute(&mut *connection);
                let _none_open = in_time(kind, rollback).await;
                return (answers, Kept::No);
            }
        }
        if answers.len() < GROUP {
            next = another(waiting, close);
        }
    }
    (answers, Kept::Yes)
}

/// Another piece of work that waits already; an order to close is kept.
fn another(
    waiting: &mut mpsc::Receiver<Order>,
    close: &mut Option<oneshot::Sender<()>>,
) -> Option<Work> {
    match waiting.try_recv() {
        Ok(Order::Work(work)) => Some(work),
        Ok(Order::Close(tell)) => {
            *close = Some(tell);
            None
        }
        Err(_nothing_waits) => None,
    }
}

/// How a piece of work went.
enum Guarded {
    /// It hangs on the commit.
    Done(Answer),
    /// It failed, and left nothing.
    Undone,
    /// It failed so badly that the database gave up the whole transaction: a full disk does that,
    /// or a server that went away. Going on would begin another one, without anybody's asking.
    AllUndone,
}

async fn guarded(connection: &mut Connection, work: Work) -> Guarded {
    if let Err(error) = sqlx::query("savepoint one").execute(&mut *connection).await {
        tracing::error!(%error, "a piece of work could not be begun");
        return Guarded::AllUndone;
    }
    if let Ok(answer) = work(connection).await {
        match sqlx::query("release one").execute(&mut *connection).await {
            Ok(_) => return Guarded::Done(answer),
            // PostgreSQL refuses it where a statement failed and the work went on all the same.
            Err(error) => {
                tracing::error!(%error, "a piece of work could not be finished");
                answer(Err("it could not be finished"));
            }
        }
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
    let kind = Kind::of(connection);
    let commit = sqlx::query("commit").execute(&mut *connection);
    match in_time(kind, commit).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => {
            // A full disk leaves the transaction open; without this no later one could begin.
            let rollback = sqlx::query("rollback").execute(&mut *connection);
            let _none_open = in_time(kind, rollback).await;
            Err(error.to_string())
        }
        Err(why) => Err(why.to_owned()),
    }
}
