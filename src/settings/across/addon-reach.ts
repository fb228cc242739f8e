import type { ChartValues } from "../checking/chart-values";
import type { Reach } from "../addon-definition/definition";
import { type Egress, opens, problemsOfEgress } from "../addon-definition/egress";
import type { ChartAddonName } from "../addons";
import { addressOf, isPrivate, type OutsideHost, outsideHosts } from "../checking/outside-hosts";
import { ownValue } from "../checking/own-value";
import { type Path, problem, show } from "../checking/problem";
import { addonDefinitions } from "../environment/addon-definitions";
import type { ClusterEnvironmentConfig } from "../environment/environment";

/** Settings of an add-on with a chart, as far as its calls go. */
interface Calls {
  readonly values: ChartValues;
  readonly egress?: Egress | false | undefined;
}

/**
 * Refuses values that name a host outside the cluster which the network policies let no pod of the add-on call: the
 * connection would be dropped, and nothing but the add-on's own log would tell.
 */
export const addonsReachWhatTheyCall = (config: ClusterEnvironmentConfig): string[] =>
  addonDefinitions().flatMap(([name, { chart, reaches = () => ({}) }]) => {
    const addon: Calls | false = chart ? config.addons[name as ChartAddonName] : false;
    return addon === false ? [] : problemsOfCalls(addon, reaches(config), ["addons", name]);
  });

const problemsOfCalls = ({ values, egress }: Calls, reach: Reach, path: Path): string[] => [
  ...(egress ? problemsOfEgress(egress, [...path, "egress"]) : []),
  ...outsideHosts(values)
    .filter((target) => !isReached(target, reach, egress))
    .map(({ path: at, host, port }) =>
      problem(
        [...path, "values", ...at],
        `a host that the network policies let the add-on call: ${inWords(portsFor(at, reach))}`,
        show(port === undefined ? host : `${host}:${port}`),
        `declare the call in ${path.join(".")}.egress, or write <service>.<namespace>.svc for a host in the cluster`,
      ),
    ),
];

function isReached({ path, host, port }: OutsideHost, reach: Reach, egress: Calls["egress"]): boolean {
  const ports = portsFor(path, reach);
  const address = addressOf(host);
  return (
    (!isPrivate(address) && (ports === "every" || (port !== undefined && ports.includes(port)))) ||
    (egress !== undefined && egress !== false && opens(egress, port, address))
  );
}

const portsFor = ([key]: Path, reach: Reach): Reach[string] =>
  ownValue(reach, String(key)) ?? ownValue(reach, "") ?? [];

const inWords = (ports: Reach[string]): string =>
  ports === "every"
    ? "any of the internet"
    : ports.length === 0
      ? "none outside the cluster"
      : `of the internet, on port ${ports.join(" or ")}`;
