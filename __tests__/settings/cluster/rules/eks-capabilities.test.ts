import { describe, expect, it } from "vitest";
import { problemsWith } from "../../../support/environments";

const problemsOf = (eksCapabilities: object, cluster: object = {}) =>
  problemsWith({ cluster: { ...cluster, eksCapabilities } });

const MAKES = [{ apiGroup: "apps", resources: ["deployments"] }];

const problemsOfKro = (kro: object) => problemsOf({ kro: { offers: ["WebApp"], makes: MAKES, ...kro } });

const AT = "production clusters.govuk.eksCapabilities";

describe("capabilities of EKS", () => {
  it("may all be on", () => {
    expect(problemsOf({ ack: true, kro: { offers: ["WebApp"], makes: MAKES } })).toEqual([]);
  });

  it.each([
    ["ack", { ack: true }],
    ["kro", { kro: { offers: ["WebApp"], makes: MAKES } }],
  ])("are refused on a cluster without access entries: %s", (name, capabilities) => {
    expect(problemsOf(capabilities, { authenticationMode: "CONFIG_MAP" })).toContain(
      `${AT}.${name}: expected false, since the cluster takes no access entries, by which EKS lets a capability in, got on; leave it out, or write authenticationMode: "API_AND_CONFIG_MAP"`,
    );
  });

  it("may be off on a cluster without access entries", () => {
    expect(
      problemsOf({ ack: false, kro: false }, { authenticationMode: "CONFIG_MAP" }).filter((text) =>
        text.includes("eksCapabilities"),
      ),
    ).toEqual([]);
  });
});

describe("graphs of kro", () => {
  it("may make objects of AWS, and offer kinds to each other", () => {
    expect(
      problemsOfKro({
        offers: ["WebApp", "Gauge"],
        makes: [
          { apiGroup: "", resources: ["configmaps", "serviceaccounts"] },
          { apiGroup: "dynamodb.services.k8s.aws", resources: ["tables"] },
          { apiGroup: "kro.run", resources: ["gauges"] },
        ],
      }),
    ).toEqual([]);
  });

  it("offer and make something", () => {
    expect(problemsOfKro({ offers: [], makes: [] })).toEqual([
      `${AT}.kro.offers: expected a kind of a graph, such as WebApp, got nothing; name one, or write kro: false`,
      `${AT}.kro.makes: expected kinds of the objects that graphs make, got nothing; name one, or write kro: false`,
    ]);
    expect(problemsOfKro({ makes: [{ apiGroup: "apps", resources: [] }] })).toEqual([
      `${AT}.kro.makes[0].resources: expected a kind of the group, got nothing; name one, or write kro: false`,
    ]);
  });

  it.each(["webapps", "*", "Web-App", "ResourceGraphDefinition"])("do not offer %s", (kind) => {
    expect(problemsOfKro({ offers: [kind] })).toEqual([
      `${AT}.kro.offers[0]: expected a kind in kro.run that a graph offers, once, got "${kind}"; write it as the graph's schema does, such as WebApp`,
    ]);
  });

  it("offer a kind once", () => {
    expect(problemsOfKro({ offers: ["WebApp", "WebApp"] })).toHaveLength(1);
  });

  it.each(["*", "Apps", "rbac.authorization.k8s.io", "services.k8s.aws", "apiextensions.k8s.io"])(
    "make no kind of group %s",
    (apiGroup) => {
      expect(problemsOfKro({ makes: [{ apiGroup, resources: ["things"] }] })).toEqual([
        `${AT}.kro.makes[0].apiGroup: expected one API group whose kinds applications are made of, got "${apiGroup}"; leave it out: kinds of this group give rights, or reach beyond a namespace`,
      ]);
    },
  );

  it.each([
    ["", "*"],
    ["", "secrets"],
    ["", "namespaces"],
    ["", "serviceaccounts/token"],
    ["", "pods/exec"],
    ["networking.k8s.io", "networkpolicies"],
    ["external-secrets.io", "clustersecretstores"],
    ["kro.run", "resourcegraphdefinitions"],
  ])("do not make %s/%s", (apiGroup, resource) => {
    expect(problemsOfKro({ makes: [{ apiGroup, resources: [resource] }] })).toEqual([
      `${AT}.kro.makes[0].resources[0]: expected the plural of a kind that applications are made of, got "${resource}"; leave it out: Terraform or a controller makes it, or it gives rights`,
    ]);
  });
});
