/** Events of an application, with their condition and their text in Slack. */
const EVENTS = {
  "on-out-of-sync": {
    when: "app.status.sync.status == 'OutOfSync'",
    // Once for each revision that it should have.
    oncePer: "app.status.sync.revision",
    message: "is not what Git says, and has not been changed yet.",
  },
  "on-sync-failed": {
    when: "app.status.operationState != nil and app.status.operationState.phase in ['Error', 'Failed']",
    oncePer: "app.status.operationState.finishedAt",
    message: "could not be changed to what Git says: {{.app.status.operationState.message}}",
  },
  "on-health-degraded": {
    when: "app.status.health.status == 'Degraded'",
    oncePer: "app.status.health.lastTransitionTime",
    message: "is not well.",
  },
} as const;

/** An event that people can be told of. */
export type TriggerName = keyof typeof EVENTS;

/** The event that workflows are told of. */
export const DEPLOYED = "on-deployed";

const LINK = "<{{.context.argocdUrl}}/applications/{{.app.metadata.name}}|{{.app.metadata.name}}>";

const names = Object.keys(EVENTS) as TriggerName[];

/** When each event has happened. */
export const TRIGGERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    names.map((name) => {
      const { when, oncePer } = EVENTS[name];
      return [`trigger.${name}`, JSON.stringify([{ when, oncePer, send: [name] }])];
    }),
  ),
  [`trigger.${DEPLOYED}`]: JSON.stringify([
    {
      when: "app.status.operationState != nil and app.status.operationState.phase == 'Succeeded' and app.status.health.status == 'Healthy' and app.status.sync.status == 'Synced'",
      oncePer: "app.status.operationState.finishedAt",
      send: [DEPLOYED],
    },
  ]),
};

/**
 * The tag of the image that is called like the application, or nothing where it has none: of what has just been
 * applied, since pods that end, and those of CronJobs that are over, still have the tags of before. Two tags at once
 * are sent as they are, and refused by the workflow.
 */
const TAG = [
  '{{- $tags := list }}{{ $image := printf "/%s:[^:@]+$" .app.metadata.name }}',
  "{{- range .app.status.operationState.syncResult.resources }}",
  '{{- if eq (toString .status) "Synced" }}{{ range .images }}{{ if regexMatch $image . }}',
  '{{- $tags = append $tags (splitList ":" . | last) }}',
  "{{- end }}{{ end }}{{ end }}{{ end }}",
  '{{- $tags | uniq | join " " -}}',
].join("");

/** Content of the notification about each event. */
export const TEMPLATES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    names.map((name) => [`template.${name}`, JSON.stringify({ message: `${LINK} ${EVENTS[name].message}` })]),
  ),
  [`template.${DEPLOYED}`]: JSON.stringify({
    webhook: {
      "argo-workflows": {
        method: "POST",
        body: `{"application": "{{.app.metadata.name}}", "namespace": "{{.app.spec.destination.namespace}}", "tag": "${TAG}"}`,
      },
    },
  }),
};
