namespace Phase1.Nlp.Matching;

/// <summary>The word lists of the domain specification, section 6, Swedish and English.</summary>
static class Words
{
    static readonly WordSet Particles = new(
        "af av von van vom zu zum zur de den der del della di da dos das du la le las los el al bin bint ben ibn ter ten"
    );

    /// <summary>No name on any line.</summary>
    static readonly WordSet Assignments = new(
        """
        essay essays assignment assignments task tasks question questions answer answers
        uppsats uppsatsen uppsatser uppsatserna uppgift uppgiften uppgifter uppgifterna fråga frågan frågor frågorna svar svaret svaren
        """
    );

    /// <summary>No name on a line without a date: what titles of documents are made of.</summary>
    static readonly WordSet Documents = new(
        """
        text texts texten texter titel titeln title titles bok boken böcker book books report reports rapport rapporten review reviews
        recension recensionen analysis analyses analys analysen prov provet prova exam exams examen test testet tests course courses kurs kursen
        kurser chapter kapitel kapitlet story stories berättelse berättelsen novell novellen poem dikt dikten letter letters brev
        brevet speech article articles artikel artikeln insändare krönika krönikan debattartikel draft drafts utkast utkastet version
        final copy kopia inlämning inlämningen homework läxa läxan introduction inledning summary sammanfattning conclusion slutsats
        document dokument dokumentet name namn student elev class klass teacher lärare date datum subject ämne school skola word words part
        """
    );

    /// <summary>No name on a line without a date: the small words of sentences.</summary>
    static readonly WordSet Functions = new(
        """
        a an the of my your his her its our their is are was were be been am i you he she it we they this that these those and or but not in on
        at to for from with without by about as if when why how what who where which does did has have had would can could should
        och en ett om i på för min mitt din ditt sin sitt hennes vårt våra är var vara har hade att det som jag hon
         ni dem inte men eller med utan till från när varför hur vad vem vilka ska skulle kunde måste så där här när efter under mellan mot
        """
    );

    static readonly WordSet FileExtras = new(
        "word google docs docx pdf txt namnlös untitled klar färdig rättad engelska svenska english swedish"
    );

    static readonly WordSet Titles = new("mr mrs ms dr herr fru fröken");

    static readonly WordSet Pronouns = new(
        "he him his she her hers they them their theirs it its han honom hans hon henne hennes hen hens hen hin de dem deras den xe xem ze zir any alla"
    );

    static readonly WordSet AuthorJoints = new("och and samt & + / ;");

    static readonly WordSet Months = new(
        """
        jan feb mar apr maj may jun jul aug sep sept okt oct nov dec januari februari mars april juni juli augusti september oktober november
        december january february march june july august october
        """
    );

    static readonly WordSet CountedWords = new(
        """
        eng engelska english sv sve sva svenska swedish åk årskurs ak klass class grade year kurs course steg nivå level nr no kl klockan vecka v week
        """
    );

    static readonly WordSet CountingWords = new("am pm ord words e th st nd rd");

    static readonly WordSet Mailboxes = new("info contact admin student elev mail email");

    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.Contains(word);

    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word.TrimEnd('.'));

    public static bool IsAuthorJoint(ReadOnlySpan<char> word) => AuthorJoints.Contains(word);

    public static bool IsPronoun(ReadOnlySpan<char> word) => Pronouns.Contains(word);

    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word);

    /// <summary>Words that a number follows: "Eng 6", "klass 9", "kl 13".</summary>
    public static bool PrecedesNumber(ReadOnlySpan<char> word) => CountedWords.Contains(word);

    /// <summary>Words that follow a number: "11th", "8 pm", "512 ord".</summary>
    public static bool FollowsNumber(ReadOnlySpan<char> word) => CountingWords.Contains(word);

    public static bool IsMailbox(ReadOnlySpan<char> word) => Mailboxes.Contains(word);

    public static bool StopsName(ReadOnlySpan<char> word, bool hasDate) =>
        Assignments.Contains(word) || (!hasDate && !IsParticle(word) && (Documents.Contains(word) || Functions.Contains(word)));

    public static bool StopsFileName(ReadOnlySpan<char> word) =>
        StopsName(word, hasDate: false) || FileExtras.Contains(word) || AuthorJoints.Contains(word);
}
