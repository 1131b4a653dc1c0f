// A whole case through the pages, from nothing to the end: every role plays its part, in the order the process gives.

import assert from 'node:assert/strict';
import { choose, click, eventually, fill, inFirefox, part, pdf, pdfInfo, pdfText, read, story, text } from './harness.mjs';
import { createCase, everything, goTo, introduce, shows } from './case.mjs';
import {
  FG, FI, FN, HD, SA, SE, SI, add, addPerson, addSystem, card, decides, does, doesAll, hasTurn, openRoute, waitsFor,
} from './playing.mjs';

const replaced = 'SP-1 Borgeropslag';
const implicit = 'SP-2 Adresser';
const delegated = 'Ny: Depotstatus';
const closedByOld = 'SP-4 Kopi til økonomi';
const kept = 'SP-5 Løn til økonomi';

const coordinate = 'pkt. 17 Deltag i koordinering';
const result = 'pkt. 21 Modtag besked om resultat af omlægning';

story('a whole case, role by role, with a roll back and a second attempt, on screen and on paper', async ({ site, profile }) => {
  const page = await (await profile()).open(await site());
  await introduce(page, 'Mette Holm', 'MH');
  await createCase(page, {
    title: 'Nyt omsorgssystem',
    oldSystem: 'Omsorg Klassik',
    newSystem: 'Omsorg Ny',
    authority: 'Nordlund Kommune',
  });
  await parties(page);
  await untilRoutesAreKnown(page);
  await routes(page);
  await untilAgreementsAreMade(page);
  await preparation(page);
  await firstAttempt(page);
  await secondAttempt(page);
  await cleaningUp(page);

  await goTo(page, 'Overblik');
  await text(page, 'Sagen er gennemført');
  const shown = await read(page);
  assert.ok(!shown.includes('Registreret før tur'), 'everything was done in its turn');

  await sameAfterReload(page);
  await handoversOnPaper(page);
  await routesOnPaper(page);
}, { timeout: 900_000 });

async function parties(page) {
  for (const name of ['Fyrtårn A/S', 'Klippe A/S', 'Fællesdrift I/S']) await add(page, 'Ny organisation', name);
  for (const [system, supplier] of [['Gammelt it-system', 'Klippe A/S'], ['Nyt it-system', 'Fyrtårn A/S']]) {
    const group = await part(page, 'group', system);
    await fill(group, 'Forvaltningsansvarlig organisation', supplier);
  }
  for (const name of ['Borgerdata', 'Økonomi', 'Løn', 'Depot']) await addSystem(page, name, 'Fællesdrift I/S');
  const people = [
    { name: 'Mette Holm', initials: 'MH', organisation: 'Nordlund Kommune', roles: [SE, SA] },
    { name: 'Jonas Berg', initials: 'JB', organisation: 'Fyrtårn A/S', roles: [FN] },
    { name: 'Karen Lind', initials: 'KL', organisation: 'Klippe A/S', roles: [FG] },
    { name: 'Anne Krog', initials: 'AK', organisation: 'Fællesdrift I/S', roles: [SI, FI] },
    { name: 'Vagten', initials: 'HD', roles: [HD] },
  ];
  for (const person of people) await addPerson(page, person);
}

async function untilRoutesAreKnown(page) {
  await waitsFor(page, SA, 'Beslut, at it-system skal udskiftes');
  await does(page, SE, 'Start Beslut, at it-system skal udskiftes');
  await does(page, SA, 'pkt. 1 Giv besked om klargøring');
  // The new system's side and the old one's go on side by side.
  await hasTurn(page, FG, 'pkt. 5 Hent information om ruter (til/fra gml. it-system)');
  await doesAll(page, FN, [
    'pkt. 2 Tilslut it-system',
    'pkt. 3 Giv besked om, at it-system er klar ift. fælleskommunale infrastruktur',
  ]);
  await does(page, SA, 'pkt. 4 Modtag besked om klargøring');
  await waitsFor(page, SA, 'Fremfind eksisterende ruter');
  await does(page, FG, 'pkt. 5 Hent information om ruter (til/fra gml. it-system)');
  await does(page, HD, 'pkt. 6 Fremfind eksisterende ruter');
}

