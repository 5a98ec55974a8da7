using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>A name as the rules compare it: tokens as written, folded, and folded without particles.</summary>
sealed class NameTokens
{
    NameTokens(string[] written, IReadOnlyCollection<string> ownParticles)
    {
        Written = written;
        Folded = Array.ConvertAll(written, TextNormalizer.Fold);
        Sorted = Tokens.Sorted(written);
        SortedFolded = Tokens.Sorted(Folded);
        Core = CoreFor(ownParticles);
        Initials = Array.FindAll(Folded, IsInitial);
        Marks = Tokens.Marks(Folded);
        Joined = Join(Folded);
    }

    public string[] Written { get; }

    public string[] Folded { get; }

    public string[] Sorted { get; }

    public string[] SortedFolded { get; }

    /// <summary>Folded and sorted, without particles.</summary>
    public string[] Core { get; }

    /// <summary>Folded, without hyphens, blanks and apostrophes.</summary>
    public string Joined { get; }

    /// <summary>The single letters, folded, in order.</summary>
    public string[] Initials { get; }

    /// <summary>A bit for each folded token; tokens may share one.</summary>
    public ulong Marks { get; }

    public static NameTokens Of(string comparisonForm, IReadOnlyCollection<string> ownParticles) =>
        new(TextNormalizer.Tokens(comparisonForm), ownParticles);

    public static NameTokens Of(string[] written) => new(written, []);

    /// <summary>Folded tokens as one word, without apostrophes.</summary>
    public static string Join(string[] folded) => string.Concat(folded).Replace("'", "", StringComparison.Ordinal);

    /// <summary>A letter of an alphabet with capitals; elsewhere one character may be a whole name (王).</summary>
    public static bool IsInitial(string token) => token.Length == 1 && char.IsLower(token[0]);

    /// <summary>The core as seen by a student for whom some particles are names. What only folding makes a particle ("vän") is none.</summary>
    public string[] CoreFor(IReadOnlyCollection<string> ownParticles) =>
        Array.Exists(SortedFolded, token => Words.IsParticle(token))
            ? Array.FindAll(SortedFolded, token => !Words.IsParticle(token) || ownParticles.Contains(token) || !Written.Contains(token))
            : SortedFolded;
}
