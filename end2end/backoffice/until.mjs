// Waiting for what others do in their own time: asks again and again, and gives up in the end.

/**
 * @template T
 * @param {string} what what is waited for, for whoever reads of its failing
 * @param {() => Promise<T>} look says it, or nothing yet
 * @param {() => string} log what else may explain a failing
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, look, log = () => "") {
  // A lost answer is asked for again after half a minute or a bit more.
  const patience = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > patience) throw new Error(`it never came to this: ${what}\n${log().slice(-4000)}`);
    await new Promise((again) => setTimeout(again, 100));
  }
}
