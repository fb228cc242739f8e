import { prometheusReplicas } from "./prometheus";

/** Prometheus' Service, as its chart names it. */
export const prometheusAddress = (namespace: string): string =>
  `http://kube-prometheus-stack-prometheus.${namespace}:9090`;

/** Each of Prometheus' pods, as the operator names them: replicas do not tell each other what is written to one. */
export const prometheusReplicaAddresses = (namespace: string, replicas: number): readonly string[] =>
  Array.from(
    { length: prometheusReplicas(replicas) },
    (_, index) =>
      `http://prometheus-kube-prometheus-stack-prometheus-${index}.prometheus-operated.${namespace}:9090`,
  );

/** Alertmanager's Service, as its chart names it. */
export const alertmanagerAddress = (namespace: string): string =>
  `http://kube-prometheus-stack-alertmanager.${namespace}:9093`;

/** Address of Tempo's queries. Applications send it spans at port 4317 (gRPC) and 4318 (HTTP). */
export const tempoAddress = (namespace: string): string => `http://tempo.${namespace}:3200`;
