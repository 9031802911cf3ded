const words = (text: string) => text.split(' ');

/** Names are put together by chance and mean nobody. */
export const women = words(
  'Agnes Alma Amina Anna Annika Astrid Birgitta Camilla Cecilia Ebba Elin Elsa Emma Eva Fatima Frida Hanna Helena Huda Ida Ingrid Iryna Johanna Julia Karin Kristina Layla Lena Linda Lisa Maja Malin Maria Mariam Märta Nadia Oksana Sara Saga Selam Signe Sofia Stina Tove Ulla Wanida Yasmin Åsa',
);
export const men = words(
  'Adam Ahmad Ali Anders Anton Axel Bereket Björn Daniel David Elias Emil Erik Filip Fredrik Gustav Göran Hamid Hassan Henrik Ibrahim Jakob Jens Johan Jonas Karl Khaled Lars Leif Liam Magnus Mats Mohamed Mykola Nils Olle Omar Oskar Patrik Per Petro Robert Samuel Simon Sven Tomas Viktor Yusuf',
);
export const families = words(
  'Abdi Abdullahi Ahmadi Ahmed Ali Alm Andersson Axelsson Bengtsson Berg Berglund Bergström Björk Blom Bondar Dahl Danielsson Ek Eklund Ekström Engström Eriksson Falk Forsberg Fransson Gebre Gunnarsson Gustafsson Haddad Hansson Hassan Hedlund Hellström Holm Hosseini Ibrahim Isaksson Jakobsson Jansson Johansson Jonsson Karimi Karlsson Khalil Kovalenko Larsson Lind Lindberg Lindgren Lundberg Lundqvist Löfgren Magnusson Mohamud Nilsson Norberg Nordin Nyström Olofsson Olsson Persson Pettersson Rezai Saleh Samuelsson Sandberg Sjögren Ström Sundberg Svensson Söderberg Tesfay Viklund Wallin Warsame Åberg Åkesson Öberg Östlund',
);
