//! Those who write at once share a commit, and nothing else.

use crate::ground::Ground;
use anyhow::bail;
use futures::future::join_all;
use server::store::Store;
use sqlx::Row;

#[tokio::test]
async fn many_who_write_at_once_share_commits() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    write(&store, "the first".into(), true).await.unwrap();
    let before = commits(&ground, &store);
    let writes = (0..256).map(|number| write(&store, format!("{number}"), true));
    let answers = join_all(writes).await;
    assert!(answers.iter().all(Result::is_ok));
    let commits = commits(&ground, &store) - before;
    assert!(
        (4..=5).contains(&commits),
        "{commits} commits for 256 writes"
    );
}

#[tokio::test]
async fn one_who_writes_alone_waits_for_nobody() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    write(&store, "0".into(), true).await.unwrap();
    let before = commits(&ground, &store);
    for number in 1..=3 {
        write(&store, format!("{number}"), true).await.unwrap();
    }
    assert_eq!(commits(&ground, &store) - before, 3);
}

#[tokio::test]
async fn a_probe_really_writes() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    store.ready().await.unwrap();
    let before = commits(&ground, &store);
    for _ in 0..3 {
        store.ready().await.unwrap();
    }
    assert_eq!(commits(&ground, &store) - before, 3);
}

#[tokio::test]
async fn work_that_fails_takes_nothing_of_its_neighbours_along() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    let writes = (0..60).map(|number| write(&store, format!("{number}"), number % 3 != 0));
    let answers = join_all(writes).await;
    for (number, answer) in answers.iter().enumerate() {
        assert_eq!(answer.is_ok(), number % 3 != 0, "{number}: {answer:?}");
    }
    let kept = keys(&store).await;
    assert_eq!(kept.len(), 40, "{kept:?}");
    assert!(!kept.contains(&"3".to_owned()), "what failed left nothing");
}

#[tokio::test]
async fn who_goes_away_while_waiting_undoes_nothing() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    let mut left = Box::pin(write(&store, "left".into(), true));
    assert!(futures::poll!(&mut left).is_pending(), "queued");
    drop(left);
    write(&store, "stayed".into(), true).await.unwrap();
    assert_eq!(keys(&store).await, ["left", "stayed"]);
}

/// Writes a row; and fails after that, if it is not `well`.
async fn write(store: &Store, key: String, well: bool) -> anyhow::Result<()> {
    store
        .write(move |tx| {
            Box::pin(async move {
                let statement = "insert into limits (key, window_start, count) values ($1, 0, 1)";
                sqlx::query(statement).bind(key).execute(tx).await?;
                if !well {
                    bail!("as it was told");
                }
                Ok(())
            })
        })
        .await
}

async fn keys(store: &Store) -> Vec<String> {
    let rows = sqlx::query("select key from limits order by key")
        .fetch_all(store.read())
        .await
        .unwrap();
    rows.into_iter().map(|row| row.get("key")).collect()
}

/// How many commits stand in the log, read from the file itself: the last frame of each says how
/// large the database is after it, the other frames say nothing there. PostgreSQL shows no such
/// file; there it is what the writer counted.
fn commits(ground: &Ground, store: &Store) -> usize {
    const HEADER: usize = 32;
    const FRAME_HEADER: usize = 24;
    let Ok(log) = std::fs::read(ground.data().join("onefront.db-wal")) else {
        return usize::try_from(store.commits()).unwrap();
    };
    let number = |at: usize| u32::from_be_bytes(log[at..at + 4].try_into().unwrap());
    let page = usize::try_from(number(8)).unwrap();
    let frames = (HEADER..log.len()).step_by(FRAME_HEADER + page);
    frames.filter(|frame| number(frame + 4) != 0).count()
}
