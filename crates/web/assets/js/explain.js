// Asks the clinic why a time is closed and shows the one line that it answers; an empty answer means free.
const PAUSE_MS = 120;

export class Explainer {
  constructor(address, output) {
    this.address = address;
    this.output = output;
  }

  ask(question, entry) {
    if (!this.address || !this.output) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(question, entry), PAUSE_MS);
  }

  async fetch(question, entry) {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const address = `${this.address}?${new URLSearchParams(question)}`;
      const answer = await fetch(address, { signal: this.request.signal, headers: { accept: "text/plain" } });
      this.show(answer.ok ? await answer.text() : "", entry);
    } catch (error) {
      if (error.name !== "AbortError") this.show("", entry);
    }
  }

  show(reason, entry) {
    this.output.value = reason.trim();
    entry.classList.toggle("refused", this.output.value !== "");
  }

  clear() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.output) this.output.value = "";
  }
}
