using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>What one name says about one student.</summary>
readonly record struct NameClaim(RosterEntry Student, Evidence Evidence);

/// <summary>Judges a name against every student of the class.</summary>
sealed class NameMatcher(MatchingThresholds thresholds, NameRule[] rules)
{
    const decimal MostOfModel = 0.80m;

    public NameMatcher(MatchingThresholds thresholds)
        : this(thresholds, NameRules.InOrder) { }

    public List<NameClaim> Match(PersonName name, Roster roster)
    {
        List<NameClaim> claims = [];
        foreach (var student in roster.Entries)
        {
            if (Judge(new NamePair(name, student), rules) is { } evidence)
            {
                claims.Add(new NameClaim(student, evidence));
            }
        }

        LowerSharedInitials(claims);
        if (name.IsIndirect)
        {
            LowerIndirect(claims, name.Source == NameSource.Salutation ? EvidenceKind.Salutation : EvidenceKind.EmailLocalPart);
        }

        if (name.Source == NameSource.Model)
        {
            LowerModels(claims);
        }

        return claims;
    }

    /// <summary>The students whom a file name may mean: a list for each name in it.</summary>
    public List<List<NameClaim>> MatchFileName(IReadOnlyList<string> words, Roster roster)
    {
        List<List<NameClaim>> named = [];
        foreach (var name in roster.FileNameWords.Names(words))
        {
            var students = Named(name, roster);
            // Words of several students side by side name every student whose whole name is among them.
            students = students.Count > 0 ? students : [.. roster.Entries.Where(student => IsAmong(student, name))];
            if (students.Count > 0)
            {
                named.Add([.. students.Select(student => new NameClaim(student, FileNameEvidence))]);
            }
        }

        return named;
    }

    /// <summary>Whose name it is sign for sign, else everybody whom it may name.</summary>
    List<RosterEntry> Named(PersonName name, Roster roster)
    {
        List<NameClaim> claims = [];
        foreach (var student in roster.Entries)
        {
            if ((name.Tokens.Marks & student.Marks) != 0 && Judge(new NamePair(name, student), NameRules.ForFileNames) is { } evidence)
            {
                claims.Add(new(student, evidence));
            }
        }

        var exact = claims.FindAll(claim => claim.Evidence.Kind == EvidenceKind.NameExact);
        return (exact.Count > 0 ? exact : claims).ConvertAll(claim => claim.Student);
    }

    Evidence FileNameEvidence => new(EvidenceKind.FileName, thresholds.Confidences.FileName, MayConfirm: false);

    static bool IsAmong(RosterEntry student, PersonName name) =>
        student.Called.Core.Length > 1 && Tokens.IsWithin(student.Called.Core, new NamePair(name, student).Core);

    Evidence? Judge(in NamePair pair, NameRule[] inOrder)
    {
        var mayShare = pair.MaySharePart;
        foreach (var rule in inOrder)
        {
            if ((mayShare || !rule.NeedsSharedPart) && rule.Judge(pair, thresholds) is { } evidence)
            {
                return evidence;
            }
        }

        return null;
    }

    void LowerSharedInitials(List<NameClaim> claims)
    {
        if (claims.Count(claim => claim.Evidence.Kind == EvidenceKind.NameInitials) < 2)
        {
            return;
        }

        for (var i = 0; i < claims.Count; i++)
        {
            if (claims[i].Evidence.Kind == EvidenceKind.NameInitials)
            {
                claims[i] = claims[i] with
                {
                    Evidence = claims[i].Evidence with { Confidence = thresholds.Confidences.NameInitialsShared },
                };
            }
        }
    }

    /// <summary>A model may have mended a letter: a teacher looks at what it has found, unless the name is the pupil's own.</summary>
    static void LowerModels(List<NameClaim> claims)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var found = claims[i].Evidence;
            claims[i] = claims[i] with
            {
                Evidence = found with
                {
                    Confidence = Math.Min(found.Confidence, MostOfModel),
                    MayConfirm =
                        found is { MayConfirm: true, Kind: EvidenceKind.NameExact or EvidenceKind.NameFolded or EvidenceKind.NameParticle },
                },
            };
        }
    }

    void LowerIndirect(List<NameClaim> claims, EvidenceKind kind)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var confidence = Math.Min(claims[i].Evidence.Confidence, thresholds.Confidences.IndirectNameCeiling);
            claims[i] = claims[i] with { Evidence = new Evidence(kind, confidence, MayConfirm: false, claims[i].Evidence.Doubts) };
        }
    }
}
