namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>The names of the family that the matcher may be developed with.</summary>
static class DevelopmentNames
{
    public static readonly NamePool Pool = new(
        NameStock.Of(
            """
            Emma, Elsa, Maja, Alice, Ella, Wilma, Ebba, Julia, Alva, Klara, Ida, Linnea, Tove, Hanna, Moa, Siri, Tuva, Saga, Elin, Elina,
            Freja, Agnes, Signe, Stina, Malin, Matilda, Frida, Johanna, Josefin, Sara, Ronja, Lovisa, Tilda, Hedda, Nova, Sigrid, Märta, Åsa,
            Anna-Karin, Siri-Lo, Eva-Lotta, Ann-Sofie, Bo, Lucas, William, Oscar, Elias, Hugo, Liam, Oliver, Alexander, Axel, Viktor,
            Emil, Anton, Filip, Albin, Gustav, Gustaf, Ludvig, Melker, Malte, Måns, Nils, Johan, Jonas, Erik, Eric, Karl, Carl, Isak, Isac,
            Kalle, Simon, Love, Sixten, Vidar, Örjan, Åke, Jan-Erik, Carl-Johan, Per-Olov, Sven-Erik, Lars, Anders, Mattias, Mathias, Rasmus, Lo, My
            """,
            """
            Andersson, Johansson, Karlsson, Nilsson, Eriksson, Larsson, Olsson, Persson, Svensson, Gustafsson, Pettersson, Jonsson, Jansson,
            Hansson, Bengtsson, Carlsson, Lindberg, Lindström, Lindgren, Lindqvist, Axelsson, Berg, Bergström, Lundberg, Lundgren, Lundqvist,
            Mattsson, Berglund, Fredriksson, Sandberg, Henriksson, Forsberg, Sjöberg, Wallin, Engström, Eklund, Danielsson, Håkansson, Lundin,
            Björk, Bergman, Fransson, Holm, Nyström, Holmberg, Arvidsson, Söderberg, Nyberg, Mårtensson, Blomqvist, Nordström, Sundberg,
            Åkesson, Öberg, Ekström, Hellström, Sandström, Boklund, Textorius, Titelman, Hallgren, Hellgren, Wikander, Fägersköld, Nyqvist,
            Nykvist, af Ekenstam, von Sydow, von Platen, af Klercker, De Geer, Tornberg Lo, Ek Lundmark, Berg-Lindén, Ström Hedlund, Ahl-Wiik
            """
        ),
        NameStock.Of(
            """
            Olivia, Amelia, Grace, Chloe, Emily, Lily, Sophie, Charlotte, Rowan, Quentin, Jack, Harry, George, Noah, Leo, Oscar, Ethan, Dylan,
            Logan, Mary Jane, Mary-Kate, Billy Joe, Aoife, Siobhán, Niamh, Seán, Callum, Ewan, Isla, Ben, Sam, Max, Will, Tom
            """,
            """
            Smith, Jones, Taylor, Brown, Williams, Wilson, Johnson, Davies, Patel, Walker, White, Hall, Green, Hughes, Carter, Mitchell, O'Dell,
            O'Brien, O'Neill, MacDonald, McDonald, D'Arcy, Parker-Bowls, Smyth-Jones, Le, Page, Bookman, Reed, Page Turner, St John
            """
        ),
        NameStock.Of(
            """
            Mohammed, Muhammad, Ali, Fatima, Aisha, Zahra, Hassan, Hussein, Omar, Amina, Layla, Yasmin, Maryam, Ibrahim, Yusuf, Khadija, Noor,
            Amir, Sami, Leila, José, María José, Juan Carlos, Ana Lucía, Sofía, Diego, Priya, Arjun, Ananya, Rohan, Minh, Thi Lan, Linh, Anh,
            Agnieszka, Łukasz, Zofia, Paweł, Ivana, Đorđe, Željko, Ana-Marija, Gülşen, Çağla, Işıl, Emre, Aino, Eero, Päivi, Jukka, Berivan,
            Rojda, Azad, Selam, Abebe, Hodan, Abdirahman, Nguyen, Bình, Xin Yi
            """,
            """
            Ali, Mohamed, Hassan, Ahmed, Hussein, Ibrahim, Abdi, Omar, Al-Sayed, al Hamdani, El Amrani, El-Khoury, bin Yusuf, Abdullahi Warsame,
            García López, Fernández, de la Cruz, Rodríguez Peña, da Silva, dos Santos, Raman, Krishnamurthy, Sharma, Nguyen, Tran Van, Le, Pham,
            Kowalska, Wójcik, Łuczak, Nowak, Petrović, Đukić, Horvat, Yılmaz, Öztürk, Şahin, Kaya, Taskinen, Virtanen, Hämäläinen, Mäkelä,
            Van Damme, van der Berg, ter Horst, Zum Felde, Kidane, Tesfaye, Gebremedhin, Haile Selam, Barzani, Şimşek Demir, Popescu, Ionescu
            """
        )
    );
}
