'use strict';
const $ = id => document.getElementById(id);
const SECTIONS = ['pair', 'start', 'camera', 'check', 'wait', 'result'];
let texts = {}, language = localStorage.language || (navigator.language.startsWith('ko') ? 'ko' : 'en');
let session = null, stream = null, photo = null, blacks = [], request = null, spans = [], captureKnown = false;
let displayedAt = 0, adding = false, addedCount = 0, source = 'photo';
const device = matchMedia('(pointer: coarse)').matches ? (Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet') : 'desktop';

const words = key => texts[key] || key;
const show = id => SECTIONS.forEach(other => { $(other).hidden = other !== id; });
let quiet = 0;
const say = (text, bad) => {
  clearTimeout(quiet);
  $('state').textContent = text; $('state').className = bad ? 'bad' : '';
  if (text && !bad) quiet = setTimeout(() => { $('state').textContent = ''; }, 2500);
};

async function speak() {
  texts = await (await fetch('/texts?language=' + language)).json();
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach(node => { node.textContent = words(node.dataset.text); });
  if (session) lineWords();
  if (request) cards();
}
function lineWords() {
  $('line').textContent = session.network && !session.encrypted ? words('plain') : words('local');
  $('line').className = session.network && !session.encrypted ? 'warn' : '';
}
async function post(path, body, type) {
  const answer = await fetch(path, { method: 'POST', body, headers: {
    'Content-Type': type || 'application/json', 'X-Sigmark': '1', 'Accept-Language': language } });
  const document_ = await answer.json();
  if (!answer.ok) { const error = new Error(document_.words); error.status = answer.status; throw error; }
  return document_;
}
async function enter(code) {
  try {
    session = await post('/api/session', JSON.stringify({ code, user: localStorage.user || '' }));
    localStorage.user = session.user;
    lineWords(); show('start'); say('');
  } catch (error) {
    show('pair'); if (code) say(error.message, true);
  }
}

// ---- a picture comes in
const now = () => performance.now();
function span(name, start, end) { spans.push({ name, side: 'client', start, end }); }
async function takePhoto() {
  if (!navigator.mediaDevices || !isSecureContext) { $('camera-file').click(); return; }
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 2560 } } });
    $('video').srcObject = stream; await $('video').play(); show('camera');
  } catch (none) { say(words('no-camera'), true); $('camera-file').click(); }
}
function stopCamera() { if (stream) stream.getTracks().forEach(track => track.stop()); stream = null; }
function shoot() {
  const video = $('video'), start = now();
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth; canvas.height = video.videoHeight;
  canvas.getContext('2d').drawImage(video, 0, 0);
  stopCamera(); spans = []; span('ocr.capture', start, now()); captureKnown = true; source = 'photo'; check(canvas);
}
async function chosen(input) {
  const file = input.files[0]; input.value = '';
  if (!file) return;
  spans = []; captureKnown = false; source = input.id === 'camera-file' ? 'photo' : 'file';
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const most = session.mostPixels, scale = Math.min(1, Math.sqrt(most / (bitmap.width * bitmap.height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(bitmap.width * scale); canvas.height = Math.floor(bitmap.height * scale);
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    check(canvas);
  } catch (none) { say(words('none'), true); }
}
function check(canvas) { photo = canvas; blacks = []; preview(); show('check'); }
function preview() {
  const view = $('preview'); view.width = photo.width; view.height = photo.height;
  const pen = view.getContext('2d'); pen.drawImage(photo, 0, 0); pen.fillStyle = '#000';
  blacks.forEach(([x, y, w, h]) => pen.fillRect(x, y, w, h));
}
function dragging(target, size, done, moving) {
  let from = null;
  const at = event => { const r = target.getBoundingClientRect(), s = size();
    return [(event.clientX - r.left) / r.width * s[0], (event.clientY - r.top) / r.height * s[1]]; };
  const box = event => { const [x, y] = at(event);
    return [Math.min(x, from[0]), Math.min(y, from[1]), Math.abs(x - from[0]), Math.abs(y - from[1])]; };
  target.addEventListener('pointerdown', event => { from = at(event); try { target.setPointerCapture(event.pointerId); } catch (gone) { /* a pointer that is gone */ } });
  target.addEventListener('pointermove', event => { if (from && moving) moving(box(event)); });
  target.addEventListener('pointerup', event => { if (from) { const b = box(event); from = null; if (b[2] > 4 && b[3] > 4) done(b); } });
  target.addEventListener('pointercancel', () => { from = null; });
}

// ---- to the server and back
async function send() {
  const started = now();
  if (!captureKnown) spans = [];
  show('wait'); say('');
  const canvas = $('preview');
  const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.92));
  span('ocr.encode', started, now());
  // the time that a person looks at the picture is not the service's: the shutter moves up to the press of Send
  if (captureKnown) { const shot = spans[0], shift = started - shot.end; shot.start += shift; shot.end += shift; }
  try {
    const sent = now();
    const answer = await post('/api/requests?source=' + source + '&device=' + device
      + (captureKnown ? '&capture=known' : ''), blob, 'image/jpeg');
    span('http.client.request', sent, now());
    await result(answer);
  } catch (error) {
    show('check'); say(error.message || words('offline'), true);
    if (error.status === 401) enter('');
  }
}
async function result(answer) {
  const start = now();
  request = answer; addedCount = 0; adding = false; displayedAt = 0;
  request.results.forEach(r => { r.state = ''; r.final = r.latex; });
  $('photo').src = $('preview').toDataURL('image/jpeg', 0.85);
  $('words').value = ''; $('complained').textContent = '';
  show('result');
  await cards();
  await Promise.all([...document.querySelectorAll('.drawn img')].map(img => img.decode().catch(() => 0)));
  span('ocr.render', start, now());
  const painted = now();
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  span('ocr.display', painted, now());
  displayedAt = now();
  await tell({ what: 'spans', spans, captureUnknown: !captureKnown });
}
const waiting = [];
let telling = null;
function tell(...events) {
  waiting.push(...events.map(event => [request.requestId, event]));
  telling = (telling || Promise.resolve()).then(flush);
  return telling;
}
async function flush() {
  while (waiting.length) {
    const id = waiting[0][0], batch = waiting.filter(([other]) => other === id);
    try {
      await post('/api/requests/' + id + '/events', JSON.stringify({ events: batch.map(([, event]) => event) }));
      batch.forEach(one => waiting.splice(waiting.indexOf(one), 1));
      say(words('kept'));
    } catch (error) {
      say(error.status ? error.message : words('offline'), true);
      if (error.status === 401) { await enter(''); continue; }
      if (error.status && error.status < 500) { waiting.length = 0; return; }
      await new Promise(done => setTimeout(done, 3000));
    }
  }
}
const seconds = () => Math.round(now() - displayedAt) / 1000;

