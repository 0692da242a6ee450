// Client addresses: what our proxies saw, never what a client claims.
import { expect, test } from 'vitest';
import { clientAddress } from '#lib/server/address.ts';

test.each([
	['no proxy: the connection counts', '203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
	['one proxy: what it added', '10.0.0.1', '1.1.1.1, 198.51.100.1', 1, '198.51.100.1'],
	['two proxies', '10.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
	['fewer than there should be', '10.0.0.1', '198.51.100.1', 2, 'unknown'],
	['none at all', '10.0.0.1', null, 1, 'unknown'],
	['no address', null, null, 0, 'unknown'],
	['nonsense', 'x', null, 0, 'unknown'],
	['IPv4 in IPv6', '::ffff:203.0.113.7', null, 0, '203.0.113.7'],
	['IPv6 by /64', '2001:db8:1:2:3:4:5:6', null, 0, '2001:db8:1:2::/64'],
	['IPv6, shortened', '2001:db8::5:6', null, 0, '2001:db8:0:0::/64'],
	['IPv6 with a zone', 'fe80::1%eth0', null, 0, 'fe80:0:0:0::/64'],
	['IPv6 loopback', '::1', null, 0, '0:0:0:0::/64']
])('%s', (_name, connected, forwarded, proxies, expected) => {
	expect(clientAddress(connected, forwarded, proxies)).toBe(expected);
});
