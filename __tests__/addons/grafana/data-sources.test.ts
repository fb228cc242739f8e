import { describe, expect, it } from "vitest";
import { dataSources, type GrafanaDataSources } from "../../../src/addons/grafana/data-sources";
import { exporterOf } from "../../support/metrics-catalogue";
import { readPromql } from "../../support/promql";
import type { Block } from "../../support/terraform";

const sources = (given: Partial<GrafanaDataSources> = {}): Record<string, Block> => {
  const { datasources } = dataSources({
    region: "eu-west-1",
    prometheus: "http://prometheus:9090",
    alertmanager: "http://alertmanager:9093",
    tempo: "http://tempo:3200",
    fleet: false,
    logs: false,
    ...given,
  }) as Block;
  return Object.fromEntries(datasources.map((source: Block) => [source.uid, source]));
};

const fleet = { id: "ws-1", arn: "arn:aws:aps:eu-west-1:123456789012:workspace/ws-1" };
const logs = { logGroup: "/aws/eks/govuk/containers" };

describe("dataSources", () => {
  it("are Prometheus, which is asked by default, Alertmanager, CloudWatch and Tempo", () => {
    const all = Object.values(sources());

    expect(all.map(({ type }) => type)).toEqual(["prometheus", "alertmanager", "cloudwatch", "tempo"]);
    expect(all.filter(({ isDefault }) => isDefault).map(({ uid }) => uid)).toEqual(["prometheus"]);
  });

  it("cannot be changed by hand, and go when they are taken away", () => {
    expect(Object.values(sources()).filter(({ editable }) => editable !== false)).toEqual([]);
    expect(
      dataSources({ region: "", prometheus: "", alertmanager: "", tempo: false, fleet: false, logs: false })
        .prune,
    ).toBe(true);
  });

  it("ask CloudWatch with the pod's own role", () => {
    expect(sources().cloudwatch?.jsonData).toEqual({ authType: "default", defaultRegion: "eu-west-1" });
  });

  it("are the workspace of a fleet too, asked with the pod's own role", () => {
    expect(sources({ fleet }).fleet).toMatchObject({
      type: "grafana-amazonprometheus-datasource",
      url: "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1/",
      jsonData: { sigV4Auth: true, sigV4AuthType: "default", sigV4Region: "eu-west-1" },
    });
  });

  it("hold no credential", () => {
    expect(JSON.stringify(sources({ logs, fleet }))).not.toMatch(/secure|password|token|secret/i);
  });
});

describe("from metrics to traces", () => {
  it("an exemplar leads to its trace, whatever it calls it", () => {
    expect(sources().prometheus?.jsonData.exemplarTraceIdDestinations).toEqual([
      { name: "traceID", datasourceUid: "tempo" },
      { name: "trace_id", datasourceUid: "tempo" },
    ]);
  });
});

describe("from traces", () => {
  it("a span leads to the metrics of its service", () => {
    const { datasourceUid, tags, queries } = sources().tempo?.jsonData.tracesToMetrics;

    expect(datasourceUid).toBe("prometheus");
    expect(tags).toEqual([{ key: "service.name", value: "service" }]);
    expect(queries.map(({ name }: Block) => name)).toEqual(["Requests", "Errors", "Slowest 5%"]);
  });

  it("asks only for metrics that something provides, in a way that Prometheus reads", () => {
    const queries: Block[] = sources().tempo?.jsonData.tracesToMetrics.queries;
    const read = queries.map(({ query }) => readPromql(query));

    expect(read.flatMap(({ errors }) => errors)).toEqual([]);
    expect(read.flatMap(({ metrics }) => metrics).map(exporterOf)).toEqual(["tempo", "tempo", "tempo"]);
  });

  it("leads to a map of services", () => {
    expect(sources().tempo?.jsonData.serviceMap).toEqual({ datasourceUid: "prometheus" });
  });

  it("leads to logs of CloudWatch that name the trace, and back", () => {
    const { tempo, cloudwatch } = sources({ logs });

    expect(tempo?.correlations).toMatchObject([
      {
        targetUID: "cloudwatch",
        type: "query",
        config: {
          field: "traceID",
          target: {
            queryMode: "Logs",
            logGroupNames: ["/aws/eks/govuk/containers"],
            expression: expect.stringContaining('like "$$traceID"'),
          },
        },
      },
    ]);
    expect(cloudwatch?.correlations).toMatchObject([
      {
        targetUID: "tempo",
        config: { field: "@message", target: { queryType: "traceql", query: "$$traceID" } },
      },
    ]);
  });

  it("leads to OpenSearch's page where logs are there", () => {
    const { tempo, cloudwatch } = sources({ logs: { openSearch: "search.example" } });

    expect(tempo?.correlations).toEqual([
      {
        label: "Logs of this trace",
        type: "external",
        config: {
          field: "traceID",
          target: {
            url: "https://search.example/_dashboards/app/discover#/?_a=(query:(language:kuery,query:'%22$$traceID%22'))",
          },
        },
      },
    ]);
    expect(cloudwatch).not.toHaveProperty("correlations");
  });

  it.each([
    '{"trace_id":"0af7651916cd43dd8448eb211c80319c"}',
    "traceId=0af7651916cd43dd8448eb211c80319c",
    '"traceID": "0af7651916cd43dd8448eb211c80319c"',
  ])("finds the trace in %s", (line) => {
    const [{ config }] = sources({ logs }).cloudwatch?.correlations;

    expect(new RegExp(config.transformations[0].expression).exec(line)?.[1]).toBe(
      "0af7651916cd43dd8448eb211c80319c",
    );
  });

  it("promises no logs where no link could lead to them", () => {
    expect(sources().tempo).not.toHaveProperty("correlations");
    expect(sources().cloudwatch).not.toHaveProperty("correlations");
  });

  it("promises no traces where there are none", () => {
    const without = sources({ tempo: false, logs });

    expect(Object.keys(without)).toEqual(["prometheus", "alertmanager", "cloudwatch"]);
    expect(JSON.stringify(without)).not.toContain("tempo");
  });
});
