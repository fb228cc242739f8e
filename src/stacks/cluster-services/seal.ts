import { Seal } from "../../addons/seal/seal";
import type { Tenants } from "../../settings/tenants/tenants";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the reminder of open pull requests for teams, in the one environment that sends it. */
export function installSeal(
  { stack, environment, shared }: Platform,
  { secrets }: Foundation,
  { teams, applications }: Tenants,
): void {
  const digests = teams.flatMap(({ name, slackChannel, digest }) => {
    const repositories = new Set(
      applications.filter(({ team }) => team === name).map(({ repository }) => repository),
    );
    return digest && slackChannel !== undefined && repositories.size > 0
      ? [{ team: name, slackChannel, schedule: digest.schedule, repositories: [...repositories].sort() }]
      : [];
  });

  if (environment.addons.seal && digests.length > 0) {
    new Seal(stack, "seal", {
      ...shared,
      digests,
      timeZone: environment.organisation.timeZone,
      secret: `${environment.organisation.secretsPrefix}/seal`,
      after: [secrets],
    });
  }
}
