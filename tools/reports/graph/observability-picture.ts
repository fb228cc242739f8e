import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { cloudWatch, uptime } from "./observability/from-outside";
import { logs } from "./observability/logs";
import { metrics } from "./observability/metrics";
import { exceptions, traces } from "./observability/traces-and-exceptions";
import type { Box, Picture } from "./picture";
import { wrapped } from "./wrapped";

/**
 * Paths by which engineers observe applications: metrics, logs, traces, exceptions and checks from outside.
 */
export function observabilityPicture(environment: ClusterEnvironment): Picture {
  const parts = [metrics, logs, traces, exceptions, uptime, cloudWatch].map((part) => part(environment));
  const applications: Box = {
    id: "applications",
    title: "applications",
    lines: ["and the platform"],
    colour: "green",
  };
  return {
    title: `${environment.name}: from an application to the pager`,
    direction: "right",
    legend: {
      green: "what is observed",
      blue: "collects, decides or asks",
      grey: "keeps logs",
      yellow: "tells people",
    },
    boxes: [applications, ...parts.flatMap(({ boxes }) => boxes)].map(narrow),
    arrows: parts.flatMap(({ arrows }) => arrows),
  };
}

/** Widest line of a box: four boxes and what crosses between them fit a page. */
const WIDTH = 26;

const narrow = (box: Box): Box => ({ ...box, lines: box.lines.flatMap((line) => wrapped(line, WIDTH)) });
