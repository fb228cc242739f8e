import { describe, expect, it } from "vitest";
import { neighboursIn, unreachableServices } from "../../../checks/charts-repository/service-paths";
import type { KubernetesObject } from "../../../checks/charts/objects";
import { deployment, object } from "./objects";

describe("Services that pods call", () => {
  const NAMESPACES = { shop: {}, bank: {} };
  const service = (name: string, namespace = "shop", port = 80) =>
    object(
      "v1",
      "Service",
      name,
      { spec: { selector: { app: name }, ports: [{ port, targetPort: 8080 }] } },
      namespace,
    );
  const caller = (value: string) => deployment("web", { container: { env: [{ name: "URL", value }] } });
  const policy = (namespace: string, spec: object) =>
    object(
      "networking.k8s.io/v1",
      "NetworkPolicy",
      "some",
      { spec: { podSelector: {}, ...spec } },
      namespace,
    );
  const problemsOf = (objects: readonly KubernetesObject[]) =>
    unreachableServices(objects, neighboursIn(objects, NAMESPACES)).map(({ problem }) => problem);

  it.each([
    "http://api",
    "http://api.shop",
    "http://api.shop.svc",
    "http://user@api.shop.svc.cluster.local:80/x",
  ])("are reached at %s", (url) => {
    expect(problemsOf([caller(url), service("api"), deployment("api")])).toEqual([]);
  });

  it("are missing where none has the name", () => {
    expect(problemsOf([caller("redis://cache/1")])).toEqual([
      "service: expected cache.shop, got no such Service; correct the address, or deploy it",
    ]);
  });

  it("are missing where a ConfigMap of the pod's names one that is not there", () => {
    const container = { envFrom: [{ configMapRef: { name: "addresses" } }] };

    expect(
      problemsOf([
        deployment("web", { container }),
        object("v1", "ConfigMap", "addresses", { data: { API: "http://api.bank" } }),
      ]),
    ).toEqual(["service: expected api.bank, got no such Service; correct the address, or deploy it"]);
  });

  it("have pods behind the port", () => {
    expect(problemsOf([caller("http://api:81"), service("api"), deployment("api")])).toEqual([
      "service: expected pods behind port 81 of api.shop, got none; correct the port, or the Service's selector",
    ]);
  });

  it("are out of reach where a network policy of either end drops the packets", () => {
    const objects = [
      caller("http://api.bank"),
      service("api", "bank"),
      deployment("api", { namespace: "bank" }),
      policy("shop", { policyTypes: ["Egress"], egress: [] }),
      policy("bank", { policyTypes: ["Ingress"], ingress: [] }),
    ];

    expect(problemsOf(objects)).toEqual([
      "network: expected a way from shop to api.bank, got no egress to port 8080; add shop to the callers of namespace bank",
      "network: expected a way from shop to api.bank, got no ingress to port 8080; add shop to the callers of namespace bank",
    ]);
  });

  it.each(["https://www.example.org", "http://10.0.0.1", "http://localhost:3000", "a sentence", "api"])(
    "are not looked for in %s",
    (value) => {
      expect(problemsOf([caller(value)])).toEqual([]);
    },
  );
});
