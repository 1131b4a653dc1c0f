// The yardstick: what the least that could be called such an app costs. A windowed list, each row in a key of its own.

const answers = ['replace', 'establish', 'close', 'keep'];
const height = 32;
const [search, count, view, space, list] = ['search', 'count', 'window', 'space', 'rows'].map((id) => document.getElementById(id));

const rows = [];
let shown = [];

function load() {
  for (let n = 0; n < localStorage.length; n += 1) {
    const key = localStorage.key(n);
    if (key.startsWith('row:')) rows.push(JSON.parse(localStorage.getItem(key)));
  }
  rows.sort((one, other) => one.n - other.n);
}

function filter() {
  const words = search.value.toLowerCase().split(/\s+/);
  shown = rows.filter((row) => words.every((word) => row.name.toLowerCase().includes(word)));
  space.style.height = `${shown.length * height}px`;
  count.textContent = `${shown.length} af ${rows.length}`;
  draw();
}

function draw() {
  const first = Math.floor(view.scrollTop / height);
  const some = shown.slice(first, first + Math.ceil(view.clientHeight / height) + 1);
  list.style.top = `${first * height}px`;
  list.replaceChildren(...some.map(item));
}

function item(row) {
  const li = document.createElement('li');
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = row.name;
  li.append(name, ...answers.map((answer) => button(row, answer)));
  return li;
}

function button(row, answer) {
  const made = document.createElement('button');
  made.textContent = answer;
  made.setAttribute('aria-pressed', String(row.handling === answer));
  made.onclick = () => {
    row.handling = answer;
    localStorage.setItem(`row:${row.n}`, JSON.stringify(row));
    made.parentElement.replaceWith(item(row));
  };
  return made;
}

search.oninput = filter;
view.onscroll = draw;
load();
filter();
document.body.dataset.ready = '';
