// What went wrong, in a box: the words, what to do, the id of the request to copy, and a button.

import type { Failure } from "./failure.js";
import { button, make, mark, say, sayAll, shortened, show, slot } from "./nodes.js";
import type { Tone } from "./task-view.js";
import type { Words } from "./words/words.js";

/** What a notice says. */
export interface Notice extends Omit<Failure, "title"> {
  /** What is on the button; `""`: there is none. */
  readonly retry: string;
  /** Its colour, where that is not the one of what is around it. */
  readonly tone: Tone;
  /** Whether it is read out at once. */
  readonly isAlert: boolean;
}

/**
 * @param retry Called when its button is pressed.
 * @param tell Called with what there is to be read out.
 * @returns The notice, and what fills it.
 */
export function makeNotice(
  retry: () => void,
  tell: (text: string) => void,
): [HTMLElement, (notice: Notice | undefined, words: Words) => void] {
  let id = "";
  let copied = "";
  const message = make("p", "message");
  const advice = make("small", "advice");
  const name = make("span");
  const code = make("code");
  const select = () => getSelection()?.selectAllChildren(code);
  const copy = button("copy", () => {
    // Only a page that is https, or of this machine, has a clipboard: elsewhere the id is selected, for the reader to copy.
    if (!navigator.clipboard) return select();
    void navigator.clipboard.writeText(id).then(() => {
      say(copy, copied);
      tell(copied);
    }, select);
  });
  const request = make("span", "request", name, " ", code, " ", copy);
  const again = button("retry", retry);
  const box = make("div", "error", message, advice, request, again);
  message.dir = advice.dir = "auto";
  const root = slot("error", box);
  const fill = (notice: Notice | undefined, words: Words) => {
    // Both: tools that look at pages do not see that a place is hidden.
    show(root, notice);
    show(box, notice);
    if (!notice) return;
    mark(box, "role", notice.isAlert && "alert");
    mark(box, "data-tone", notice.tone);
    say(message, notice.text);
    say(advice, notice.advice);
    say(again, notice.retry);
    show(request, notice.requestId);
    if (id !== notice.requestId || copied !== words.copied) say(copy, words.copy);
    id = notice.requestId;
    copied = words.copied;
    say(name, words.request);
    sayAll(code, shortened(id), id);
    mark(copy, "aria-label", `${copy.textContent}: ${words.request} ${id}`);
  };
  return [root, fill];
}
