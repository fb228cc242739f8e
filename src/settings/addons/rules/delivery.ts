import type { ClusterEnvironmentConfig } from "../../environment/environment";
import { problemsOfArgoCd } from "./argo-cd";
import { problemsOfArgoWorkflows } from "./argo-workflows";
import { problemsOfPullSecrets } from "./image-pull-secrets";

/** What is wrong with what delivers applications. */
export const problemsOfDelivery = (config: ClusterEnvironmentConfig): string[] => {
  const { argoCd, argoWorkflows } = config.addons;

  return [
    ...(argoCd ? problemsOfArgoCd(argoCd, config) : []),
    ...(argoWorkflows ? problemsOfArgoWorkflows(argoWorkflows, config) : []),
    ...problemsOfPullSecrets(config),
  ];
};
