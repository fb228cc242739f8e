import { Cron } from "croner";

/** Whether a schedule in cron's five fields, which is all that Kubernetes takes, ever comes round. */
export function everComes(schedule: string): boolean {
  try {
    return new Cron(schedule, { mode: "5-part", timezone: "Europe/London" }).nextRun() !== null;
  } catch {
    return false;
  }
}