/** SA enters the overview: a line of each kind. */
async function routes(page) {
  await newRoute(page, replaced, 'Erstat');
  await side(page, 'Gammel rute', { kind: 'Webservice', from: 'Omsorg Klassik', to: 'Borgerdata', explicit: 'Ja', active: 'Aktiv' });
  await choose(page, 'Hvem nedlægger?', FN);
  // FN is party to the new route and not to the old one, whose system has another forvaltningsansvarlig.
  await partyTo(page, 'Gammel rute', 'Ikke part i rute');
  await partyTo(page, 'Ny rute', 'Part i rute');
  await order(page, 'Nedlæg gammel rute', ['2.2 pkt. 3', 'Med delegering', 'I servicevinduet efter kontrollen']);
  await order(page, 'Etabler ny rute', ['2.2 pkt. 7', 'Uden delegering', 'Under forberedelsen']);

  await newRoute(page, implicit, 'Erstat');
  await side(page, 'Gammel rute', { kind: 'SFTP', from: 'Borgerdata', to: 'Omsorg Klassik', explicit: 'Nej', active: 'Aktiv' });
  await choose(page, 'Hvem nedlægger?', FN);
  await order(page, 'Nedlæg gammel rute', ['2.2 pkt. 3', 'I servicevinduet (2.3 pkt. 3)']);
  await order(page, 'Etabler ny rute', ['2.2 pkt. 5', 'I servicevinduet (2.3 pkt. 4)']);

  await newRoute(page, delegated, 'Etabler');
  await side(page, 'Ny rute', { kind: 'SFTP', from: 'Depot', to: 'Løn', explicit: 'Ja' });
  await partyTo(page, 'Ny rute', 'Ikke part i rute');
  await order(page, 'Etabler ny rute', ['2.2 pkt. 4', 'Med delegering', 'Under forberedelsen']);

  await newRoute(page, closedByOld, 'Nedlæg');
  await side(page, 'Gammel rute', { kind: 'SFTP', from: 'Omsorg Klassik', to: 'Økonomi', explicit: 'Ja', active: 'Aktiv' });
  await choose(page, 'Hvem nedlægger?', FG);
  await order(page, 'Nedlæg gammel rute', ['pkt. 22', 'Efter omlægningen']);

  await newRoute(page, kept, 'Bevar');
}

async function newRoute(page, name, handling) {
  await goTo(page, 'Ruter');
  await click(page, 'button', 'Tilføj rute');
  await fill(page, 'Rutens navn eller nummer', name);
  await click(page, 'button', 'Opret rute');
  await shows(page, `Rute ${name}`);
  await choose(page, 'Hvad skal der ske med ruten?', handling);
}

async function side(page, name, { kind, from, to, explicit, active }) {
  const region = await part(page, 'region', name);
  await choose(region, 'Rutetype', kind);
  const [sender, receiver] =
    kind === 'SFTP' ? ['Afsendersystem', 'Modtagersystem'] : ['Anvendersystem', 'Serviceudbydersystem'];
  await fill(region, sender, from);
  await fill(region, receiver, to);
  if (active) await choose(region, 'Er ruten aktiv?', active);
  await choose(region, 'Kender afsender både modtagermyndighed og modtager-it-system?', explicit);
}

/** "Part i rute?" is derived, and says so. */
async function partyTo(page, name, answer) {
  const region = await part(page, 'region', name);
  await eventually(async () => {
    const group = await part(region, 'group', 'Part i rute?');
    const pressed = await group.$$eval('button[aria-pressed="true"]', (all) => all.map((e) => e.innerText.replace(/\s+/g, ' ').trim()));
    assert.deepEqual(pressed, [`${answer} udledt`]);
  });
}

async function order(page, name, facts) {
  const found = await card(page, name);
  for (const fact of facts) await text(found, fact);
}

