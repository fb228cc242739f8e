import type { ClusterEnvironment } from "../../../../src/settings/environment/environment";
import type { Box } from "../picture";
import { arrow, NOTHING, type Part } from "../part";

/** Checks that the site answers. */
export function uptime({ externalServices: { uptime: asked } }: ClusterEnvironment): Part {
  if (asked === false) {
    return NOTHING;
  }
  const severities = [...new Set(Object.values(asked.checks).map(({ severity }) => severity))];
  return {
    boxes: [
      {
        id: "outside",
        title: "Pingdom and Route 53",
        lines: ["ask", ...new Set(Object.values(asked.checks).map(({ host }) => host))],
        colour: "blue",
      },
      ...severities.map((severity): Box => {
        const { pingdomTeam, emailSecret } = asked.destinations[severity]!;
        return {
          id: `outside ${severity}`,
          title: `outages: ${severity}`,
          lines: [`Pingdom team ${pingdomTeam}`, `e-mail, address in ${emailSecret}`],
          colour: "yellow",
        };
      }),
    ],
    arrows: [
      arrow("applications", "outside", "answers", "from outside"),
      ...severities.map((severity) => arrow("outside", `outside ${severity}`)),
    ],
  };
}

/** Monitoring of AWS's part, and of Alertmanager's silence. */
export const cloudWatch = ({ alarmEmailSecret }: ClusterEnvironment): Part => ({
  boxes: [
    { id: "cloudwatch", title: "CloudWatch", lines: ["alarms about what AWS runs"], colour: "blue" },
    ...(alarmEmailSecret
      ? [
          {
            id: "alarm e-mail",
            title: "alarms",
            lines: [`e-mail, address in ${alarmEmailSecret}`],
            colour: "yellow" as const,
          },
        ]
      : []),
  ],
  arrows: [
    arrow("applications", "cloudwatch", "control plane,", "nodes, NAT,", "database"),
    ...(alarmEmailSecret ? [arrow("cloudwatch", "alarm e-mail")] : []),
  ],
});
