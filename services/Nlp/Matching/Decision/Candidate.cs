using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>A student for whom something speaks, with everything that does.</summary>
sealed class Candidate(RosterEntry student)
{
    int _kinds;

    public RosterEntry Student => student;

    public Evidence? Name { get; private set; }

    public Evidence? Email { get; private set; }

    public Evidence? FileName { get; private set; }

    public bool HasExactEmail => Email?.Kind == EvidenceKind.EmailExact;

    /// <summary>True when e-mail evidence exists and all of it stands in the body.</summary>
    public bool HasEmailInBodyOnly { get; private set; }

    public decimal Confidence { get; private set; }

    public Evidence Best { get; private set; }

    /// <summary>The kinds of evidence, strongest first.</summary>
    public IEnumerable<EvidenceKind> Kinds => Enum.GetValues<EvidenceKind>().Where(kind => (_kinds & Bit(kind)) != 0);

    public decimal NameConfidence => Name?.Confidence ?? 0;

    public Doubts Doubts => (Name?.Doubts ?? Doubts.None) | (Email?.Doubts ?? Doubts.None);

    public void AddName(Evidence evidence, bool byModel)
    {
        _kinds |= Bit(evidence.Kind) | (byModel ? Bit(EvidenceKind.ModelName) : 0);
        Name = evidence.IsBetterThan(Name) ? evidence : Name;
    }

    public void AddEmail(Evidence evidence, bool inBody)
    {
        _kinds |= Bit(evidence.Kind);
        HasEmailInBodyOnly = inBody && (Email is null || HasEmailInBodyOnly);
        Email = evidence.IsBetterThan(Email) ? evidence : Email;
    }

    public void AddFileName(Evidence evidence)
    {
        _kinds |= Bit(evidence.Kind);
        FileName = evidence;
    }

    /// <summary>The best evidence, raised when another kind of at least the supporting confidence says the same.</summary>
    public void Score(EvidenceConfidences confidences)
    {
        Evidence? best = null;
        var supporting = 0;
        foreach (var evidence in (ReadOnlySpan<Evidence?>)[Name, Email, FileName])
        {
            if (evidence is { } present)
            {
                best = present.IsBetterThan(best) ? present : best;
                supporting += present.Confidence >= confidences.SupportingName ? 1 : 0;
            }
        }

        Best = best!.Value;
        var isSupported = supporting >= 2;
        var raised = Best.Confidence + (isSupported ? confidences.IndependentKindBonus : 0);
        Confidence = Evidence.Round(Math.Max(Best.Confidence, Math.Min(raised, confidences.EmailExact)));
    }

    static int Bit(EvidenceKind kind) => 1 << (int)kind;

    public static int Compare(Candidate a, Candidate b)
    {
        var byConfidence = b.Confidence.CompareTo(a.Confidence);
        var byKind = byConfidence != 0 ? byConfidence : a.Best.Kind.CompareTo(b.Best.Kind);
        return byKind != 0 ? byKind : a.Student.Index.CompareTo(b.Student.Index);
    }
}
