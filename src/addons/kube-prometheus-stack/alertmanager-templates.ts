/**
 * Texts of notifications, in Go's template language, by file. `npm run verify -- alertmanager` renders them.
 *
 * @see https://prometheus.io/docs/alerting/latest/notifications
 */
export const ALERTMANAGER_TEMPLATES: Readonly<Record<string, string>> = {
  "platform.tmpl": `
{{ define "platform.title" -}}
[{{ .Status | toUpper }}{{ if eq .Status "firing" }}:{{ .Alerts.Firing | len }}{{ end }}]
{{- " " }}{{ with .CommonLabels.alertname }}{{ . }}{{ else }}several alerts{{ end }}
{{- with .CommonLabels.environment }} in {{ . }}{{ end }}
{{- end }}

{{ define "platform.alerts_url" -}}
{{ .ExternalURL }}/#/alerts?receiver={{ .Receiver | urlquery }}
{{- end }}

{{ define "platform.text" -}}
{{ range .Alerts -}}
{{ with .Annotations.summary }}{{ . }}
{{ end }}
{{- with .Annotations.description }}{{ . }}
{{ end }}
{{- with .Annotations.runbook_url }}Runbook: {{ . }}
{{ end }}
{{- end }}
{{- end }}

{{ define "platform.slack.text" -}}
{{ range .Alerts -}}
{{ if eq .Status "resolved" }}:white_check_mark: {{ end }}*{{ .Annotations.summary }}*
{{ with .Annotations.description }}{{ . }}
{{ end }}
{{- with .Annotations.runbook_url }}<{{ . }}|Runbook>
{{ end }}
{{- end }}
{{- end }}

{{ define "platform.email.text" -}}
{{ template "platform.text" . }}
{{ template "platform.alerts_url" . }}
{{ end }}
`,
};
