import { z } from "zod";
import { chartAddon, chartSection, HTTPS } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { CHART } from "./chart";
import { needsOfFlux, problemsOfFlux } from "./rules";

/** Folder of a Git repository. */
const SOURCE = {
  /** Such as `example/gitops`. */
  repository: z.string(),
  branch: z.string(),

  /** Folder as seen from the root, such as `clusters/production`. */
  path: z.string(),
};

const PLATFORM = section({
  ...SOURCE,

  /**
   * Path in Secrets Manager of a GitHub App's `githubAppID`, `githubAppInstallationID` and `githubAppPrivateKey`.
   *
   * @default - none: the repository is public
   */
  credentialsPath: z.string().optional(),
});

const CUSTOMERS = section({
  ...SOURCE,

  /**
   * Name of the Secret with the same keys in each namespace of applications, where `forApplications` of
   * `addons.externalSecrets` copies it.
   *
   * @default - none: the repository is public
   */
  secretName: z.string().optional(),
});

export type FluxPlatformConfig = Readonly<z.infer<typeof PLATFORM>>;
export type FluxCustomersConfig = Readonly<z.infer<typeof CUSTOMERS>>;

const CONFIG = chartSection({
  /** Source of the platform's own objects, applied with every right; `false` for none. */
  platform: z.union([PLATFORM, off]),

  /**
   * Source of the customers' objects, with a folder for each namespace of applications, applied with the rights of that
   * namespace; `false` for none. Products name their own repositories.
   */
  customers: z.union([CUSTOMERS, off]),
});

export type FluxConfig = Readonly<z.infer<typeof CONFIG>>;

/** Delivers where `gitops` of the cluster is `flux`, in place of Argo CD. */
export const flux = chartAddon({
  chart: CHART,
  reaches: HTTPS,
  config: CONFIG,
  defaults: (): FluxConfig => ({ values: {}, platform: false, customers: false }),
  offByDefault: ({ gitops }) => gitops !== "flux",
  needs: { prometheusOperatorCrds: "its PodMonitors" },
  needsAsSet: needsOfFlux,
  rules: problemsOfFlux,
});
