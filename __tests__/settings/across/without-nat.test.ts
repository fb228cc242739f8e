import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { closed } from "../../../examples/harbour-trust/environments";
import { organisation as settings } from "../../../examples/harbour-trust/organisation";
import type { AddonsSettings } from "../../../src/settings/addons";
import { IMAGE_HOSTS } from "../../../src/settings/across/without-nat";
import { ConfigurationError } from "../../../src/settings/checking/configuration-error";
import type { ClusterSettings } from "../../../src/settings/cluster/cluster";
import { defineEnvironments } from "../../../src/settings/define/environments";
import { defineOrganisation } from "../../../src/settings/define/organisation";

const organisation = defineOrganisation(settings);
const harbour = closed.clusters.harbour!;

/** Problems of the closed environment with another cluster. */
function problemsOf(cluster: Partial<ClusterSettings>, addons: AddonsSettings = {}): readonly string[] {
  const clusters = { harbour: { ...harbour, ...cluster, addons: { ...harbour.addons, ...addons } } };
  try {
    defineEnvironments([{ ...closed, clusters }], organisation);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

const others = harbour.endpoints!.others!;
const without = (service: string) => ({ endpoints: { others: others.filter((other) => other !== service) } });
const at = (path: string, rest: string) => [
  expect.stringContaining(`closed clusters.harbour.${path}: expected ${rest}`),
];

describe("a cluster without NAT", () => {
  it("is accepted where its endpoints reach everything that it calls", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each([
    ["ec2", "nodes and addons.clusterAutoscaler and addons.ebsCsiDriver"],
    ["sts", "pods with a role (identity irsa)"],
    ["autoscaling", "addons.clusterAutoscaler"],
    ["eks", "addons.clusterAutoscaler"],
    [
      "eks-auth",
      "eksAddons.vpc-cni (by Pod Identity) and eksAddons.aws-network-flow-monitoring-agent (by Pod Identity)",
    ],
    ["logs", "addons.fluentBit"],
    ["sns", "addons.kubePrometheusStack.alerting"],
    ["networkflowmonitorreports", "eksAddons.aws-network-flow-monitoring-agent"],
  ])("needs the endpoint of %s", (service, who) => {
    expect(problemsOf(without(service))).toEqual(
      at("endpoints.others", `${service}, since nat is "none" and ${who} need it`),
    );
  });

  it.each(["s3", "ecr", "secretsManager"])("needs the endpoint that %s switches on", (name) => {
    expect(problemsOf({ endpoints: { others, [name]: false } })).toEqual(
      at(`endpoints.${name}`, 'true, since nat is "none" and'),
    );
  });

  it("needs the endpoints of the stores that it reads secrets from, and no other's", () => {
    const addons = { externalSecrets: { stores: { parameterStore: true } } };

    expect(problemsOf({}, addons)).toEqual(
      at("endpoints.others", 'ssm, since nat is "none" and addons.externalSecrets need it'),
    );
  });

  it("needs the endpoint of its kind of identity", () => {
    expect(problemsOf({ identity: "pod-identity", ...without("eks-auth") })).toEqual(
      at("endpoints.others", 'eks-auth, since nat is "none" and pods with a role (identity pod-identity)'),
    );
  });

  it("needs no endpoint of Pod Identity without its agent", () => {
    const eksAddons = {
      "eks-pod-identity-agent": false,
      "aws-network-flow-monitoring-agent": false,
    } as const;

    expect(problemsOf({ eksAddons, ...without("eks-auth") })).toEqual([]);
  });

  it("is accepted with an endpoint that exists", () => {
    expect(
      problemsOf({ endpoints: { others: others.filter((other) => other !== "sts"), existing: ["sts"] } }),
    ).toEqual([]);
  });

  it("needs the endpoints of Session Manager where it is open", () => {
    const sessionManager = { reason: "engineers look at nodes" };

    expect(problemsOf({ sessionManager }).map((text) => /expected (\w+)/.exec(text)![1])).toEqual([
      "ssm",
      "ssmmessages",
      "ec2messages",
    ]);
  });

  it.each([
    ["externalDns", "Route 53"],
    ["awsLoadBalancerController", "ACM and WAF"],
    ["certManager", "Route 53 and Let's Encrypt"],
    ["prometheusBlackboxExporter", "public names"],
  ])("has no %s, which calls %s", (name, what) => {
    expect(problemsOf({}, { [name]: {} })).toEqual(
      at(`addons.${name}`, `false, since nat is "none" and it calls ${what}`),
    );
  });

  it("tells nobody on the internet of alerts, and sends no logs there", () => {
    const problems = problemsOf(
      {},
      {
        kubePrometheusStack: {},
        fluentBit: { destination: { type: "logstash", secret: "harbour-trust/logs" } },
      },
    ).filter((text) => text.includes("since nat is"));

    expect(problems.filter((text) => text.includes("alerting.receivers"))).toHaveLength(6);
    expect(problems.filter((text) => text.includes("fluentBit"))).toEqual(
      at("addons.fluentBit.destination.type", "a destination in AWS"),
    );
  });

  it("asks of the hosts of images that add-ons name, and of all of them", () => {
    const named = readdirSync("src/addons", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [
        ...readFileSync(join("src/addons", name), "utf8").matchAll(
          /mirroredImage(?:Parts)?\([^"\n]*"([^/"]+)\//g,
        ),
      ])
      .map(([, host = ""]) => (host.includes(".") ? host : "docker.io"));

    expect([...new Set(named)].sort()).toEqual([...IMAGE_HOSTS]);
  });

  it("pulls images of every host from ECR", () => {
    const registries = { ...harbour.addons!.registries, "quay.io": "mirror.example/quay.io" };

    expect(problemsOf({}, { registries })).toEqual(
      at("addons.registries", 'a copy in ECR of eu-west-1 for images of quay.io, since nat is "none"'),
    );
  });

  it("pulls them from its own region, since endpoints of ECR reach no other", () => {
    const registries = {
      ...harbour.addons!.registries,
      "ghcr.io": "777788889999.dkr.ecr.eu-central-1.amazonaws.com/ghcr.io",
    };

    expect(problemsOf({}, { registries })).toEqual(
      at("addons.registries", 'a copy in ECR of eu-west-1 for images of ghcr.io, since nat is "none"'),
    );
  });
});
