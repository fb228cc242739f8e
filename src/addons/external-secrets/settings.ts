import { z } from "zod";
import { type AddonDefinition, chartSection, MONITORED } from "../../settings/addon-definition/definition";
import { off, section } from "../../settings/addon-definition/section";
import { mergeSettings } from "../../settings/checking/merge-settings";
import { PLATFORM_NAMESPACES } from "../../settings/namespaces/namespaces";
import { CHART } from "./chart";
import { type CopiesContext, usualCopies } from "./copies";
import { problemsOfCopies } from "./rules";

const SECRET = section({
  /** Path of the secret, such as `example/dex/github`. */
  path: z.string(),

  /** The Kubernetes Secret that holds the copy. */
  name: z.string(),

  /** Namespaces of add-ons that read secrets of their own. */
  namespace: z.enum([PLATFORM_NAMESPACES.services, PLATFORM_NAMESPACES.monitoring]),

  /**
   * The keys to copy of a secret that is a JSON object.
   *
   * @default - all of them
   */
  keys: z.array(z.string()).readonly().optional(),
});

/** A secret of AWS Secrets Manager that the cluster keeps a copy of. */
export type SecretConfig = Readonly<z.infer<typeof SECRET>>;

const STORES = section({ secretsManager: z.boolean(), parameterStore: z.boolean() });

const CONFIG = chartSection({
  /** AWS's stores that the cluster reads secrets from. */
  stores: STORES,

  /** Secrets of AWS Secrets Manager that the cluster keeps a copy of. */
  secrets: z.array(SECRET).readonly(),
});

export type ExternalSecretsConfig = Readonly<z.infer<typeof CONFIG>>;

/** One store may be set without the other. */
const SETTINGS = z.union([CONFIG.partial().extend({ stores: STORES.partial().optional() }), off]).optional();

type Settings = z.infer<typeof SETTINGS>;

export const externalSecrets = {
  chart: CHART,
  ownsRoles: () => ["external-secrets"],
  settings: SETTINGS,
  configure: (settings: Settings, context: CopiesContext): ExternalSecretsConfig | false => {
    const { stores, ...rest } = settings || {};

    return (
      settings !== false && {
        ...mergeSettings<Omit<ExternalSecretsConfig, "stores">>(
          { values: {}, secrets: usualCopies(context) },
          rest,
        ),
        stores: mergeSettings<ExternalSecretsConfig["stores"]>(
          { secretsManager: true, parameterStore: false },
          stores,
        ),
      }
    );
  },
  needs: MONITORED,
  rules: problemsOfCopies,
} satisfies AddonDefinition;
