// The atlas draws the region once. All that follows happens in the browser: it shows,
// hides and describes features by year, filter and zoom, with no kernel.
const SVG = "http://www.w3.org/2000/svg";
const PACE = 800; // milliseconds a year while playing
const MANY = 12; // so many options of a filter are folded away
const CALM_PACE = 1600; // when the reader asks for less motion
const OURS = { "data-lm-suppress-shortcuts": "true" }; // else Jupyter takes the key
let instances = 0;

export default { render };

function render({ model, el }) {
  const atlas = new Atlas(model.get("spec"), el);
  return () => atlas.close();
}

class Atlas {
  constructor(spec, el) {
    this.spec = spec;
    this.id = `atlas-${++instances}`;
    this.year = spec.years?.value;
    this.off = new Set(); // unticked options, as "filter:option"
    this.root = make(el, "section", { class: "atlas", "aria-labelledby": this.id });
    make(this.root, "p", { class: "atlas-title", id: this.id }, spec.title);
    make(this.root, "p", { class: "atlas-subtitle" }, spec.subtitle);
    this.drawControls();
    this.drawMap();
    this.status = make(this.root, "p", {
      class: "atlas-status", role: "status", tabindex: "-1",
    });
    this.drawFilters();
    this.drawProblems();
    make(this.root, "p", { class: "atlas-credit" }, spec.credit);
    this.zoom(0);
    this.update();
    this.watcher = new ResizeObserver(() => this.scale());
    this.watcher.observe(this.stage);
  }

  close() {
    this.pause();
    this.watcher.disconnect();
    this.root.remove();
  }

  // Controls

  drawControls() {
    const { years, places } = this.spec;
    const bar = make(this.root, "div", { class: "atlas-controls" });
    if (years) {
      this.button = make(bar, "button", { type: "button", class: "atlas-play", ...OURS });
      this.button.addEventListener("click", () => this.timer ? this.pause() : this.play());
      this.sayPlaying();
      const label = make(bar, "label", { class: "atlas-year" }, "Year ");
      this.slider = make(label, "input", {
        type: "range", min: years.first, max: years.last, step: 1, value: years.value, ...OURS,
      });
      this.output = make(label, "output");
      this.slider.addEventListener("input", () => {
        this.pause();
        this.show(Number(this.slider.value));
      });
    }
    const label = make(bar, "label", {}, "Zoom to ");
    this.places = make(label, "select", { class: "atlas-zoom", ...OURS });
    places.forEach((place, index) => make(this.places, "option", { value: index }, place.name));
    this.places.addEventListener("change", () => this.zoom(Number(this.places.value)));
  }

  drawFilters() {
    const bar = make(this.root, "div", { class: "atlas-filters" });
    this.spec.filters.forEach((filter, index) => {
      const many = filter.options.length > MANY;
      const outer = make(bar, "fieldset", {});
      make(outer, "legend", {}, filter.label);
      const group = many ? make(outer, "details") : outer;
      if (many) make(group, "summary", {}, `${filter.options.length} to choose from`);
      const boxes = make(group, "div", { class: "atlas-options" });
      const ticks = filter.options.map((option, place) => {
        const label = make(boxes, "label", {});
        const tick = make(label, "input", { type: "checkbox", ...OURS });
        tick.checked = true;
        tick.addEventListener("change", () => {
          this.off[tick.checked ? "delete" : "add"](`${index}:${place}`);
          this.update();
        });
        make(label, "span", {}, `${option.value} (${option.count})`);
        return tick;
      });
      if (ticks.length < 4) return;
      for (const [name, ticked] of [["all", true], ["none", false]]) {
        const button = make(group, "button", {
          type: "button", "aria-label": `${filter.label}: ${name}`,
        }, name);
        button.addEventListener("click", () => {
          ticks.forEach((tick, place) => {
            tick.checked = ticked;
            this.off[ticked ? "delete" : "add"](`${index}:${place}`);
          });
          this.update();
        });
      }
    });
  }

  drawProblems() {
    if (!this.spec.problems.length) return;
    const list = make(this.root, "ul", { class: "atlas-problems", "aria-label": "Notes on the data" });
    for (const problem of this.spec.problems) make(list, "li", {}, problem);
  }

