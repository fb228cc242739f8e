import type { HelmValues } from "../../constructs/helm-values";
import { ARGO_CD_PROGRAM, clientSecretName } from "../dex/clients";

/** Permissions of users once Dex has signed them in. */
export type ArgoCdUsers =
  | "all-administrators"
  | {
      /** The GitHub team, as `<organisation>:<team>`, whose members may do everything. */
      readonly administrators: string;

      /** Teams that may look at everything. */
      readonly readers: readonly string[];
    };

/** Banner along the top of every page. */
export interface Banner {
  readonly text: string;

  /** Colour of the banner, as CSS has it: `#d4351c`. */
  readonly colour: string;
}

export interface ArgoCdSettingsProps {
  /** The zone that it and Dex are found under. */
  readonly zone: string;
  readonly users: ArgoCdUsers;

  /** Name on the button by which users sign in. */
  readonly provider: string;
  readonly banner: Banner;

  /** True where it deploys to other clusters. */
  readonly isHub: boolean;
}

const CLIENT_SECRET = clientSecretName({ name: "argocd" });

/** Seconds between comparisons of applications with Git, if no webhook reports a change. */
const RECONCILIATION_SECONDS = 300;

/** Longest time that one sync may take. */
const SYNC_SECONDS = 300;

/**
 * Argo CD's own configuration.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/argocd-cm-yaml/
 */
export const argoCdSettings = ({
  zone,
  users,
  provider,
  banner,
  isHub,
}: ArgoCdSettingsProps): HelmValues => ({
  cm: {
    url: `https://argo.${zone}`,
    "oidc.config": JSON.stringify({
      name: provider,
      issuer: `https://dex.${zone}`,
      clientID: `$${CLIENT_SECRET}:clientID`,
      clientSecret: `$${CLIENT_SECRET}:clientSecret`,
      cliClientID: ARGO_CD_PROGRAM.id,
      requestedScopes: ["openid", "profile", "email", "groups"],
    }),
    "admin.enabled": false,
    "users.anonymous.enabled": false,
    "exec.enabled": false,
    "timeout.reconciliation": `${RECONCILIATION_SECONDS}s`,
    "ui.bannercontent": banner.text,
    "ui.bannerpermanent": true,
    "ui.bannerposition": "top",
    // It may not list every kind in other clusters, and watches those that it may.
    ...(isHub && { "resource.respectRBAC": "strict" }),
  },
  params: {
    // TLS ends at the load balancer.
    "server.insecure": true,
    // A sync that waits for longer, such as for a hook that hangs, fails and says so.
    "controller.sync.timeout.seconds": SYNC_SECONDS,
    // An ApplicationSet may create, change and delete its applications; the chart's default leaves that to each.
    "applicationsetcontroller.policy": "sync",
  },
  rbac: rolesOf(users),
  styles: bannerStyle(banner),
});

/** @see https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/ */
const rolesOf = (users: ArgoCdUsers): HelmValues =>
  users === "all-administrators"
    ? { "policy.default": "role:admin", "policy.csv": "", scopes: "[groups]" }
    : {
        // A user in none of the named teams has no permission.
        "policy.default": "",
        "policy.csv": [
          `g, ${users.administrators}, role:admin`,
          ...users.readers.map((team) => `g, ${team}, role:readonly`),
        ].join("\n"),
        scopes: "[groups]",
      };

const bannerStyle = ({ colour }: Banner): string =>
  `.ui-banner { background-color: ${colour}; color: ${textOn(colour)}; }`;

/** Black or white, whichever is easier to read on a colour. */
function textOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    parseInt(colour.slice(start, start + 2), 16),
  );
  // How bright each part looks to the eye.
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "#0b0c0c" : "#ffffff";
}
