import type { EnvironmentConfig } from "./environment";
import { problem, show } from "../checking/problem";

/** Explanations that a switched-off protection owes, by its name. */
const OWED = {
  deletionProtection: "a reason why all may be destroyed",
  flowLogs: "a reason why no connection is recorded",
  threatDetection: "a reason why GuardDuty watches nothing",
} as const;

/** Refuses to switch a protection off without a reason. */
export const protectionsAreOffForAReason = (config: EnvironmentConfig): string[] =>
  (Object.keys(OWED) as (keyof typeof OWED)[]).flatMap((name) => {
    const protection = config[name];
    return protection === true || protection.reason.trim() !== ""
      ? []
      : [problem([name, "reason"], OWED[name], show(protection.reason), `write one, or set ${name} to true`)];
  });
