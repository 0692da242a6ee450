// An address of the network → whether anybody's server may stand behind it, or only something near to this one.
import { BlockList, isIP } from 'node:net';

/** Of IPv4 everything may be called but this: RFC 6890 and what followed it. */
const forbidden: readonly (readonly [network: string, prefix: number])[] = [
	['0.0.0.0', 8], // this network
	['10.0.0.0', 8], // private
	['100.64.0.0', 10], // a provider's own
	['127.0.0.0', 8], // this machine
	['169.254.0.0', 16], // this link, and what clouds tell their machines
	['172.16.0.0', 12], // private
	['192.0.0.0', 24], // protocols
	['192.0.2.0', 24], // documentation
	['192.88.99.0', 24], // relays of 6to4
	['192.168.0.0', 16], // private
	['198.18.0.0', 15], // measuring
	['198.51.100.0', 24], // documentation
	['203.0.113.0', 24], // documentation
	['224.0.0.0', 4], // multicast
	['240.0.0.0', 4] // reserved, and broadcast
];

/**
 * Of IPv6 only what is given out to the public may be called, 2000::/3, but for this. All else is refused with it:
 * loopback, link-local, unique-local, multicast, IPv4 mapped, compatible or translated by NAT64.
 */
const reserved: readonly (readonly [network: string, prefix: number])[] = [
	['2001::', 23], // protocols: Teredo, benchmarking, ORCHID
	['2001:db8::', 32], // documentation
	['2002::', 16], // 6to4: an IPv4 address inside
	['3ffe::', 16], // given back
	['3fff::', 20] // documentation
];

const closed = new BlockList();
for (const [network, prefix] of forbidden) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of reserved) closed.addSubnet(network, prefix, 'ipv6');

const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');

/** Whether it is an address that belongs to the public network. */
export function isPublic(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !closed.check(address, 'ipv4');
	return family === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
