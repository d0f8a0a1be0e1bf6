/** Who stands where before and after, for the services whose placement a design changes; empty when none is. */
import type { Language } from '../../results/amounts.js';
import { textIn } from '../../results/names.js';
import { ROLE_WORDS } from '../../results/words.js';
import type { Deployment, Scenario } from '../../scenario/model.js';
import { escaped } from '../text/lesson-html.js';

export function placementTable(before: Scenario, after: Scenario, language: Language): string {
  const changed = after.services.filter((service) => {
    const old = before.services.find(({ id }) => id === service.id);
    return placed(service.deployments) !== placed(old?.deployments ?? []);
  });
  if (changed.length === 0) return '';
  const sites = after.sites.map(({ id, name }) => ({ id, name: textIn(name, language, id) }));
  const head = `<tr><th></th>${sites.map(({ name }) => `<th>${escaped(name)}</th>`).join('')}</tr>`;
  const rows = changed.map((service) => {
    const old = before.services.find(({ id }) => id === service.id)?.deployments ?? [];
    const cells = sites.map(({ id }) => {
      const [was, is] = [at(old, id, language), at(service.deployments, id, language)];
      return was === is
        ? `<td>${is}</td>`
        : `<td class="changed">${was === '' ? '·' : was} → ${is === '' ? '·' : is}</td>`;
    });
    return `<tr><th>${escaped(textIn(service.name, language, service.id))}</th>${cells.join('')}</tr>`;
  });
  return `<table class="placement">${head}${rows.join('')}</table>`;
}

function at(deployments: readonly Deployment[], site: string, language: Language): string {
  const found = deployments.find((each) => each.site === site);
  if (found === undefined) return '';
  return found.role === 'active' ? String(found.servers) : `${found.servers} ${ROLE_WORDS[found.role][language]}`;
}

function placed(deployments: readonly Deployment[]): string {
  return JSON.stringify(deployments.map(({ site, servers, role }) => [site, servers, role]));
}
