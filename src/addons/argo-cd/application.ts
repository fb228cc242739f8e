import type { Manifest } from "../../constructs/manifests";

/** The application whose chart makes every other application. */
export interface BootstrapApplication {
  readonly name: string;

  /** Project it belongs to. An engineer who may change its repository may change everything. */
  readonly project: string;

  /** Address of the Git repository. */
  readonly repository: string;

  /** A branch, or a commit. */
  readonly revision: string;

  /** The chart's folder in the repository. */
  readonly path: string;

  /** The chart's values for this environment, relative to its folder. */
  readonly valuesFile: string;
}

/** The cluster that Argo CD runs in. */
export const THIS_CLUSTER = "https://kubernetes.default.svc";

/**
 * The Application that makes all others, removes those that are gone from Git and undoes what people change by hand.
 *
 * It has no finalizer: should it ever be deleted, applications keep running.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/cluster-bootstrapping/
 */
export const argoCdApplication = (
  { name, project, repository, revision, path, valuesFile }: BootstrapApplication,
  namespace: string,
): Manifest => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "Application",
  metadata: { name, namespace },
  spec: {
    project,
    source: { repoURL: repository, targetRevision: revision, path, helm: { valueFiles: [valuesFile] } },
    destination: { server: THIS_CLUSTER, namespace },
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      syncOptions: ["ServerSideApply=true", "PruneLast=true"],
      retry: { limit: 5, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
    },
  },
});
