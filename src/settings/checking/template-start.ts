/** What Terraform would take for the start of a template, such as `${name}` or `%{if name}`. */
export const TEMPLATE_START = /[$%]\{/;
