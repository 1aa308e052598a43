//! Backup and restore: a copy that restores whole, and what is refused.

use server::store::{Store, backup};
use sqlx::Row;
use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

async fn write(store: &Store, number: i64) {
    let done = store
        .write(move |tx| {
            Box::pin(async move {
                // Two rows that belong together: a copy has both or none.
                for key in ["one", "other"] {
                    sqlx::query("insert into limits (key, window_start, count) values ($1, $2, 1)")
                        .bind(key)
                        .bind(number)
                        .execute(&mut *tx)
                        .await?;
                }
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

async fn counted(folder: &Path) -> (i64, i64) {
    let store = Store::open(folder).await.unwrap();
    let row = sqlx::query(
        "select count(*) filter (where key = 'one') as one,
                count(*) filter (where key = 'other') as other from limits",
    )
    .fetch_one(store.read())
    .await
    .unwrap();
    store.close().await;
    (row.get("one"), row.get("other"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_made_while_writing_restores_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    let store = Store::open(&data).await.unwrap();
    for number in 0..50 {
        write(&store, number).await;
    }
    let stop = Arc::new(AtomicBool::new(false));
    let writing = {
        let (store, stop) = (store.clone(), stop.clone());
        tokio::spawn(async move {
            let mut number = 50;
            while !stop.load(Ordering::Relaxed) {
                write(&store, number).await;
                number += 1;
            }
            number
        })
    };
    backup::backup(&data, &copy).await.unwrap();
    stop.store(true, Ordering::Relaxed);
    let written = writing.await.unwrap();
    store.close().await;

    // Into an empty place, and into the place of a store that went on.
    for place in [folder.path().join("elsewhere"), data] {
        backup::restore(&copy, &place).await.unwrap();
        let (one, other) = counted(&place).await;
        assert!((50..=written).contains(&one), "{one} of {written}");
        assert_eq!(one, other, "no half of anything");
    }
    let aside = folder.path().join("data/onefront.db.before-restore");
    assert!(aside.is_file(), "what was there is kept");
}

#[tokio::test]
async fn a_damaged_copy_is_refused_and_the_store_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    let store = Store::open(&data).await.unwrap();
    write(&store, 1).await;
    store.close().await;
    backup::backup(&data, &copy).await.unwrap();

    let mut bytes = std::fs::read(&copy).unwrap();
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 8192] {
        *byte ^= 0x5a;
    }
    std::fs::write(&copy, &bytes).unwrap();
    assert!(backup::restore(&copy, &data).await.is_err());
    std::fs::write(&copy, &bytes[..middle + 100]).unwrap();
    assert!(backup::restore(&copy, &data).await.is_err(), "cut short");
    std::fs::write(&copy, "no database at all").unwrap();
    assert!(backup::restore(&copy, &data).await.is_err());
    assert_eq!(counted(&data).await, (1, 1));
}

#[tokio::test]
async fn a_store_in_use_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    let store = Store::open(&data).await.unwrap();
    write(&store, 1).await;
    backup::backup(&data, &copy).await.unwrap();
    let refused = backup::restore(&copy, &data).await.unwrap_err();
    assert!(refused.to_string().contains("in use"), "{refused}");
    write(&store, 2).await;
    store.close().await;
    assert_eq!(counted(&data).await, (2, 2));
}

#[tokio::test]
async fn a_copy_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let (data, copy) = (folder.path().join("data"), folder.path().join("copy"));
    Store::open(&data).await.unwrap().close().await;
    std::fs::write(&copy, "somebody's").unwrap();
    assert!(backup::backup(&data, &copy).await.is_err());
    assert_eq!(std::fs::read_to_string(&copy).unwrap(), "somebody's");
}
