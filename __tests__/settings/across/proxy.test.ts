import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { proxyExceptions } from "../../../src/settings/across/proxy-exceptions";
import { THROUGH_THE_PROXY } from "../../../src/settings/across/proxy";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { nodeUserDataText } from "../../../src/infrastructure/node-user-data";
import { CHARTS_THROUGH_THE_PROXY } from "../../../src/stacks/cluster-services/proxy";
import { environment, problemsWith } from "../../support/environments";
import { freightPlatform } from "../../support/cloud-posse";
import { clusterServicesWith } from "../../support/stacks";
import { type Block, valuesOf } from "../../support/terraform";

const proxy = { url: "http://proxy.example.org:3128", cidrs: ["10.99.0.0/28"] };
const at = "production clusters.govuk";
const problemsOf = (cluster: Partial<ClusterSettings>) => problemsWith({ cluster: { proxy, ...cluster } });
const pools = { nodePools: { arm: { limits: { cpu: 4, memoryGib: 8 } } } };

const services = () => clusterServicesWith({ cluster: { proxy } });
const values = (release: string): Block => valuesOf(services().named(Release)[release]!);
const variables = (list: unknown): string[] => (list as Block[]).map(({ name }) => name as string);

describe("a proxy of a cluster", () => {
  it("has an address with a port, and ranges", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ proxy: { url: "http://user@proxy.example.org:3128", cidrs: [] } })).toEqual([
      `${at}.proxy.url: expected an address such as "http://proxy.example.org:3128", with its port and without a user, got "http://user@proxy.example.org:3128"; a proxy that asks who comes would have its password in the data of every node`,
      `${at}.proxy.cidrs: expected the ranges in which it answers, got none; write its subnets: network policies know addresses, not names`,
    ]);
    expect(problemsOf({ proxy: { ...proxy, cidrs: ["10.99.0.1/28"] } })[0]).toContain(`${at}.proxy.cidrs[0]`);
  });

  it("has exceptions that programs understand", () => {
    expect(problemsOf({ proxy: { ...proxy, except: ["*.example.org"] } })).toEqual([
      `${at}.proxy.except[0]: expected a host, a domain such as ".example.org" or a range, got "*.example.org"; write it without a * and without a port`,
    ]);
  });

  it("is refused with Karpenter on Fargate, which pulls images past it", () => {
    expect(
      problemsOf({ nodeGroups: {}, compute: { kind: "karpenter", controller: "fargate", ...pools } }),
    ).toContain(
      `${at}.compute.controller: expected "node-groups" with a proxy, got "fargate"; change it: Fargate pulls images past every proxy`,
    );
  });

  it("is refused with EKS's own pools of Auto Mode, whose class has none", () => {
    expect(
      problemsOf({
        nodeGroups: {},
        compute: { kind: "auto", builtInPools: ["system"] },
        podsStartOpen: { reason: "Its pools are EKS's own." },
      }),
    ).toContain(
      `${at}.compute.builtInPools: expected none with a proxy, got "system"; write nodePools of your own: the class of EKS's pools has no proxy`,
    );
  });

  it("is refused in Auto Mode with more exceptions than its class takes", () => {
    const except = Array.from({ length: 60 }, (_, index) => `host-${index}.example.org`);

    expect(
      problemsOf({ nodeGroups: {}, proxy: { ...proxy, except }, compute: { kind: "auto", ...pools } }),
    ).toContainEqual(
      expect.stringContaining(`${at}.proxy.except: expected 50 exceptions at most in Auto Mode`),
    );
  });

  it("is refused beside Bottlerocket's own settings of one", () => {
    expect(
      problemsOf({
        nodeGroups: {
          "arm-green": {
            amiType: "BOTTLEROCKET_ARM_64",
            releaseVersion: { reason: "It lives for as long as a test." },
            userData: { toml: '[settings.network]\nhttps-proxy = "http://other:1"\n' },
          },
        },
      }),
    ).toContain(
      `${at}.nodeGroups.arm-green.userData.toml: expected no [settings.network], since the cluster's proxy writes it, got one; write the proxy in proxy of the cluster alone`,
    );
  });

  it("lets a cluster without NAT do with the endpoints of what knows no proxy", () => {
    const others = problemsWith({ cluster: { proxy, nat: "none" } }).filter((text) =>
      text.includes("endpoints"),
    );

    expect(others.map((text) => /expected ([\w-]+)/.exec(text)![1]).sort()).toEqual([
      "ec2",
      "eks-auth",
      "networkflowmonitorreports",
      "sns",
    ]);
  });
});

