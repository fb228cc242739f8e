import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import type { FluentBitConfig } from "../../../../src/addons/fluent-bit/settings";
import { arrow, NOTHING, type Part } from "../part";

/** Path of applications' log lines. */
export function logs({ addons: { fluentBit } }: ClusterEnvironment): Part {
  if (fluentBit === false) {
    return NOTHING;
  }
  return {
    boxes: [
      { id: "fluent-bit", title: "Fluent Bit", lines: [], colour: "blue" },
      { id: "logs", title: "logs", lines: [destination(fluentBit)], colour: "grey" },
    ],
    arrows: [
      arrow("applications", "fluent-bit", fluentBit.events ? "lines, events" : "lines"),
      arrow("fluent-bit", "logs"),
    ],
  };
}

function destination({ destination: to }: FluentBitConfig): string {
  switch (to.type) {
    case "logstash":
      return "Logit";
    case "cloudwatch":
      return `CloudWatch, ${to.retentionDays} days`;
    case "opensearch":
      return to.endpoint;
  }
}
