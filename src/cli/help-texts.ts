/** What `--help` says below the options of each command: examples, and what its exit codes mean. */

export const EXAMPLES = `
Examples:
  $ firebreak run scenarios/kakao-2022.yaml                what the fire at Pangyo did to Kakao
  $ firebreak run scenarios/two-sites.yaml --seed 7        the same failure with other luck
  $ firebreak explain scenarios/kakao-2022.yaml daum-mail --at 18:00
  $ firebreak audit scenarios/kakao-2022.yaml              what was wrong with it before it burnt
  $ firebreak check scenarios/*.yaml                       all mistakes of all files at once
  $ firebreak serve scenarios/kakao-2022.yaml              watch it in the browser

Exit codes:
  0  every expectation is met, or none is stated     2  the input or the usage is wrong
  1  an expectation failed or is inconclusive        3  internal error        130  interrupted

Start with the smallest scenario, scenarios/two-sites.yaml; docs/cli.md says the rest.
`;

export const RUN_HELP = `
Examples:
  $ firebreak run my.yaml --layout active-active           another layout of the same file
  $ firebreak run my.yaml --set duration=2d --full         override a value; leave nothing out
  $ firebreak run my.yaml --json | jq .totals              one document and nothing else
  $ firebreak run my.yaml --out result.json                the report, and the document in a file
  $ firebreak run my.yaml --no-fail                        exit with 0 whatever the expectations say
`;

export const TEST_HELP = `
Examples:
  $ firebreak test scenarios                               every scenario of a folder, every layout
  $ firebreak test my.yaml --layouts now --seeds 20 --time-limit 10m
  $ firebreak test scenarios --reporter compact --reporter junit=junit.xml --reporter markdown=summary.md
  $ firebreak test scenarios --json | jq .totals

On GitHub (GITHUB_ACTIONS=true) annotations and the summary of the job are added by themselves.

Exit codes: 0 every expectation is met, or none is stated; 1 one failed or is inconclusive, also because the time was
over; 2 bad input, also a folder without scenarios; 3 internal error; 130 interrupted.
`;

export const EXPLAIN_HELP = `
Examples:
  $ firebreak explain my.yaml mail                         in the middle of its longest time down
  $ firebreak explain my.yaml mail --at 18:00              the first 18:00 after the start
  $ firebreak explain my.yaml mail --at T+8h --full        8 h after the first effect; all of it
  $ firebreak explain my.yaml mail --json | jq .savedBy
  $ firebreak explain my.yaml mail --markdown > why.md     for a ticket

Exit codes: 0 explained, 2 there is no such service or time.
`;

export const SWEEP_HELP = `
Examples:
  $ firebreak sweep my.yaml --vary services.shop.needs.store.retries=0..5
  $ firebreak sweep my.yaml --vary faults.cut.for=1m..30m --measure restoredAfterSeconds:shop
  $ firebreak sweep my.yaml --vary services.shop.capacity=50/s..200/s:16 --seeds 30 --csv curve.csv
  $ firebreak sweep my.yaml --vary services.store.queue=10..1000 --json | jq .tippingPoint

Exit codes: 0 done, 2 the input or the usage is wrong, 130 interrupted: what was done is printed.
`;

export const CONTINGENCY_HELP = `
Examples:
  $ firebreak contingency my.yaml                          everything alone, in every layout
  $ firebreak contingency my.yaml --layouts base --only site,zone
  $ firebreak contingency my.yaml --order 2 --most 2000    pairs as well
  $ firebreak contingency my.yaml --fail-on unexpected     for CI
  $ firebreak contingency my.yaml --resume run.journal     go on after an interruption

Exit codes: 0 done and every survives expectation is met (or none stated), 1 one is not, or a --fail-on struck,
2 the input or the usage is wrong, 130 interrupted: what was done is printed.
`;

export const AUDIT_HELP = `
Examples:
  $ firebreak audit my.yaml                                what is wrong, worst first, and what to do
  $ firebreak audit my.yaml --layout active-active
  $ firebreak audit my.yaml --fail-on error                for CI: exit with 1 when there is an error
  $ firebreak audit my.yaml --fail-on tool-inside,start-up-circle
  $ firebreak audit my.yaml --json | jq '.findings[].rule'

Exit codes: 0 audited, 1 a finding that --fail-on names, 2 the input or the usage is wrong.
`;

