// The application in a page that a server has rendered: Preact sets no properties of what it takes over, so that the elements
// are made in the page.
import { useEffect, useState } from "preact/hooks";
import { App } from "./app";
import type { Props } from "./props";

export function RenderedApp(props: Props) {
  const [isInPage, setInPage] = useState(false);
  useEffect(() => setInPage(true), []);
  return <section>{isInPage && <App {...props} />}</section>;
}
