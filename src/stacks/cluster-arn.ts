import type { ClusterEnvironment } from "../settings/environment/environment";
import { accountOf } from "../settings/organisation/environment-names";

/** ARN of a cluster, known without its state. */
export const clusterArn = (environment: ClusterEnvironment): string =>
  `arn:aws:eks:${environment.region}:${accountOf(environment)}:cluster/${environment.cluster.name}`;