  // The map: three drawings, so that a moved control repaints only the middle one

  drawMap() {
    const { ground } = this.spec;
    const frame = make(this.root, "div", { class: "atlas-frame" });
    this.stage = make(frame, "div", { class: "atlas-stage" });
    this.stage.style.aspectRatio = `${ground.width} / ${ground.height}`;
    const drawing = (name, more) => make(this.stage, "svg", { class: name, ...more });
    const hidden = { "aria-hidden": "true" };
    this.drawings = [drawing("atlas-ground", hidden), drawing("atlas-theme", { role: "group", "aria-label": "Map" }), drawing("atlas-names", hidden)];
    const [under, theme, over] = this.drawings;
    for (const [name, paths] of Object.entries(ground.under)) drawPaths(under, name, paths);
    for (const [name, paths] of Object.entries(ground.over)) drawPaths(over, name, paths);
    ground.places.forEach((place) => drawPlace(over, place));
    for (const name of ground.names) {
      const place = `translate(${name.x} ${name.y}) rotate(${-name.turn})`;
      const text = make(over, "text", { class: `atlas-name ${name.kind}`, transform: place });
      name.text.split("\n").forEach((line, row, lines) => make(text, "tspan", {
        x: 0, dy: row ? "1.1em" : `${-0.55 * (lines.length - 1) + 0.35}em`,
      }, line));
    }
    this.pattern = drawHatching(theme, `${this.id}-hatch`);
    this.features = this.spec.layers.flatMap((layer) => {
      const group = make(theme, "g", { role: "list", "aria-label": layer.name, class: `atlas-${layer.kind}` });
      return layer.features.map((feature) => this.drawFeature(group, layer, feature));
    });
    this.tooltip = make(this.stage, "div", { class: "atlas-tooltip", role: "tooltip", hidden: "" });
    this.drawLegend(frame);
    // Not on the drawing itself: a browser lets one Tab to an svg that hears of focus.
    const point = (event) => this.point(event.target.closest(".atlas-feature"));
    for (const name of ["pointerover", "focusin"]) this.stage.addEventListener(name, point);
    for (const name of ["pointerleave", "focusout"]) this.stage.addEventListener(name, () => this.point(null));
    this.root.addEventListener("keydown", (event) => this.press(event));
  }

  drawFeature(group, layer, feature) {
    const node = make(group, "g", {
      class: "atlas-feature", role: "listitem", tabindex: "0", ...OURS,
      "aria-label": [feature.label, ...feature.details.map((pair) => pair.join(": "))].join("; "),
    });
    const known = feature.category !== null && feature.r !== null;
    const colour = layer.colours[feature.category] ?? this.spec.missing;
    const fill = known ? colour : `url(#${this.id}-hatch)`;
    if (layer.kind === "points") {
      const at = make(node, "g", { transform: `translate(${feature.x} ${feature.y})` });
      at.style.setProperty("--r", feature.r ?? layer.smallest);
      if (feature.dashed) make(at, "circle", { class: "ring" });
      const point = drawPoint(at, feature.sign, fill, colour);
      if (!known) point.style.stroke = colour;
    } else if (layer.kind === "areas") {
      make(node, "path", { d: feature.d, fill, "fill-rule": "evenodd" });
    } else {
      make(node, "path", { d: feature.d, class: "casing" });
      const line = make(node, "path", { d: feature.d, class: "line", stroke: colour });
      if (feature.dashed) line.setAttribute("stroke-dasharray", "7 4");
      if (feature.first === null) line.setAttribute("stroke-dasharray", "1.5 4");
      make(node, "path", { d: feature.d, class: "reach" });
    }
    node.feature = feature;
    return { ...feature, layer, node, shown: true };
  }

