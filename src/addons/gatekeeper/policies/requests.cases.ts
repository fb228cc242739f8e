import type { Manifest } from "../../../constructs/manifests";
import type { AdmissionReview } from "./policy.cases";

/** Account of Argo CD in the cases. */
export const ARGO_CD = "system:serviceaccount:cluster-services:argocd-application-controller";

/** Request of Kubernetes about an object that a user makes. */
export function askedBy(username: string, kind: string, resource: string, object: Manifest): AdmissionReview {
  const [group, version] = object.apiVersion.includes("/")
    ? object.apiVersion.split("/")
    : ["", object.apiVersion];
  const { name, namespace } = object.metadata;
  return {
    apiVersion: "admission.k8s.io/v1",
    kind: "AdmissionReview",
    request: {
      uid: "00000000-0000-4000-8000-000000000000",
      kind: { group, version, kind },
      resource: { group, version, resource },
      name,
      ...(namespace !== undefined && { namespace }),
      operation: "CREATE",
      userInfo: { username },
      object,
    },
  };
}