async function untilAgreementsAreMade(page) {
  await does(page, SA, 'pkt. 7 Dan overblik over alle ruter ift. gml. it-system og behov for nye ruter og delegering');
  await does(page, FN, 'pkt. 8 Modtag ruteoverblik');
  await goTo(page, 'Serviceaftaler');
  await text(page, 'Webservice-ruter uden serviceaftale');
  await text(page, replaced);
  await click(page, 'button', 'Tilføj serviceaftale');
  await fill(page, 'Serviceaftalens navn', 'Borgeropslag');
  await click(page, 'button', 'Opret serviceaftale');
  const agreement = await part(page, 'region', 'Borgeropslag');
  await fill(agreement, 'It-systemet i den anden ende', 'Borgerdata');
  await does(page, FN, 'pkt. 9 Koordiner serviceaftaler');
  await does(page, SA, 'pkt. 10 Koordiner serviceaftaler');
  await does(page, SI, 'pkt. 11 Koordinering og ajourføring af serviceaftaler');
  await does(page, FN, 'pkt. 12 Opret serviceaftaler');
  await decides(page, FN, 'Opret flere serviceaftaler?', 'Nej');
}

/** FN's orders: each waits for its signature or its agreement, and no other. */
async function preparation(page) {
  await does(page, SA, 'pkt. 13 Giv besked om etableringer, erstatninger og nedlæggelser af ruter');
  await does(page, FG, 'pkt. 15 Modtag besked om hvilke ruter, der skal nedlægges efter omlægning');
  await goTo(page, 'Stamdata');
  await fill(page, 'BestillingsID', 'BEST-4711');
  await does(page, FN, '2.2 pkt. 1 Bestil ydelse i Digitaliseringskataloget');

  await openRoute(page, replaced);
  await signed(page, 'Nedlæg gammel rute', 'Tilføj Klippe A/S, forvaltningsansvarlig for Omsorg Klassik', 'Karen Lind');
  await placed(page, 'Nedlæg gammel rute');
  const establish = await card(page, 'Etabler ny rute');
  await text(establish, 'Venter');
  await fill(establish, 'Serviceaftale', 'Borgeropslag');
  await placed(page, 'Etabler ny rute');

  await openRoute(page, implicit);
  await placed(page, 'Etabler ny rute');
  await signed(page, 'Nedlæg gammel rute', 'Tilføj Klippe A/S, forvaltningsansvarlig for Omsorg Klassik', 'Karen Lind');
  await placed(page, 'Nedlæg gammel rute');

  await openRoute(page, delegated);
  await signed(page, 'Etabler ny rute', /^Tilføj Fællesdrift I\/S, forvaltningsansvarlig for (Depot|Løn)$/, 'Anne Krog');
  await placed(page, 'Etabler ny rute');
  await does(page, FN, '2.2 pkt. 8 Tjek om der skal forberedes flere ruter');
}

/** A delegated order may not be placed before it is signed: nobody is guessed, a candidate is named, the signature noted. */
async function signed(page, name, candidate, signer) {
  const found = await card(page, name);
  await text(found, 'Afklar underskriver');
  await text(found, 'Venter');
  await eventually(async () => {
    const buttons = await found.$$('button');
    const words = await Promise.all(buttons.map((button) => button.evaluate((e) => e.innerText.trim())));
    const at = words.findIndex((word) => (candidate instanceof RegExp ? candidate.test(word) : word === candidate));
    assert.notEqual(at, -1, `no candidate ${candidate}: ${words.join(', ')}`);
    await buttons[at].click();
  });
  await fill(found, 'Underskriver (navn)', signer);
  await text(found, 'Venter');
  await fill(found, 'Underskrevet den', '2026-11-02');
  await text(found, 'Underskrevet');
}

async function placed(page, name) {
  const found = await card(page, name);
  await text(found, 'Klar');
  await click(found, 'button', 'Bestilt');
  await text(found, /Bestilt \d+\.\d+\.\d{4} af Mette Holm \(MH\)/);
}

/** Up to the open window: the time is agreed by all, SA decides, FN orders, SP's Helpdesk opens. */
async function untilWindow(page, start, end) {
  await goTo(page, 'Omlægning');
  await fill(page, 'Begynder', start);
  await fill(page, 'Slutter', end);
  await does(page, FN, 'pkt. 16 Koordiner overgangstidspunkt (ruteskift)');
  for (const role of [FI, FG, HD]) await does(page, role, coordinate);
  // Who has taken part waits for the one who has not.
  await waitsFor(page, FI, 'svar på »Gennemfør systemskifte ift. plan?« · Systemansvarlig');
  await does(page, SA, coordinate);
  await decides(page, SA, 'Gennemfør systemskifte ift. plan?', 'Gennemfør', 'pkt. 18 Beslut gennemførsel af systemskifte ift. plan');
  await does(page, FN, '2.3 pkt. 1 Bestil omlægning');
  await doesAll(page, HD, [
    '2.3 pkt. 2 Åbn servicevindue',
    '2.3 pkt. 3 Nedlæg gamle implicitte ruter',
    '2.3 pkt. 4 Opsæt afventende ruter på SP',
  ]);
}

