import type { Manifest } from "../../constructs/manifests";

const PORTS = { "otlp-grpc": 4317, "otlp-http": 4318 } as const;

/** Services under which applications reach Tempo besides `tempo`, such as a distributed one's `tempo-distributor`. */
export const tempoServices = (names: readonly string[]): Manifest[] =>
  names.map((name) => ({
    apiVersion: "v1",
    kind: "Service",
    metadata: { name },
    spec: {
      selector: { "app.kubernetes.io/name": "tempo" },
      ports: Object.entries(PORTS).map(([port, number]) => ({
        name: port,
        port: number,
        targetPort: number,
      })),
    },
  }));
