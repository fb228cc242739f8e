import type { EnvironmentConfig } from "./environment";
import { problem, show } from "../checking/problem";

/** Refuses to switch protection off without a reason. */
export const deletionProtectionHasItsReason = ({ deletionProtection }: EnvironmentConfig): string[] =>
  deletionProtection === true || deletionProtection.reason.trim() !== ""
    ? []
    : [
        problem(
          ["deletionProtection", "reason"],
          "a reason why all may be destroyed",
          show(deletionProtection.reason),
          "write one, or set deletionProtection to true",
        ),
      ];
