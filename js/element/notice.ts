// A box for an error: the words, what to do, the request id to copy, and a button.

import type { Failure } from "./failure.js";
import { button, make, mark, say, sayAll, shortened, show, slot } from "./nodes.js";
import type { Tone } from "./task-view.js";
import type { Words } from "./words/words.js";

/** What a notice shows. */
export interface Notice extends Omit<Failure, "title"> {
  /** The text of the button; `""`: no button. */
  readonly retry: string;
  /** Its colour, if it differs from the colour around it. */
  readonly tone: Tone;
  /** Whether a screen reader reads it at once. */
  readonly isAlert: boolean;
}

/**
 * @param retry Called when the button is pressed.
 * @param tell Called with the text that a screen reader reads.
 * @returns The notice, and a function that fills it.
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
    // Only a page on https or on this machine has a clipboard. On other pages the id is selected, and the reader copies it.
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
    // Both are set: tools that examine pages do not see that a slot is hidden.
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
