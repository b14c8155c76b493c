// An Express server with a sign-in: the browser holds a session cookie, and the server adds the token, which no page sees.
// Its pages use token: null, endpoint: "/sfs-turbo", fetchOptions: { credentials: "same-origin" }.
import express from "express";
import session from "express-session";

const { env } = process;
const target = env.SFS_TURBO_ENDPOINT ?? "https://sfs-turbo.cn-north-4.myhuaweicloud.com";

const app = express();
app.use(
  session({
    secret: env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    // No script of a page can read it, and no page of another site can send it.
    cookie: { httpOnly: true, sameSite: "strict", secure: "auto" },
  }),
);

// Your own sign-in.
app.post("/login", express.urlencoded(), (request, response) => {
  if (request.body.password !== env.PASSWORD) return response.sendStatus(401);
  // A new session, so nobody can use an id that was known before.
  request.session.regenerate(() => {
    request.session.signedIn = true;
    response.sendStatus(204);
  });
});

app.use(express.static("public"));

// An answer that the package understands, and not a redirect to a page.
app.use("/sfs-turbo", (request, response, next) => {
  if (request.session.signedIn) return next();
  response.status(401).json({ error_code: "PROXY.401", error_msg: "Nobody has signed in." });
});

// As bytes, unchanged: only the service reads them.
const body = express.raw({ type: () => true });

app.all("/sfs-turbo/*path", body, async (request, response) => {
  const path = request.originalUrl.slice("/sfs-turbo".length);
  // Only these headers are forwarded. The token is valid for 24 hours, so a server that runs longer has to get a new one from
  // IAM.
  const headers = {
    "content-type": request.get("content-type") ?? "application/json",
    "x-auth-token": env.SFS_TURBO_TOKEN,
  };
  try {
    const { method } = request;
    const sent = method === "POST" ? request.body : undefined;
    const answer = await fetch(target + path, { method, headers, body: sent, redirect: "manual" });
    for (const name of ["content-type", "retry-after", "x-request-id"]) {
      const value = answer.headers.get(name);
      if (value !== null) response.set(name, value);
    }
    response.status(answer.status).send(Buffer.from(await answer.arrayBuffer()));
  } catch {
    response.status(502).json({ error_code: "PROXY.502", error_msg: "The service did not answer." });
  }
});

const server = app.listen(Number(env.PORT ?? 8080), () => {
  const address = server.address();
  console.log(`Listening on http://localhost:${typeof address === "object" ? address?.port : address}`);
});
