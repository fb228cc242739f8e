import { hasCiliumAlone } from "../../settings/cluster/pod-network";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";

/** Service account of the operator, which alone calls AWS. */
export const OPERATOR_ACCOUNT = "cilium-operator";

/** Roles of the add-on: behind the VPC CNI it calls nothing. */
export const ownedRoles = ({ cluster }: ClusterEnvironmentConfig): string[] =>
  hasCiliumAlone(cluster) ? [OPERATOR_ACCOUNT] : [];
