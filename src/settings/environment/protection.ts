import type { EnvironmentConfig } from "./environment";
import { problemsOfReason } from "../checking/reason";

/** Refuses to switch protection off without a reason. */
export const deletionProtectionHasItsReason = ({ deletionProtection }: EnvironmentConfig): string[] =>
  deletionProtection === true
    ? []
    : problemsOfReason(
        deletionProtection.reason,
        ["deletionProtection", "reason"],
        "say why all may be destroyed, or set deletionProtection to true",
      );