async function firstAttempt(page) {
  await untilWindow(page, '2026-12-05T22:00', '2026-12-06T04:00');
  await goTo(page, 'Omlægning');
  await receipt(page, `Kvittering: ${implicit}, Nedlæg gammel rute`, 'OK');
  await receipt(page, `Kvittering: ${implicit}, Etabler ny rute`, 'Fejlet');
  const failed = await row(page, `Kvittering: ${implicit}, Etabler ny rute`);
  await text(failed, 'Omlægningen venter, til fejlen er løst eller rullet tilbage.');
  await fill(failed, 'Hvad gik galt?', 'Nøglen er ikke registreret');
  await fill(failed, 'Incidentens reference', 'INC-88');
  await does(page, FN, '2.3 pkt. 5 Modtag kvitteringer');
  await waitsFor(page, HD, 'incident');

  await goTo(page, 'Omlægning');
  await fill(await row(page, `Kvittering: ${implicit}, Etabler ny rute`), 'Løst den', '2026-12-06');
  await does(page, HD, '2.3 pkt. 6 Giv besked om status på ruter');
  await checks(page, 'Nej – roll back');
  await does(page, HD, '2.3 pkt. 11 Roll back');
  await told(page);
  await goTo(page, 'Omlægning');
  await text(page, /Forsøg 1 blev rullet tilbage\. Forsøg 2 begynder ved pkt\. 16/);
}

async function secondAttempt(page) {
  await waitsFor(page, SA, 'pkt. 16 Koordiner overgangstidspunkt (ruteskift)');
  await untilWindow(page, '2026-12-12T22:00', '2026-12-13T04:00');
  await goTo(page, 'Omlægning');
  // What the first attempt's receipts said is not the second's.
  await click(page, 'button', 'Markér resten OK (2)');
  await does(page, FN, '2.3 pkt. 5 Modtag kvitteringer');
  await does(page, HD, '2.3 pkt. 6 Giv besked om status på ruter');
  await checks(page, 'Ja');
  await does(
    page,
    HD,
    '2.3 pkt. 10 Nedlæg gamle eksplicitte ruter og ruter for integrationer, der ikke længere skal benyttes',
  );
  await told(page);
  await goTo(page, 'Omlægning');
  await text(page, 'Omlægningen er gennemført.');
}

async function checks(page, answer) {
  await doesAll(page, FN, [
    '2.3 pkt. 7 Kontrollér at det fulde systemskifte kan gennemføres',
    '2.3 pkt. 8 Giv besked om kontrol',
  ]);
  await decides(page, HD, 'Kontrol OK?', answer, '2.3 pkt. 9 Behandl besked om kontrolresultat');
}

async function told(page) {
  await does(page, HD, '2.3 pkt. 12 Giv besked til forvaltningsansvarlig og luk servicevindue');
  await does(page, FN, 'pkt. 20 Giv besked om resultat af omlægning');
  for (const role of [SA, FI, FG]) await does(page, role, result);
}

async function row(page, name) {
  const group = await part(page, 'group', name);
  return (await group.evaluateHandle((e) => e.closest('tr'))).asElement();
}

async function receipt(page, name, state) {
  const group = await part(page, 'group', name);
  await click(group, 'button', state);
}

async function cleaningUp(page) {
  await openRoute(page, closedByOld);
  await placed(page, 'Nedlæg gammel rute');
  await decides(page, FG, 'Anvender andre myndigheder fortsat det gamle it-system?', 'Nej – nedlæg it-system');
  await does(page, FG, 'pkt. 23 Nedlæg it-system eller fjern myndighed fra myndighedsafgrænsning');
  await does(page, SA, 'pkt. 24 Ryd op i serviceaftaler (evt.)');
}

