// What waits on a kiosk, as it lies in its memory: see `app/src/kiosk/browser/queue`. Nothing, where
// there never was a kiosk: the memory is not made by looking for it.
(async () => {
  const name = "onefront-kiosk";
  const there = await indexedDB.databases();
  if (!there.some((one) => one.name === name)) return null;
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const memory = await done(indexedDB.open(name));
  const all = async (shelf) =>
    memory.objectStoreNames.contains(shelf)
      ? done(memory.transaction(shelf).objectStore(shelf).getAll())
      : [];
  return { queue: await all("queue"), taps: await all("taps") };
})();
