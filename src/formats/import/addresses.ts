/**
 * Whom a configuration value points at: hosts in addresses, URLs and connection strings.
 *
 * Left out: addresses that are put together at run time, and addresses in files that the configuration only names.
 */

export interface Address {
  /** As written. */
  readonly host: string;
  /** The value can be nothing else than an address: a URL, or a variable that is named like one. */
  readonly isSure: boolean;
}

/** Names of variables that hold an address. */
const NAMED_LIKE_ONE =
  /(^|[_.-])(addr|address|addrs|addresses|host|hosts|hostname|url|urls|uri|endpoint|endpoints|server|servers|broker|brokers|bootstrap|dsn|upstream|backend|service)$/i;

const SCHEME = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?(\[[^\]]*\]|[^\s/:?#,;"']+)(?::\d+)?/gi;
const HOST_PORT = /^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):(\d{1,5})(?:\/.*)?$/i;
const HOST = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;

/** Addresses in the value of a variable. */
export function addressesIn(name: string, value: string): Address[] {
  const urls = [...value.matchAll(SCHEME)].map(([, host]) => host);
  if (urls.length > 0) {
    // `kafka://a:1,b:2`: the rest of the list has no scheme.
    const more = value.split(/[,;\s]+/).flatMap((part) => HOST_PORT.exec(part)?.[1] ?? []);
    return unique([...urls, ...more]).flatMap((host) => address(host, true));
  }
  const isNamed = NAMED_LIKE_ONE.test(name);
  return unique(value.split(/[,;\s]+/)).flatMap((part) => {
    const [, host] = HOST_PORT.exec(part) ?? [];
    if (host !== undefined) return address(host, isNamed);
    return isNamed && HOST.test(part) ? address(part, false) : [];
  });
}

/** What is written where a variable of the shell is taken: its default, where there is one. */
export function withDefaults(value: string): string {
  return value.replace(/\$\{\w+:?-([^{}]*)\}/g, '$1');
}

/** Collectors of traces, metrics and logs: nobody stops working without them, nor they without those that they watch. */
const TELEMETRY =
  /(^|[^a-z])(jaeger|zipkin|otel|otelcol|opentelemetry|collector|prometheus|grafana|loki|tempo|statsd|fluentd|fluent-bit|telemetry)([^a-z]|$)/i;

/** A guessed call: to or from a collector it is optional. */
export function guessedKind(from: string, to: string): 'required' | 'optional' {
  return TELEMETRY.test(from) || TELEMETRY.test(to) ? 'optional' : 'required';
}

/**
 * The service that a variable is named after, when its value is not in the file: `CART_ADDR` is where `cart` answers.
 * Null: none, or the name is no address's.
 */
export function namedAfter(variable: string, services: Iterable<string>): string | null {
  if (!NAMED_LIKE_ONE.test(variable)) return null;
  const bare = loose(variable.replace(NAMED_LIKE_ONE, ''));
  const shorter = loose(variable.replace(NAMED_LIKE_ONE, '').replace(/_(service|svc|server)$/i, ''));
  for (const service of services) {
    const name = loose(service);
    if (name !== '' && (name === bare || name === shorter || name === `${shorter}service`)) return service;
  }
  return null;
}

function loose(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function unique(hosts: readonly string[]): string[] {
  return [...new Set(hosts)];
}

function address(host: string, isSure: boolean): Address[] {
  const isNobody =
    /^\d+$/.test(host) ||
    /^[\d.]+$/.test(host) ||
    !/^[a-z0-9]/i.test(host) ||
    /^(localhost|true|false|none|null)$/i.test(host);
  return isNobody || host.includes('$') || host.includes('{') ? [] : [{ host, isSure }];
}

/** Names under which a host may be known: itself, and what is before the first dot where the rest is a cluster's. */
export function namesOfHost(host: string): { readonly name: string; readonly namespace: string | null } {
  const [name, namespace, kind] = host.split('.');
  const isLocal = namespace !== undefined && (kind === undefined || kind === 'svc' || kind === 'pod');
  return isLocal ? { name, namespace } : { name: host, namespace: null };
}

/** Programs that answer others and are not asked by people, by the names of their images. */
const BACKENDS =
  /(^|[/_-])(mongo|mongodb|redis|valkey|keydb|memcached|mysql|mariadb|percona|postgres|postgresql|postgis|timescaledb|cockroach|cockroachdb|cassandra|scylla|elasticsearch|opensearch|solr|influxdb|clickhouse-server|clickhouse|neo4j|dynamodb-local|minio|etcd|consul|vault|zookeeper|kafka|cp-kafka|redpanda|rabbitmq|nats|pulsar|activemq|artemis|mosquitto|jaeger|all-in-one|zipkin|otel-collector|opentelemetry-collector|opentelemetry-collector-contrib|prometheus|grafana|loki|tempo|fluentd|fluent-bit|statsd)(:|@|$)/i;

export function isBackendImage(image: string | null): boolean {
  return image !== null && BACKENDS.test(image.replace(/:[^/]*$/, ''));
}
