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

/** Receiver of alerts by e-mail, which PagerDuty and others take at an address of their own. */
const RECEIVER = exactObject({
  /** Name of the secret with the address, in the account and region of the management cluster. */
  emailSecret: text,
});

/** Metrics of a management cluster and of its workload clusters in one place, and the alerts about them. */
const OBSERVABILITY = exactObject({
  /**
   * Id of the workspace of Amazon Managed Service for Prometheus, as output `metrics_workspace_id` of cluster-infrastructure
   * has it once the workspace is there: `ws-…`.
   *
   * @default - not there yet, and no workload cluster sends anything
   */
  workspace: text.optional(),

  /**
   * ARNs of the sinks by which the management cluster's account reads logs of workload clusters, by region, as output
   * `log_sink_arns` of cluster-infrastructure has them.
   *
   * @default - none yet, and no workload cluster shares its logs
   */
  logSinks: z.record(text, text).optional(),

  /** Receivers of pages, by organisation. The platform's `alarmEmailSecret` receives every alert. */
  receivers: z.record(text, RECEIVER),
});

/** Part that a cluster plays in the fleet. */
export const FLEET = z.union([
  exactObject({
    role: z.literal("management"),
    place: PLACE,

    /** @default false */
    observability: z.union([z.literal(false), OBSERVABILITY]).optional(),
  }),
  exactObject({
    role: z.literal("workload"),
    place: PLACE,

    /** Organisation that the cluster is for, one of `organisation.organisations`. */
    organisation: text,

    /** Management cluster whose Argo CD deploys to it, as `<environment>` or `<environment>-<cluster>`. */
    hub: text,

    /**
     * Sends its metrics and alerts to the workspace of its hub, where its silence pages.
     *
     * @default false
     */
    reports: z.boolean().optional(),

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
export type FleetObservability = z.output<typeof OBSERVABILITY>;
