import type { Environment } from "../../config/environment";
import type { AlertingConfig, ReceiverConfig, RouteConfig } from "../../config/services/alerting";
import type { FluentBitConfig } from "../../config/services/logs";
import type { Arrow, Box, Picture } from "./picture";

/** Boxes, and the arrows between them and others. */
interface Part {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** How what applications do reaches people: by metrics, logs, traces, exceptions and questions from outside. */
export function observabilityPicture(environment: Environment): Picture {
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

const NOTHING: Part = { boxes: [], arrows: [] };

const arrow = (from: string, to: string, ...labels: readonly string[]): Arrow => ({
  from,
  to,
  labels,
  dashed: false,
});

function metrics({ services: { kubePrometheusStack, grafana } }: Environment): Part {
  if (kubePrometheusStack === false) {
    return NOTHING;
  }
  const { retentionDays, alerting } = kubePrometheusStack;
  const routed = receivers(alerting);
  return {
    boxes: [
      { id: "prometheus", title: "Prometheus", lines: [`keeps ${retentionDays} days`], colour: "blue" },
      { id: "alertmanager", title: "Alertmanager", lines: [], colour: "blue" },
      ...(grafana ? [GRAFANA] : []),
      ...routed.boxes,
    ],
    arrows: [
      arrow("applications", "prometheus", "metrics, probes"),
      arrow("prometheus", "alertmanager", "alerts"),
      ...(grafana ? [arrow("prometheus", "grafana")] : []),
      ...routed.arrows,
    ],
  };
}

const GRAFANA: Box = { id: "grafana", title: "Grafana", lines: ["dashboards"], colour: "blue" };

/** Those that some route leads to, with what leads there. */
function receivers({ receivers: known, routes }: AlertingConfig): Part {
  const reached = Object.entries(known).filter(([name]) => routes.some(({ receiver }) => receiver === name));
  return {
    boxes: reached.map(([name, receiver]) => ({
      id: `receiver ${name}`,
      title: name,
      lines: [wordsFor(receiver)],
      colour: "yellow",
    })),
    arrows: reached.map(([name]) =>
      arrow(
        "alertmanager",
        `receiver ${name}`,
        ...routes.filter(({ receiver }) => receiver === name).flatMap(matchWords),
      ),
    ),
  };
}

const matchWords = ({ match, during }: RouteConfig): string[] => [
  Object.entries(match)
    .map(([label, value]) => `${label}=${typeof value === "string" ? value : value.join("|")}`)
    .join(", "),
  ...(during === undefined ? [] : [`only ${during}`]),
];

function wordsFor(receiver: ReceiverConfig): string {
  switch (receiver.kind) {
    case "slack":
      return `Slack ${receiver.channel}`;
    case "pagerduty":
      return "PagerDuty: wakes who is on call";
    case "email":
      return `e-mail to ${receiver.to}`;
    case "zendesk":
      return `a ticket at ${receiver.subdomain}.zendesk.com`;
    case "sns":
      return "SNS: its silence sets off an alarm";
  }
}

function logs({ services: { fluentBit } }: Environment): Part {
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

const traces = ({ services: { tempo, grafana } }: Environment): Part =>
  tempo
    ? {
        boxes: [
          { id: "tempo", title: "Tempo", lines: [`keeps ${tempo.retentionDays} days`], colour: "blue" },
        ],
        arrows: [
          arrow("applications", "tempo", "traces, by OTLP"),
          ...(grafana ? [arrow("tempo", "grafana")] : []),
        ],
      }
    : NOTHING;

const exceptions = ({ externalServices: { sentry } }: Environment): Part =>
  sentry
    ? {
        boxes: [{ id: "sentry", title: "Sentry", lines: ["tells each team in Slack"], colour: "yellow" }],
        arrows: [arrow("applications", "sentry", "exceptions")],
      }
    : NOTHING;

function uptime({ externalServices: { uptime: asked } }: Environment): Part {
  if (asked === false) {
    return NOTHING;
  }
  const severities = [...new Set(Object.values(asked.checks).map(({ severity }) => severity))];
  return {
    boxes: [
      {
        id: "outside",
        title: "Pingdom and Route 53",
        lines: Object.values(asked.checks).map(({ host, path = "/" }) => `ask ${host}${path}`),
        colour: "blue",
      },
      ...severities.map((severity): Box => {
        const { pingdomTeam, emailSecret } = asked.destinations[severity];
        return {
          id: `outside ${severity}`,
          title: severity,
          lines: [`Pingdom team ${pingdomTeam}`, `e-mail to the address in ${emailSecret}`],
          colour: "yellow",
        };
      }),
    ],
    arrows: [
      arrow("applications", "outside", "answers from outside"),
      ...severities.map((severity) => arrow("outside", `outside ${severity}`, "outages")),
    ],
  };
}

const cloudWatch = ({ alarmEmailSecret }: Environment): Part => ({
  boxes: [
    { id: "cloudwatch", title: "CloudWatch", lines: ["alarms about what AWS runs"], colour: "blue" },
    ...(alarmEmailSecret
      ? [
          {
            id: "alarm e-mail",
            title: "SNS",
            lines: [`e-mail to the address in ${alarmEmailSecret}`],
            colour: "yellow" as const,
          },
        ]
      : []),
  ],
  arrows: [
    arrow("applications", "cloudwatch", "control plane, nodes, NAT, database"),
    ...(alarmEmailSecret ? [arrow("cloudwatch", "alarm e-mail", "alarms")] : []),
  ],
});
