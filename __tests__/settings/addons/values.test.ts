import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { definitions } from "../../../src/settings/addons";
import { problemsWith } from "../../support/environments";
import { everyAddon } from "../../support/services";
import { clusterServicesWith } from "../../support/stacks";
import type { Block } from "../../support/terraform";

const problemsOf = (service: string, values: object) => problemsWith({ addons: { [service]: { values } } });

/** Known values of each chart, by chart. */
const known = Object.fromEntries(
  definitions().flatMap(([, { chart }]) => (chart ? [[chart.name, chart.known]] : [])),
);

const published = clusterServicesWith(everyAddon)
  .all(Release)
  .filter(({ chart }) => !String(chart).startsWith("./"));

describe("addons.*.values", () => {
  it.each([
    ["externalDns", { interval: "1m" }],
    ["externalDns", { image: { tag: "v1" }, resources: { limits: { memory: "1Gi" } } }],
    ["externalSecrets", { webhook: { podAnnotations: { anything: "goes" } } }],
    ["clusterAutoscaler", { extraArgs: { v: 4 }, podDisruptionBudget: null }],
    ["dex", { config: { logger: { level: "debug" } } }],
  ])("may change what the chart of %s has: %o", (service, values) => {
    expect(problemsOf(service, values)).toEqual([]);
  });

  it("may not be something that the chart does not have", () => {
    expect(problemsOf("externalDns", { intervall: "1m", colour: "blue" })).toEqual([
      "production clusters.govuk.addons.externalDns.values.intervall: expected a value that chart version 1.21.1 has, got " +
        '"intervall"; did you mean interval?',
      "production clusters.govuk.addons.externalDns.values.colour: expected a value that chart version 1.21.1 has, got " +
        '"colour"; look it up in the chart',
    ]);
  });

  it("may not be what every object of JavaScript has", () => {
    expect(problemsOf("externalDns", { constructor: { name: "x" } })).toEqual([
      "production clusters.govuk.addons.externalDns.values.constructor: expected a value that chart version 1.21.1 has, got " +
        '"constructor"; look it up in the chart',
    ]);
  });

  it("may not be something that a part of the chart does not have", () => {
    expect(problemsOf("externalSecrets", { webhook: { replicas: 2 } })).toEqual([
      "production clusters.govuk.addons.externalSecrets.values.webhook.replicas: expected a value that chart version 2.9.0 " +
        'has, got "replicas"; look it up in the chart',
    ]);
  });

  it("must be plain data", () => {
    expect(problemsOf("externalDns", { interval: () => "1m" })).toHaveLength(1);
  });
});

describe("what is known of charts", () => {
  it("is known of every chart, at the version that is installed", () => {
    expect(Object.fromEntries(published.map(({ chart, version }) => [chart, version]))).toEqual(
      Object.fromEntries(Object.entries(known).map(([chart, { version }]) => [chart, version])),
    );
  });

  it("covers every value that the add-ons themselves set", () => {
    const unknown = published.flatMap(({ chart, values }) =>
      Object.keys(JSON.parse(values[0]) as Block).filter((key) => !(key in known[chart]!.keys)),
    );

    expect(unknown).toEqual([]);
  });
});
