using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>What one name says about one pupil.</summary>
readonly record struct NameClaim(RosterEntry Pupil, Evidence Evidence);

/// <summary>Judges a name against every pupil of the class.</summary>
sealed class NameMatcher(MatchingThresholds thresholds, IReadOnlyList<NameRule> rules)
{
    public NameMatcher(MatchingThresholds thresholds)
        : this(thresholds, NameRules.InOrder) { }

    public List<NameClaim> Match(PersonName name, Roster roster)
    {
        List<NameClaim> claims = [];
        foreach (var pupil in roster.Entries)
        {
            if (Judge(new NamePair(name, pupil), rules) is { } evidence)
            {
                claims.Add(new NameClaim(pupil, evidence));
            }
        }

        LowerSharedInitials(claims);
        if (name.IsIndirect)
        {
            LowerIndirect(claims, name.Source == NameSource.Salutation ? EvidenceKind.Salutation : EvidenceKind.EmailLocalPart);
        }

        return claims;
    }

    public List<NameClaim> MatchFileName(PersonName name, Roster roster)
    {
        List<NameClaim> claims = [];
        foreach (var pupil in roster.Entries)
        {
            if (Judge(new NamePair(name, pupil), NameRules.ForFileNames) is not null)
            {
                claims.Add(new NameClaim(pupil, new Evidence(EvidenceKind.FileName, thresholds.Confidences.FileName, MayConfirm: false)));
            }
        }

        return claims;
    }

    Evidence? Judge(in NamePair pair, IReadOnlyList<NameRule> inOrder)
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

    void LowerIndirect(List<NameClaim> claims, EvidenceKind kind)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var confidence = Math.Min(claims[i].Evidence.Confidence, thresholds.Confidences.IndirectNameCeiling);
            claims[i] = claims[i] with { Evidence = new Evidence(kind, confidence, MayConfirm: false, claims[i].Evidence.Doubts) };
        }
    }
}
