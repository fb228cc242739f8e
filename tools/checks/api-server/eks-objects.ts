import type { ClusterConfig } from "../../../src/settings/cluster/cluster";
import { EKS_ARGO_CD_NAMESPACE } from "../../../src/settings/namespaces/namespaces";
import type { TriedObject } from "./tried-object";

/** Objects that EKS itself makes in a cluster, without which those of stacks would have no place. */
export const eksObjects = ({ eksCapabilities }: Pick<ClusterConfig, "eksCapabilities">): TriedObject[] =>
  eksCapabilities.argoCd === false
    ? []
    : [
        {
          place: "eksCapabilities.argoCd",
          object: { apiVersion: "v1", kind: "Namespace", metadata: { name: EKS_ARGO_CD_NAMESPACE } },
          isCompared: false,
        },
      ];
