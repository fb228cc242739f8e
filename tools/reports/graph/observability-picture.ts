import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { cloudWatch, uptime } from "./observability/from-outside";
import { logs } from "./observability/logs";
import { metrics } from "./observability/metrics";
import { exceptions, traces } from "./observability/traces-and-exceptions";
import type { Box, Picture } from "./picture";

/**
 * Paths by which engineers observe applications: metrics, logs, traces, exceptions and checks from outside.
 */
export function observabilityPicture(environment: ClusterEnvironment): Picture {
  const parts = [metrics, logs, traces, exceptions, uptime, cloudWatch].map((part) => part(environment));
  const applications: Box = {
    id: "applications",
    title: "applications and platform",
    lines: [],
    colour: "green",
  };
  return {
    title: `${environment.name}: from an application to the pager`,
    direction: "right",
    boxes: [applications, ...parts.flatMap(({ boxes }) => boxes)],
    arrows: parts.flatMap(({ arrows }) => arrows),
  };
}
