import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Finding } from "./findings";

/** A stack that is wrong on purpose: where checkov does not say so, its silence about the others means nothing. */
export const CANARY: SynthesisedStack = {
  id: "canary",
  folder: "",
  json: { resource: { aws_rds_cluster: { open: { cluster_identifier: "open", storage_encrypted: false } } } },
};

/** Whether it is what checkov has to find in there. */
export const isCanary = ({ where }: Finding): boolean => where.startsWith(`${CANARY.id}: `);
