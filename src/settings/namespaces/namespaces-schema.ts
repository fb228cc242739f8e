import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const number = z.number();

const quota = exactObject({
  /** CPUs that pods request together. */
  cpus: number,

  /** Memory that pods request together, in GiB. */
  memoryGib: number,
  pods: number,

  /** Disks that pods claim together, in GiB. */
  storageGib: number,
});

/** Namespaces that teams' applications live in, by name. */
export const APPLICATION_NAMESPACES = namedValues(
  exactObject({
    /**
     * Room for all pods of the namespace. A cluster may give it more or less.
     *
     * @default - the room of an application or two
     */
    quota: quota.optional(),

    /**
     * TCP ports of the databases and caches that its pods call, by the purpose of the private subnets that these are
     * in: `rds` for `rds_a`, `rds_b` and so on. A name without a purpose stands for itself.
     *
     * @default - its pods call no database
     */
    databases: namedValues(listOf(number)).optional(),

    /**
     * TCP ports at which pods of other namespaces of applications call its pods, by the callers' namespace. Ports are
     * those of the pods, not of Services.
     *
     * @default - no other namespace calls them
     */
    callers: namedValues(listOf(number)).optional(),

    /**
     * Labels of its pods that call the Kubernetes API, by a name of your own. Their service accounts' Roles say what they
     * may do there; all other pods of the namespace cannot reach it.
     *
     * @default - none of its pods calls the API
     */
    callsKubernetesApi: namedValues(namedValues(z.string())).optional(),

    /**
     * Holds a new pod back from being Ready until its load balancer sends it traffic.
     *
     * @default true
     */
    podReadinessGate: z.boolean().optional(),
  }),
);

/** Namespaces by name, each with what differs from other namespaces. */
export type ApplicationNamespaces = z.infer<typeof APPLICATION_NAMESPACES>;

/** Room for all pods of a namespace. */
export type NamespaceQuotaConfig = z.infer<typeof quota>;
