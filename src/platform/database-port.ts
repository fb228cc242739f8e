/** Port of the databases of Grafana and Argo Workflows as they run. */
export const usualPort = {
  reason: "The databases answer there since they were made, and another port restarts each.",
};