  drawLegend(frame) {
    const legend = make(frame, "div", { class: "atlas-legend" });
    for (const entry of this.spec.legend) {
      const row = make(legend, "div", {});
      const swatch = make(row, "svg", { class: "swatch", viewBox: "0 0 26 18", "aria-hidden": "true" });
      const fill = entry.hatched ? `url(#${this.id}-key)` : entry.colour;
      if (entry.hatched) drawHatching(swatch, `${this.id}-key`);
      if (entry.kind === "lines") {
        make(swatch, "path", { d: "M2 9H24", stroke: entry.colour, "stroke-width": 3, "stroke-dasharray": entry.dashed ? "6 3" : "none" });
      } else if (entry.kind === "sizes") {
        make(swatch, "circle", { cx: 13, cy: 9, r: entry.r, fill: "none", stroke: "#2b2f36" });
      } else if (entry.kind === "rings") {
        make(swatch, "circle", { cx: 13, cy: 9, r: 7.5, fill: "none", stroke: entry.colour, "stroke-dasharray": "2.5 2" });
      } else if (entry.kind === "signs") {
        const at = make(swatch, "g", { transform: "translate(13 9)", style: "--px: 1px; --r: 5" });
        drawPoint(at, entry.sign, entry.colour, entry.colour);
      } else if (entry.kind === "points" && !entry.hatched) {
        make(swatch, "circle", { cx: 13, cy: 9, r: 5, fill });
      } else {
        make(swatch, "rect", { x: 3, y: 3, width: 20, height: 12, fill, stroke: "#8d9299" });
      }
      make(row, "span", {}, entry.label);
    }
  }

  // What readers do

  press(event) {
    const here = event.target.closest?.(".atlas-feature");
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === "Escape") {
      this.pause();
      if (!this.tooltip.hidden) this.point(null);
      else if (this.places.value !== "0") this.zoom(0);
      else if (here) this.status.focus();
      else return;
    } else if (here && event.key in steps) {
      const shown = this.features.filter((feature) => feature.shown && feature.near);
      const place = shown.findIndex((feature) => feature.node === here);
      shown[(place + steps[event.key] + shown.length) % shown.length].node.focus();
    } else return;
    event.preventDefault();
  }

  point(node) {
    this.pointed?.classList.remove("pointed");
    this.pointed = node;
    this.tooltip.hidden = !node;
    if (!node) return;
    node.classList.add("pointed");
    this.tooltip.replaceChildren();
    make(this.tooltip, "b", {}, node.feature.label);
    for (const [name, text] of node.feature.details) make(this.tooltip, "div", {}, `${name}: ${text}`);
    if (node.feature.first === null) make(this.tooltip, "div", {}, "Year: not known");
    const box = node.getBoundingClientRect();
    const stage = this.stage.getBoundingClientRect();
    const clamp = (low, value, high) => Math.max(low, Math.min(value, high));
    const middle = clamp(stage.left, box.left + box.width / 2, stage.right) - stage.left;
    const below = clamp(stage.top, box.top + Math.min(box.height, 40) + 8, stage.bottom) - stage.top;
    const { offsetWidth, offsetHeight } = this.tooltip;
    this.tooltip.style.left = `${clamp(4, middle - offsetWidth / 2, stage.width - offsetWidth - 4)}px`;
    this.tooltip.style.top = `${clamp(4, below, stage.height - offsetHeight - 4)}px`;
  }

  play() {
    const { first, last } = this.spec.years;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (this.year >= last) this.show(first);
    this.timer = setInterval(() => {
      if (this.year >= last) this.pause();
      else this.show(this.year + 1);
    }, calm ? CALM_PACE : PACE);
    this.sayPlaying();
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.sayPlaying();
  }

  sayPlaying() {
    if (this.button) this.button.textContent = this.timer ? "❚❚ Pause" : "▶ Play";
  }

  zoom(index) {
    this.places.value = String(index);
    this.box = this.spec.places[index].box;
    this.stage.classList.toggle("zoomed", index > 0);
    const [left, top, wide, high] = this.box;
    for (const feature of this.features) {
      const [west, north, east, south] = feature.box;
      feature.near = west <= left + wide && east >= left && north <= top + high && south >= top;
      feature.node.setAttribute("tabindex", feature.near ? "0" : "-1");
    }
    for (const drawing of this.drawings) drawing.setAttribute("viewBox", this.box.join(" "));
    this.scale();
    this.status.textContent = this.summary();
  }

  scale() {
    const unit = this.box[2] / (this.stage.clientWidth || 1000);
    this.stage.style.setProperty("--px", `${unit}px`); // one pixel of the page
    this.pattern.setAttribute("patternTransform", `scale(${unit})`);
  }

  show(year) {
    this.year = year;
    this.slider.value = String(year);
    this.update();
  }

  // The one function that a moved control ends in

  update() {
    const { year, off } = this;
    for (const feature of this.features) {
      const timely = year === undefined || ((feature.first ?? -Infinity) <= year && year <= (feature.last ?? Infinity));
      const shown = timely && !feature.choices.some((choice) => off.has(choice));
      if (shown === feature.shown) continue;
      feature.shown = shown;
      feature.node.style.display = shown ? "" : "none";
    }
    if (this.output) {
      this.output.textContent = String(year);
      this.slider.setAttribute("aria-valuetext", String(year));
    }
    if (this.pointed?.style.display === "none") this.point(null);
    this.status.textContent = this.summary();
  }

  summary() {
    const place = this.places.value === "0" ? "" : `Zoomed to ${this.spec.places[this.places.value].name}. `;
    const when = this.year === undefined ? "" : `${this.year}. `;
    const said = this.spec.layers.map((layer) => {
      const shown = this.features.filter((feature) => feature.layer === layer && feature.shown);
      const total = layer.features.length;
      if (!shown.length) return `${layer.name}: none of ${total}. ${this.emptyBecause()}`;
      const counts = Object.keys(layer.colours)
        .map((category) => [category, shown.filter((feature) => feature.category === category).length])
        .filter(([, count]) => count)
        .map(([category, count]) => `${category} ${count}`);
      const missing = shown.filter((feature) => feature.category === null).length;
      if (missing) counts.push(`not known ${missing}`);
      return `${layer.name}: ${shown.length} of ${total} (${counts.join(", ")}).`;
    });
    return place + when + said.join(" ");
  }

  emptyBecause() {
    const bare = this.spec.filters.filter((filter, index) =>
      filter.options.every((_, place) => this.off.has(`${index}:${place}`)));
    if (bare.length) return `Nothing is ticked under ${bare.map((filter) => filter.label).join(", ")}.`;
    return this.off.size ? "Tick more options, or move the year." : "Move the year.";
  }
}