export const ADVISE_HELP = `
Examples:
  $ firebreak advise scenarios/two-keys.yaml --budget 20000    two changes that only help together
  $ firebreak advise my.yaml --budget 1.5M --seeds 10
  $ firebreak advise my.yaml --aim login=1h --aim shop=1h      the cheapest found with which neither is out for an hour
  $ firebreak advise my.yaml --budget 1.5M --json | jq '.steps[].changes[].id'

Exit codes: 0 advised (also that nothing helps), 1 an --aim that was not reached, 2 bad input, 130 stopped by Ctrl-C: the steps so far are printed.
`;

export const AVAILABILITY_HELP = `
Examples:
  $ firebreak availability my.yaml --years 10 --seeds 200
  $ firebreak availability my.yaml --layouts now,two-sites --fail-below shop=99.95%
  $ firebreak availability my.yaml --json | jq '.layouts[].services[].availability'

Simulated is only what happens around faults. The report says how sure each number is, and what all of it leaves out.

Exit codes: 0 done, 1 a --fail-below that is not shown to be met, 2 bad input, 130 stopped by Ctrl-C: what was done is
printed as partial.
`;

export const COMPARE_HELP = `
Examples:
  $ firebreak compare my.yaml                              all layouts of the file, the first is the baseline
  $ firebreak compare my.yaml --layouts now,two-sites --seeds 200
  $ firebreak compare my.yaml --seeds 200 --resume my.journal     Ctrl-C and again: goes on where it was
  $ firebreak compare my.yaml --json | jq .ranking

The same seed gives every layout the same luck, so that differences are told seed by seed. No rank is claimed that the
interval of 95 % does not carry.

Exit codes: 0 compared, 2 bad input, 130 stopped by Ctrl-C: what was done is printed as partial.
`;

export const DIFF_HELP = `
Examples:
  $ git show main:my.yaml > base.yaml && firebreak diff base.yaml my.yaml
  $ firebreak diff base.yaml my.yaml --seeds 20 --fail-if newly-not-met --fail-if 'userHoursLost>10%'
  $ firebreak diff base.yaml my.yaml --markdown > comment.md
  $ firebreak diff base.yaml my.yaml --json | jq .changes

Exit codes: 0 compared, 1 a --fail-if holds, 2 bad input, 130 interrupted: what was done is printed.
`;

export const CHECK_HELP = `
Examples:
  $ firebreak check my.yaml
  $ firebreak check scenarios/*.yaml --json

Exit codes: 0 no error, 2 any error. Warnings do not count.
`;

export const INIT_HELP = `
Examples:
  $ firebreak init -o my.yaml                                  three services in two sites, to change as you like
  $ firebreak init --services shop,cart,stock --sites seoul,busan -o my.yaml
  $ firebreak init --generate 300 --sites 3 --seed 7 -o company.yaml

Exit codes: 0 written, 2 the usage is wrong: nothing is written then.
`;

export const EXPORT_HELP = `
Examples:
  $ firebreak export my.yaml -o graph.gexf                 for Gephi; firebreak import reads it back
  $ firebreak export my.yaml --as dot | dot -Tsvg > graph.svg
  $ firebreak export my.yaml --as ndjson --seed 7 | jq -c 'select(.rule)'
  $ firebreak export my.yaml --every 15s -o run.om && promtool tsdb create-blocks-from openmetrics run.om data
  $ firebreak export my.yaml --at T+30m -o moment.svg
  $ firebreak export my.yaml --lang ko --font NotoSansKR-Regular.otf -o moment.png

Exit codes: 0 exported, 2 the input or the usage is wrong, 3 internal error, 130 interrupted.
`;

export const IMPORT_HELP = `
Examples:
  $ firebreak import dependencies.json -o my.yaml          Jaeger's /api/dependencies
  $ firebreak import k8s/*.yaml --merge dependencies.json -o my.yaml    replicas from here, calls from there
  $ firebreak import edges.csv --site-of 'cart*=seoul' --site-of '*=seoul,busan' -o my.yaml
  $ firebreak import misim architecture.json experiment.json load.csv -o my.yaml

Formats: otlp-traces, jaeger-traces, zipkin-traces, jaeger-dependencies, kubernetes, docker-compose, kiali, backstage, csv,
graphml, gexf, misim, vizceral, openslo, chaos-toolkit. docs/import.md says what is read of each.

Exit codes: 0 imported, 2 a file is wrong: nothing is written then.
`;

export const SERVE_HELP = `
Examples:
  $ firebreak serve my.yaml                                at 127.0.0.1:4180 or the next free port
  $ firebreak serve my.yaml --layout active-active --seed 7
  $ firebreak serve my.yaml --port 8080 --lan              for the class room

The page reads the file again when it is reloaded. Ctrl-C ends it, with exit code 0.
`;
