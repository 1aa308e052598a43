// Somebody with a browser that runs no script: cookies, forms, and where an answer leads.

export class Visitor {
  /** @type {Map<string, string>} */
  #cookies = new Map();
  #site;

  /** @param {string} site the address of the site */
  constructor(site) {
    this.#site = site;
  }

  /** @param {string} path */
  get(path) {
    return this.#ask(path, { method: "GET" });
  }

  /**
   * Sends a form as a browser does.
   * @param {string} path
   * @param {Record<string, string>} fields
   */
  post(path, fields) {
    return this.#ask(path, { method: "POST", body: new URLSearchParams(fields) });
  }

  /**
   * @param {string} path
   * @param {RequestInit} request
   */
  async #ask(path, request) {
    let [next, how] = [path, request];
    for (let hops = 0; hops < 8; hops += 1) {
      const url = new URL(next, this.#site);
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const headers = { accept: "text/html", "accept-language": "en", cookie, origin: this.#site };
      const answer = await fetch(url, { ...how, headers, redirect: "manual" });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /** @type {string[]} */ (/^([^=]+)=([^;]*)/.exec(line));
        this.#cookies.set(name, value);
      }
      const html = await answer.text();
      const to = answer.headers.get("location");
      if (!to || answer.status < 300 || answer.status >= 400) {
        if (answer.status >= 400) throw new Error(`${url.pathname} answered ${answer.status}: ${words(html)}`);
        return { at: url.pathname, html };
      }
      [next, how] = [new URL(to, url).href, { method: "GET" }];
    }
    throw new Error(`${path} leads nowhere`);
  }
}

/**
 * The value of a hidden field.
 * @param {string} html
 * @param {string} name
 */
export function hidden(html, name) {
  const field = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0] ?? "";
  const value = /value="([^"]*)"/.exec(field)?.[1];
  if (value === undefined) throw new Error(`there is no field ${name}: ${words(html)}`);
  return value;
}

/**
 * What a page says.
 * @param {string} html
 */
export function words(html) {
  const body = html.replace(/<(style|script)[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return body.replace(/\s+/g, " ").trim();
}
