import { describe, expect, it } from "vitest";
import { tempoServices } from "../../../src/addons/tempo/names";
import { problemsWith } from "../../support/environments";

describe("further Services of Tempo", () => {
  it("lead to its pods, on the ports of OTLP", () => {
    expect(tempoServices(["tempo-distributor"])).toEqual([
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "tempo-distributor" },
        spec: {
          selector: { "app.kubernetes.io/name": "tempo" },
          ports: [
            { name: "otlp-grpc", port: 4317, targetPort: 4317 },
            { name: "otlp-http", port: 4318, targetPort: 4318 },
          ],
        },
      },
    ]);
  });

  it.each([
    [["Tempo_distributor"], "serviceNames[0]: expected the name of a Service"],
    [["tempo"], "serviceNames[0]: expected a name that it has not yet"],
    [["a", "a"], "serviceNames[1]: expected a name that it has not yet"],
  ])("are not called %j", (serviceNames, expected) => {
    expect(problemsWith({ cluster: { addons: { tempo: { serviceNames } } } })).toEqual([
      expect.stringContaining(`production clusters.govuk.addons.tempo.${expected}`),
    ]);
  });
});

describe("names of Services in DNS", () => {
  it("have a reason that explains something", () => {
    const problems = (reason: string) =>
      problemsWith({ cluster: { addons: { externalDns: { services: { reason } } } } });

    expect(problems("network load balancers of the seed")).toEqual([]);
    expect(problems("seed")).toEqual([
      expect.stringContaining("addons.externalDns.services.reason: expected a sentence"),
    ]);
  });
});
