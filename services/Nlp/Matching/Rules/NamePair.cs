namespace Phase1.Nlp.Matching;

/// <summary>
/// A name beside a student: its tokens without the middle initials that agree with this student's legal name, and its core, in which what
/// is a name of this student is no particle.
/// </summary>
readonly struct NamePair
{
    public NamePair(PersonName name, RosterEntry student)
    {
        Name = name;
        Student = student;
        Tokens = name.HasMiddleInitials ? WithoutMiddleInitials(name, student) : name.Tokens;
        Core = student.ParticlesOfOwn.Length == 0 ? Tokens.Core : Tokens.CoreFor(student.ParticlesOfOwn);
    }

    public PersonName Name { get; }

    public RosterEntry Student { get; }

    public NameTokens Tokens { get; }

    public string[] Core { get; }

    /// <summary>False when the name surely has no word in common with the student's names, accents apart.</summary>
    public bool MaySharePart => (Name.Tokens.Marks & Student.Marks) != 0;

    static NameTokens WithoutMiddleInitials(PersonName name, RosterEntry student)
    {
        var folded = name.Tokens.Folded;
        string[] kept = [.. name.Tokens.Written.Where((_, i) => i == 0 || i == folded.Length - 1 || !IsAgreed(folded[i], student))];
        return kept.Length == folded.Length ? name.Tokens : NameTokens.Of(kept);
    }

    static bool IsAgreed(string token, RosterEntry student) =>
        NameTokens.IsInitial(token)
        && !student.Called.Folded.Contains(token)
        && (student.FurtherNames.Length == 0 || student.FurtherNames.Any(name => name.StartsWith(token[0])));
}
