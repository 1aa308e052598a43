//! The device's own memory: IndexedDB, written with strict durability, so that what a customer was
//! told is saved has reached the disk. Nothing in it can be read without the server's key.
//!
//! `web-sys` has the calls; only the one that asks for durability is called by its name, as
//! `web-sys` keeps it behind a flag of its own.

use super::super::page;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest,
    IdbRequest, IdbTransaction,
};

const NAME: &str = "onefront-kiosk";
/// Raised with each new shelf. A page of a later version finds what an earlier one left.
const VERSION: u32 = 2;

/// Where things lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// What waits to be sent, in its order.
    Queue,
    /// Presses that wait to be sent, in their order.
    Taps,
    /// References that were reserved.
    Spots,
    /// Single things by name.
    Kept,
}

impl Shelf {
    const fn name(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Taps => "taps",
            Self::Spots => "spots",
            Self::Kept => "kept",
        }
    }
}

/// Why something could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room, by the disk or by the cap.
    Full,
    /// Anything else.
    Broken,
}

/// The open memory.
#[derive(Clone)]
pub struct Memory(IdbDatabase);

impl Memory {
    /// Opens it, and asks the browser never to clear it of itself.
    ///
    /// # Errors
    /// When the browser keeps nothing.
    pub async fn open() -> Result<Self, Trouble> {
        let storage = page::window().navigator().storage();
        if let Ok(asked) = storage.persist() {
            // Whether it was granted the browser decides; the profile of a kiosk is its own.
            let _granted = JsFuture::from(asked).await;
        }
        let factory = page::window().indexed_db().map_err(trouble)?;
        let factory = factory.ok_or(Trouble::Broken)?;
        let opening = factory.open_with_u32(NAME, VERSION).map_err(trouble)?;
        let request = opening.clone();
        let grow = Closure::once_into_js(move || furnish(&request));
        opening.set_onupgradeneeded(grow.dyn_ref());
        let database: IdbDatabase = done(&opening).await?.unchecked_into();
        let old = database.clone();
        // A page of a later build wants to add a shelf: this one lets go.
        let let_go = Closure::once_into_js(move || old.close());
        database.set_onversionchange(let_go.dyn_ref());
        Ok(Self(database))
    }

    /// Begins to write on shelves.
    ///
    /// # Errors
    /// When the memory is closed.
    pub fn writing(&self, shelves: &[Shelf]) -> Result<Page, Trouble> {
        self.begin(shelves, "readwrite")
    }

    /// Begins to read.
    ///
    /// # Errors
    /// When the memory is closed.
    pub fn reading(&self, shelves: &[Shelf]) -> Result<Page, Trouble> {
        self.begin(shelves, "readonly")
    }

    fn begin(&self, shelves: &[Shelf], mode: &str) -> Result<Page, Trouble> {
        let names: Array = shelves.iter().map(|it| JsValue::from(it.name())).collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(trouble)?;
        let begin = Reflect::get(&self.0, &"transaction".into()).map_err(trouble)?;
        let begin: Function = begin.dyn_into().map_err(trouble)?;
        let transaction = begin.call3(&self.0, &names.into(), &mode.into(), &options.into());
        let transaction: JsValue = transaction.map_err(trouble)?;
        let transaction: IdbTransaction = transaction.unchecked_into();
        let ended = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        Ok(Page { transaction, ended })
    }
}

/// Some reading and writing that is done as a whole or not at all.
pub struct Page {
    transaction: IdbTransaction,
    ended: Promise,
}

impl Page {
    fn shelf(&self, shelf: Shelf) -> Result<IdbObjectStore, Trouble> {
        self.transaction.object_store(shelf.name()).map_err(trouble)
    }

