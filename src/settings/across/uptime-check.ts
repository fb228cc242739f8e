import type { DnsConfig } from "../dns/dns";
import type { UptimeCheckConfig } from "../external-services/external-services";
import { isDomainName } from "../dns/rules";
import { type Path, problem, show } from "../checking/problem";
import { TEMPLATE_START } from "../checking/template-start";

/** Path such as `/healthcheck/ready`. */
const PATH = /^\/[\w./~%-]*$/;

/** Longest path and longest text that Route 53 takes. */
const LONGEST = 255;

/** Problems of a check: both Pingdom and Route 53 must be able to make it from outside. */
export const problemsOfCheck = (
  { host, path, shouldContain }: UptimeCheckConfig,
  at: Path,
  dns: DnsConfig,
): string[] => [
  ...problemsOfHost(host, [...at, "host"], dns),
  ...(path === undefined || (PATH.test(path) && path.length <= LONGEST)
    ? []
    : [
        problem(
          [...at, "path"],
          `a path of at most ${LONGEST} characters such as "/healthz"`,
          show(path),
          "begin with a slash; leave out queries and fragments",
        ),
      ]),
  ...(shouldContain === undefined || isSearchable(shouldContain)
    ? []
    : [
        problem(
          [...at, "shouldContain"],
          `a text of 1 to ${LONGEST} characters in one line`,
          show(shouldContain),
          "Route 53 looks for no other; leave out a brace after a dollar or per cent sign, which Terraform takes for its own",
        ),
      ]),
];

function problemsOfHost(host: string, at: Path, { internalZone, publicZone }: DnsConfig) {
  if (host.endsWith(`.${internalZone}`)) {
    const fix = "ask one of a public zone";
    return [problem(at, "a host that can be asked from outside", show(host), fix)];
  }
  // A problem of a cluster's host is a problem of an environment's domain, which has its own rule.
  return isHost(host) || host.endsWith(`.${publicZone}`)
    ? []
    : [
        problem(
          at,
          'a host such as "www.example.org"',
          show(host),
          "write its name in lower case, without scheme, port or path",
        ),
      ];
}

/** True for a host name. An IP address has no certificate to trust. */
const isHost = (host: string): boolean => isDomainName(host) && /[a-z][a-z0-9-]*$/.test(host);

const isSearchable = (text: string): boolean =>
  text.trim() !== "" && text.length <= LONGEST && !TEMPLATE_START.test(text) && !/\p{Cc}/u.test(text);
