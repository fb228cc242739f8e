/** Start of a Terraform template, such as `${name}` or `%{if name}`. */
export const TEMPLATE_START = /[$%]\{/;
