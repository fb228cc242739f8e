import type { Json } from "../../../src/output/leaves";
import type { ApiServer } from "../../offline/api-server";
import { withProviders } from "../../offline/with-providers";
import { blocksOf } from "../../terraform-json/blocks";
import { asMap, type JsonMap } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";
import { withoutBlocks } from "../../terraform-json/without-blocks";
import { withoutState } from "../../terraform-json/without-state";
import type { Providers } from "../../toolbox/providers";
import { emulatedStack } from "../emulate/emulated-stack";
import { type EmulatedAws, withoutRecovery } from "./emulated-aws";
import { standInFor, withStandIns } from "./stand-ins";

/** Way to reach an API server. */
export type Access = Pick<ApiServer, "url" | "token" | "certificate">;

/** Surroundings in which a stack is applied. */
export interface Surroundings {
  readonly providers: Providers;
  readonly access: Access;

  /** Backend that keeps the state of a stack, as Terraform's block has it. */
  readonly backendOf: (id: string) => JsonMap;

  /** Charts by the addresses of their releases. A release without one is left out. */
  readonly charts: ReadonlyMap<string, string>;

  /**
   * AWS that is played.
   *
   * @default - none, which takes providers without that of AWS
   */
  readonly aws?: EmulatedAws | undefined;
}

/** The part of a cluster's stack that can be applied to an API server on this machine. */
export interface OfflineStack {
  readonly id: string;
  readonly json: JsonMap;
}

/**
 * A stack with a state of its own, its charts in folders and its cluster on this machine. AWS is emulated; without
 * an emulator its answers are well-formed values and nothing else, as those of other states always are.
 */
export function offlineStack(stack: SynthesisedStack, surroundings: Surroundings): OfflineStack {
  const { providers, access, backendOf, charts, aws } = surroundings;
  const leftOut = releasesWithout(stack.json, charts);
  const available = withProviders(stack, providers, standInFor);
  const played = aws === undefined ? available : emulatedStack(available, aws.gaps);
  const own = without(withoutState(played), "output");
  const left = withoutBlocks(
    {
      ...own,
      terraform: { ...asMap(own.terraform), backend: backendOf(stack.id) },
      provider: configured(own.provider, access),
      resource: withCharts(withoutRecovery(own.resource), charts),
    },
    {
      isRemoved: (address) => leftOut.includes(address) || address.startsWith("data.terraform_remote_state."),
      standInFor,
    },
  );
  return { id: stack.id, json: withStandIns(left) };
}

/** Providers with the address and the token of an API server. */
function configured(providers: Json | undefined, { url, token, certificate }: Access): JsonMap {
  const cluster = { host: url, token, cluster_ca_certificate: certificate };
  const ours: Readonly<Record<string, Json>> = {
    kubernetes: [cluster],
    helm: [{ kubernetes: cluster }],
  };
  return Object.fromEntries(
    Object.entries(asMap(providers)).map(([name, provider]) => [name, ours[name] ?? provider]),
  );
}

/** Resources whose charts are folders on this machine. */
const withCharts = (resources: Json | undefined, charts: ReadonlyMap<string, string>): JsonMap =>
  Object.fromEntries(
    Object.entries(asMap(resources)).map(([type, blocks]) => [
      type,
      type === "helm_release"
        ? Object.fromEntries(
            Object.entries(asMap(blocks)).map(([id, block]) => [id, withChart(id, asMap(block), charts)]),
          )
        : blocks,
    ]),
  );

function withChart(id: string, block: JsonMap, charts: ReadonlyMap<string, string>): JsonMap {
  const chart = charts.get(`helm_release.${id}`);
  const others = { ...without(block, "repository"), ...longer(block) };
  // Unknown fields are what `api-server` asks about. The schema of all kinds, for each release, is most of the work.
  return chart === undefined ? block : { ...others, chart, disable_openapi_validation: true };
}

/** Seconds that each release may take: a busy machine with two cores is slower than any control plane of EKS. */
const SECONDS = 900;

const longer = ({ timeout }: JsonMap): JsonMap => (typeof timeout === "number" ? { timeout: SECONDS } : {});

/** A map without one of its keys. */
const without = (map: JsonMap, key: string): JsonMap =>
  Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));

/** Addresses of releases without a chart. */
const releasesWithout = (json: JsonMap, charts: ReadonlyMap<string, string>): string[] =>
  Object.keys(blocksOf(json, "helm_release"))
    .map((id) => `helm_release.${id}`)
    .filter((address) => !charts.has(address));
