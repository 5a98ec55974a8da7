namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>The names of the family that is held back for the final check.</summary>
static class HoldbackNames
{
    public static readonly NamePool Pool = new(
        NameStock.Of(
            """
            Selma, Astrid, Vera, Lilly, Stella, Olivia, Leah, Ester, Edith, Ines, Isabelle, Cornelia, Amanda, Felicia, Thea, Ellen, Emelie,
            Emilia, Sofia, Sofie, Jasmine, Kerstin, Karin, Kajsa, Gunilla, Ulrika, Therese, Annika, Rebecka, Rebecca, Molly, Svea, Greta,
            Ingrid, Lisa, Mia, Kim, Bea, Britt-Marie, Maj-Britt, Anna-Lena, Lill-Babs, Maria-Pia, Noel, Adam, Vincent, Theo, Arvid, Edvin,
            Alfred, August, Charlie, Sebastian, Benjamin, Jakob, Jacob, Josef, David, Daniel, Joel, Samuel, Vilgot, Folke, Frans, Tage,
            Sigge, Kasper, Casper, Fredrik, Henrik, Kristoffer, Christoffer, Marcus, Markus, Niklas, Nicklas, Pontus, Tobias, Ulf, Björn,
            Göran, Sören, Östen, Lars-Erik, Sven-Olof, Karl-Oskar, Hans-Göran, Stig, Tor
            """,
            """
            Ohlsson, Olofsson, Samuelsson, Josefsson, Isaksson, Magnusson, Jakobsson, Lind, Lundh, Lindblom, Lindholm, Löfgren, Löfqvist,
            Sjögren, Sjöström, Sjöstrand, Norberg, Nordin, Norén, Nord, Strand, Strandberg, Strömberg, Ström, Viklund, Wiklund, Vikström,
            Wikström, Åberg, Åström, Ågren, Öhman, Östlund, Östberg, Hedberg, Hedman, Hedlund, Falk, Dahl, Dahlberg, Dahlgren, Dahlström,
            Borg, Borgström, Ceder, Cederberg, Claesson, Ekman, Ekholm, Friberg, Fors, Granberg, Gran, Högberg, Hjalmarsson, Ivarsson,
            Kjellberg, Lagerlöf, Modin, Moberg, Palm, Prytz, Qvarnström, Roos, Skoglund, Stenberg, Stenman, Thelin, Uddén, Wahlgren, Zetterlund,
            Svarén, Provstgaard, Uppsäll, af Geijerstam, von Essen, von Knorring, af Ugglas, De Laval, Holm Sundin, Alm-Norell, Dahl Ekberg
            """
        ),
        NameStock.Of(
            """
            Isabella, Mia, Poppy, Freya, Evie, Daisy, Phoebe, Harriet, Imogen, Beatrice, Thomas, James, Joshua, Jacob, Archie, Alfie, Henry,
            Finley, Toby, Reuben, Anna Mae, Peggy Sue, Lee-Ann, Róisín, Ciarán, Orla, Fionn, Rhys, Gwen, Al, Kit, Ned
            """,
            """
            Evans, Thomas, Roberts, Wright, Robinson, Thompson, Wood, Edwards, Turner, Hill, Cooper, Ward, Morris, Moore, King, Watson, Harrison,
            O'Connor, O'Sullivan, O'Leary, MacLeod, McLeod, D'Souza, Fitz-Gerald, Hart-Davis, Lane Fox, Bard, Word, Titley, Storey
            """
        ),
        NameStock.Of(
            """
            Ahmed, Mahmoud, Khalid, Bilal, Salma, Hana, Rania, Iman, Nadia, Karim, Tariq, Jamal, Samira, Huda, Zainab, Abdallah, Ismail, Idris,
            Carmen, Luis Miguel, María del Mar, Rocío, Iñigo, Joaquín, Thiago, João, Inês, Deepika, Vikram, Sanjay, Kavya, Quynh, Thi Mai, Duc,
            Wojciech, Małgorzata, Michał, Jana, Dragana, Miloš, Šejla, Ömer, Özlem, Ayşe, Barış, Helmi, Veikko, Äijä, Shilan, Dilan, Baran,
            Miriam, Yonas, Saba, Ifrah, Mahad, Li Na, Wei, Kenji, Yui
            """,
            """
            Khan, Rahman, Mahmoud, Saleh, Haddad, Nasser, Farah, Jama, Al-Rashid, al Masri, El Idrissi, El-Sharif, bin Laila, Osman Farah,
            Martínez Ruiz, Hernández, de los Reyes, Gómez Ibarra, de Oliveira, dos Anjos, Iyer, Venkataraman, Gupta, Vo, Dang Thi, La, Ngo,
            Zielińska, Kamiński, Pawłowski, Wróbel, Jovanović, Đorđević, Kovačević, Çelik, Arslan, Doğan, Güneş, Koskinen, Laine, Heikkinen,
            Järvinen, Van Acker, van den Broek, ten Hove, Zur Mühlen, Habte, Bekele, Woldemariam, Tekle Berhan, Talabani, Aydın Koç, Dumitru,
            Stoica
            """
        )
    );
}
