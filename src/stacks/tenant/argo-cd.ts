import type { Manifest } from "../../constructs/manifests";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { EKS_ARGO_CD_NAMESPACE, PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { KindConfig, Tenant } from "../../settings/products/products";
import { routeKinds } from "../cluster-services/gateway";
import { COMMON_KINDS } from "../../settings/namespaces/argo-kinds";
import { clusterArn } from "../cluster-arn";
import { kindsOfCapabilities } from "./self-service";

const API = "argoproj.io/v1alpha1";

/** Address by which Argo CD knows its own cluster. */
const HERE = "https://kubernetes.default.svc";

/** Folder of a repository that says nothing else. */
export const FOLDER = "deploy";

/** Argo CD as an Application sees it. */
interface ArgoCdPlace {
  /** Address of the cluster. */
  readonly server: string;

  /** Namespace of Argo CD's own objects. */
  readonly own: string;

  /** Namespaces of the Applications of a project, where it must say so. */
  readonly sourceNamespaces?: readonly string[];

  /** Kinds of objects that an Application may have. */
  readonly kinds: readonly KindConfig[];
}

/**
 * Place of the Argo CD that delivers to a cluster. EKS's knows clusters by their ARNs, and has the rights of EKS's own policy, which
 * has no kinds but those of Kubernetes.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-comparison.html
 */
export const argoCdPlace = (tenant: Tenant, environment: ClusterEnvironment): ArgoCdPlace =>
  environment.cluster.gitops === "eks-argo-cd"
    ? {
        server: clusterArn(environment),
        own: EKS_ARGO_CD_NAMESPACE,
        sourceNamespaces: [EKS_ARGO_CD_NAMESPACE],
        kinds: COMMON_KINDS.filter(({ group }) => group !== "monitoring.coreos.com"),
      }
    : {
        server: HERE,
        own: PLATFORM_NAMESPACES.services,
        kinds: [...COMMON_KINDS, ...routeKinds(environment), ...kindsOfCapabilities(tenant, environment)],
      };

/**
 * Project and Application of a namespace that Argo CD deploys to: one repository, one namespace, no object outside it.
 */
export function argoCdOf(
  { namespace, settings: { deploy }, live }: Tenant,
  { server, own, sourceNamespaces, kinds }: ArgoCdPlace,
): Manifest[] {
  if (deploy?.mode !== "gitops") {
    return [];
  }
  const name = `tenant-${namespace}`;
  const metadata = { name, namespace: own };
  const repository = `https://github.com/${deploy.repository}`;
  return [
    {
      apiVersion: API,
      kind: "AppProject",
      metadata,
      spec: {
        sourceRepos: [repository],
        destinations: [{ server, namespace }],
        clusterResourceBlacklist: [{ group: "*", kind: "*" }],
        ...(sourceNamespaces && { sourceNamespaces }),
        namespaceResourceWhitelist: kinds.map(({ group, kind }) => ({ group, kind })),
      },
    },
    {
      apiVersion: API,
      kind: "Application",
      metadata,
      spec: {
        project: name,
        source: {
          repoURL: repository,
          path: deploy.path ?? FOLDER,
          targetRevision: deploy.branches?.[0] ?? "HEAD",
        },
        destination: { server, namespace },
        syncPolicy: {
          syncOptions: ["CreateNamespace=false", "ServerSideApply=true"],
          // A person starts each deployment to a live namespace.
          ...(live ? {} : { automated: { prune: true, selfHeal: true } }),
        },
      },
    },
  ];
}
