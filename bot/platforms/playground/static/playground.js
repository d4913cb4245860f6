/** The playground's page: two panes that show one stream of messages, each for its own chat. */
"use strict";
const API = "/playground/api";
const RETRY = 2000;
const COLOURS = 6;
const street = document.body.dataset.street;
const messages = new Map();

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function colour(name) {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0);
  return sum % COLOURS;
}

function clock(at) {
  const date = new Date(at);
  const time = date.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  if (date.toDateString() === new Date().toDateString()) return time;
  return date.toLocaleDateString("nl-NL", { weekday: "short", day: "numeric", month: "short" }) + " " + time;
}

function excerpt(message) {
  const line = message.text.replace(/\s+/g, " ").trim();
  return line.length > 70 ? line.slice(0, 70) + "…" : line;
}

const called = (sender) => (sender === "bot" ? "Straatbot" : sender);

class Pane {
  constructor(element) {
    this.kind = element.dataset.pane;
    this.element = element;
    this.log = find(".log", element);
    this.empty = find(".empty", element);
    this.form = find(".composer", element);
    this.text = find("textarea", element);
    this.select = find("select", element);
    this.problem = find(".problem", element);
    this.replying = find(".replying", element);
    this.others = find(".others", element);
    this.waiting = new Set(); // names of whom else there is news for
    this.replyTo = null;
    this.listen();
  }

  get speaker() {
    return this.select.value;
  }

  get chat() {
    return this.kind === "group" ? street : `${street}/${this.speaker}`;
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.say(this.text.value);
    });
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.say(this.text.value);
    });
    this.select.addEventListener("change", () => this.redraw());
    find(".cancel", this.replying).addEventListener("click", () => this.answer(null));
    for (const idea of all(".idea", this.element)) {
      idea.addEventListener("click", () => this.say(idea.textContent));
    }
  }

  async say(text) {
    if (!text.trim()) return this.text.focus();
    const reply = this.replyTo === null ? {} : { reply_to: this.replyTo };
    if (await this.post({ text, ...reply })) {
      if (this.text.value === text) this.text.value = "";
      this.answer(null);
    }
  }

  async post(what) {
    this.problem.hidden = true;
    const body = JSON.stringify({ chat: this.chat, sender: this.speaker, ...what });
    try {
      const headers = { "Content-Type": "application/json" };
      const response = await fetch(`${API}/messages`, { method: "POST", headers, body });
      if (response.ok) return true;
      this.problem.textContent = (await response.json()).error;
    } catch {
      this.problem.textContent = "De bot is niet te bereiken. Staat hij nog aan?";
    }
    this.problem.hidden = false;
    return false;
  }

  answer(message) {
    this.replyTo = message ? message.id : null;
    this.replying.hidden = !message;
    if (!message) return;
    find("span", this.replying).textContent = `Antwoord op ${called(message.sender)}: ${excerpt(message)}`;
    this.text.focus();
  }

  redraw() {
    const live = this.log.getAttribute("aria-live");
    this.log.setAttribute("aria-live", "off");
    this.log.replaceChildren(this.empty);
    this.empty.hidden = false;
    this.answer(null);
    if (this.kind === "private") {
      find(".about", this.element).textContent = `privégesprek met ${this.speaker}`;
      this.waiting.delete(this.speaker);
      this.tellOfOthers();
    }
    for (const message of messages.values()) this.show(message);
    this.log.scrollTop = this.log.scrollHeight;
    this.log.setAttribute("aria-live", live);
  }

  show(message) {
    if (message.chat !== this.chat) return this.elsewhere(message);
    const own = message.sender === this.speaker;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
    this.empty.hidden = true;
    this.log.append(this.draw(message, own));
    if (own || atEnd) this.log.scrollTop = this.log.scrollHeight;
  }

  draw(message, own) {
    const bot = message.sender === "bot";
    const bubble = make("article", `message ${own ? "own" : bot ? "bot" : "other"}`);
    const who = make("p", own ? "unseen" : `who colour-${bot ? "bot" : colour(message.sender)}`);
    who.textContent = called(message.sender);
    const said = make("div", "said");
    said.innerHTML = message.html; // escaped by the server
    bubble.append(who, ...this.quote(message), said, ...this.buttons(message), this.foot(message));
    return bubble;
  }

  quote(message) {
    const answered = messages.get(message.reply_to);
    if (!answered || (this.kind === "private" && message.sender === "bot")) return [];
    return [make("p", "quoted", `${called(answered.sender)}: ${excerpt(answered)}`)];
  }

  buttons(message) {
    if (!message.choices.length) return [];
    const row = make("div", "choices");
    for (const choice of message.choices) {
      const button = make("button", "choice", choice.label);
      button.type = "button";
      button.addEventListener("click", () => this.post({ choice: choice.id }));
      row.append(button);
    }
    return [row];
  }

  foot(message) {
    const foot = make("p", "foot");
    const answer = make("button", "answer", "Antwoord");
    answer.type = "button";
    answer.setAttribute("aria-label", `Antwoord op ${called(message.sender)}: ${excerpt(message)}`);
    answer.addEventListener("click", () => this.answer(message));
    const time = make("time", "", clock(message.at));
    time.dateTime = message.at;
    foot.append(answer, time);
    return foot;
  }

  /** A private message to somebody else than whom you speak as. */
  elsewhere(message) {
    if (!this.concerns(message) || !this.live || message.sender !== "bot") return;
    this.waiting.add(message.chat.slice(street.length + 1));
    this.tellOfOthers();
  }

  /** A button for each, which lets you speak as them. */
  tellOfOthers() {
    const known = [...this.select.options].map((option) => option.value);
    const buttons = known.filter((name) => this.waiting.has(name)).map((name) => {
      const button = make("button", "idea", `Nieuw bericht voor ${name}`);
      button.type = "button";
      button.addEventListener("click", () => {
        this.select.value = name;
        this.redraw();
      });
      return button;
    });
    this.others.replaceChildren(...buttons);
    this.others.hidden = !buttons.length;
  }

  concerns(message) {
    return this.kind === "group" ? message.chat === street : message.chat.startsWith(`${street}/`);
  }

  get live() {
    return this.log.getAttribute("aria-live") === "polite";
  }
}

