import { show } from "../../checking/problem";
import { PLATFORM_HOSTS } from "../../dns/platform-hosts";
import type { WrittenApplication } from "../applications";
import type { Finding } from "../finding";
import type { World } from "../world";

interface Claim extends WrittenApplication {
  readonly host: string;
  readonly index: number;
}

const claimsOf = ({ applications }: World): Claim[] =>
  applications.flatMap(({ file, application }) =>
    application.hosts.map((host, index) => ({ file, application, host, index })),
  );

const atHost = (
  { file, application, index }: Claim,
  words: Pick<Finding, "expected" | "got" | "fix">,
): Finding => ({ file, path: ["applications", application.name, "hosts", index], ...words });

/** Refuses one host of two applications, whose Ingresses would take turns in answering. */
export function applicationHostsAreUnique(world: World): Finding[] {
  const first = new Map<string, Claim>();
  return claimsOf(world).flatMap((claim) => {
    const earlier = first.get(claim.host);
    first.set(claim.host, earlier ?? claim);
    return earlier === undefined
      ? []
      : [
          atHost(claim, {
            expected: "a host of its own",
            got: `${show(claim.host)}, which ${earlier.application.name} has (${earlier.file.path})`,
            fix: "give the host to one of the two",
          }),
        ];
  });
}

/** Refuses a host of the platform's pages. */
export const applicationHostsAreFree = (world: World): Finding[] =>
  claimsOf(world)
    .filter(({ host }) => PLATFORM_HOSTS.includes(host))
    .map((claim) =>
      atHost(claim, {
        expected: "a host of its own",
        got: `${show(claim.host)}, which the platform has`,
        fix: "choose another",
      }),
    );
