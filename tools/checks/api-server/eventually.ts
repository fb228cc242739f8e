import { setTimeout as delay } from "node:timers/promises";

const ATTEMPTS = 100;
const PAUSE_IN_MILLISECONDS = 50;

/** Waits until something is so, for a few seconds at most. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS && !(await isSo()); attempt++) {
    await delay(PAUSE_IN_MILLISECONDS);
  }
}