// ---- what the user sees and does
const looked = new Set();
const eyes = new IntersectionObserver(entries => entries.forEach(entry => {
  const id = entry.target.dataset.id;
  clearTimeout(entry.target.timer);
  if (entry.isIntersecting) entry.target.timer = setTimeout(() => {
    const key = request.requestId + id;
    if (!looked.has(key)) { looked.add(key); tell({ what: 'seen', result: id }); }
  }, 1000);
}), { threshold: 0.6 });
function formula(latex) {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? '&dark=1' : '';
  return '/api/formula?size=' + Math.round(22 * Math.min(2, devicePixelRatio)) + dark + '&latex=' + encodeURIComponent(latex);
}
function cards() {
  eyes.disconnect();
  const boxes = $('boxes'), list = $('cards');
  boxes.replaceChildren(); list.replaceChildren();
  $('count').textContent = request.results.length ? words('found').replace('{count}', request.results.length) : words('none');
  request.results.forEach((r, index) => {
    const box = document.createElement('button');
    box.type = 'button'; box.className = 'box ' + r.state + (r.box[1] < 0.06 * request.height ? ' high' : ''); box.dataset.id = r.id; box.ariaLabel = 'formula ' + (index + 1);
    box.style.left = 100 * r.box[0] / request.width + '%'; box.style.top = 100 * r.box[1] / request.height + '%';
    box.style.width = 100 * (r.box[2] - r.box[0]) / request.width + '%';
    box.style.height = 100 * (r.box[3] - r.box[1]) / request.height + '%';
    const number = document.createElement('b'); number.textContent = index + 1; box.append(number);
    box.onclick = () => { const card = list.children[index]; card.scrollIntoView({ block: 'nearest' }); mark(r.id); };
    boxes.append(box); list.append(card(r, index));
  });
}
function mark(id) { document.querySelectorAll('.box,.card').forEach(node => node.classList.toggle('now', node.dataset.id === id)); }
function button(key, act, next) {
  const node = document.createElement('button'); node.type = 'button'; node.textContent = words(key);
  if (next) node.className = 'next'; node.onclick = act; return node;
}
function card(r, index) {
  const node = document.createElement('li'); node.className = 'card ' + r.state; node.dataset.id = r.id;
  const crop = document.createElement('canvas'), w = r.box[2] - r.box[0], h = r.box[3] - r.box[1];
  const scale = Math.min(1, 900 / w); crop.width = Math.max(1, w * scale); crop.height = Math.max(1, h * scale);
  crop.getContext('2d').drawImage($('preview'), r.box[0], r.box[1], w, h, 0, 0, crop.width, crop.height);
  const drawn = document.createElement('div'); drawn.className = 'drawn';
  const picture = new Image(); picture.alt = r.final; picture.src = formula(r.final);
  picture.style.zoom = 1 / Math.min(2, devicePixelRatio);
  picture.onerror = () => { drawn.textContent = r.final; };
  drawn.append(picture);
  const said = document.createElement('div'); said.className = 'said';
  said.textContent = (index + 1) + ' · ' + (r.state ? words({ confirmed: 'accepted', edited: 'kept', deleted: 'deleted', added: 'added' }[r.state])
    : words('score').replace('{score}', Math.round(100 * r.score)));
  const row = document.createElement('div'); row.className = 'row';
  if (r.state === 'deleted') {
    row.append(button('undo', () => { r.state = ''; tell({ what: 'restored', result: r.id }); cards(); }));
  } else {
    if (r.state !== 'confirmed' && r.state !== 'added') row.append(button('accept', () => {
      r.state = r.final === r.latex ? 'confirmed' : 'edited'; tell({ what: 'confirmed', result: r.id }); cards(); }, true));
    row.append(button('edit', () => edit(r, node)));
    row.append(button('delete', () => {
      if (r.state === 'added') { request.results.splice(request.results.indexOf(r), 1); tell({ what: 'removed', result: r.id }); }
      else { r.state = 'deleted'; tell({ what: 'deleted', result: r.id, seconds: seconds() }); }
      cards(); }));
  }
  node.append(said, crop, drawn, row);
  if (r.state !== 'added') eyes.observe(node);
  return node;
}
function edit(r, node) {
  const area = document.createElement('textarea'); area.className = 'tex'; area.rows = 3; area.value = r.final; area.ariaLabel = words('latex');
  let timer = 0;
  area.oninput = () => { clearTimeout(timer); timer = setTimeout(() => { node.querySelector('.drawn img').src = formula(area.value); }, 200); };
  const save = button('save', () => {
    r.final = area.value.trim();
    if (r.state === 'added') tell({ what: 'added', result: r.id, box: r.box, latex: r.final });
    else { r.state = r.final === r.latex ? 'confirmed' : 'edited'; tell({ what: 'edited', result: r.id, latex: r.final, seconds: seconds() }); }
    cards();
  }, true);
  node.querySelector('.row').replaceChildren(save, button('undo', cards));
  node.insertBefore(area, node.querySelector('.row')); area.focus();
}
function add() { adding = !adding; $('add-hint').hidden = !adding; $('boxes').classList.toggle('drawing', adding); }
function drawn(b) {
  if (!adding) return;
  add();
  const r = { id: 'a' + addedCount++, box: [b[0], b[1], b[0] + b[2], b[1] + b[3]], latex: '', final: '', score: 1, state: 'added' };
  request.results.push(r); tell({ what: 'added', result: r.id, box: r.box, latex: '' }); cards();
  const node = $('cards').lastChild; node.scrollIntoView({ block: 'center' }); edit(r, node);
}

$('language').onclick = () => { language = language === 'ko' ? 'en' : 'ko'; localStorage.language = language; speak(); };
$('enter').onclick = () => enter($('code').value);
$('code').onkeydown = event => { if (event.key === 'Enter') enter($('code').value); };
$('take').onclick = takePhoto;
$('choose').onclick = () => $('file').click();
$('file').onchange = () => chosen($('file'));
$('camera-file').onchange = () => chosen($('camera-file'));
$('shoot').onclick = shoot;
$('send').onclick = send;
$('unblack').onclick = () => { blacks.pop(); preview(); };
$('add').onclick = add;
document.querySelectorAll('.to-start').forEach(node => { node.onclick = () => { stopCamera(); show('start'); say(''); }; });
$('complaint').onsubmit = event => {
  event.preventDefault();
  const text = $('words').value.trim();
  if (text) tell({ what: 'complaint', text }).then(() => { $('complained').textContent = words('complain.sent'); });
};
dragging($('preview'), () => [photo.width, photo.height], b => { blacks.push(b); preview(); });
dragging($('boxes'), () => [request.width, request.height], drawn);
speak().then(() => enter(''));
