import type { AlertingConfig, ReceiverConfig, RouteConfig } from "../../../src/settings/alerting/alerting";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { KINDS } from "./observability/receivers";
import { arrow } from "./part";
import type { Box, Picture } from "./picture";
import { wrapped } from "./wrapped";

/** Widest line of a box. */
const WIDTH = 60;

/** Receivers of alerts, and the alerts that each gets. */
export function alertsPicture({ name, addons: { kubePrometheusStack } }: ClusterEnvironment): Picture {
  const rows = kubePrometheusStack === false ? [] : rowsOf(kubePrometheusStack.alerting);

  return {
    title: `${name}: who hears of which alerts`,
    direction: "right",
    legend: { grey: "labels that alerts have", yellow: "receiver" },
    boxes: rows.flatMap(({ alerts, receiver }): Box[] => [alerts, receiver]),
    arrows: rows.map(({ alerts, receiver }) => arrow(alerts.id, receiver.id)),
  };
}

const rowsOf = ({ receivers, routes }: AlertingConfig) =>
  Object.entries(receivers).map(([name, receiver]) => ({
    alerts: {
      id: `alerts ${name}`,
      title: "",
      lines: routes
        .filter((route) => route.receiver === name)
        .flatMap((route) => wrapped(matchWords(route), WIDTH)),
      colour: "grey" as const,
    },
    receiver: {
      id: `receiver ${name}`,
      title: KINDS[receiver.kind].title,
      lines: [placeOf(receiver) ?? KINDS[receiver.kind].does],
      colour: "yellow" as const,
    },
  }));

const matchWords = ({ match, during }: RouteConfig): string =>
  [
    ...Object.entries(match).map(([label, value]) => `${label}=${[value].flat().join("|") || "none"}`),
    ...(during === undefined ? [] : [`only ${during}`]),
  ].join(", ");

/** Channel, address or account that a receiver writes to. */
function placeOf(receiver: ReceiverConfig): string | undefined {
  switch (receiver.kind) {
    case "slack":
      return receiver.channel;
    case "email":
      return receiver.to;
    case "zendesk":
      return `${receiver.subdomain}.zendesk.com`;
    default:
      return undefined;
  }
}
