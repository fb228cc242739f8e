import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";

const reader = exactObject({
  /** Namespace of its pods. Their service account is `<name>-assumer`, which the platform makes. */
  namespace: z.string(),

  /** Namespaces of applications whose pods and Deployments it reads. */
  reads: listOf(z.string()),

  /**
   * Reads the Applications of Argo CD as well, with the values that charts are given.
   *
   * @default false
   */
  readsApplications: z.boolean().default(false),

  /**
   * Environment whose pods read the clusters of all environments; those of others read their own.
   *
   * @default - each environment's pods read its own cluster
   */
  readsAllFrom: z.string().optional(),
});

/** Applications that read what runs in clusters, by name. */
export const CLUSTER_READERS = namedValues(reader);

export type ClusterReaderConfig = z.output<typeof reader>;