describe("exceptions from a proxy", () => {
  const exceptions = (settings: Partial<ClusterSettings> = {}) =>
    proxyExceptions(environment({ cluster: { proxy, ...settings } }).clusters[0]!);

  it("are the VPC, Services, the API, and a machine's own services", () => {
    expect(exceptions()).toEqual(
      expect.arrayContaining([
        "10.13.0.0/16",
        "172.20.0.0/16",
        ".svc",
        ".eks.amazonaws.com",
        "169.254.0.0/16",
      ]),
    );
  });

  it("are the names of services that have an endpoint in the VPC, and of no others", () => {
    expect(exceptions()).toEqual(
      expect.arrayContaining([
        "api.ecr.eu-west-1.amazonaws.com",
        ".dkr.ecr.eu-west-1.amazonaws.com",
        ".s3.eu-west-1.amazonaws.com",
        "secretsmanager.eu-west-1.amazonaws.com",
      ]),
    );
    expect(exceptions()).not.toContain("sts.eu-west-1.amazonaws.com");
  });

  it("are those that the author names", () => {
    expect(exceptions({ proxy: { ...proxy, except: [".example.org"] } })).toContain(".example.org");
  });
});

describe("what knows the proxy", () => {
  it("is every chart of the add-ons that the rules let through it", () => {
    const charts = THROUGH_THE_PROXY.map((name) => ADDON_CHARTS[name as keyof typeof ADDON_CHARTS]!.name);

    expect([...CHARTS_THROUGH_THE_PROXY].sort()).toEqual([...charts].sort());
  });

  it("is a chart by its map, its list or its own words, beside the variables that it has", () => {
    expect(values("aws-load-balancer-controller_release").env).toMatchObject({
      HTTPS_PROXY: "http://proxy.example.org:3128",
    });
    expect(variables(values("external-dns_release").env)).toEqual([
      "AWS_DEFAULT_REGION",
      "HTTP_PROXY",
      "HTTPS_PROXY",
      "NO_PROXY",
    ]);
    expect(values("aws-ebs-csi-driver_release").proxy.http_proxy).toBe("http://proxy.example.org:3128");
  });

  it("is no chart that calls nothing outside, and none in a cluster without a proxy", () => {
    expect(JSON.stringify(values("reloader_release"))).not.toContain("3128");
    expect(JSON.stringify(clusterServicesWith({}).json)).not.toContain("HTTPS_PROXY");
  });

  it("is the container runtime, the kubelet and nodeadm of Amazon Linux, before they start", () => {
    const text = nodeUserDataText({
      amiType: "AL2023_ARM_64_STANDARD",
      proxy: { url: proxy.url, except: [".svc"] },
      userData: { commands: ["echo later"] },
    })!;

    for (const unit of ["containerd", "kubelet", "nodeadm-run"]) {
      expect(text).toContain(
        `printf '%s\\n' '[Service]' 'Environment="HTTP_PROXY=${proxy.url}"' 'Environment="HTTPS_PROXY=${proxy.url}"' 'Environment="NO_PROXY=.svc"' > /etc/systemd/system/${unit}.service.d/proxy.conf`,
      );
    }
    expect(text.indexOf("systemctl daemon-reload")).toBeLessThan(text.indexOf("echo later"));
  });

  it("is Bottlerocket, by its settings", () => {
    expect(
      nodeUserDataText({ amiType: "BOTTLEROCKET_ARM_64", proxy: { url: proxy.url, except: [".svc"] } }),
    ).toBe(`[settings.network]\nhttps-proxy = "${proxy.url}"\nno-proxy = [".svc"]\n`);
  });

  it("is each node of the example in subnets of others, and its pods may call it", () => {
    const templates = freightPlatform["cluster-infrastructure-depot"]!.all(LaunchTemplate);
    const policies = JSON.stringify(freightPlatform["cluster-access-depot"]!.all(NetworkPolicyV1));

    expect(templates.length).toBeGreaterThan(0);
    for (const { user_data } of templates) {
      expect(Buffer.from(user_data as string, "base64").toString()).toContain(
        "proxy.acme-freight.example:3128",
      );
    }
    expect(policies).toContain('"cidr":"10.34.3.0/28"');
  });

  it("is a node of Karpenter, by user data of its family", () => {
    const objects = valuesOf(
      clusterServicesWith({
        cluster: {
          proxy,
          nodeGroups: { controllers: { size: { min: 3, desired: 3, max: 3 } } },
          compute: { kind: "karpenter", controller: "node-groups", ...pools },
        },
      }).named(Release)["karpenter_pools"]!,
    ).objects as Block[];
    const nodeClass = objects.find(({ kind }) => kind === "EC2NodeClass")!;

    expect(nodeClass.spec.userData).toContain("/etc/systemd/system/containerd.service.d");
  });

  it("is a node of Auto Mode, by its class", () => {
    const objects = valuesOf(
      clusterServicesWith({
        cluster: { proxy, nodeGroups: {}, compute: { kind: "auto", ...pools } },
      }).named(Release)["auto-mode_objects"]!,
    ).objects as Block[];
    const nodeClass = objects.find(({ kind }) => kind === "NodeClass")!;

    expect(nodeClass.spec.advancedNetworking).toMatchObject({ httpsProxy: proxy.url });
    expect(nodeClass.spec.advancedNetworking.noProxy).toContain(".svc");
  });
});
