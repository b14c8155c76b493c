// The tasks of a fleet: when each ends, the service's answer for it, and when it was last reported.
// @ts-check

/** Tasks last from half an hour to two hours, in milliseconds. */
const shortest = 1_800_000;
const longest = 7_200_000;

export class Tasks {
  /** @type {number[]} */
  ends;
  /** When each was last reported, and the longest time without a report. @type {number[]} */
  #heard;
  /** @type {number[]} */
  silences;
  /** The time from its end until each was reported as ended. @type {number[]} */
  late = [];
  /** @type {readonly { running: string, ended: string }[]} */
  #texts;

  /** @param {number} count */
  constructor(count) {
    this.ends = Array.from({ length: count }, () =>
      Math.floor(shortest + Math.random() * (longest - shortest)),
    );
    this.#heard = this.ends.map(() => 0);
    this.silences = this.ends.map(() => 0);
    this.#texts = this.ends.map((_, place) => ({
      running: JSON.stringify({ ...task, task_id: `${place}`, status: "DOING" }),
      ended: JSON.stringify({ ...task, task_id: `${place}`, status: "SUCCESS", end_time: task.start_time }),
    }));
  }

  /**
   * @param {number} place of the reported task
   * @param {number} now
   * @returns {boolean} whether it has ended
   */
  tell(place, now) {
    this.silences[place] = Math.max(this.silences[place] ?? 0, now - (this.#heard[place] ?? 0));
    this.#heard[place] = now;
    return now >= (this.ends[place] ?? 0);
  }

  /**
   * @param {number} place
   * @param {number} now
   * @returns {string} its JSON
   */
  text(place, now) {
    const texts = this.#texts[place];
    return (this.tell(place, now) ? texts?.ended : texts?.running) ?? "";
  }

  /**
   * @param {number} place of a task whose waiter now knows that it has ended
   * @param {number} now
   */
  told(place, now) {
    this.late.push(now - (this.ends[place] ?? 0));
  }
}

const task = {
  type: "export",
  src_target: "sfs-link-directory",
  src_prefix: "input/datasets/",
  dest_target: "sfs-link-directory",
  dest_prefix: "input/datasets/",
  start_time: "2026-09-02T15:04:05",
  end_time: "",
  message: "",
};
