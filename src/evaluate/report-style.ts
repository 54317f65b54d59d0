/** The style of the printable report: one column, and tables that break between rows. */
export const reportStyle = `
:root { color-scheme: light; --ink: #1d2733; --muted: #56636f; --line: #d9dee3; --mark: #ffe9a8; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1, h2 { font-family: Georgia, serif; line-height: 1.2; }
h2 { margin-top: 2.5rem; break-after: avoid; }
table { width: 100%; border-collapse: collapse; margin: 0.75rem 0; font-size: 0.875rem; }
caption { text-align: left; color: var(--muted); }
th, td { padding: 0.3rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
tbody th { font-weight: 500; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
mark { background: var(--mark); }
mark.prompted { background: none; text-decoration: underline dotted; }
code { overflow-wrap: anywhere; }
.muted { color: var(--muted); }
.said { white-space: pre-wrap; }
@media print { body { margin: 0; max-width: none; font-size: 0.8rem; } a { color: inherit; } }
`;
