import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import type { Dashboard } from "../../../src/addons/grafana/dashboards/model";
import { row, stat } from "../../../src/addons/grafana/dashboards/panels";
import { GrafanaDashboards } from "../../../src/addons/grafana/dashboard-files";
import { type Block, Terraform, valuesOf } from "../../support/terraform";

const dashboard = (uid: string): Dashboard => ({
  uid,
  title: uid,
  description: "Of tests.",
  rows: [row("Now", stat("Up", "sum(up)"))],
});

const objects = (...uids: string[]): Block[] =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new GrafanaDashboards(scope, "dashboards", {
          namespace: "monitoring",
          timeZone: "Europe/Paris",
          dashboards: uids.map(dashboard),
        }),
    ).only(Release),
  ).objects;

const ofKind = (kind: string) => objects("one", "two").filter((object) => object.kind === kind);

describe("GrafanaDashboards", () => {
  it("makes a ConfigMap of each, which the sidecar finds by its label", () => {
    expect(ofKind("ConfigMap").map(({ metadata }) => metadata)).toEqual(
      ["one", "two"].map((uid) => ({
        name: `dashboard-${uid}`,
        namespace: "monitoring",
        labels: { grafana_dashboard: "1" },
        annotations: { grafana_folder: "Platform" },
      })),
    );
  });

  it("puts a dashboard into a file of its name", () => {
    expect(JSON.parse(ofKind("ConfigMap")[0]!.data["one.json"])).toMatchObject({
      uid: "one",
      panels: [{ type: "row" }, { type: "stat" }],
    });
  });

  it("lets the sidecar read ConfigMaps of its namespace, and no Secret", () => {
    expect(ofKind("Role")).toMatchObject([
      {
        metadata: { name: "grafana-dashboards-reader", namespace: "monitoring" },
        rules: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "watch"] }],
      },
    ]);
  });

  it("refuses two dashboards with one uid, of which Grafana would show one", () => {
    expect(() => objects("alerts", "nodes", "alerts")).toThrow(
      new Error(
        'dashboards[2].uid: expected a uid of its own, got "alerts", which dashboards[0] has; rename one of the two',
      ),
    );
  });

  it.each(["", "all the nodes", "Nodes", "all_nodes", "nodes-", "n".repeat(41)])(
    "refuses %o, which is no uid or no name of a ConfigMap",
    (uid) => {
      expect(() => objects(uid)).toThrow(
        new Error(
          `dashboards[0].uid: expected a name in kebab-case of up to 40 characters, got "${uid}"; its address and its ` +
            "ConfigMap are called after it",
        ),
      );
    },
  );
});
