import { type HcpTerraform, nextLook } from "./api";
import { findRun, type Run } from "./run";
import { hasEnded, isHeldUp, isSaved } from "./run-status";

/** Looks at a run that waits for its turn, which take a quarter of an hour. */
const PATIENCE = 180;

/** Waits until a run's plan is made, or never will be: as long as it takes, once it has begun. */
export async function untilPlanned(hcp: HcpTerraform, id: string): Promise<Run> {
  let waits = 0;
  return until(hcp, id, (run) => {
    waits += run.status === "pending" ? 1 : 0;
    return isAtRest(run) || waits > PATIENCE;
  });
}

/** Waits until nothing more becomes of a run unless a person or a token does something about it. */
export const untilAtRest = (hcp: HcpTerraform, id: string): Promise<Run> => until(hcp, id, isAtRest);

const isAtRest = (run: Run): boolean => run.confirmable || isSaved(run) || hasEnded(run) || isHeldUp(run);

/** Waits until a run has ended. */
export const untilEnded = (hcp: HcpTerraform, id: string): Promise<Run> => until(hcp, id, hasEnded);

async function until(hcp: HcpTerraform, id: string, reached: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await findRun(hcp, id);
    if (reached(run)) {
      return run;
    }
    await nextLook(hcp);
  }
}
