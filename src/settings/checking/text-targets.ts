/** Host that a value names. */
export interface Target {
  readonly host: string;

  /** @default - one that the program which calls it chooses */
  readonly port?: number | undefined;
}

/** Hosts that a text names: in addresses, as `host:port`, in Fluent Bit's outputs, and on lines of YAML or INI. */
export const textTargets = (text: string): Target[] => [
  ...addresses(text),
  ...hostsWithPorts(text),
  ...fluentBitOutputs(text),
  ...hostLines(text),
];

/** Ports of schemes whose addresses may leave theirs out. */
const PORTS: Readonly<Record<string, number>> = {
  amqp: 5672,
  amqps: 5671,
  ftp: 21,
  git: 9418,
  grpcs: 443,
  http: 80,
  https: 443,
  ldap: 389,
  ldaps: 636,
  mongodb: 27_017,
  mysql: 3306,
  nats: 4222,
  oci: 443,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  rediss: 6379,
  smtp: 25,
  smtps: 465,
  ssh: 22,
  wss: 443,
};

function addresses(text: string): Target[] {
  const found = text.matchAll(
    /\b([a-z][a-z0-9+.-]*):\/\/(?:[^\s/@]*@)?([A-Za-z0-9.-]+|\[[0-9a-f:]+\])(?::(\d{1,5}))?/g,
  );
  return [...found].map(([, scheme = "", host = "", port]) => ({
    host,
    port: port === undefined ? portOf(scheme) : Number(port),
  }));
}

const portOf = (scheme: string): number | undefined =>
  Object.hasOwn(PORTS, scheme) ? PORTS[scheme] : undefined;

/** `smtp.example.org:587`, alone or in an argument. Hosts after a scheme are found as addresses. */
function hostsWithPorts(text: string): Target[] {
  const found = text.matchAll(
    /(?:^|[\s=,"'(])((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*|(?:\d{1,3}\.){3}\d{1,3}):(\d{1,5})(?=$|[\s,"')/])/gi,
  );
  return [...found].map(([, host = "", port]) => ({ host, port: Number(port) }));
}

/** Parts of Fluent Bit's configuration, each with a host on a line and a port on another. */
const fluentBitOutputs = (text: string): Target[] =>
  text.split(/^\s*\[/m).flatMap((part) => {
    const host = /^\s*host\s+([a-z0-9.-]+)\s*$/im.exec(part)?.[1];
    const port = /^\s*port\s+(\d{1,5})\s*$/im.exec(part)?.[1];
    return host === undefined ? [] : [{ host, port: port === undefined ? undefined : Number(port) }];
  });

/** A host with dots on one line, and a port on another of the same section: `host: smtp.example.org` and `port: 465`. */
const hostLines = (text: string): Target[] =>
  text.split(/^\s*\[/m).flatMap((part) => {
    const host =
      /^[ \t]*["']?[\w.-]*(?:host|server|address)["']?\s*[:=]\s*["']?((?:[a-z0-9-]+\.)+[a-z0-9-]+)["']?\s*$/im.exec(
        part,
      )?.[1];
    const port = /^[ \t]*["']?[\w.-]*port["']?\s*[:=]\s*["']?(\d{1,5})["']?\s*$/im.exec(part)?.[1];
    return host === undefined || port === undefined ? [] : [{ host, port: Number(port) }];
  });
