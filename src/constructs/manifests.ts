import { Release } from "@cdktf/provider-helm/lib/release";
import { type ITerraformDependable, TerraformAsset, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { type After, dependenciesOf, type Ready } from "./addon";
import { installation } from "./helm-release";
import { encodeValues, type HelmValue } from "./helm-values";

/** A Kubernetes object as data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;

    /** @default - the release's namespace, where the object has one */
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };

  /** `spec` and the kind's other fields. */
  readonly [field: string]: HelmValue | undefined;
}

export interface ManifestsProps {
  /** Namespace of Helm's record of the release, and of objects that name none of their own. */
  readonly namespace: string;
  readonly releaseName: string;
  readonly objects: readonly Manifest[];

  /**
   * Things that must be ready first, such as the CRDs of the objects' kinds.
   *
   * @default - nothing
   */
  readonly after?: After;

  /**
   * Seconds for a Job among the objects, which Helm waits for.
   *
   * @default - 30: the release is ready once the API server has its objects
   */
  readonly timeoutSeconds?: number;

  /**
   * Revisions that Helm keeps.
   *
   * @default - those of every other release
   */
  readonly maxHistory?: number;

  /**
   * Lets Terraform remove the release.
   *
   * @default true
   */
  readonly destroyable?: boolean;
}

/** Timeout of a release without workloads. */
const TIMEOUT_SECONDS = 30;

/**
 * Kubernetes objects of any kind, through a small chart of our own that is shipped with the stack.
 *
 * Unlike with `kubernetes_manifest`, a plan needs neither the kinds nor the cluster.
 *
 * @see https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/manifest
 */
export class Manifests extends Release implements Ready {
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ManifestsProps) {
    const { namespace, releaseName, objects, after, timeoutSeconds = TIMEOUT_SECONDS } = props;
    const { maxHistory, destroyable = true } = props;

    super(scope, id, {
      name: releaseName,
      chart: `./${chartOf(TerraformStack.of(scope)).path}`,
      ...installation(namespace, false, timeoutSeconds),
      ...(maxHistory === undefined ? {} : { maxHistory }),
      ...(destroyable ? {} : { lifecycle: { preventDestroy: true } }),
      values: [encodeValues({ objects })],
      dependsOn: dependenciesOf(after),
    });
    this.ready = [this];
  }
}

const CHART = "manifests-chart";

/** One copy of the chart serves all of a stack's releases. */
const chartOf = (stack: TerraformStack): TerraformAsset =>
  (stack.node.tryFindChild(CHART) as TerraformAsset | undefined) ?? newChart(stack);

/** Hash of the chart's files, which the first of thousands of stacks reads. */
let chartHash: string | undefined;

function newChart(stack: TerraformStack): TerraformAsset {
  const asset = new TerraformAsset(stack, CHART, {
    path: `src/constructs/${CHART}`,
    ...(chartHash === undefined ? {} : { assetHash: chartHash }),
  });
  chartHash = asset.assetHash;
  return asset;
}
