import { describe, expect, it } from "vitest";
import { platform as harbour } from "../../../examples/harbour-trust";
import { EXEMPT_NAMESPACES } from "../../../src/addons/gatekeeper/objects";
import { definePlatform } from "../../../src/settings/define-platform";
import { CLUSTER_CHECK } from "../../../src/settings/namespaces/cluster-check";
import { PLATFORM_NAMESPACES } from "../../../src/settings/namespaces/namespaces";
import { parseProduct } from "../../../src/settings/products/product-file";

/** Defines the harbour trust's platform with a product in a namespace, with a host. */
const define = (namespace: string, host: string) => () =>
  definePlatform({
    ...harbour,
    products: {
      teams: { tides: { group: "harbour-trust:tides", domains: ["tides.harbour-trust.example"] } },
      live: [],
      files: [
        parseProduct(
          "tenants/tides/tides.yaml",
          "tides",
          `product: tides
owner: { team: tides, email: tides@example.org, channel: "#tides", source: harbour-trust/tides }
environments:
  main:
    cluster: office
    namespace: ${namespace}
    access: [{ team: tides, role: view }]
    ingress: [{ host: ${host}, visibility: public }]
`,
        ),
      ],
    },
  });

const OWN = "tides.harbour-trust.example";

const { dns } = definePlatform(harbour)
  .environments.flatMap(({ clusters }) => clusters)
  .find(({ name }) => name === "office")!;
const ZONE = `${dns.clusterSubdomain}.${dns.publicZone}`;

describe("a namespace of a product", () => {
  it("is its own", () => {
    expect(define("tides-main", OWN)).not.toThrow();
  });

  it.each([
    ...EXEMPT_NAMESPACES,
    ...Object.values(PLATFORM_NAMESPACES),
    CLUSTER_CHECK.namespace,
    "amazon-guardduty",
    "default",
  ])("is never %s, in which policies allow more or judge nothing", (namespace) => {
    expect(define(namespace, OWN)).toThrow(`T1 environments.main.namespace`);
  });

  it.each(["grafana", "argo", "dex", "cluster-check", "*"])(
    "has no host %s under the zone, which the platform answers for",
    (label) => {
      expect(define("tides-main", `"${label}.${ZONE}"`)).toThrow(
        "T20 environments.main.ingress[0].host: expected a host without",
      );
    },
  );
});
