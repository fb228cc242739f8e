import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainPolicy } from "../../src/constructs/domain-policy";
import { isDomain } from "../../src/settings/checking/domain";

const settings = { namespace: "shop", domains: ["api.example.org", "*.example.com"], ports: [443, 8443] };

describe("domainPolicy", () => {
  it("lets Cilium read the answers of CoreDNS, and opens what they say of the domains", () => {
    expect(domainPolicy("cilium", settings)).toEqual({
      apiVersion: "cilium.io/v2",
      kind: "CiliumNetworkPolicy",
      metadata: { name: "domains", namespace: "shop" },
      spec: {
        endpointSelector: {},
        egress: [
          {
            toEndpoints: [
              {
                matchLabels: { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" },
              },
            ],
            toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: [{ matchPattern: "*" }] } }],
          },
          {
            toFQDNs: [{ matchName: "api.example.org" }, { matchPattern: "**.example.com" }],
            toPorts: [
              {
                ports: [
                  { port: "443", protocol: "TCP" },
                  { port: "8443", protocol: "TCP" },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it("gives EKS Auto Mode the domains as it takes them", () => {
    expect(domainPolicy("auto-mode", settings)).toEqual({
      apiVersion: "networking.k8s.aws/v1alpha1",
      kind: "ApplicationNetworkPolicy",
      metadata: { name: "domains", namespace: "shop" },
      spec: {
        podSelector: {},
        policyTypes: ["Egress"],
        egress: [
          {
            to: [{ domainNames: ["api.example.org", "*.example.com"] }],
            ports: [
              { protocol: "TCP", port: 443 },
              { protocol: "TCP", port: 8443 },
            ],
          },
        ],
      },
    });
  });
});

describe("isDomain", () => {
  /** Names that AWS's kind takes, and those that Cilium's takes without a wildcard. */
  const AWS =
    /^(\*\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?$/;
  const CILIUM = /^([-a-zA-Z0-9_]+[.]?)+$/;

  it("takes no name that an engine refuses", () => {
    const characters = fc.constantFrom(..."ab9-.*_ /:");
    const written = fc.oneof(
      fc.array(characters, { maxLength: 24 }).map((some) => some.join("")),
      fc.array(characters, { maxLength: 12 }).map((some) => `${some.join("")}.org`),
      fc.domain(),
    );
    fc.assert(
      fc.property(written, (name) => {
        if (isDomain(name)) {
          expect(name).toMatch(AWS);
          expect(name.replace(/^\*\./, "")).toMatch(CILIUM);
        }
      }),
    );
  });

  it.each(["api.example.org", "*.example.org", "a-1.co.uk"])("takes %s", (name) => {
    expect(isDomain(name)).toBe(true);
  });

  it.each([
    "example",
    "*",
    "a.*.org",
    "Example.org",
    "https://example.org",
    "example.org:443",
    "web.shop.svc.cluster.local",
    "192.0.2.1",
    `${"a.".repeat(127)}org`,
  ])("refuses %s", (name) => {
    expect(isDomain(name)).toBe(false);
  });
});