    /// How many things lie on a shelf.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn count(&self, shelf: Shelf) -> Result<u32, Trouble> {
        let count = done(&self.shelf(shelf)?.count().map_err(trouble)?).await?;
        Ok(count.as_f64().unwrap_or_default() as u32)
    }

    /// Puts a text behind everything else on a shelf.
    ///
    /// # Errors
    /// When there is no room.
    pub async fn add(&self, shelf: Shelf, text: &str) -> Result<(), Trouble> {
        let adding = self.shelf(shelf)?.add(&text.into()).map_err(trouble)?;
        done(&adding).await.map(drop)
    }

    /// The first texts on a shelf, each with its number.
    ///
    /// # Errors
    /// When they cannot be read.
    pub async fn first(&self, shelf: Shelf, most: u32) -> Result<Vec<(f64, String)>, Trouble> {
        let shelf = self.shelf(shelf)?;
        let all = JsValue::UNDEFINED;
        let numbers = shelf.get_all_keys_with_key_and_limit(&all, most);
        let numbers = numbers.map_err(trouble)?;
        let texts = shelf.get_all_with_key_and_limit(&all, most);
        let texts = texts.map_err(trouble)?;
        let numbers = Array::from(&done(&numbers).await?);
        let texts = Array::from(&done(&texts).await?);
        let pairs = numbers.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(number, text)| Some((number.as_f64()?, text.as_string()?)))
            .collect())
    }

    /// Takes what has a number off a shelf.
    ///
    /// # Errors
    /// When it cannot be done.
    pub async fn remove(&self, shelf: Shelf, number: f64) -> Result<(), Trouble> {
        let removing = self.shelf(shelf)?.delete(&number.into()).map_err(trouble)?;
        done(&removing).await.map(drop)
    }

    /// Takes everything off a shelf.
    ///
    /// # Errors
    /// When it cannot be done.
    pub async fn clear(&self, shelf: Shelf) -> Result<(), Trouble> {
        let clearing = self.shelf(shelf)?.clear().map_err(trouble)?;
        done(&clearing).await.map(drop)
    }

    /// Keeps a single thing by its name.
    ///
    /// # Errors
    /// When there is no room.
    pub async fn keep(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let shelf = self.shelf(Shelf::Kept)?;
        let keeping = shelf
            .put_with_key(&text.into(), &name.into())
            .map_err(trouble)?;
        done(&keeping).await.map(drop)
    }

    /// A single thing by its name.
    ///
    /// # Errors
    /// When it cannot be read.
    pub async fn kept(&self, name: &str) -> Result<Option<String>, Trouble> {
        let reading = self
            .shelf(Shelf::Kept)?
            .get(&name.into())
            .map_err(trouble)?;
        Ok(done(&reading).await?.as_string())
    }

    /// Waits until all of it is on the disk.
    ///
    /// # Errors
    /// When it is not; then nothing of it is kept.
    pub async fn finish(self) -> Result<(), Trouble> {
        match JsFuture::from(self.ended).await {
            Ok(_) => Ok(()),
            Err(_) => Err(self
                .transaction
                .error()
                .map_or(Trouble::Broken, |error| trouble(error.into()))),
        }
    }
}

/// Makes the shelves that are not there.
fn furnish(opening: &IdbOpenDbRequest) {
    let Ok(database) = opening.result().map(JsCast::unchecked_into::<IdbDatabase>) else {
        return;
    };
    let names = database.object_store_names();
    for shelf in [Shelf::Queue, Shelf::Taps, Shelf::Spots, Shelf::Kept] {
        if names.contains(shelf.name()) {
            continue;
        }
        let options = IdbObjectStoreParameters::new();
        options.set_auto_increment(shelf != Shelf::Kept);
        // What fails here fails the opening, which says so.
        let _made = database.create_object_store_with_optional_parameters(shelf.name(), &options);
    }
}

/// Waits for a request.
async fn done(request: &IdbRequest) -> Result<JsValue, Trouble> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result().map_err(trouble),
        Err(_) => Err(match request.error() {
            Ok(Some(error)) => trouble(error.into()),
            _ => Trouble::Broken,
        }),
    }
}

fn trouble(error: JsValue) -> Trouble {
    let full = error
        .dyn_ref::<DomException>()
        .is_some_and(|error| error.name() == "QuotaExceededError");
    if full { Trouble::Full } else { Trouble::Broken }
}
