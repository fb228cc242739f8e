import { type Block, overlap, parseCidr } from "./cidr-block";
import type { Path } from "./problem";
import { type Target, textTargets } from "./text-targets";

/** Values that tell people or charts an address which no pod of the add-on calls. */
const NOT_CALLED =
  /annotations|descriptions?$|domain|external_?url|image|ingress|issuer|labels|registry|redirect|repository|root_?url|route|runbook/i;

/** Hosts in a cluster: `tempo`, `tempo.cluster-services.svc`, `localhost`, and the addresses of a pod itself. */
const INSIDE = /^(?:[^.:]*|.+\.svc|.+\.cluster\.local|127\..+|0\.0\.0\.0)$/;

/** Host outside the cluster, and its place in the values that name it. */
export interface OutsideHost extends Target {
  readonly path: Path;
}

/** Hosts outside the cluster that values of a chart let its pods call. */
export function outsideHosts(values: unknown, path: Path = []): OutsideHost[] {
  if (typeof values === "string") {
    return textTargets(values)
      .filter(isOutside)
      .map((target) => ({ path, ...target }));
  }
  if (typeof values !== "object" || values === null) {
    return [];
  }
  const besidePort = Array.isArray(values) ? [] : hostBesidePort(values).filter(isOutside);
  return [
    ...besidePort.map(({ key, ...target }) => ({ path: [...path, key], ...target })),
    ...Object.entries(values).flatMap(([key, value]) =>
      NOT_CALLED.test(key) ? [] : outsideHosts(value, [...path, Array.isArray(values) ? Number(key) : key]),
    ),
  ];
}

const HOST_KEY = /^(?:.*[_.-])?(?:address|host|server)$|Host$/;
const PORT_KEY = /^(?:.*[_.-])?port$|Port$/;
const NAME = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/i;

/** Host with a port in a key of its own, as in `{ host: "db.example.org", port: 5432 }`. */
function hostBesidePort(values: object): (Target & { readonly key: string })[] {
  const entries = Object.entries(values) as [string, unknown][];
  const [, port] = entries.find(([key]) => PORT_KEY.test(key)) ?? [];

  return entries.flatMap(([key, host]) =>
    typeof host === "string" && NAME.test(host) && HOST_KEY.test(key) && isPort(port)
      ? [{ key, host, port: Number(port) }]
      : [],
  );
}

const isPort = (value: unknown): boolean =>
  (typeof value === "number" || typeof value === "string") && /^\d{1,5}$/.test(String(value));

const isOutside = ({ host }: Target): boolean => !INSIDE.test(host);

/** Address of a host that is none of a name's: a range of one. */
export const addressOf = (host: string): Block | undefined => parseCidr(`${host}/32`);

const PRIVATE = ["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"].map(
  (cidr) => parseCidr(cidr)!,
);

/** True for the address of a private network. A name may have one too, which only its zone knows. */
export const isPrivate = (address: Block | undefined): boolean =>
  address !== undefined && PRIVATE.some((range) => overlap(range, address));
