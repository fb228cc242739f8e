import type { Statement } from "../constructs/iam-policy";

/** Days that AWS waits at most before it deletes a key, in which people can keep it. */
export const DAYS_TO_SAVE = 30;

/**
 * Leaves people the most days that AWS gives to keep a key whose deletion a mistake or a thief asked for.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-schedule-key-deletion-pending-window-in-days
 */
export const NO_SOONER: Statement = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: ["kms:ScheduleKeyDeletion"],
  Resource: ["*"],
  Condition: { NumericLessThan: { "kms:ScheduleKeyDeletionPendingWindowInDays": String(DAYS_TO_SAVE) } },
};
