// <bellwether-survey>: a survey of ours in a page of yours. How to use it: the chapter "Embedding" of the README.
(() => {
	const home = new URL(document.currentScript.src).origin;
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`
		:host { display: block; min-height: 100svh }
		:host([mode=popup]), :host([mode=drawer]) { min-height: 0 }
		iframe { display: block; width: 100%; min-height: inherit; border: 0 }
		button { padding: .7em 1.4em; border: 0; border-radius: 3px; background: #1b1f24; color: #fff; font: inherit; cursor: pointer }
		dialog { width: min(60rem, 100%); height: min(56rem, 100%); max-width: none; max-height: none; box-sizing: border-box; padding: 0; border: 1px solid #827d72; background: light-dark(#fbfaf7, #15181b); overscroll-behavior: contain }
		:host([mode=drawer]) dialog { width: min(34rem, 100%); height: 100%; margin: 0 0 0 auto }
		dialog[open] { display: flex; flex-direction: column }
		dialog::backdrop { background: #0008 }
		dialog button { align-self: end }
		dialog iframe { flex: 1 }
	`);

	const make = (tag, properties, ...children) => {
		const made = Object.assign(document.createElement(tag), properties);
		made.append(...children);
		return made;
	};

	/** A text that the page can set, with what it is without. */
	const slot = (name, text) => make('slot', { name }, text);

	class Survey extends HTMLElement {
		connectedCallback() {
			addEventListener('message', this);
			if (this.shadowRoot) return;
			const root = this.attachShadow({ mode: 'open' });
			root.adoptedStyleSheets = [sheet];
			const title = this.title || 'Survey';
			this.frame = make('iframe', { title, allow: 'clipboard-write' });
			if (/^(popup|drawer)$/.test(this.getAttribute('mode'))) {
				const shut = make('button', { onclick: () => this.dialog.close() }, slot('close', 'Close'));
				this.dialog = make('dialog', { ariaLabel: title }, shut, this.frame);
				const open = () => {
					this.dialog.showModal();
					this.frame.src ||= this.address();
				};
				root.append(
					make('button', { onclick: open, ariaHasPopup: 'dialog', part: 'button' }, slot('', 'Take the survey')),
					this.dialog
				);
			} else {
				this.frame.scrolling = 'no';
				this.frame.src = this.address();
				root.append(this.frame);
			}
		}

		disconnectedCallback() {
			removeEventListener('message', this);
		}

		/** Hidden fields and where the visitor came from travel in the query; what names the survey comes last and wins. */
		address() {
			const query = new URLSearchParams();
			const add = (name, value) => value && query.set(name, value);
			for (const [name, value] of new URLSearchParams(location.search)) if (/^utm_/.test(name)) add(name, value);
			for (const { name, value } of this.attributes) if (/^data-/.test(name)) add(name.slice(5), value);
			add('referrer', (document.referrer ? new URL(document.referrer) : location).host);
			for (const name of ['campaign', 'locale']) add(name, this.getAttribute(name));
			add('scheme', /dark/.test(getComputedStyle(this).colorScheme) ? '' : 'light');
			add('origin', location.origin);
			return `${home}/embed/${encodeURIComponent(this.getAttribute('instrument'))}?${query}`;
		}

		/** What the frame says: how high it is, what it wants to be seen, how far the survey is. Never an answer. */
		handleEvent({ source, origin, data }) {
			if (origin !== home || source !== this.frame.contentWindow) return;
			const { bellwether: said, height, top, section, of } = Object(data);
			const { dialog, frame } = this;
			if (said === 'height' && height > 0 && !dialog) frame.style.height = `${Math.ceil(height)}px`;
			if (said === 'show' && top >= 0 && !dialog) {
				const y = frame.getBoundingClientRect().top + top;
				if (y < 0 || y > innerHeight) scrollBy({ top: y, behavior: 'instant' });
			}
			if (said === 'close') dialog?.close();
			if (/^(started|progress|completed)$/.test(said))
				this.dispatchEvent(
					new CustomEvent(`bellwether:${said}`, { bubbles: true, detail: section > 0 ? { section, of } : null })
				);
		}
	}

	customElements.get('bellwether-survey') || customElements.define('bellwether-survey', Survey);
})();
