/** Mermaid, for README files and comments: a flowchart. Names are text: whatever could be markup is written as a code. */
import type { DependencyKind } from '../../scenario/model.js';
import type { ServiceGraph } from './service-graph.js';

const ARROWS: Readonly<Record<DependencyKind, string>> = {
  required: '-->',
  optional: '-.->',
  async: '-.->',
  startup: '-.->',
  operate: '-.->',
};

export function mermaid({ title, nodes, edges }: ServiceGraph): string {
  // Ids are Mermaid's own: a service called `end` would end the chart.
  const ids = new Map(nodes.map(({ id }, i) => [id, `n${i}`]));
  const sites = [...new Set(nodes.flatMap((node) => (node.sites.length === 1 ? node.sites : [])))].sort();
  const line = ({ id, label, isJourney, sites: where }: ServiceGraph['nodes'][number]): string => {
    const text = written(where.length > 1 ? `${label} (${where.join(', ')})` : label);
    return `${ids.get(id)}${isJourney ? `(["${text}"])` : `["${text}"]`}`;
  };
  return [
    '---',
    `title: ${JSON.stringify(title.replace(/\p{Cc}/gu, ' '))}`,
    '---',
    'flowchart LR',
    ...sites.flatMap((site, i) => [
      `  subgraph s${i} ["${written(site)}"]`,
      ...nodes.filter((node) => node.sites.length === 1 && node.sites[0] === site).map((node) => `    ${line(node)}`),
      '  end',
    ]),
    ...nodes.filter((node) => node.sites.length !== 1).map((node) => `  ${line(node)}`),
    ...edges.map(({ from, to, kind, calls }) => {
      const said = kind === 'required' ? '' : kind;
      const label = [said, calls === 1 || said === 'startup' || said === 'operate' ? '' : String(calls)]
        .filter((part) => part !== '')
        .join(' ');
      return `  ${ids.get(from)} ${ARROWS[kind]}${label === '' ? '' : `|"${label}"|`} ${ids.get(to)}`;
    }),
    '',
  ].join('\n');
}

function written(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/["#<>&[\]{}()|`;]/g, (sign) => `#${sign.charCodeAt(0)};`);
}
