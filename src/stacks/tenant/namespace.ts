import type { Manifest } from "../../constructs/manifests";
import { NO_SYSTEM_PRIORITIES, SYSTEM_PRIORITIES } from "../../constructs/system-priorities";
import { mebibytes, millicpus } from "../../access/quantities";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  ofApplications,
  PLATFORM_NAMESPACES,
  productKeys,
  verifiedImages,
} from "../../settings/namespaces/namespaces";
import { namespaceOwner } from "../../settings/products/namespace-owner";
import type { Tenant } from "../../settings/products/products";
import { selfServiceAnnotations } from "./self-service";

/** Level of Pod Security of every namespace without an exception. */
const RESTRICTED = "restricted";

/** Namespace of a tenant: its owner, and the level that its pods are held to. */
export function namespaceOf(tenant: Tenant, environment: ClusterEnvironment): Manifest {
  const { namespace, settings, product, environmentName } = tenant;
  const { publicDomain } = environment.organisation;
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: namespace,
      labels: {
        "app.kubernetes.io/managed-by": "Terraform",
        "pod-security.kubernetes.io/enforce": settings.podSecurity?.level ?? RESTRICTED,
        "pod-security.kubernetes.io/audit": RESTRICTED,
        "pod-security.kubernetes.io/warn": RESTRICTED,
        ...(settings.deploy?.mode === "gitops" && environment.cluster.gitops === "argo-cd"
          ? { "argocd.argoproj.io/managed-by": PLATFORM_NAMESPACES.services }
          : {}),
        ...ofApplications(environment.organisation),
        ...verifiedImages(environment.organisation),
        [`${publicDomain}/team`]: product.owner.team,
        [productKeys(environment.organisation).product]: product.product,
        [`${publicDomain}/product-environment`]: environmentName,
      },
      annotations: {
        ...annotationsOf(tenant, publicDomain),
        ...hostsOf(tenant, environment),
        ...selfServiceAnnotations(tenant, environment),
      },
    },
  };
}

function annotationsOf({ product, settings }: Tenant, domain: string): Record<string, string> {
  const { email, channel, source, runbook } = namespaceOwner(product);
  return {
    [`${domain}/email`]: email,
    ...(channel === undefined ? {} : { [`${domain}/channel`]: channel }),
    [`${domain}/source`]: source,
    ...(runbook === undefined ? {} : { [`${domain}/runbook`]: runbook }),
    ...(settings.sandbox ? { [`${domain}/review-on`]: settings.sandbox.reviewOn } : {}),
    // Helm leaves the namespace where it is when its release goes.
    ...(isProtected(settings) ? { "helm.sh/resource-policy": "keep" } : {}),
  };
}

/** Hosts that the policy declared-ingress-hosts lets the namespace answer for. */
const hostsOf = ({ settings: { ingress = [] } }: Tenant, { organisation }: ClusterEnvironment) =>
  ingress.length === 0
    ? {}
    : { [productKeys(organisation).hosts]: ingress.map(({ host }) => host).join(",") };

/** True unless the file says why the namespace may go. */
export const isProtected = ({ protection = true }: Tenant["settings"]): boolean => protection === true;

/** Room of a namespace whose file says nothing. */
const ROOM = { pods: 50, cpus: 16, memoryGib: 64, storageGib: 50 };

/** Requests and limits of containers that set none, and the most memory that one may have, in MiB. */
const CONTAINER = { millicpus: 50, requestMib: 128, limitMib: 1_024, maximumMib: 16_384 };

/** Quota of a namespace, and the bounds of its containers. */
export function limitsOf({ namespace, settings: { limits = {} } }: Tenant): Manifest[] {
  const room = { ...ROOM, ...limits };
  return [
    {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "quota", namespace },
      spec: {
        hard: {
          "requests.cpu": String(room.cpus),
          "requests.memory": `${room.memoryGib}Gi`,
          "requests.storage": `${room.storageGib}Gi`,
          pods: String(room.pods),
          "services.loadbalancers": "0",
          "services.nodeports": "0",
        },
      },
    },
    {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: SYSTEM_PRIORITIES, namespace },
      spec: NO_SYSTEM_PRIORITIES,
    },
    {
      apiVersion: "v1",
      kind: "LimitRange",
      metadata: { name: "containers", namespace },
      spec: {
        limits: [
          {
            type: "Container",
            default: { memory: mebibytes(CONTAINER.limitMib) },
            defaultRequest: { cpu: millicpus(CONTAINER.millicpus), memory: mebibytes(CONTAINER.requestMib) },
            max: { memory: mebibytes(CONTAINER.maximumMib) },
          },
        ],
      },
    },
  ];
}
