// Times for people, in their own time zone.

/** A time zone, and how times are written in it. */
export interface Zone {
  /** A name such as `Asia/Shanghai` or `UTC`. */
  readonly name: string;
  write(time: Date): string;
}

/** The time zone of this machine, or UTC. */
export function zone(utc: boolean): Zone {
  // If Node does not know the machine's zone, it uses UTC.
  const { timeZone: own } = new Intl.DateTimeFormat().resolvedOptions();
  const timeZone = utc || !own || own === "Etc/Unknown" ? "UTC" : own;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return {
    name: timeZone,
    write(time) {
      const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
      const { year, month, day, hour, minute, second } = parts;
      return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
    },
  };
}