async function sameAfterReload(page) {
  for (const name of ['Overblik', 'Ruter', 'Omlægning', 'Historik', 'Stamdata']) {
    await goTo(page, name);
    const before = await everything(page);
    await page.reload();
    await shows(page, name);
    await eventually(async () => assert.deepEqual(await everything(page), before));
  }
}

/** Prints a document as "Udskriv" does, and gives its pages. */
async function printed(page, name) {
  await goTo(page, 'Udskrifter');
  await click(page, 'radio', name);
  await part(page, 'heading', name);
  const path = await pdf(page, `${name}.pdf`);
  const { pages, width, height } = pdfInfo(path);
  assert.deepEqual([width, height], [210, 297], 'A4, upright');
  const all = pdfText(path);
  assert.equal(all.length, pages);
  all.forEach((sheet, index) => {
    // Firefox leaves the numbers to its own print dialog.
    if (!inFirefox) assert.match(sheet, new RegExp(`side ${index + 1} af ${pages}`, 'i'));
    for (const edge of ['Nyt omsorgssystem', name, 'Version']) assert.ok(sheet.includes(edge), `${edge} on page ${index + 1}`);
  });
  // Columns break sentences into lines: what is looked for is looked for word by word.
  return { pages, all: all.join('\n').replace(/\s+/g, ' ') };
}

async function handoversOnPaper(page) {
  const { pages, all } = await printed(page, 'Overleveringstjekliste');
  assert.ok(pages <= 8, `${pages} pages`);
  const [, handovers, received] = all.match(/(\d+) overleveringer: (\d+) modtaget, 0 afsendt, 0 klar nu, 0 venter/) ?? [];
  assert.ok(handovers > 30 && handovers === received, `${received} of ${handovers} received`);
  says(all, [
    // Who, to whom.
    'Beslutning om udskiftning',
    'Fyrtårn A/S',
    'Jonas Berg',
    'Klippe A/S',
    'Karen Lind',
    'Fællesdrift',
    'Anne Krog',
    // What, with the case's own data.
    'Ruter: 2 ruter erstattes, 1 rute etableres, 1 rute nedlægges og 1 rute',
    'Med delegering: 3 bestillinger, alle med underskrift',
    'Nedlægges af Forvaltningsansvarlig (gammelt) (1 rute): SP-4 Kopi til',
    // Both attempts.
    'Servicevindue: 5.12.2026 kl. 22.00 til 6.12.2026 kl. 04.00',
    'Servicevindue: 12.12.2026 kl. 22.00 til 13.12.2026 kl. 04.00',
    'Resultat: omlægningen er rullet tilbage',
    'Nøglen er ikke registreret, INC-88',
    'Resultat: ruterne er lagt om',
  ]);
}

async function routesOnPaper(page) {
  const { pages, all } = await printed(page, 'Rutebeslutningstjekliste');
  assert.ok(pages <= 6, `${pages} pages`);
  says(all, [
    '5 ruter: 5 afgjort, 0 ikke afgjort',
    '6 bestillinger: 6 afgivet',
    '3 med delegering: 0 mangler underskrift',
    'BestillingsID: BEST-4711',
    `1. ${replaced} BestillingsID: BEST-4711 Erstat`,
    `2. ${implicit} BestillingsID: BEST-4711 Erstat`,
    `3. ${delegated} BestillingsID: BEST-4711 Etabler`,
    `4. ${closedByOld} BestillingsID: BEST-4711 Nedlæg`,
    `5. ${kept} Bevar`,
    'Omsorg Ny (anvendersystem) → Borgerdata (serviceudbydersystem) · Eksplicit',
    'Borgerdata (afsendersystem) → Omsorg Ny (modtagersystem) · Implicit',
    'Delegering af etablering af ny rute er underskrevet af Anne Krog, Fællesdrift I/S, 2.11.2026.',
    'Delegering af nedlægning af gammel rute er underskrevet af Karen Lind, Klippe A/S, 2.11.2026.',
    'fordi Forvaltningsansvarlig (gammelt) nedlægger ruten (pkt. 22)',
  ]);
  says(all, ['2.2 pkt. 3', '2.2 pkt. 4', '2.2 pkt. 5', '2.2 pkt. 7', 'pkt. 22']);
}

function says(all, phrases) {
  for (const phrase of phrases) assert.ok(all.toLowerCase().includes(phrase.toLowerCase()), `not on paper: ${phrase}`);
}
