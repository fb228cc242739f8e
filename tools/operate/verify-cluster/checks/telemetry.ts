import { randomBytes } from "node:crypto";
import { PLATFORM_NAMESPACES } from "../../../../src/settings/namespaces/namespaces";
import { holds } from "../../../offline/conditions";
import { asList, asMap, isMap, type JsonMap, textOf } from "../../../terraform-json/json-map";
import type { Forwarded } from "../surroundings";
import { CheckFailure, type ClusterCheck, type Look, type Trial, until } from "../trial";

const { monitoring } = PLATFORM_NAMESPACES;

/** Works with ports of Services, and lets go of them. */
async function withPorts<T>(
  { at }: Trial,
  service: string,
  ports: readonly number[],
  signal: AbortSignal,
  work: (...urls: readonly string[]) => Promise<T>,
): Promise<T> {
  const forwarded: Forwarded[] = [];
  try {
    for (const port of ports) {
      forwarded.push(await at.forward(monitoring, service, port, signal));
    }
    return await work(...forwarded.map(({ url }) => url));
  } finally {
    await Promise.all(forwarded.map((one) => one.stop()));
  }
}

/** Waits for a number above none from a query of Prometheus. */
const counted = (trial: Trial, query: string, signal: AbortSignal, seen: string): Promise<string> =>
  withPorts(trial, "kube-prometheus-stack-prometheus", [9090], signal, (url) =>
    until(trial.at, signal, `a number above 0 for ${query}`, async (): Promise<Look> => {
      const { status, text } = await trial.at.ask(`${url}/api/v1/query?query=${encodeURIComponent(query)}`);
      const value = status === 200 ? valueIn(text) : undefined;
      return value !== undefined && value > 0
        ? { seen }
        : { not: status === 200 ? textOf(value ?? "none") : `status ${status}` };
    }),
  );

function valueIn(text: string): number | undefined {
  const { data } = JSON.parse(text) as JsonMap;
  const [first] = asList(asMap(data).result);
  const [, value] = asList(asMap(first).value);
  return value === undefined ? undefined : Number(value);
}

export const metric: ClusterCheck = {
  name: "metric",
  after: "pod",
  needs: "kubePrometheusStack",
  seconds: 180,
  run: (trial, signal) =>
    counted(
      trial,
      `kube_deployment_status_replicas_available{namespace="${trial.names.namespace}",deployment="open"}`,
      signal,
      "Prometheus knows the workload",
    ),
};

export const logLine: ClusterCheck = {
  name: "log line",
  after: "pod",
  needs: "fluentBit",
  seconds: 300,
  run: (trial, signal) =>
    counted(
      trial,
      "sum(rate(fluentbit_output_proc_records_total[5m]))",
      signal,
      "Fluent Bit sends lines, and their receiver takes them",
    ),
};

export const trace: ClusterCheck = {
  name: "trace",
  needs: "tempo",
  seconds: 120,
  run: (trial, signal) =>
    withPorts(trial, "tempo", [4318, 3200], signal, async (receiver, reader) => {
      const id = randomBytes(16).toString("hex");
      const sent = await trial.at.ask(`${receiver}/v1/traces`, JSON.stringify(spanOf(id, trial.names.word)));
      if (sent.status !== 200) {
        throw new CheckFailure(`expected that Tempo takes a span, got status ${sent.status}`);
      }
      return until(trial.at, signal, `trace ${id}`, async () => {
        const { status } = await trial.at.ask(`${reader}/api/traces/${id}`);
        return status === 200 ? { seen: "Tempo took a span and gave it back" } : { not: `status ${status}` };
      });
    }),
};

function spanOf(traceId: string, word: string): JsonMap {
  const now = `${Date.now()}000000`;
  const span = {
    ...{ traceId, spanId: randomBytes(8).toString("hex"), name: word, kind: 1 },
    ...{ startTimeUnixNano: now, endTimeUnixNano: now },
  };
  const attributes = [{ key: "service.name", value: { stringValue: "cluster-check" } }];
  return { resourceSpans: [{ resource: { attributes }, scopeSpans: [{ spans: [span] }] }] };
}

export const externalSecret: ClusterCheck = {
  name: "ExternalSecret",
  needs: "externalSecrets",
  seconds: 60,
  run: ({ at }, signal) =>
    until(at, signal, "that every ExternalSecret has its values", async () => {
      const { status, body } = await at.client.get("/apis/external-secrets.io/v1/externalsecrets");
      if (status !== 200) {
        return { not: `status ${status}` };
      }
      const all = asList(body.items).filter(isMap);
      const waiting = all
        .filter((one) => !holds("Ready", one))
        .map(({ metadata }) => nameOf(asMap(metadata)));
      return all.length > 0 && waiting.length === 0
        ? { seen: `${all.length} have their values from AWS` }
        : { not: all.length === 0 ? "none" : `${waiting.length} without: ${waiting.slice(0, 5).join(", ")}` };
    }),
};

const nameOf = ({ namespace, name }: JsonMap): string => `${textOf(namespace)}/${textOf(name)}`;