function make(parent, tag, attributes = {}, text = "") {
  const drawn = tag === "svg" || parent.namespaceURI === SVG;
  const node = drawn ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}

function drawHatching(parent, id) {
  const pattern = make(make(parent, "defs"), "pattern", {
    id, width: 6, height: 6, patternUnits: "userSpaceOnUse",
  });
  make(pattern, "rect", { width: 6, height: 6, fill: "white" });
  make(pattern, "path", { d: "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", class: "atlas-hatch" });
  return pattern;
}

// A point; one with a sign of reliability is hollow for B, and a diamond if contested.
function drawPoint(parent, sign, fill, colour) {
  const shape = "◆◇".includes(sign || " ") ? ["path", { d: "M0-1.3L1.3 0L0 1.3L-1.3 0Z" }] : ["circle", {}];
  const hollow = "○◇".includes(sign || " ");
  const point = make(parent, shape[0], { ...shape[1], class: sign ? "point signed" : "point", fill: hollow ? "white" : fill });
  if (sign) point.style.stroke = colour;
  return point;
}

function drawPaths(parent, name, paths) {
  const group = make(parent, "g", { class: `atlas-${name}` });
  for (const { d, fill } of paths) make(group, "path", fill ? { d, fill } : { d });
}

function drawPlace(parent, place) {
  const at = `translate(${place.x} ${place.y})`;
  const group = make(parent, "g", { class: place.capital ? "atlas-capital" : "atlas-city", transform: at });
  make(group, place.capital ? "path" : "circle", place.capital ? { d: "M-4-4H4V4H-4Z" } : { r: 2.2 });
  if (place.capital) make(group, "path", { d: "M-1.3-1.3H1.3V1.3H-1.3Z", class: "dot" });
  make(group, "text", {
    x: place.right, y: 3.5 - place.up, "text-anchor": place.right > 0 ? "start" : "end",
  }, place.name);
}
