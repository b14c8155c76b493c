// An Express server that forwards requests of its pages to the service. Use it with endpoint: "/sfs-turbo".
import { createServer } from "node:http";
import express from "express";

const target = process.env.SFS_TURBO_ENDPOINT ?? "https://sfs-turbo.cn-north-4.myhuaweicloud.com";

const app = express();
app.use(express.static("public"));

// As bytes, unchanged: only the service reads them.
const body = express.raw({ type: () => true });

app.all("/sfs-turbo/*path", body, async (request, response) => {
  const path = request.originalUrl.slice("/sfs-turbo".length);
  // Only these headers are forwarded: others of your pages, such as cookies, must not reach the service.
  const headers = {
    "content-type": request.get("content-type") ?? "application/json",
    "x-auth-token": request.get("x-auth-token") ?? "",
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

// An IAM token may be longer than the 16 KB that all headers together have by default.
const server = createServer({ maxHeaderSize: 128 * 1024 }, app);
server.listen(Number(process.env.PORT ?? 8080), () => {
  const address = server.address();
  console.log(`Listening on http://localhost:${typeof address === "object" ? address?.port : address}`);
});
