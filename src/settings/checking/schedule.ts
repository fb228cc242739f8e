import { Cron } from "croner";
import { remembered } from "./remembered";

/**
 * Cron fields that both Kubernetes and Argo CD read, such as `30 9 * * 1-5`: no `L`, `W` or `#`, and Sunday
 * is 0, not 7.
 */
const FIELDS = /^(?:[\d*,/-]+ +){3}(?:[\d*,/-]|[a-z]{3})+ +(?:[0-6*,/-]|[a-z]{3})+$/i;

/** True if a schedule in cron's five fields ever occurs: a day that one time zone has, all have. */
export const everComes = remembered((schedule): boolean => {
  try {
    const cron = new Cron(schedule, { mode: "5-part", timezone: "UTC" });
    return FIELDS.test(schedule) && cron.nextRun() !== null;
  } catch {
    return false;
  }
});
