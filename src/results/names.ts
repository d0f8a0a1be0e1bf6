/** What an entity is called when people are told about it: the scenario's names, composed where an id is. */
import type { Entity } from '../record/record.js';
import { DEFAULT_ZONE } from '../scenario/defaults.js';
import type { Fault, Scenario, Text } from '../scenario/model.js';
import type { Language } from './amounts.js';
import { FAULT_WORDS, STAGE_WORDS, wordOf } from './words.js';

/** Of a deployment: nobody works in them. */
export const WAITING_STAGES: ReadonlySet<string> = new Set(['notice', 'entry', 'power', 'network', 'boot']);

export type Names = (entity: Entity) => string;

/** The text in a language, in the other one where there is none, or the fallback. */
export function textIn(text: Text | null | undefined, language: Language, fallback: string): string {
  return text?.[language] ?? text?.en ?? text?.ko ?? fallback;
}

export function namesOf(scenario: Scenario, language: Language): Names {
  const collect = (items: readonly { readonly id: string; readonly name: Text }[]): Map<string, string> =>
    new Map(items.map((item) => [item.id, textIn(item.name, language, item.id)]));
  const sites = collect(scenario.sites);
  const services = collect(scenario.services);
  const journeys = collect(scenario.journeys);
  const teams = collect(scenario.recovery.teams);
  const substitutes = collect(scenario.substitutes);
  const faults = new Map(scenario.faults.map((fault) => [fault.id, fault]));
  const site = (id: string): string => sites.get(id) ?? id;
  const service = (id: string): string => services.get(id) ?? journeys.get(id) ?? id;

  /** `mail@anyang` -> `Mail (Anyang)`, `mail` -> `Mail`; what is about servers, `anyang` or `anyang/a1`, likewise. */
  function placed(id: string): string {
    const [what, where] = split(id, '@');
    if (where !== '') return `${service(what)} (${site(where)})`;
    return what.includes('/') ? zone(what) : sites.has(what) ? site(what) : service(what);
  }

  /** `anyang/a1` -> `Anyang a1`; the one zone of a site that names none is the site. */
  function zone(id: string): string {
    const [where, part] = split(id, '/');
    return part === DEFAULT_ZONE ? site(where) : `${site(where)} ${part}`;
  }

  /** `mail@anyang:start#1` -> `start of Mail (Anyang)`; a stage of a deployment that only waits is the deployment. */
  function task(id: string): string {
    const [what, numbered] = split(id, ':');
    const stage = numbered.replace(/#.*$/, '');
    if (stage === '' || (what.includes('@') && WAITING_STAGES.has(stage))) return placed(what);
    const word = wordOf(STAGE_WORDS, stage, language);
    return language === 'ko' ? `${placed(what)} ${word}` : `${word} of ${placed(what)}`;
  }

  function fault(id: string): string {
    const known = faults.get(id);
    if (known === undefined) return id;
    const kind = wordOf(FAULT_WORDS, known.kind, language);
    const where = targets(known);
    return where.length === 0 ? kind : `${kind} (${where.join(', ')})`;
  }

  /** One without a name of its own by its two ends. */
  function link(id: string): string {
    const between = scenario.links.find((each) => each.id === id)?.between ?? unstated(id);
    return between === null || between.join('-') !== id ? id : between.map(site).join('–');
  }

  /** The ends of a link that the file leaves to the default. */
  function unstated(id: string): readonly [string, string] | null {
    const first = scenario.sites.find(
      (each) => id.startsWith(`${each.id}-`) && sites.has(id.slice(each.id.length + 1)),
    );
    return first === undefined ? null : [first.id, id.slice(first.id.length + 1)];
  }

  function targets(of: Fault): string[] {
    const all: string[] = [];
    for (const [key, value] of Object.entries(of.parameters)) {
      if (key === 'site') all.push(site(String(value)));
      else if (key === 'service') all.push(service(String(value)));
      else if (key === 'team') all.push(teams.get(String(value)) ?? String(value));
      else if (key === 'sites' && Array.isArray(value)) all.push(value.map(site).join('–'));
      else if (Array.isArray(value)) all.push(value.join(', '));
    }
    return all;
  }

  return ({ kind, id }) => {
    switch (kind) {
      case 'site':
        return site(id);
      case 'zone':
        return zone(id);
      case 'link':
        return link(id);
      case 'service':
        return services.get(id) ?? id;
      case 'journey':
        return journeys.get(id) ?? id;
      case 'deployment':
        return placed(id);
      case 'dependency':
        return id.split('->').map(service).join(' → ');
      case 'team':
        return teams.get(id) ?? id;
      case 'copy': {
        const [what, where] = split(id, '@');
        return `${service(what)} ${language === 'en' ? 'data' : '데이터'} (${site(where)})`;
      }
      case 'substitute':
        return substitutes.get(id) ?? id;
      case 'task':
        return task(id);
      case 'fault':
        return fault(id);
      default:
        return id;
    }
  };
}

function split(id: string, at: string): [string, string] {
  const place = id.indexOf(at);
  return place < 0 ? [id, ''] : [id.slice(0, place), id.slice(place + at.length)];
}
