// A proxy on a page's own origin that demands a session cookie, as single sign-on does in front of a site.
// @ts-check
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { listen } from "./listen.mjs";

const CONTENT_TYPES = new Map([
  [".html", "text/html"],
  [".js", "text/javascript"],
]);

/**
 * @param {import("node:test").TestContext} t
 * @param {object} site
 * @param {string} site.pages a folder; each page sets the cookie
 * @param {string} site.endpoint the service
 * @param {"401" | "redirect"} site.refusal what comes without the cookie
 */
export async function startSessionProxy(t, { pages, endpoint, refusal }) {
  /** Of each request for the service. @type {string[]} */
  const cookies = [];
  const server = createServer(async (request, response) => {
    const url = request.url ?? "/";
    const { cookie = "" } = request.headers;
    if (!url.startsWith("/sfs-turbo/")) {
      const [path = ""] = url.split("?");
      const page = await readFile(join(pages, path)).catch(() => undefined);
      const type = CONTENT_TYPES.get(extname(path)) ?? "application/octet-stream";
      response.writeHead(page ? 200 : 404, {
        "content-type": type,
        "set-cookie": "sso=ok; Path=/; HttpOnly; SameSite=Lax",
      });
      response.end(page);
      return;
    }
    cookies.push(cookie);
    if (!cookie.includes("sso=ok")) {
      const redirect = refusal === "redirect";
      response.writeHead(redirect ? 302 : 401, redirect ? { location: "/sign-in.html" } : {}).end();
      return;
    }
    const token = String(request.headers["x-auth-token"]);
    const answer = await fetch(endpoint + url.slice("/sfs-turbo".length), {
      headers: { "content-type": "application/json", "x-auth-token": token },
    });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  const port = await listen(server);
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${port}`, cookies };
}
