import type { Finding } from "./findings";

/** Workflow with known faults. */
export const CANARY = "tools/checks/zizmor/canary.yml";

/** Audits that must find something in the canary. */
const AUDITS = ["dangerous-triggers", "template-injection"];

/** Audits that miss their fault in the canary. */
export const missedInCanary = (findings: readonly Finding[]): string[] =>
  AUDITS.filter((audit) => !findings.some((one) => one.file === CANARY && one.audit === audit)).map(
    (audit) => `zizmor misses what is known to be wrong: ${audit} in ${CANARY}`,
  );
