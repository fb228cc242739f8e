import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it, onTestFinished } from "vitest";
import { peersWithin } from "../../src/constructs/network-peers";
import { PlatformApp } from "../../src/output/platform-app";
import { addStacks } from "../../src/stacks";
import { BEYOND_ENDPOINTS, IMAGE_HOSTS } from "../../src/settings/across/without-nat";
import { harbourPlatform, harbourTrust } from "../support/harbour-trust";
import { type Block, valuesOf } from "../support/terraform";

const stack = (id: string) => harbourPlatform[id]!;
const closed = stack("cluster-infrastructure-closed");
const services = stack("cluster-services-closed");

/** Names of the pods in a cluster whose add-on has them call the internet. */
function callersOfTheInternet(environment: string): string[] {
  const outdir = mkdtempSync(join(tmpdir(), "harbour-"));
  onTestFinished(() => rmSync(outdir, { recursive: true }));
  const app = new PlatformApp({ outdir });
  addStacks(
    app,
    harbourTrust.environments.filter(({ name }) => name === environment),
    harbourTrust.tenants,
  );
  return peersWithin(app)
    .filter(({ calls = [] }) => calls.some(({ with: other }) => other === "internet"))
    .map(({ pods }) => pods.name);
}

/** Images in values, where charts take them in one part or in two. */
function imagesIn(values: unknown): string[] {
  if (typeof values !== "object" || values === null) {
    return [];
  }
  const { registry, repository } = values as Record<string, unknown>;
  return [
    ...(typeof repository === "string"
      ? [typeof registry === "string" ? `${registry}/${repository}` : repository]
      : []),
    ...Object.values(values).flatMap(imagesIn),
  ];
}

const releaseOf = (id: string, name: string): Block =>
  valuesOf(
    stack(id)
      .all(Release)
      .find((release) => release.name === name)!,
  );

const plain = (name: string): string => name.toLowerCase().replaceAll("-", "");

describe("a cluster without NAT", () => {
  it("has no gateway, no address, and no route to the internet but that of its load balancers' subnets", () => {
    expect(closed.all(NatGateway)).toEqual([]);
    expect(closed.all(Eip)).toEqual([]);
    expect(closed.all(Route).map((route) => [route.gateway_id, route.nat_gateway_id])).toEqual([
      [expect.any(String), undefined],
    ]);
  });

  it("starts nodes once they reach AWS through the endpoints", () => {
    const endpoints = closed.addresses().filter((address) => address.startsWith("aws_vpc_endpoint."));

    expect(endpoints).toHaveLength(closed.all(VpcEndpoint).length);
    expect(closed.only(EksNodeGroup).depends_on).toEqual(expect.arrayContaining(endpoints));
  });

  it("installs nothing that calls what has no endpoint", () => {
    const releases = services.all(Release).map(({ chart }) => String(chart));

    expect(releases).toContain("kube-prometheus-stack");
    for (const chart of ["external-dns", "aws-load-balancer-controller", "dex", "grafana", "argo-cd"]) {
      expect(releases).not.toContain(chart);
    }
  });

  it("has no pod that would call the internet but Alertmanager, which has nobody there to tell", () => {
    expect(callersOfTheInternet("closed")).toEqual(["alertmanager"]);
  });

  it("pulls every image that add-ons name from its registry", () => {
    const images = services.all(Release).flatMap((release) => imagesIn(valuesOf(release)));

    expect(images.length).toBeGreaterThan(10);
    expect(images.filter((image) => IMAGE_HOSTS.some((host) => image.startsWith(`${host}/`)))).toEqual([]);
  });
});

describe("add-ons that call beyond AWS's endpoints", () => {
  it("are all whose pods other clusters let out to the internet, but for those whose settings decide", () => {
    const known = [...Object.keys(BEYOND_ENDPOINTS), "alertmanager", "fluentBit"].map(plain);
    const callers = callersOfTheInternet("office");

    expect(callers.length).toBeGreaterThan(3);
    expect(callers.filter((name) => !known.some((addon) => plain(name).includes(addon)))).toEqual([]);
  });
});

describe("nodes of the offices", () => {
  it("have disks under the trust's own key, and start with its settings", () => {
    const { block_device_mappings: disks, user_data: userData } = stack("cluster-infrastructure-office").only(
      LaunchTemplate,
    );

    expect(disks[0].ebs.kms_key_id).toContain(":777788889999:key/");
    expect(Buffer.from(String(userData), "base64").toString()).toContain("vm.max_map_count=262144");
  });
});

describe("a team without Slack and GitHub's sign-in", () => {
  it("operates its applications as the group that the provider sends", () => {
    const { objects } = releaseOf("cluster-services-office", "argo-cd-projects") as { objects: Block[] };
    const project = objects.find(({ metadata }) => metadata.name === "berths")!;

    expect(project.spec.roles[0].groups).toEqual(["berths-developers"]);
    expect(project.metadata.annotations).toEqual({});
  });

  it("is named to Argo CD, Grafana and the proxies, which ask for the provider's groups", () => {
    expect(JSON.parse(releaseOf("cluster-services-office", "argo-cd").configs.cm["oidc.config"]).name).toBe(
      "Entra ID",
    );
    expect(releaseOf("cluster-services-office", "argo-cd").configs.rbac["policy.csv"]).toBe(
      "g, platform-engineers, role:admin\ng, berths-developers, role:readonly",
    );
    expect(releaseOf("cluster-services-office", "prometheus-oauth2-proxy").extraArgs["allowed-group"]).toBe(
      "platform-engineers",
    );
  });
});
