/**
 * Status of a run, as HCP Terraform calls it.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run#run-states
 */
interface Status {
  readonly status: string;
}

const ENDED = ["applied", "planned_and_finished", "errored", "canceled", "force_canceled", "discarded"];

/** Statuses in which a run waits for a person who may overrule a policy. */
const HELD_UP = ["policy_override", "policy_soft_failed", "post_plan_awaiting_decision"];

/** Statuses between a confirmation and its end. */
const UNDER_WAY = [
  ...["confirmed", "queuing_apply", "apply_queued", "pre_apply_running", "pre_apply_completed"],
  ...["applying", "post_apply_running"],
];

export const hasEnded = ({ status }: Status): boolean => ENDED.includes(status);

/** Says that a plan waits to be applied, without a lock. */
export const isSaved = ({ status }: Status): boolean => status === "planned_and_saved";

/** Says that a run waits for a person who may overrule a policy. */
export const isHeldUp = ({ status }: Status): boolean => HELD_UP.includes(status);

export const isApplying = ({ status }: Status): boolean => UNDER_WAY.includes(status);

const MEANINGS: Readonly<Record<string, string>> = {
  pending: "still waiting for its turn after a quarter of an hour: end what is before it in the workspace",
  policy_override: "held up by a policy: correct the cause, or have a person who may overrule it do so there",
  policy_soft_failed: "refused by a policy: correct the cause",
  post_plan_awaiting_decision: "held up by a run task, about which a person has to decide there",
  canceled: "cancelled",
  force_canceled: "cancelled without waiting for Terraform: what it was doing may be half done",
};

/** Says in words how a run stands that did not come to a plan. */
export const standing = ({ status }: Status): string => MEANINGS[status] ?? status;
