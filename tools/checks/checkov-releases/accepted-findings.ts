import type { AcceptedFinding } from "./accepted/accepted-finding";
import { API_RIGHTS } from "./accepted/api-rights";
import { CONTAINER_RIGHTS } from "./accepted/container-rights";
import { EFS_CSI_DRIVER } from "./accepted/efs-csi-driver";
import { IMAGES } from "./accepted/images";
import { PROBES } from "./accepted/probes";
import { SECRETS } from "./accepted/secrets";

const EVERYTHING = ["*: *"];
const SEAL = "seal: CronJob/*";
const TEMPLATES_SERVED = "gatekeeper-templates: Job/gatekeeper-templates-served";

/** Every finding that is accepted. One that no longer occurs is an error, unless its release was not rendered. */
export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    check: "CKV_K8S_11",
    on: EVERYTHING,
    reason: "A CPU limit slows a pod down on an idle node; requests share the CPU of a busy one.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_15",
    on: EVERYTHING,
    reason: "Tags of the cache never move, and pods must start while a registry is down.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_35",
    on: [SEAL],
    reason: "Its one process reads the two tokens at its start and lives for seconds.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_38",
    on: [TEMPLATES_SERVED],
    reason: "It asks the Kubernetes API whether the templates are served.",
    until: "2027-05-31",
  },
  {
    check: "CKV_K8S_43",
    on: [SEAL, TEMPLATES_SERVED],
    reason: "Renovate writes the digest of Node's image; the one of the templates' job is Gatekeeper's own.",
    until: "2027-02-28",
  },
  ...CONTAINER_RIGHTS,
  ...EFS_CSI_DRIVER,
  ...IMAGES,
  ...SECRETS,
  ...PROBES,
  ...API_RIGHTS,
];
