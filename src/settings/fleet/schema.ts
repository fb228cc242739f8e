import { z } from "zod";
import { exactObject } from "../checking/exact-object";

const text = z.string();

/** Place that a cluster was made in, beside what its environment says: it never moves. */
const PLACE = exactObject({
  region: text,

  /** AWS account, twelve digits. */
  account: text,
});

/** Address of the Kubernetes API, as outputs of cluster-infrastructure have it once the cluster is there. Neither is a secret. */
const API = exactObject({
  /** `cluster_endpoint`, such as `https://0123….gr7.eu-central-1.eks.amazonaws.com`. */
  endpoint: text,

  /** `cluster_certificate_authority_data`. */
  certificateAuthority: text,
});

/** Part that a cluster plays in the fleet. */
export const FLEET = z.union([
  exactObject({ role: z.literal("management"), place: PLACE }),
  exactObject({
    role: z.literal("workload"),
    place: PLACE,

    /** Organisation that the cluster is for, one of `organisation.organisations`. */
    organisation: text,

    /** Management cluster whose Argo CD deploys to it, as `<environment>` or `<environment>-<cluster>`. */
    hub: text,

    /**
     * Address of its API, by which the hub's Argo CD registers it.
     *
     * @default - not registered yet
     */
    api: API.optional(),
  }),
]);

export type FleetConfig = z.output<typeof FLEET>;
export type WorkloadCluster = Extract<FleetConfig, { role: "workload" }>;
