import { index, route } from "@react-router/dev/routes";

export default [
  index("routes/page.jsx"),
  route("server", "routes/server.jsx"),
  route("answer", "routes/answer.js"),
];