const panes = all(".pane").map((element) => new Pane(element));

function look(kind) {
  document.body.dataset.show = kind;
  for (const tab of all(".tabs button")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.show === kind));
    if (tab.dataset.show === kind) find(".fresh", tab).hidden = true;
  }
  for (const pane of panes) pane.log.scrollTop = pane.log.scrollHeight;
}

function takeBack(message) {
  if (!messages.delete(message.id)) return;
  for (const pane of panes) if (pane.chat === message.chat) pane.redraw();
}

function receive(message) {
  if (message.gone) return takeBack(message);
  const known = messages.get(message.id);
  if (known && known.at === message.at) return;
  if (known) {
    messages.clear(); // the bot was started anew and counts from 1 again
    for (const pane of panes) pane.redraw();
  }
  messages.set(message.id, message);
  for (const pane of panes) {
    pane.show(message);
    if (pane.live && pane.concerns(message) && document.body.dataset.show !== pane.kind) {
      find(`.tabs [data-show=${pane.kind}] .fresh`).hidden = false;
    }
  }
}

async function connect() {
  const lost = find(".lost");
  try {
    const past = await (await fetch(`${API}/messages`)).json();
    past.forEach(receive);
    lost.hidden = true;
    for (const pane of panes) pane.log.setAttribute("aria-live", "polite");
    const stream = new EventSource(`${API}/events?after=${past.length ? past.at(-1).id : 0}`);
    stream.onmessage = (event) => receive(JSON.parse(event.data));
    stream.onerror = () => {
      stream.close();
      setTimeout(connect, RETRY);
    };
  } catch {
    lost.textContent = "De verbinding met de bot is weg. Ik probeer het opnieuw …";
    lost.hidden = false;
    setTimeout(connect, RETRY);
  }
}

find("#street")?.addEventListener("change", (event) => {
  location.search = new URLSearchParams({ straat: event.target.value });
});
for (const tab of all(".tabs button")) tab.addEventListener("click", () => look(tab.dataset.show));
if (panes.length) {
  look(document.body.dataset.show ?? "group");
  connect();
}
