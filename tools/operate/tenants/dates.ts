import { resourcesOf, supportedUntil } from "../../../src/settings/products/resources/own-resources";
import type { ProductConfig, ProductEnvironmentConfig } from "../../../src/settings/products/schema";

/** Date in a product's file by which its team does something. */
interface Deadline {
  readonly environment: string;
  readonly date: string;

  /** End of what, such as "hold". */
  readonly of: string;
}

/** Dates of a product, the earliest first. */
export const deadlinesOf = ({ environments }: ProductConfig): Deadline[] =>
  Object.entries(environments)
    .flatMap(([environment, settings]) => datesOf(settings).map(([of, date]) => ({ environment, of, date })))
    .sort((a, b) => (a.date < b.date ? -1 : 1));

const datesOf = ({
  sandbox,
  hold,
  podSecurity,
  access,
  ...settings
}: ProductEnvironmentConfig): [string, string][] => [
  ...(sandbox ? [["sandbox", sandbox.reviewOn] as [string, string]] : []),
  ...(hold ? [["hold", hold.until] as [string, string]] : []),
  ...(podSecurity ? [["podSecurity", podSecurity.until] as [string, string]] : []),
  ...access.flatMap(({ team, until }) =>
    until === undefined ? [] : [[`access of ${team}`, until] as [string, string]],
  ),
  ...resourcesOf({ settings: { access, ...settings } }).flatMap((resource) => {
    const until = supportedUntil(resource);
    return until === undefined
      ? []
      : [[`version of ${resource.kind} ${resource.name}`, until] as [string, string]];
  }),
];
