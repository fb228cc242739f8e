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

/** A secret of AWS that the cluster keeps a copy of. */
export type SecretConfig = Readonly<z.infer<typeof SECRET>>;

const STORES = section({ secretsManager: z.boolean(), parameterStore: z.boolean() });

/**
 * One store for several namespaces of applications, whose secrets have names without their namespace in them. Each
 * namespace may copy the names that it lists here. The store's role reads all of them.
 */
const SHARED = section({
  /** Name of the ClusterSecretStore, which charts write down. */
  store: z.string(),

  /** Names of secrets by namespace. One with a `*` at its end stands for all that begin alike. */
  names: z.record(z.string(), z.array(z.string()).readonly()),

  /** Sentence that says why the names are as they are. */
  // Empty if missing, which a rule refuses together with all else that is wrong.
  reason: z.string().default(""),
});

export type SharedSecretsConfig = Readonly<z.infer<typeof SHARED>>;

const FOR_APPLICATIONS = section({
  /** Path in Secrets Manager, such as `example/slack-webhook-url`. */
  path: z.string(),

  /** The Kubernetes Secret that holds the copy. */
  name: z.string(),

  /** Namespace of applications. Each of its pods can read the copy. */
  namespace: z.string(),

  /** Sentence that says why the charts of the applications do not copy it. */
  reason: z.string(),
});

/** A secret of the organisation that the platform copies for applications. */
export type ApplicationSecretConfig = Readonly<z.infer<typeof FOR_APPLICATIONS>>;

const CONFIG = chartSection({
  /** AWS's stores that the cluster reads secrets from. */
  stores: STORES,

  /** Store that `secrets` come from. Those that add-ons make are in Secrets Manager. */
  secretsFrom: z.enum(["secretsManager", "parameterStore"]),

  /** Secrets of AWS that the cluster keeps a copy of. In Parameter Store, a path has a slash before it. */
  secrets: z.array(SECRET).readonly(),

  /** Secrets of the organisation that the platform copies into namespaces of applications. */
  forApplications: z.array(FOR_APPLICATIONS).readonly(),

  /** Store of applications whose secrets are not named after their namespace; `false` for none. */
  shared: z.union([SHARED, off]),
});

export type ExternalSecretsConfig = Readonly<z.infer<typeof CONFIG>>;

/** One store may be set without the other. */
const SETTINGS = z.union([CONFIG.partial().extend({ stores: STORES.partial().optional() }), off]).optional();

type Settings = z.infer<typeof SETTINGS>;

export const externalSecrets = {
  chart: CHART,
  reaches: () => ({ "": [443], certController: [], webhook: [] }),
  ownsRoles: () => ["external-secrets"],
  settings: SETTINGS,
  configure: (settings: Settings, context: CopiesContext): ExternalSecretsConfig | false => {
    const { stores, ...rest } = settings || {};

    return (
      settings !== false && {
        ...mergeSettings<Omit<ExternalSecretsConfig, "stores">>(
          {
            values: {},
            secretsFrom: "secretsManager",
            secrets: usualCopies(context),
            forApplications: [],
            shared: false,
          },
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
