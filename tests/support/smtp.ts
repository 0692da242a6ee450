// A real mail server on this machine, which keeps what it takes and refuses what it is told to.
import { once } from 'node:events';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type Mail = {
	readonly email: Email;
	readonly raw: string;
	readonly from: string;
	readonly to: readonly string[];
};

export class MailServer {
	readonly mails: Mail[] = [];
	/** Decides about a recipient: the reply with which it is refused, or null. */
	refusal: (address: string) => { readonly code: number; readonly text: string } | null = () => null;
	/** Takes a mail, and then says that it did not. */
	losesReply = false;
	port = 0;
	#server: SMTPServer | null = null;

	get url(): string {
		return `smtp://127.0.0.1:${this.port}`;
	}

	/** On the same port as before, if it ran. */
	async start(): Promise<this> {
		this.#server = new SMTPServer(this.#options());
		const server = this.#server.listen(this.port, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		if (address !== null && typeof address !== 'string') this.port = address.port;
		return this;
	}

	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = null;
		if (server) await new Promise<void>((settle) => server.close(settle));
	}

	#options(): SMTPServerOptions {
		return {
			disabledCommands: ['AUTH', 'STARTTLS'],
			onRcptTo: ({ address }, _session, next) => {
				const refused = this.refusal(address);
				if (refused === null) next();
				else next(Object.assign(new Error(`${address}: ${refused.text}`), { responseCode: refused.code }));
			},
			onData: (stream, { envelope }, next) => {
				const chunks: Buffer[] = [];
				stream.on('data', (chunk: Buffer) => chunks.push(chunk));
				stream.on('end', () => {
					const raw = Buffer.concat(chunks).toString('utf8');
					void PostalMime.parse(raw).then((email) => {
						const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
						this.mails.push({ email, raw, from, to: envelope.rcptTo.map(({ address }) => address) });
						next(this.losesReply ? Object.assign(new Error('not now'), { responseCode: 451 }) : null);
					});
				});
			}
		};
	}
}
