import { NetworkPolicyV1, type NetworkPolicyV1Spec } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { NetworkBlock } from "../constructs/network-peers";
import {
  askForNames,
  DENY_ALL,
  type NetworkPolicyPort,
  type NetworkPolicySettings,
  type NetworkPolicySpec,
  networkPolicySpec,
} from "../constructs/network-policy-spec";

export interface NamespaceNetworkProps {
  readonly namespace: string;

  /** Connections of its pods besides DNS, by the name of the policy that allows them. */
  readonly allows: Readonly<Record<string, NetworkPolicySettings>>;

  /**
   * Addresses that answer queries for names, besides CoreDNS's pods.
   *
   * @default - none
   */
  readonly nameServers?: readonly NetworkBlock[];

  /** Resources that must exist first: the namespace. */
  readonly after: readonly ITerraformDependable[];
}

/**
 * Network policies of a namespace: its pods connect only as a policy allows.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html
 */
export class NamespaceNetwork extends Construct {
  /** Policies, the refusal of all else included. */
  readonly ready: readonly ITerraformDependable[];

  constructor(
    scope: Construct,
    id: string,
    { namespace, allows, nameServers, after }: NamespaceNetworkProps,
  ) {
    super(scope, id);

    const policies = { ...allows, "ask-for-names": askForNames(nameServers) };
    const allowed = Object.entries(policies).map(([name, settings]) =>
      this.policy(name, namespace, settings, after),
    );

    // Last, so that applications that run already are never cut off.
    this.ready = [...allowed, this.policy("deny-all", namespace, DENY_ALL, allowed)];
  }

  private policy(
    name: string,
    namespace: string,
    settings: NetworkPolicySettings,
    after: readonly ITerraformDependable[],
  ): NetworkPolicyV1 {
    return new NetworkPolicyV1(this, name, {
      metadata: { name, namespace },
      spec: asProvider(networkPolicySpec(settings)),
      dependsOn: [...after],
    });
  }
}

/** Ports as text, which the provider takes. */
const asProvider = ({ ingress, egress, ...spec }: NetworkPolicySpec): NetworkPolicyV1Spec => ({
  ...spec,
  ...(ingress && { ingress: ingress.map(({ from, ports }) => ({ from, ...asText(ports) })) }),
  ...(egress && { egress: egress.map(({ to, ports }) => ({ to, ...asText(ports) })) }),
});

const asText = (ports: readonly NetworkPolicyPort[] | undefined) =>
  ports && { ports: ports.map(({ protocol, port }) => ({ protocol, port: String(port) })) };
