import { z } from "zod";
import { chartAddon, chartSection, MONITORED, PUBLISHED } from "../../settings/addon-definition/definition";
import { section } from "../../settings/addon-definition/section";
import { IDENTITY_PROVIDER } from "../../settings/sign-in/identity-provider";
import type { Organisation } from "../../settings/organisation/organisation";
import { CHART } from "./chart";
import { problemsOfSignIn, reachOfDex } from "./rules";
import { secretsOfDex } from "./owned-secrets";

/** The Kubernetes Secret with the credentials of the GitHub application that people sign in through. */
export const gitHubCredentials = ({ name }: Organisation): string => `${name}-dex-github`;

/** The Kubernetes Secret with the credentials of the application at a provider of OpenID Connect. */
export const oidcCredentials = ({ name }: Organisation): string => `${name}-dex-oidc`;

const PASSWORD_SIGN_IN = section(
  {
    /** Only one administrator of every application signs in, with a password that Terraform generates. */
    password: z.literal(true),

    /** Reason for which users are not told apart. */
    reason: z.string(),
  },
  '{ password: true, reason: "…" }',
);

const CONFIG = chartSection({
  /** Members of teams at a provider sign in, or one administrator by password. */
  signIn: z.union([IDENTITY_PROVIDER, PASSWORD_SIGN_IN]),

  /** Teams whose members may sign in: of GitHub each as `<organisation>:<team>`, of another provider its groups. */
  teams: z.array(z.string()).readonly(),

  /** The one of `teams` whose members may change things in the applications that tell members of teams apart. */
  readWriteTeam: z.string(),
});

export type DexConfig = Readonly<z.infer<typeof CONFIG>>;

export const dex = chartAddon({
  chart: CHART,
  config: CONFIG,
  defaults: ({ organisation }): DexConfig => ({
    values: {},
    signIn: organisation.signIn === false ? "github" : organisation.signIn.provider,
    teams: organisation.signIn === false ? [] : organisation.signIn.teams,
    readWriteTeam: organisation.signIn === false ? "" : organisation.signIn.productionTeam,
  }),
  offByDefault: ({ organisation }) => organisation.signIn === false,
  needs: {
    ...MONITORED,
    externalSecrets: "its clients' credentials",
    ...PUBLISHED,
  },
  health: { dex: "/healthz" },
  ownsSecrets: secretsOfDex,
  reaches: reachOfDex,
  rules: problemsOfSignIn,
});
