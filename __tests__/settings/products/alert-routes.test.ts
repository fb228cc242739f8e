import { expect, it } from "vitest";
import { alerting } from "../../../examples/harbour-trust/alerting";
import { alertWays, withProducts } from "../../../src/settings/products/alert-routes";
import { parseProduct } from "../../../src/settings/products/product-file";
import { tenantsOf } from "../../../src/settings/products/products";

const tenantsWith = (alerts: string) =>
  tenantsOf({
    live: [],
    files: [
      parseProduct(
        "tenants/maps/maps.yaml",
        "maps",
        `product: maps
owner: { team: maps, email: maps@example.org, channel: "#maps", source: example/maps${alerts} }
environments: { dev: { cluster: dev, access: [] }, uat: { cluster: dev, access: [] } }
`,
      ),
    ],
  });

it("tells a team of alerts about its own namespaces, and leaves the platform's routes to hear of them too", () => {
  const { receivers, routes } = withProducts(alerting, tenantsWith(", alerts: email"));

  expect(receivers["product-maps"]).toEqual({ kind: "email", to: "maps@example.org" });
  expect(routes).toEqual([
    { match: { namespace: ["maps-dev", "maps-uat"] }, receiver: "product-maps", continue: true },
    ...alerting.routes,
  ]);
});

it("tells a team in its channel", () => {
  const { receivers } = withProducts(alerting, tenantsWith(", alerts: slack"));

  expect(receivers["product-maps"]).toEqual({ kind: "slack", channel: "#maps" });
});

it("changes nothing for products that do not ask", () => {
  expect(withProducts(alerting, tenantsWith(""))).toBe(alerting);
});

it("can tell by what Alertmanager has", () => {
  expect(alertWays(alerting)).toEqual(["email"]);
  expect(
    alertWays({ receivers: { a: { kind: "slack", channel: "#a" } }, routes: [], timeIntervals: {} }),
  ).toEqual(["slack"]);
});
