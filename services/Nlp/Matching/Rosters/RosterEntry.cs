using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>One student with everything that the rules compare, computed once per batch.</summary>
sealed class RosterEntry
{
    const string PlaceholderDomain = "@students.invalid";

    public RosterEntry(RosterStudent student)
    {
        StudentId = student.StudentId;
        var first = Form(student.FirstName);
        var last = Form(student.LastName);
        var legal = Form(student.FullLegalName);
        IsNameless = first.Length == 0 && last.Length == 0;
        Address = EmailAddress.OfRoster(student.Email);
        IsPlaceholder = student.IsPlaceholder || Address?.Text.EndsWith(PlaceholderDomain, StringComparison.Ordinal) == true;

        Given = [.. TextNormalizer.Tokens(first).Select(TextNormalizer.Fold)];
        string[] surname = [.. TextNormalizer.Tokens(last).Select(TextNormalizer.Fold)];
        string[] withoutParticles = [.. surname.Where(token => !Words.IsParticle(token))];
        Surname = withoutParticles.Length > 0 ? withoutParticles : surname;
        ParticlesOfOwn = [.. Given.Concat(Surname).Where(token => Words.IsParticle(token))];

        Called = NameTokens.Of($"{first} {last}", ParticlesOfOwn);
        Legal = legal.Length > 0 ? NameTokens.Of(legal, ParticlesOfOwn) : Called;
        FurtherNames = Tokens.Without(Legal.Core, Called.Core);
        WholeName = Tokens.Union(Called.Core, Legal.Core);
        FurtherGivenNames = Tokens.Without(Tokens.Without(WholeName, Surname), Given.Take(1));
        SortedGiven = Tokens.Sorted(Given);
        SortedSurname = Tokens.Sorted(Surname);
        Marks = Called.Marks | Legal.Marks;
        string[] orders = [$"{first} {last}".Trim(), $"{last} {first}".Trim(), legal];
        Forms = [.. orders.Where(name => name.Length > 0).Distinct()];
        Spellings = [.. Forms.Select(name => new NameSpelling(name))];
        Joined = [.. new[] { Called.Joined, NameTokens.Join([.. surname, .. Given]), Legal.Joined }.Distinct()];
        WrittenNames =
        [
            $"{student.FirstName} {student.LastName}",
            $"{student.LastName} {student.FirstName}",
            $"{student.LastName}, {student.FirstName}",
        ];
        LongestName = Math.Max(Length(student.FirstName) + Length(student.LastName), Length(student.FullLegalName));
    }

    public string StudentId { get; }

    public int Index { get; set; }

    public bool IsNameless { get; }

    public bool IsPlaceholder { get; }

    public EmailAddress? Address { get; }

    /// <summary>Given-name tokens in order, folded.</summary>
    public string[] Given { get; }

    /// <summary>Surname tokens in order, folded, without particles unless nothing else is left.</summary>
    public string[] Surname { get; }

    /// <summary>Tokens of this student that look like particles but are a name of their own (Ben, Le).</summary>
    public string[] ParticlesOfOwn { get; }

    /// <summary>"First last".</summary>
    public NameTokens Called { get; }

    /// <summary>The legal name, else the called one.</summary>
    public NameTokens Legal { get; }

    /// <summary>What the legal name adds to the called one, sorted.</summary>
    public string[] FurtherNames { get; }

    /// <summary>Called and legal name together, without particles, sorted.</summary>
    public string[] WholeName { get; }

    /// <summary>Given names other than the first, sorted.</summary>
    public string[] FurtherGivenNames { get; }

    public string[] SortedGiven { get; }

    public string[] SortedSurname { get; }

    /// <summary>A bit for each token of both names; tokens may share one.</summary>
    public ulong Marks { get; }

    /// <summary>"First last", "last first" and the legal name.</summary>
    public string[] Forms { get; }

    /// <summary>The forms folded, without hyphens, blanks and apostrophes.</summary>
    public string[] Joined { get; }

    /// <summary>"First last", "last first" and "last, first" with all signs, as the roster writes them.</summary>
    public string[] WrittenNames { get; }

    /// <summary>How many characters the longest of the names has as the roster writes it.</summary>
    public int LongestName { get; }

    /// <summary>The forms, prepared for the comparison of their letters.</summary>
    public NameSpelling[] Spellings { get; }

    static int Length(string? value) => value?.Length ?? 0;

    static string Form(string? value) => value is null ? "" : TextNormalizer.ComparisonForm(value);
}
