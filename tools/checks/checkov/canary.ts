import type { SynthesisedStack } from "../../terraform-json/stack";
import type { Finding } from "./findings";

/** A stack with a mistake: if Checkov does not report it, its silence about the others means nothing. */
export const CANARY: SynthesisedStack = {
  id: "canary",
  folder: "",
  json: { resource: { aws_rds_cluster: { open: { cluster_identifier: "open", storage_encrypted: false } } } },
};

/** True for the finding that Checkov must have there. */
export const isCanary = ({ where }: Finding): boolean => where.startsWith(`${CANARY.id}: `);
