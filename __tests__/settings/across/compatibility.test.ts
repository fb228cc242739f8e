import { describe, expect, it } from "vitest";
import type { ChartSupport } from "../../../src/settings/addon-definition/chart";
import { ADDON_CHARTS } from "../../../src/settings/addons/charts";
import { chartsSupportTheCluster } from "../../../src/settings/across/compatibility";
import { environment, problemsWith } from "../../support/environments";

const dex = {
  name: "dex",
  version: "0.24.0",
  kubernetes: { oldest: "1.32", newest: "1.35" },
  source: "https://dex.example/tested",
};
const argoCd = {
  name: "argo-cd",
  version: "10.1.1",
  kubernetes: { newest: "1.34" },
  source: "https://argo.example/tested",
};
const newerDex = { version: "0.25.0", kubernetes: { oldest: "1.36" }, source: "https://dex.example/0.25" };

const ON_1_36 = environment();

describe("version", () => {
  it("is one that every add-on supports, in every way the defaults have it", () => {
    expect(problemsWith({ cluster: { version: "1.36" } })).toEqual([]);
  });

  it("is refused for each add-on that does not support it, with the chart to take or where to look", () => {
    expect(
      chartsSupportTheCluster(ON_1_36, {
        dex: { ...dex, others: [newerDex] },
        argoCd,
        reloader: ADDON_CHARTS.reloader,
      }),
    ).toEqual([
      'version: expected 1.32 to 1.35, which dex (chart 0.24.0) supports, got "1.36"; take chart version 0.25.0 in src/addons/dex/chart.ts (https://dex.example/0.25)',
      'version: expected 1.34 or older, which argo-cd (chart 10.1.1) supports, got "1.36"; no release on record supports it: look for one at https://argo.example/tested and write it down in src/addons/argo-cd/chart.ts',
    ]);
  });

  it("is refused for what is on record too, were it not for exceptions, each with the chart to take", () => {
    const { argoCd: cd, argoWorkflows: workflows } = ADDON_CHARTS;
    const withoutException = (support: ChartSupport) => ({ ...support, exception: undefined });

    expect(
      chartsSupportTheCluster(ON_1_36, {
        argoCd: withoutException(cd!),
        argoWorkflows: withoutException(workflows!),
      }),
    ).toEqual([
      expect.stringContaining("take chart version 10.9.6 in src/addons/argo-cd/chart.ts"),
      expect.stringContaining("take chart version 2.0.2 in src/addons/argo-workflows/chart.ts"),
    ]);
  });

  it("is also refused where it is too old", () => {
    const charts = { dex: { ...dex, kubernetes: { oldest: "1.37" } } };

    expect(chartsSupportTheCluster(ON_1_36, charts)).toEqual([
      'version: expected 1.37 or newer, which dex (chart 0.24.0) supports, got "1.36"; no release on record supports it: look for one at https://dex.example/tested and write it down in src/addons/dex/chart.ts',
    ]);
  });

  it("names no release that does not support it either", () => {
    const others = [{ ...newerDex, kubernetes: { newest: "1.31" } }];

    expect(chartsSupportTheCluster(ON_1_36, { dex: { ...dex, others } })).toEqual([
      expect.stringContaining("no release on record supports it"),
    ]);
  });

  it("may be one that an exception allows, and none beyond", () => {
    const except = (newest: string) => ({ dex: { ...dex, exception: { newest, reason: "tried out" } } });

    expect(chartsSupportTheCluster(ON_1_36, except("1.36"))).toEqual([]);
    expect(chartsSupportTheCluster(ON_1_36, except("1.35"))).toHaveLength(1);
  });

  it("may be one that an add-on does not support which is off", () => {
    const addons = { argoCd: false, argoWorkflows: false } as const;

    expect(chartsSupportTheCluster(environment({ addons }), { argoCd })).toEqual([]);
  });

  it("is refused as unknown alone where EKS does not offer it", () => {
    expect(
      problemsWith({ cluster: { version: "1.99" } }).filter((text) =>
        text.includes("clusters.govuk.version"),
      ),
    ).toEqual([expect.stringContaining("expected one of 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, got")]);
  });
});
