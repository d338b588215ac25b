/// The script of a standalone page. It takes everything that comes from data out of one JSON element and puts it into the page
/// as text, never as markup.
enum PageScript {
  /// The SHA-256 of ``text`` in base64, by which the page's own policy lets this script run and no other. A test holds it to the
  /// text.
  static let hash = "s7I8GdO0Iv3UeJjsOkLqYfrG4HAIJuUxtutWU1wxeKk="

  static let text = #"""
    'use strict';
    (() => {
      const data = JSON.parse(document.getElementById('data').textContent);
      const words = data.words;
      const at = id => document.getElementById(id);
      const svg = document.querySelector('#stage svg');
      const facts = at('facts');
      const things = data.nodes.concat(data.edges);
      const byElement = new Map(things.filter(thing => thing.el).map(thing => [thing.el, thing]));
      const names = new Map(data.nodes.map(node => [node.id, node.name]));
      const element = (tag, text, name) => {
        const made = document.createElement(tag);
        if (text) made.textContent = text;
        if (name) made.className = name;
        return made;
      };
      const link = (url, text) => {
        if (!/^https?:\/\//.test(url || '')) return element('span', text);
        const made = element('a', text);
        made.href = url;
        made.rel = 'noopener noreferrer';
        return made;
      };
      const paragraph = (child, name) => {
        const made = element('p', '', name);
        made.append(child);
        facts.append(made);
      };

      const show = thing => {
        facts.replaceChildren();
        if (thing.from) {
          facts.append(element('h2', names.get(thing.from) + ' ' + thing.words + ' ' + names.get(thing.to)));
          if (thing.details) paragraph(element('span', thing.details), 'details');
        } else {
          facts.append(element('h2', thing.name));
          paragraph(element('span', thing.type), 'details');
        }
        for (const line of (thing.note || '').split('\n')) if (line) paragraph(element('span', line));
        for (const source of thing.sources || []) paragraph(link(source.url, source.text), 'source');
        if (thing.url && !(thing.sources || []).length) paragraph(link(thing.url, thing.url), 'source');
        if (!thing.from) {
          const list = element('ul');
          for (const edge of data.edges) {
            if (edge.from !== thing.id && edge.to !== thing.id) continue;
            const line = names.get(edge.from) + ' ' + edge.words + ' ' + names.get(edge.to);
            list.append(element('li', line + (edge.details ? ' · ' + edge.details : '')));
          }
          facts.append(list);
        }
      };

      const find = target => {
        let group = target.closest && target.closest('g[id]');
        while (group && !byElement.has(group.id)) group = group.parentElement && group.parentElement.closest('g[id]');
        return group ? byElement.get(group.id) : undefined;
      };
      if (svg) {
        for (const kind of ['mouseover', 'focusin', 'click']) {
          svg.addEventListener(kind, event => { const thing = find(event.target); if (thing) show(thing); });
        }
      }
      for (const row of document.querySelectorAll('tr[data-number]')) {
        row.addEventListener('mouseover', () => show(data.edges[Number(row.dataset.number)]));
      }

      const fold = text => (text || '').normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
      let wanted = '';
      let day = '';
      const holds = edge => !day || ((!edge.since || edge.since <= day) && (!edge.until || day < edge.until));
      const mark = (id, name, on) => { const group = id && at(id); if (group) group.classList.toggle(name, on); };
      const refresh = () => {
        let hits = 0;
        const alive = new Set();
        data.edges.forEach((edge, number) => {
          const on = holds(edge);
          mark(edge.el, 'off', !on);
          const row = document.querySelector('tr[data-number="' + number + '"]');
          if (row) row.classList.toggle('off', !on);
          if (on) { alive.add(edge.from); alive.add(edge.to); }
        });
        for (const node of data.nodes) {
          const hit = wanted !== '' && fold(node.name + ' ' + node.type).includes(wanted);
          if (hit) hits += 1;
          mark(node.el, 'hit', hit);
          mark(node.el, 'dim', wanted !== '' && !hit);
          mark(node.el, 'off', day !== '' && data.edges.length > 0 && !alive.has(node.id));
        }
        at('found').textContent = wanted === '' ? '' : hits + ' ' + words.found;
      };
      at('search').addEventListener('input', event => { wanted = fold(event.target.value.trim()); refresh(); });
      const slider = at('day');
      if (slider) {
        slider.addEventListener('input', () => {
          day = data.days[Number(slider.value)] || '';
          at('day-text').textContent = day || words.always;
          refresh();
        });
      }

      if (svg && svg.viewBox.baseVal) {
        const box = svg.viewBox.baseVal;
        const whole = { x: box.x, y: box.y, width: box.width, height: box.height };
        svg.removeAttribute('width');
        svg.removeAttribute('height');
        const zoom = (factor, x, y) => {
          const width = Math.min(Math.max(box.width * factor, whole.width / 40), whole.width * 4);
          const real = width / box.width;
          box.x += (x - box.x) * (1 - real);
          box.y += (y - box.y) * (1 - real);
          box.height *= real;
          box.width = width;
        };
        const middle = factor => zoom(factor, box.x + box.width / 2, box.y + box.height / 2);
        const place = event => {
          const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
          return point;
        };
        svg.addEventListener('wheel', event => {
          event.preventDefault();
          const point = place(event);
          zoom(event.deltaY < 0 ? 1 / 1.2 : 1.2, point.x, point.y);
        }, { passive: false });
        let held = null;
        svg.addEventListener('pointerdown', event => { if (event.button === 0) held = { point: place(event), moved: false }; });
        svg.addEventListener('pointermove', event => {
          if (!held) return;
          const point = place(event);
          if (Math.hypot(point.x - held.point.x, point.y - held.point.y) > box.width / 200) held.moved = true;
          box.x -= point.x - held.point.x;
          box.y -= point.y - held.point.y;
        });
        window.addEventListener('pointerup', () => { held = null; });
        at('closer').addEventListener('click', () => middle(1 / 1.3));
        at('farther').addEventListener('click', () => middle(1.3));
        at('fit').addEventListener('click', () => Object.assign(box, whole));
        document.addEventListener('keydown', event => {
          if (event.target.tagName === 'INPUT') return;
          if (event.key === '+') middle(1 / 1.3);
          if (event.key === '-') middle(1.3);
          if (event.key === '0') Object.assign(box, whole);
          if (event.key === '/') { event.preventDefault(); at('search').focus(); }
        });
      }
      document.body.dataset.ready = 'yes';
    })();
    """#
}
