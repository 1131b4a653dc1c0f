// Texts that would run, fetch, calculate or disguise if they were ever more than texts, and a case full of them.

import { readFileSync } from 'node:fs';
import { Events, start } from './events.mjs';

/** What runs sets this; what fetches asks this host. */
export const mark = 'ramt';
export const host = 'ondt.example';

/** One of these in every field: each is a text, and shown as it stands. */
export const payloads = [
  `<script>window.${mark}=1;alert(1)</script>`,
  `<img src="https://${host}/billede" onerror="window.${mark}=2">`,
  `"><svg onload=window.${mark}=3><a href="javascript:window.${mark}=3">her</a>`,
  `'-(window.${mark}=4)-' \${window.${mark}=4} {{constructor.constructor('window.${mark}=4')()}}`,
  `<iframe src="https://${host}/ramme"></iframe><style>@import "https://${host}/stil"</style>`,
  `javascript:window.${mark}=5`,
  `data:text/html,<script>parent.${mark}=6</script>`,
  `https://${host}/vej?til=<b>fed</b>`,
  `=HYPERLINK("https://${host}/celle";"klik")`,
  `+1+cmd|' /C calc'!A0`,
  `-2+3`,
  `@SUM(1+1)`,
  `]]></w:t></t></bpmn:task><x>&${mark};<!ENTITY ${mark} SYSTEM "https://${host}/enhed">`,
  `mig@${host}?bcc=alle@${host}&body=hej%0D%0ABcc:alle@${host}`,
  `slut\nEND:VEVENT\nBEGIN:VEVENT\nATTACH:https://${host}/bilag\nBcc: alle@${host}`,
  `__proto__`,
];

/** What these texts show, once what cannot be seen is left out. */
export const disguises = [
  ['faktura\u202egpj.exe', 'fakturagpj.exe'],
  ['Al\u200bfa\u2066 skj\u00adult\u2069\ufeff', 'Alfa skjult'],
  ['linje\r\u0007\u001b[31mrød\u{e0041}', 'linje\n[31mrød'],
];

/** What shows nothing: no text of ours has them but the soft hyphen, where a long word may be divided. */
export const hidden = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

/** All of them in one, beginning with a formula. */
const whole = [payloads[8], ...payloads.filter((_, at) => at !== 8), ...disguises.map(([text]) => text)].join(' · ');

