import { isNewer } from "../../checking/newer";
import { problem, show } from "../../checking/problem";
import { BINDINGS, BOUND_PROVIDERS } from "../provider-versions";
import type { OrganisationConfig } from "../schema";

/** A provider may be newer than its bindings within their major, where no argument goes. */
export const problemsOfProviderVersions = ({ providerVersions }: OrganisationConfig): string[] =>
  BOUND_PROVIDERS.flatMap((name) => {
    const [bindings, version] = [BINDINGS[name], providerVersions[name]];
    const [major = ""] = bindings.split(".");
    return fits(version, bindings, major)
      ? []
      : [
          problem(
            ["organisation", "providerVersions", name],
            `one version from ${bindings} on with the major ${major}, as its bindings have`,
            show(version),
            `leave it out for ${bindings}, or raise @cdktf/provider-${name} first`,
          ),
        ];
  });

const fits = (version: string, bindings: string, major: string): boolean =>
  /^\d+\.\d+\.\d+$/.test(version) && version.split(".")[0] === major && !isNewer(bindings, version);
