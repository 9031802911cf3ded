import type { Chance } from './chance.js';

/** Where a name comes from, and with it a likely language. Names are put together by chance and mean nobody. */
interface Background {
  language: string;
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
}

const words = (text: string) => text.split(' ');

const backgrounds = {
  swedish: {
    language: 'sv',
    women: words(
      'Annika Birgitta Camilla Carina Cecilia Ebba Ellen Elsa Emma Erika Eva Frida Gunilla Hanna Helena Ida Ingela Jenny Johanna Josefin Julia Karin Klara Kristina Lena Linda Lisa Lovisa Madeleine Malin Maria Marie Matilda Moa Monica Nathalie Petra Pia Rebecka Sandra Sara Sofia Susanne Therese Tove Ulrika Veronica Wilma Ylva Åsa',
    ),
    men: words(
      'Adam Albin Alexander Anders Anton Axel Björn Christian Daniel David Elias Emil Erik Filip Fredrik Gustav Göran Hampus Henrik Håkan Jakob Jens Jesper Joakim Joel Johan Jonas Kalle Kent Kristoffer Lars Leif Linus Ludvig Magnus Marcus Martin Mattias Mikael Niklas Nils Olle Oskar Patrik Peter Rasmus Robert Roger Sebastian Simon Stefan Tobias Tommy Viktor',
    ),
    families: words(
      'Alm Andersson Axelsson Berg Berglund Bergström Björk Blom Dahl Dahlberg Ek Eklund Engström Eriksson Fransson Gustafsson Hagström Hansson Hedlund Hellström Henriksson Holm Holmberg Håkansson Isaksson Jakobsson Jansson Johansson Jonsson Karlsson Larsson Lind Lindberg Lindgren Lindqvist Lundin Löfgren Magnusson Nilsson Norberg Nordin Nyberg Nyström Olofsson Olsson Persson Pettersson Rosén Sandberg Sjöberg Sjögren Strand Sundberg Svensson Söderberg Wallin Viklund Åberg Åkesson Öberg Östlund',
    ),
  },
  arabic: {
    language: 'ar',
    women: words('Amal Amina Dalal Farah Ghada Hala Huda Iman Layla Maha Mariam Nada Noor Rana Rasha Salma Samira Yasmin Zahra Zeinab'),
    men: words('Adnan Ahmad Ali Bassam Fadi Hassan Ibrahim Jamal Karim Khaled Mahmoud Majid Nabil Omar Rami Samir Tarek Walid Yousef Ziad'),
    families: words(
      'Abboud Aziz Barakat Darwish Farah Habib Haddad Hamdan Hassan Ibrahim Jaber Kassem Khalil Khoury Mansour Nasser Saleh Sabbagh Shaheen Yassin',
    ),
  },
  somali: {
    language: 'so',
    women: words('Amran Asha Ayan Deqa Fadumo Fartun Hodan Ifrah Khadija Nasra Sahra Ubah'),
    men: words('Abdi Abdirahman Ahmed Cabdi Farah Guled Hassan Ismail Liban Mahad Mohamed Yusuf'),
    families: words('Abdi Abdullahi Ahmed Ali Elmi Farah Hassan Hersi Jama Mohamud Nur Omar Osman Warsame'),
  },
  tigrinya: {
    language: 'ti',
    women: words('Abeba Bisrat Feven Helen Luwam Meron Rahwa Saba Selam Winta'),
    men: words('Aman Bereket Dawit Filmon Isaias Merhawi Samuel Tesfay Yonas Yohannes'),
    families: words('Abraham Berhane Gebre Ghebremedhin Habte Kidane Mehari Tekle Tesfamariam Woldu'),
  },
  dari: {
    language: 'prs',
    women: words('Fatima Freshta Laila Maryam Nilofar Parwana Roya Shabnam Soraya Zainab'),
    men: words('Ahmad Ali Farid Hamid Jawad Mirwais Mustafa Najib Reza Zabi'),
    families: words('Ahmadi Akbari Amiri Haidari Hosseini Karimi Mohammadi Nazari Rahimi Rezai'),
  },
  ukrainian: {
    language: 'uk',
    women: words('Alina Halyna Iryna Kateryna Larysa Nataliia Oksana Olena Svitlana Yuliia'),
    men: words('Andrii Bohdan Dmytro Ihor Maksym Mykola Oleh Petro Serhii Taras'),
    families: words('Bondar Hrytsenko Kovalenko Kravets Lysenko Marchenko Moroz Romanenko Shevchuk Tkachenko'),
  },
  thai: {
    language: 'th',
    women: words('Kanya Malee Nittaya Pensri Siriporn Supaporn Wanida'),
    men: words('Anan Chai Kasem Niran Prasert Somchai'),
    families: words('Boonmee Chaiyasit Kaewkla Rattana Saelim Srisuk Thongdee'),
  },
} as const satisfies Record<string, Background>;

const share = { swedish: 58, arabic: 14, somali: 8, tigrinya: 5, dari: 6, ukrainian: 6, thai: 3 } as const;

export interface Name {
  given: string;
  family: string;
  background: keyof typeof backgrounds;
  /** The language that goes with the name, ISO 639. */
  language: string;
}

/** Gives names, never the same one twice. */
export class Names {
  private readonly given = new Set<string>();

  constructor(private readonly chance: Chance) {}

  /** A name that is usual for this gender; for non-binary people, of either. */
  next(gender: 'woman' | 'man' | 'non-binary', background = this.chance.weighted(share)): Name {
    const from = backgrounds[background];
    for (;;) {
      const list = gender === 'woman' || (gender === 'non-binary' && this.chance.percent(50)) ? from.women : from.men;
      const name = { given: this.chance.pick<string>(list), family: this.chance.pick<string>(from.families), background, language: from.language };
      const full = `${name.given} ${name.family}`;
      if (name.given === name.family || this.given.has(full)) continue;
      this.given.add(full);
      return name;
    }
  }
}

/** A name as it stands in an e-mail address. */
export function inAddress(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z]+/g, '.');
}