/** A case in which every text field holds them. `again` is another copy, where others have written in the same fields. */
export function hostileCase({ again = false } = {}) {
  let next = again ? 5 : 0;
  const all = [...payloads, ...disguises.map(([text]) => text)];
  const one = () => all[(next += 1) % all.length];
  const person = (writer) => ({ writer, name: one(), initials: one(), organisation: one(), roles: ['SA'] });
  const it = new Events([person('7k2m9qx4'), person('3f8h2c0d')]);

  it.set(0, 'case/title', whole);
  it.set(0, 'case/note', whole);
  it.set(0, 'case/order-id', one());
  const names = all.map((name) => it.add(0, 'organisation', { name }));
  const authorities = all.map((name) => it.add(0, 'authority', { name }));
  const organisation = (at) => names[at % names.length];
  const systems = all.map((name, at) => it.add(0, 'system', { name, note: one(), manager: organisation(at), operator: organisation(at + 1) }));
  it.set(0, 'case/old-system', systems[0]);
  it.set(0, 'case/new-system', systems[1]);
  const roles = ['SE', 'SA', 'FN', 'FG', 'HD', 'SI', 'FI'];
  const people = all.map((name, at) => it.add(0, 'person', { name, initials: one(), email: one(), phone: one(), organisation: organisation(at), [`role/${roles[at % roles.length]}`]: true }));
  const agreements = all.slice(0, 4).map((name, at) => it.add(0, 'agreement', { name, note: one(), system: systems[at + 2] }));

  const handlings = ['replace', 'establish', 'close', 'keep', undefined];
  const routes = all.map((name, at) => {
    const side = { type: at % 2 ? 'sftp' : 'webservice', addressing: at % 3 ? 'explicit' : 'implicit' };
    const sides = Object.fromEntries(['old', 'new'].flatMap((of) => [
      ...Object.entries(side).map(([key, value]) => [`${of}/${key}`, value]),
      [`${of}/from`, systems[(at + 2) % systems.length]],
      [`${of}/to`, systems[of === 'old' ? 0 : 1]],
      [`${of}/authority`, authorities[at]],
    ]));
    return it.add(0, 'route', { name, reference: one(), note: one(), handling: handlings[at % 5], closer: at % 2 ? 'FG' : 'FN', agreement: agreements[at % 4], 'old/active': true, ...sides });
  });
  for (const [at, route] of routes.entries()) {
    for (const order of ['close', 'establish']) {
      it.set(0, `route/${route}/${order}/party`, at % 2 === 0);
      it.set(0, `route/${route}/${order}/party-reason`, one());
      for (const when of ['preparation', 'attempt-1', 'after']) {
        const receipt = `route/${route}/${order}/receipt/${when}`;
        it.set(0, `${receipt}/state`, 'failed');
        it.set(0, `${receipt}/incident`, one());
        it.set(0, `${receipt}/reference`, one());
      }
      const signature = `route/${route}/signature/${it.add(0, 'organisation', { name: one() })}`;
      it.set(0, `${signature}/order`, order);
      it.set(0, `${signature}/organisation`, organisation(at));
      it.set(0, `${signature}/signer`, one());
      it.set(0, `${signature}/reference`, one());
    }
  }
  it.set(0, 'attempt/1/window-start', '2027-01-15T20:00');
  it.set(0, 'attempt/1/window-end', '2027-01-16T04:00');
  it.set(0, 'attempt/1/note', whole);
  it.set(0, 'due/activity/U20/attempt-1', '2027-02-01');
  it.set(0, `due/route/${routes[0]}`, '2027-01-02');
  it.set(0, 'meeting/1/started', '2026-12-01T10:00');
  it.set(0, `meeting/1/present/${people[0]}`, true);
  it.set(0, 'meeting/1/others', one());
  for (const [holder, activity, scope] of [['SE', 'START', 'case'], ['SA', 'U1', 'case'], ['FN', 'U2', 'case'], ['FN', 'U9', `agreement-${agreements[0]}`], ['FN', 'F2', `route-${routes[2]}`], ['FN', 'U16', 'attempt-1'], ['HD', 'G2', 'attempt-1']]) {
    it.set(0, `done/${activity}/${scope}/${holder}/state`, 'done');
    it.set(0, `done/${activity}/${scope}/${holder}/note`, one());
    it.set(0, `done/${activity}/${scope}/${holder}/reason`, one());
    it.set(0, `meeting/1/decider/activity/${activity}/${scope}`, one());
  }
  for (const [gateway, scope, answer] of [['agreements-needed', 'case', 'yes'], ['still-used', 'case', 'no'], ['carry-out', 'attempt-1', 'go']]) {
    it.set(0, `decision/${gateway}/${scope}/answer`, answer);
    it.set(0, `decision/${gateway}/${scope}/by`, one());
    it.set(0, `decision/${gateway}/${scope}/note`, one());
    it.set(0, `decision/${gateway}/${scope}/reason`, one());
    it.set(0, `meeting/1/decider/gateway/${gateway}/${scope}`, one());
  }
  it.set(0, `meeting/1/decider/route/${routes[0]}`, one());
  it.set(0, 'meeting/1/decider/case', one());
  // Two who never saw each other's: what stands is in conflict.
  for (const field of ['case/order-id', `route/${routes[1]}/note`, `system/${systems[0]}/name`]) {
    it.set(1, field, again ? one() : payloads[0], { apart: true });
  }
  return { text: it.text(1_000_000_000), routes, events: it.all };
}

/** The kinds of text fields that the published schema knows and no event of these is of. */
export function unfilled(events) {
  const schema = JSON.parse(readFileSync(new URL('../../public/sagsfil.schema.json', import.meta.url), 'utf8'));
  const rule = schema.$defs.event.allOf.find(({ then }) => then.properties.value.maxLength);
  const pattern = rule.if.properties.field.pattern.replace(/^\^\(\?:/, '').replace(/\)\$$/, '');
  return alternatives(pattern).flatMap(spread).filter((one) => !events.some(({ field }) => new RegExp(`^(?:${one})$`).test(field)));
}

export const written = start;

/** The parts of a pattern between its outermost bars. */
function alternatives(pattern) {
  const parts = [''];
  let depth = 0;
  for (const char of pattern) {
    if (char === '|' && depth === 0) {
      parts.push('');
      continue;
    }
    depth += char === '(' ? 1 : char === ')' ? -1 : 0;
    parts[parts.length - 1] += char;
  }
  return parts;
}

/** A kind of field per name that it ends with: `…/(?:name|note)` is two. */
function spread(pattern) {
  const found = pattern.match(/^(.*\/)\(\?:([a-z|-]+)\)$/);
  return found ? found[2].split('|').map((name) => found[1] + name) : [pattern];
}
