// What a reader sees on this page: blocks of text in order, each with its size, its contrast and whether it is folded.
(() => {
  const SILENT = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "IFRAME", "OPTION"]);
  const SHORT = 8;
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();

  function rgba(colour) {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }

  const over = ([r, g, b, a], [s, t, u]) => [r * a + s * (1 - a), g * a + t * (1 - a), b * a + u * (1 - a), 1];

  // The ground below an element; null where a picture lies there.
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== "none") return null;
      const colour = rgba(style.backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255, 1]);
  }

  function luminance([r, g, b]) {
    const [x, y, z] = [r, g, b].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }

  function contrast(element) {
    const below = ground(element);
    if (!below) return null;
    let letters = rgba(getComputedStyle(element).color);
    for (let at = element; at; at = at.parentElement) {
      letters = [letters[0], letters[1], letters[2], letters[3] * Number(getComputedStyle(at).opacity)];
    }
    const [high, low] = [luminance(over(letters, below)), luminance(below)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  }

  function folded(element) {
    for (let at = element; at; at = at.parentElement) {
      const box = at.closest("details:not([open])");
      if (!box) return false;
      const summary = box.querySelector(":scope > summary");
      if (!summary || !summary.contains(at)) return true;
      at = box;
    }
    return false;
  }

  // Clipped to a point or pushed off the page: said to machines, not to readers.
  function outOfSight(element) {
    const box = element.getBoundingClientRect();
    return (box.width <= 1 && box.height <= 1) || box.right + scrollX <= 0 || box.bottom + scrollY <= 0;
  }

  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !outOfSight(element);

  function home(element) {
    const row = element.closest("tr, dt, dd");
    if (row && row.tagName === "DD") {
      let term = row.previousElementSibling;
      while (term && term.tagName === "DD") term = term.previousElementSibling;
      return term && term.tagName === "DT" ? term : row;
    }
    if (row) return row;
    let at = element;
    while (at.parentElement && /^(inline|contents|ruby)/.test(getComputedStyle(at).display)) at = at.parentElement;
    return at;
  }

  const tagOf = (element) => {
    const named = element.closest("h1, h2, h3, h4, h5, h6, summary, li, tr, dt, figcaption, caption, blockquote");
    return (named ?? element).tagName.toLowerCase();
  };

  const blocks = [];
  let open = null;

  function block(owner, fold) {
    if (!open || open.owner !== owner || open.fold !== fold) {
      open = { owner, fold, tag: tagOf(owner), text: "", links: [], runs: [], cell: null };
      blocks.push(open);
    }
    return open;
  }

  function say(node) {
    const element = node.parentElement;
    const words = node.data.replace(/\s+/g, " ");
    const fold = folded(element) ? "closed" : "open";
    if (words.trim() === "" || (fold === "open" && !seen(element))) {
      if (open && words !== "") open.text += " ";
      return;
    }
    const into = block(home(element), fold);
    const cell = element.closest("td, th, dt, dd");
    if (into.cell && cell && into.cell !== cell) into.text += " | ";
    into.cell = cell;
    into.text += words;
    const style = getComputedStyle(element);
    into.runs.push({ letters: words.trim().length, size: parseFloat(style.fontSize), contrast: contrast(element) });
  }

  function mark(element) {
    if (element.tagName === "A" && element.hasAttribute("href") && seen(element)) {
      block(home(element), folded(element) ? "closed" : "open").links.push(element.getAttribute("href"));
    } else if (element.tagName === "FORM" && seen(element)) {
      block(element, "open").links.push("form");
    } else if (element.tagName === "BR" && open) {
      open.text += " ";
    } else if (element.tagName === "IMG" && element.alt.trim() !== "" && seen(element)) {
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      blocks.push({ tag: "img", fold: "open", text: element.alt, links: [], runs: [{ letters: element.alt.length, size, contrast: null }] });
      open = null;
    }
  }

  // The least legible run that is more than a word or two speaks for its block.
  function least(runs, part) {
    const long = runs.filter((run) => run.letters >= SHORT && run[part] !== null);
    const some = long.length > 0 ? long : runs.filter((run) => run[part] !== null);
    return some.length > 0 ? Math.min(...some.map((run) => run[part])) : null;
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    SILENT.has(node.nodeName.toUpperCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) say(node);
    else mark(node);
  }

  const root = parseFloat(getComputedStyle(document.body).fontSize);
  const shown = blocks.map(({ tag, text, links, runs, fold }) => ({
    tag, text: text.replace(/ +/g, " ").trim(), links, size: least(runs, "size") ?? root, contrast: least(runs, "contrast"), fold,
  }));
  const title = { tag: "title", text: document.title.trim(), links: [], size: root, contrast: null, fold: "open" };
  return { blocks: [title, ...shown].filter((one) => one.text !== "" || one.links.length > 0) };
})()
