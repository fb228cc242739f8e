import type { EnvironmentConfig } from "./environment";
import { problemsOfReason } from "../checking/reason";

/** Fixes of a protection that is switched off without a reason, by its name. */
const FIXES = {
  deletionProtection: "say why all may be destroyed, or set deletionProtection to true",
  flowLogs: "say why no connection is recorded, or set flowLogs to true",
  threatDetection: "say why GuardDuty watches nothing, or set threatDetection to true",
} as const;

/** Refuses to switch a protection off without a reason. */
export const protectionsAreOffForAReason = (config: EnvironmentConfig): string[] =>
  (Object.keys(FIXES) as (keyof typeof FIXES)[]).flatMap((name) => {
    const protection = config[name];
    return protection === true ? [] : problemsOfReason(protection.reason, [name, "reason"], FIXES[name]);
  });
