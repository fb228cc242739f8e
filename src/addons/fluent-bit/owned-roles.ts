import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { CHART } from "./chart";

/** Role that writes to a service of AWS. Logstash asks for no AWS credentials. */
export function rolesOfLogs({ addons: { fluentBit } }: ClusterEnvironmentConfig): string[] {
  return fluentBit && fluentBit.destination.type !== "logstash" ? [CHART.name] : [];
}
