// A number → the name of a company or of a person that there is not, and an address at which nobody can be reached.

const FIRST = [
	...['Amber', 'Ashen', 'Birch', 'Blue', 'Bright', 'Broad', 'Calm', 'Cedar', 'Clear', 'Copper', 'Coral', 'Crimson'],
	...['Deep', 'Early', 'Elm', 'Even', 'Far', 'Fern', 'Flint', 'Frost', 'Golden', 'Granite', 'Green', 'Grey', 'Hazel'],
	...['High', 'Iron', 'Ivory', 'Jade', 'Juniper', 'Lime', 'Long', 'Maple', 'Marble', 'New', 'North', 'Oak', 'Ochre'],
	...['Old', 'Olive', 'Pearl', 'Quiet', 'Red', 'River', 'Silver', 'South', 'Still', 'Stone', 'West', 'Willow']
];

/** As many as are prime: with the others they make every pair before one comes again. */
const SECOND = [
	...['Anchor', 'Arch', 'Bay', 'Beacon', 'Bell', 'Bridge', 'Brook', 'Castle', 'Cliff', 'Compass', 'Corner', 'Dale'],
	...['Dock', 'Falls', 'Field', 'Ford', 'Forge', 'Gate', 'Grove', 'Hall', 'Harbour', 'Haven', 'Hill', 'Keel', 'Lane'],
	...['Lantern', 'Loom', 'Mast', 'Meadow', 'Mill', 'Orchard', 'Pier', 'Pine', 'Point', 'Press', 'Quarry', 'Quay'],
	...['Reed', 'Ridge', 'Sail', 'Shore', 'Spring', 'Square', 'Tower', 'Vale', 'Well', 'Yard']
];

const GIVEN = [
	...[
		'Ada',
		'Alma',
		'Anton',
		'Ben',
		'Bruno',
		'Clara',
		'Cora',
		'David',
		'Edda',
		'Elias',
		'Emil',
		'Eva',
		'Felix',
		'Flora'
	],
	...[
		'Gita',
		'Hanna',
		'Hugo',
		'Ida',
		'Ilya',
		'Ines',
		'Jonas',
		'Judith',
		'Karim',
		'Lena',
		'Leo',
		'Lina',
		'Marta',
		'Mei'
	],
	...['Nadia', 'Nils', 'Noor', 'Oscar', 'Paula', 'Priya', 'Rosa', 'Samir', 'Tessa', 'Theo', 'Vera', 'Yusuf']
];

const FAMILY = [
	...[
		'Abel',
		'Adler',
		'Arden',
		'Berg',
		'Blum',
		'Brandt',
		'Castell',
		'Dorn',
		'Ebner',
		'Falk',
		'Feld',
		'Garcia',
		'Gruen'
	],
	...[
		'Haas',
		'Holm',
		'Ibsen',
		'Jansen',
		'Kaya',
		'Keller',
		'Lang',
		'Lind',
		'Marten',
		'Moreau',
		'Nair',
		'Novak',
		'Okoro'
	],
	...[
		'Olsen',
		'Park',
		'Quist',
		'Rossi',
		'Sato',
		'Silva',
		'Stern',
		'Tanaka',
		'Thorn',
		'Vidal',
		'Weber',
		'Winter',
		'Zeller'
	]
];

const HOSTS = ['example.com', 'example.org', 'example.net'];

/** From 0; no two are called alike. */
export function companyName(number: number): string {
	const round = Math.floor(number / FIRST.length);
	const again = Math.floor(round / SECOND.length);
	const name = `${FIRST[number % FIRST.length]} ${SECOND[(number + round) % SECOND.length]}`;
	return again === 0 ? name : `${name} ${again + 1}`;
}

export type Invented = { readonly name: string; readonly address: string };

/** Somebody of a company; several may share a name, and none an address. */
export function inventedPerson(company: number, person: number): Invented {
	const round = Math.floor(company / FAMILY.length);
	const given = GIVEN[(company * 11 + person * 3) % GIVEN.length] ?? '';
	const family = FAMILY[(company * 5 + person * 17 + round) % FAMILY.length] ?? '';
	const host = HOSTS[company % HOSTS.length] ?? '';
	return {
		name: `${given} ${family}`,
		address: `${given}.${family}.${company + 1}-${person + 1}@${host}`.toLowerCase()
	};
}
