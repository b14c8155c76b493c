// The time, for a component that shows how long something has been running.
import { useEffect, useState } from "react";

/** Milliseconds since the epoch: a second old at most while it is ticking. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
