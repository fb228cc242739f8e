import { Construct } from "constructs";
import type { Addon, AddonProps } from "../../constructs/addon";
import { pinned } from "../../constructs/chart";
import { DisruptionBudgets } from "../../constructs/disruption-budgets";
import { externalSecret } from "../../constructs/external-secret";
import { HelmRelease, TIMEOUT_BEFORE_OTHERS_SECONDS } from "../../constructs/helm-release";
import { type Manifest, Manifests } from "../../constructs/manifests";
import { inNamespace, type PlacedPeer } from "../../constructs/network-peers";
import { CHART } from "./chart";
import { deliveredTo, deliveryOf, deployerAccount, type Source } from "./delivery";
import { type Instance, PLATFORM_ONLY, REPLICATED_PODS, valuesOf } from "./instance";
import { fluxNetwork } from "./network";
import { checksOf, DEPLOYER, everyRight, PLATFORM_DEPLOYER, type Right, rightsOf } from "./rights";

export interface FluxProps extends AddonProps {
  /** Namespace of the customers' instance. That of the platform's is `namespace`. */
  readonly customersNamespace: string;

  /** Source of the platform's own objects, with the path of its credentials in Secrets Manager; `false` for none. */
  readonly platform: (Omit<Source, "secretName"> & { readonly credentialsPath?: string | undefined }) | false;

  /** Sources of the customers' objects, by the namespace that they are applied to. */
  readonly customers: Readonly<Record<string, Source>>;

  /** Rights in a namespace of those who deploy to it. */
  readonly deploys: readonly Right[];
}

/**
 * Keeps what runs in the cluster the same as what Git says, by two instances: the platform's, which reads the objects of its
 * own namespace, and the customers', which acts in namespaces of applications alone. Both act by impersonation.
 *
 * @see https://fluxcd.io/flux/
 */
export class Flux extends Construct implements Addon {
  readonly ready: Addon["ready"];
  readonly peers: readonly PlacedPeer[];

  constructor(scope: Construct, id: string, props: FluxProps) {
    super(scope, id);
    const { namespace, customersNamespace, platform, customers, after = [] } = props;

    const rights = new Manifests(this, "rights", {
      namespace,
      releaseName: "flux-rights",
      objects: [
        ...rightsOf(namespace, customersNamespace, props.deploys),
        ...checksOf({ [releaseOf("platform")]: namespace, [releaseOf("customers")]: customersNamespace }),
        ...(platform ? [everyRight(namespace)] : []),
      ],
    });
    const ofPlatform = this.instance(props, "platform", {
      namespace,
      deployer: PLATFORM_DEPLOYER,
      everywhere: false,
      after: [rights, ...after],
    });
    const ofCustomers = this.instance(props, "customers", {
      namespace: customersNamespace,
      deployer: DEPLOYER,
      everywhere: true,
      // Its kinds come with the other one. In a row, both would outlive the token that Terraform signs in with.
      after: [rights, ...after],
    });
    this.peers = [
      ...inNamespace(namespace, fluxNetwork(releaseOf("platform")), props.egress),
      ...inNamespace(customersNamespace, fluxNetwork(releaseOf("customers")), props.egress),
    ];
    const objects = [
      ...(platform ? ofThePlatform(platform, namespace) : []),
      ...Object.entries(customers).flatMap(([name, source]) => deliveredTo(name, customersNamespace, source)),
    ];
    this.ready =
      objects.length === 0
        ? [...ofPlatform.ready, ...ofCustomers.ready]
        : new Manifests(this, "sources", {
            namespace,
            releaseName: "flux-sources",
            objects,
            // Terraform destroys them first, while the instances are there to take them apart.
            after: [ofPlatform, ofCustomers],
          }).ready;
  }

  private instance(
    { chartVersions, registries, replicas, values }: FluxProps,
    id: Name,
    {
      after,
      ...instance
    }: Pick<Instance, "namespace" | "deployer" | "everywhere"> & Pick<AddonProps, "after">,
  ): HelmRelease {
    new DisruptionBudgets(this, `${id}-disruption-budgets`, {
      namespace: instance.namespace,
      addon: releaseOf(id),
      replicas,
      pods: REPLICATED_PODS,
    });
    return new HelmRelease(this, id, {
      chart: pinned(CHART, chartVersions),
      releaseName: releaseOf(id),
      namespace: instance.namespace,
      values: valuesOf({ ...instance, replicas, registries }),
      overrides: values,
      registries,
      timeoutSeconds: TIMEOUT_BEFORE_OTHERS_SECONDS,
      after: after ?? [],
    });
  }
}

type Name = "platform" | "customers";

const releaseOf = (name: Name): string => `flux-${name}`;

/** Name of the platform's source and of what is applied of it, and of the copy of its credentials. */
const NAME = "platform";
const CREDENTIALS = "flux-platform-credentials";

/** Source of the platform's own objects, and the service account that applies them. */
const ofThePlatform = (
  { credentialsPath, ...source }: Exclude<FluxProps["platform"], false>,
  namespace: string,
): Manifest[] => [
  deployerAccount(PLATFORM_DEPLOYER, namespace),
  ...(credentialsPath === undefined
    ? []
    : [externalSecret({ path: credentialsPath, name: CREDENTIALS, namespace })]),
  ...deliveryOf({
    ...source,
    secretName: credentialsPath === undefined ? undefined : CREDENTIALS,
    name: NAME,
    namespace,
    deployer: PLATFORM_DEPLOYER,
    labels: PLATFORM_ONLY,
    target: undefined,
  }),
];
