import { Release } from "@cdktf/provider-helm/lib/release";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { type After, dependenciesOf, type Ready } from "./addon";
import type { Chart } from "./chart";
import { encodeValues, type HelmValues } from "./helm-values";
import { mirroredRepository, type Registries } from "./registries";

export interface HelmReleaseProps {
  readonly chart: Chart;

  /** Namespace, which must exist: a release creates none. */
  readonly namespace: string;

  /** @default - the chart's name */
  readonly releaseName?: string;

  /** @default - the chart's own values */
  readonly values?: HelmValues;

  /**
   * Values of the environment, which win over `values`.
   *
   * @default - none
   */
  readonly overrides?: HelmValues;

  /**
   * Mirrors that charts come from, by upstream host.
   *
   * @default - upstream itself
   */
  readonly registries?: Registries;

  /**
   * Things that must be ready before Helm installs the chart. Helm removes the chart before them.
   *
   * @default - nothing
   */
  readonly after?: After;

  /**
   * True where an earlier release brings the kinds that the chart carries in its folder `crds`.
   *
   * @default false
   */
  readonly skipCrds?: boolean;

  /**
   * Rolls back a failed upgrade and removes a failed installation, instead of leaving it to look at.
   *
   * @default false
   */
  readonly atomic?: boolean;

  /**
   * False where no node could run its workloads yet. The release is then ready once the API server has its objects.
   *
   * @default true
   */
  readonly waits?: boolean;

  /**
   * Seconds in which the release's workloads must be ready.
   *
   * @default - 360, or 240 where a rollback may follow
   */
  readonly timeoutSeconds?: number;
}

/**
 * A chart installed the way every chart here is installed. It is ready once its workloads are.
 *
 * @throws where the chart's version is not exact
 * @see https://helm.sh/docs/topics/charts/
 */
export class HelmRelease extends Release implements Ready {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: HelmReleaseProps) {
    const { chart, namespace, releaseName = chart.name, values = {}, overrides, atomic = false } = props;

    super(scope, id, {
      name: releaseName,
      repository: mirroredRepository(props.registries, chart.repository),
      chart: chart.name,
      version: exactVersion(chart),
      ...installation(namespace, atomic, props.timeoutSeconds),
      ...(props.waits === false && { wait: false }),
      ...(props.skipCrds === true && { skipCrds: true }),
      values: [encodeValues(values, overrides)],
      dependsOn: dependenciesOf(props.after),
    });
    this.ready = [this];
  }
}

/**
 * Annotation that keeps CRDs when their release goes. Without it all their objects in the cluster would go
 * too.
 */
export const KEEP = { "helm.sh/resource-policy": "keep" } as const;

/**
 * Timeouts. The token of Terraform's sign-in lives for fifteen minutes, and no chain of releases that wait for each
 * other may take longer, even if each needs all of its time. A rollback may take as long as the upgrade it undoes.
 */
const TIMEOUT_SECONDS = 360;
const TIMEOUT_WITH_ROLLBACK_SECONDS = 240;

/** Timeout of a release that other workloads wait for. */
export const TIMEOUT_BEFORE_OTHERS_SECONDS = 240;

/** Options of Helm for every installation and upgrade. */
export const installation = (
  namespace: string,
  atomic: boolean,
  timeoutSeconds = atomic ? TIMEOUT_WITH_ROLLBACK_SECONDS : TIMEOUT_SECONDS,
) => ({
  namespace,
  createNamespace: false,
  upgradeInstall: true,
  atomic,
  cleanupOnFail: atomic,
  wait: true,
  timeout: timeoutSeconds,
  maxHistory: 10,
});

const EXACT = /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/;

function exactVersion({ name, version }: Chart): string {
  if (!EXACT.test(version)) {
    throw new Error(
      `chart ${name}: expected an exact version such as 1.2.3, got "${version}"; pin the one that was tested`,
    );
  }
  return version;
}
