import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Cilium, type CiliumProps } from "../../../src/addons/cilium/cilium";
import { CiliumMonitors } from "../../../src/addons/cilium/monitors";
import { cluster } from "../../support/fixtures";
import { Terraform, valuesOf } from "../../support/terraform";

const addresses: CiliumProps["addresses"] = {
  accountId: "123456789012",
  subnetIds: ["subnet-a", "subnet-b"],
  vpcCidrs: ["10.1.0.0/16", "100.64.0.0/16"],
  podsReachMetadata: false,
  tags: { environment: "test" },
};

const ciliumWith = (props: Partial<CiliumProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Cilium(scope, "cilium", {
        cluster,
        namespace: "kube-system",
        replicas: 2,
        addresses,
        podsStartOpen: false,
        hubble: "relay",
        ...props,
      }),
  );
const valuesWith = (props?: Partial<CiliumProps>) => valuesOf(ciliumWith(props).only(Release));
const alone = ciliumWith();
const values = valuesOf(alone.only(Release));

describe("cilium that gives pods their addresses", () => {
  it("takes the place of kube-proxy, so it calls the API at the cluster's own endpoint", () => {
    expect(values.kubeProxyReplacement).toBe(true);
    expect(values.k8sServiceHost).toMatch(/^\$\{local\.cilium_api-host/);
    expect(values.k8sServicePort).toBe(443);
  });

  it("takes addresses from the subnets of pods alone, in whole prefixes", () => {
    expect(values.ipam).toEqual({ mode: "eni" });
    expect(values.eni).toMatchObject({
      enabled: true,
      awsEnablePrefixDelegation: true,
      nodeSpec: { firstInterfaceIndex: 1, subnetIDs: ["subnet-a", "subnet-b"] },
    });
  });

  it("lets pods leave the VPC from the address of their node, since their subnets have no way out", () => {
    expect(values.enableIPv4Masquerade).toBe(true);
    expect(values.bpf.masquerade).toBe(true);
    expect(values.ipMasqAgent.config).toEqual({
      nonMasqueradeCIDRs: ["10.1.0.0/16", "100.64.0.0/16"],
      masqLinkLocal: false,
    });
  });

  it("waits for no pod, since no node is Ready before it", () => {
    expect(alone.only(Release).wait).toBe(false);
  });

  it("runs its operator on nodes whatever their taints, since drivers wait for the addresses that it gives", () => {
    expect(values.operator.tolerations).toEqual([{ operator: "Exists" }]);
  });

  it("gives its operator a role by Pod Identity whatever the cluster's own choice", () => {
    expect(alone.only(EksPodIdentityAssociation)).toMatchObject({
      namespace: "kube-system",
      service_account: "cilium-operator",
    });
  });

  it("changes network interfaces with the cluster's tag, and no others", () => {
    const statements = JSON.parse(alone.only(IamRolePolicy).policy as string).Statement as {
      readonly Action: readonly string[];
      readonly Condition?: object;
    }[];
    const writing = statements.filter(({ Action }) => !Action.every((action) => /:Describe/.test(action)));

    expect(writing.length).toBeGreaterThan(0);
    for (const { Condition } of writing) {
      expect(JSON.stringify(Condition)).toMatch(/kubernetes\.io\/cluster\/govuk|vpc\/vpc-1/);
    }
    expect(values.eni.eniTags).toEqual({ environment: "test", "kubernetes.io/cluster/govuk": "owned" });
    expect(values.eni.gcTags["kubernetes.io/cluster/govuk"]).toBe("owned");
  });
});

describe("cilium behind the VPC CNI", () => {
  const chained = ciliumWith({ addresses: false });

  it("calls nothing of AWS, and leaves addresses and Services to others", () => {
    const { cni, enableIPv4Masquerade, eni, kubeProxyReplacement } = valuesOf(chained.only(Release));

    expect(cni).toEqual({ chainingMode: "aws-cni", exclusive: false });
    expect(enableIPv4Masquerade).toBe(false);
    expect([eni, kubeProxyReplacement]).toEqual([undefined, undefined]);
    expect(chained.all(IamRolePolicy)).toEqual([]);
  });
});

describe("cilium", () => {
  it("gives a pod that no policy selects no connection, unless pods start open", () => {
    expect(values.policyEnforcementMode).toBe("always");
    expect(valuesWith({ podsStartOpen: true }).policyEnforcementMode).toBe("default");
  });

  it("lets policies name nodes by the ranges of their subnets, as those of the VPC CNI do", () => {
    expect(values.policyCIDRMatchMode).toEqual(["nodes"]);
  });

  it.each([
    ["metrics", false, false],
    ["relay", true, false],
    ["ui", true, true],
  ] as const)("shows flows by %s", (hubble, relay, ui) => {
    const { hubble: of } = valuesWith({ hubble });

    expect([of.relay.enabled, of.ui.enabled]).toEqual([relay, ui]);
    expect(of.metrics.enabled).toContain("drop");
  });

  it("has certificates of Hubble renewed, which the chart itself would make for a year", () => {
    expect(values.hubble.tls.auto.method).toBe("cronJob");
  });

  it("comes from a mirror where there is one", () => {
    const { image, operator, hubble, certgen } = valuesWith({
      hubble: "ui",
      registries: { "quay.io": "mirror.example/quay" },
    });
    const repositories = [
      image,
      operator.image,
      hubble.relay.image,
      hubble.ui.backend.image,
      hubble.ui.frontend.image,
      certgen.image,
    ].map(({ repository }) => repository as string);

    expect(repositories.filter((one) => !one.startsWith("mirror.example/quay/cilium/"))).toEqual([]);
  });
});

describe("what comes with the platform's other add-ons", () => {
  const monitors = Terraform.of(
    (scope) => new CiliumMonitors(scope, "monitors", { namespace: "kube-system", hubble: "ui", after: [] }),
  );

  it("reads the metrics of agents, of their flows and of the operator", () => {
    const { objects } = valuesOf(monitors.only(Release));

    expect(
      objects.map(
        ({ metadata, spec }: { metadata: { name: string }; spec: { podMetricsEndpoints: object } }) => [
          metadata.name,
          spec.podMetricsEndpoints,
        ],
      ),
    ).toEqual([
      ["cilium-agent", [{ port: "prometheus" }, { port: "hubble-metrics" }]],
      ["cilium-operator", [{ port: "prometheus" }]],
    ]);
  });
});
