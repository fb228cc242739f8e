import type { Manifest } from "../../constructs/manifests";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import type { KindConfig, Tenant } from "../../settings/products/products";
import { COMMON_KINDS } from "../../settings/namespaces/argo-kinds";

const API = "argoproj.io/v1alpha1";

/** Address by which Argo CD knows its own cluster. */
const HERE = "https://kubernetes.default.svc";

/** Folder of a repository that says nothing else. */
export const FOLDER = "deploy";

/**
 * Project and Application of a namespace that Argo CD deploys to: one repository, one namespace, no object outside it.
 *
 * @param kinds - kinds of objects besides those of every application
 */
export function argoCdOf(
  { namespace, settings: { deploy }, live }: Tenant,
  kinds: readonly KindConfig[],
): Manifest[] {
  if (deploy?.mode !== "gitops") {
    return [];
  }
  const name = `tenant-${namespace}`;
  const metadata = { name, namespace: PLATFORM_NAMESPACES.services };
  const repository = `https://github.com/${deploy.repository}`;
  return [
    {
      apiVersion: API,
      kind: "AppProject",
      metadata,
      spec: {
        sourceRepos: [repository],
        destinations: [{ server: HERE, namespace }],
        clusterResourceBlacklist: [{ group: "*", kind: "*" }],
        namespaceResourceWhitelist: [...COMMON_KINDS, ...kinds].map(({ group, kind }) => ({ group, kind })),
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
        destination: { server: HERE, namespace },
        syncPolicy: {
          syncOptions: ["CreateNamespace=false", "ServerSideApply=true"],
          // A person starts each deployment to a live namespace.
          ...(live ? {} : { automated: { prune: true, selfHeal: true } }),
        },
      },
    },
  ];
}
