import type { HelmValues } from "../../constructs/helm-values";
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

  /** Namespace of objects that the chart makes without one. */
  readonly namespace: string;

  /** Files with the chart's values, relative to its folder; later ones win. */
  readonly valuesFiles: readonly string[];

  /**
   * Values that win over those files.
   *
   * @default - none
   */
  readonly values?: HelmValues;

  /**
   * Repository of its own that says which image each application runs.
   *
   * @default - the chart has files that say so
   */
  readonly tags?: {
    readonly repository: string;
    readonly revision: string;

    /** Files with values of the chart. Those that are not there yet are left out. */
    readonly files: readonly string[];
  };
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
  { name, project, tags, namespace: target, ...chart }: BootstrapApplication,
  namespace: string,
): Manifest => ({
  apiVersion: "argoproj.io/v1alpha1",
  kind: "Application",
  metadata: { name, namespace },
  spec: {
    project,
    ...(tags ? { sources: chartWithTags(chart, tags) } : { source: chartAlone(chart) }),
    destination: { server: THIS_CLUSTER, namespace: target },
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      syncOptions: ["ServerSideApply=true", "PruneLast=true"],
      retry: { limit: 5, backoff: { duration: "10s", factor: 2, maxDuration: "5m" } },
    },
  },
});

type Chart = Pick<BootstrapApplication, "repository" | "revision" | "path" | "valuesFiles" | "values">;

const chartAlone = ({ repository, revision, path, valuesFiles, values }: Chart) => ({
  repoURL: repository,
  targetRevision: revision,
  path,
  helm: { valueFiles: valuesFiles, ...(values !== undefined && { valuesObject: values }) },
});

/**
 * The chart with values from a second repository.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/multiple_sources/#helm-value-files-from-external-git-repository
 */
const chartWithTags = (chart: Chart, tags: NonNullable<BootstrapApplication["tags"]>) => [
  {
    ...chartAlone(chart),
    helm: {
      ...chartAlone(chart).helm,
      valueFiles: [...chart.valuesFiles, ...tags.files.map((file) => `$tags/${file}`)],
      ignoreMissingValueFiles: true,
    },
  },
  { repoURL: tags.repository, targetRevision: tags.revision, ref: "tags" },
];
